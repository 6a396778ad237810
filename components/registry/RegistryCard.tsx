import { useRef, useState } from 'react';
import type { Problem, Result } from '../../lib/domain/problem.ts';
import { addressesOf, originPatterns, type Registry, takesAlignments } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { AccessLine } from './AccessLine.tsx';
import { DeliveryLine } from './DeliveryLine.tsx';
import { FolderLine } from './FolderLine.tsx';
import { KeptOfRegistry } from './KeptOfRegistry.tsx';
import { kindWords } from './kind-words.ts';
import { RemoveRegistry } from './RemoveRegistry.tsx';
import { RenameForm } from './RenameForm.tsx';
import { SigningKeyLine } from './SigningKeyLine.tsx';
import { StatementsLine } from './StatementsLine.tsx';
import { TestBadge } from './TestBadge.tsx';
import { TestEnded } from './TestEnded.tsx';
import { TokenLine, tokenLabel } from './TokenLine.tsx';
import { askPermission, runTest, type TestState } from './test-state.ts';
import { noPermissions, useGranted } from './use-granted.ts';

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
  const [open, setOpen] = useState<'name' | 'token' | 'removal'>();
  const [problem, setProblem] = useState<Problem>();
  const renamer = useRef<HTMLButtonElement>(null);
  const { id, kind, name, address, enabled, tested } = registry;
  const hosts = originPatterns(registry);
  const { hosts: granted, isKnown } = useGranted(hosts, noPermissions);
  const close = () => {
    setOpen(undefined);
    renamer.current?.focus();
  };
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
        <TestBadge test={test} tested={tested} />
      </div>
      <div className="card-body">
        <KeptOfRegistry registry={registry} />
        {isKnown && !hosts.every((host) => granted.has(host)) && <p className="muted">{t('registry.notPermitted')}</p>}
        {test && test !== 'running' && (
          <TestEnded
            registry={registry}
            test={test}
            onEnterKey={tokenLabel(registry) && (() => setOpen('token'))}
            onSay={onSay}
          />
        )}
        {problem && <ProblemNotice problem={problem} />}
        {kindWords[kind].signs && <SigningKeyLine registry={registry} />}
        {kindWords[kind].onDisk && <FolderLine registry={registry} />}
        <AccessLine registry={registry} />
        <DeliveryLine registry={registry} />
        <StatementsLine registry={registry} onSay={onSay} />
        <TokenLine
          registry={registry}
          open={open === 'token'}
          onOpen={(isOpen) => setOpen(isOpen ? 'token' : undefined)}
        />
        <label className="check">
          <input type="checkbox" checked={enabled} onChange={(event) => void change(event.target.checked)} />
          <span>{whatEnabledMeans(registry)}</span>
        </label>
        {open === 'name' && <RenameForm registry={registry} onSay={onSay} onLeave={close} />}
        <div className="row">
          <button
            type="button"
            className="btn btn-small"
            onClick={() => void testAgain()}
            disabled={test === 'running'}
          >
            {t('registry.test')}
          </button>
          {open === 'removal' ? (
            <RemoveRegistry registry={registry} onRemove={() => void remove()} onKeep={() => setOpen(undefined)} />
          ) : (
            <>
              <button
                ref={renamer}
                type="button"
                className="btn btn-small btn-quiet"
                aria-expanded={open === 'name'}
                onClick={() => (open === 'name' ? close() : setOpen('name'))}
              >
                {t('registry.rename')}
              </button>
              <button type="button" className="btn btn-small btn-quiet btn-bad" onClick={() => setOpen('removal')}>
                {t('registry.remove')}
              </button>
            </>
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
