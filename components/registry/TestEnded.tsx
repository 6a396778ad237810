import type { ConnectionTest } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { TestSteps } from './TestSteps.tsx';

type Props = {
  registry: KeptRegistry;
  test: ConnectionTest;
  /** Absent where the registry knows no key. */
  onEnterKey?: (() => void) | undefined;
  onSay(text: string): void;
};

/** How a test ended: each step, and where one failed, what it is and what can be done. */
export function TestEnded({ registry: { kind, address }, test: { steps, problem }, onEnterKey, onSay }: Props) {
  const isKey = steps.some(({ step, state }) => step === 'key' && state === 'failed');
  const copy = async () => {
    // Nothing of it is secret: the address is shown above, and problems quote no key.
    await navigator.clipboard.writeText(JSON.stringify({ kind, address, steps, problem }, null, 2));
    onSay(t('registry.test.copied'));
  };
  return (
    <>
      {steps.length > 0 && <TestSteps kind={kind} steps={steps} />}
      {problem && (
        <ProblemNotice
          problem={problem}
          isCopied
          acts={
            <>
              {isKey && onEnterKey && (
                <button type="button" className="btn btn-small" onClick={onEnterKey}>
                  {t('registry.token.enterNew')}
                </button>
              )}
              <button type="button" className="btn btn-small" onClick={() => void copy()}>
                {t('registry.test.copyDetails')}
              </button>
            </>
          }
        />
      )}
    </>
  );
}
