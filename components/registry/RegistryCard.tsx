import { useState } from 'react';
import type { Problem, Result } from '../../lib/domain/problem.ts';
import { addressesOf, type Registry, takesAlignments } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { AccessLine } from './AccessLine.tsx';
import { DeliveryLine } from './DeliveryLine.tsx';
import { FolderLine } from './FolderLine.tsx';
import { kindWords } from './kind-words.ts';
import { SigningKeyLine } from './SigningKeyLine.tsx';
import { StatementsLine } from './StatementsLine.tsx';
import { TestSteps } from './TestSteps.tsx';
import { TokenLine } from './TokenLine.tsx';
import { askPermission, runTest, type TestState } from './test-state.ts';

type Props = {
  registry: KeptRegistry;
  /** The last test in this window, undefined before the first. */
  test: TestState | undefined;
  onTest(test: TestState): void;
  /** Says something to the live region. */
  onSay(text: string): void;
};

/** One registry: what it is, how its last test went, what it needs, and the ways to change it. */
export function RegistryCard({ registry, test, onTest, onSay }: Props) {
  const [removing, setRemoving] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { id, kind, name, address, enabled, waiting, standing } = registry;
  const ended = test === 'running' ? undefined : test;
  const change = async (enabled: boolean) => tell(await ask('changeRegistry', { id, enabled }));
  const remove = async () => tell(await ask('removeRegistry', { id }));
  const tell = (answer: Result<null>) => setProblem(answer.ok ? undefined : answer.problem);
  const testAgain = async () => {
    await askPermission(...addressesOf(registry)).catch(() => false);
    await runTest(id, onTest);
  };
  return (
    <article className="card" aria-label={name}>
      <div className="card-head">
        <div>
          <h3 data-own-words>{name}</h3>
          <p className="muted dots">
            <span>{t(`registry.kind.${kind}`)}</span>
            {address && (
              <span dir="ltr" data-own-words>
                {address}
              </span>
            )}
          </p>
        </div>
        <TestBadge test={test} />
      </div>
      <div className="card-body">
        <p className="muted dots">
          <span>{t(kindWords[kind].does)}</span>
          {waiting > 0 && <span>{t('registry.waiting', { count: waiting })}</span>}
        </p>
        {ended && ended.steps.length > 0 && <TestSteps kind={kind} steps={ended.steps} />}
        {problem && <ProblemNotice problem={problem} />}
        {ended?.problem && <ProblemNotice problem={ended.problem} />}
        {kindWords[kind].signs && <SigningKeyLine registry={registry} />}
        {kindWords[kind].onDisk && <FolderLine registry={registry} />}
        <AccessLine registry={registry} />
        <DeliveryLine registry={registry} />
        <StatementsLine registry={registry} onSay={onSay} />
        <TokenLine registry={registry} />
        <label className="check">
          <input type="checkbox" checked={enabled} onChange={(event) => void change(event.target.checked)} />
          <span>{whatEnabledMeans(registry)}</span>
        </label>
        <div className="row">
          <button
            type="button"
            className="btn btn-small"
            onClick={() => void testAgain()}
            disabled={test === 'running'}
          >
            {t('registry.test')}
          </button>
          {removing ? (
            <>
              <span className="muted">
                {[
                  ...(waiting > 0 ? [t('registry.remove.unsent', { count: waiting })] : []),
                  ...(standing > 0 ? [t('registry.remove.standing', { count: standing })] : []),
                  t('registry.remove.alignmentsStay'),
                ].join(' ')}
              </span>
              <button type="button" className="btn btn-small btn-bad" onClick={() => void remove()}>
                {t('registry.remove.name', { name })}
              </button>
              <button type="button" className="btn btn-small" onClick={() => setRemoving(false)}>
                {t('registry.remove.keep')}
              </button>
            </>
          ) : (
            <button type="button" className="btn btn-small btn-quiet btn-bad" onClick={() => setRemoving(true)}>
              {t('registry.remove')}
            </button>
          )}
        </div>
      </div>
    </article>
  );
}

function whatEnabledMeans(registry: Registry): string {
  const { takesOnly, browsedOnly } = kindWords[registry.kind];
  if (takesOnly) return t('registry.enabled.sends');
  if (!takesAlignments({ ...registry, enabled: true })) {
    return t(browsedOnly ? 'registry.enabled.offers' : 'registry.enabled.asks');
  }
  return t(browsedOnly ? 'registry.enabled.offersSends' : 'registry.enabled.asksSends');
}

function TestBadge({ test }: { test: TestState | undefined }) {
  if (test === undefined) return null;
  if (test === 'running') {
    return (
      <span className="state push">
        <span className="spinner" aria-hidden="true" />
        {t('registry.test.running')}
      </span>
    );
  }
  return test.problem ? (
    <span className="state state-failed push">
      <Icon name="alert" />
      {t('registry.test.failed')}
    </span>
  ) : (
    <span className="state state-published push">
      <Icon name="check" />
      {t('registry.test.answered')}
    </span>
  );
}
