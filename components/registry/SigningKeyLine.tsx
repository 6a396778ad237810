import { useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';

type Props = { registry: KeptRegistry };

/** The key that signs what is published to a registry: made here, never shown, its public half to copy. */
export function SigningKeyLine({ registry }: Props) {
  const { id, publicKeyPem } = registry;
  const [busy, setBusy] = useState(false);
  const [replacing, setReplacing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const make = async () => {
    setBusy(true);
    const answer = await ask('makeSigningKey', { id });
    setProblem(answer.ok ? undefined : answer.problem);
    setBusy(false);
    setReplacing(false);
  };
  return (
    <div className="stack">
      <div className="row">
        <span className="strong">Signing key</span>
        {publicKeyPem ? (
          <>
            <span className="state state-published">
              <Icon name="check" />
              Made on this device
            </span>
            <button type="button" className="link" onClick={() => void navigator.clipboard.writeText(publicKeyPem)}>
              Copy public key
            </button>
            {replacing ? (
              <>
                <span className="muted">What the old key published cannot be changed with the new one.</span>
                <button type="button" className="link" onClick={() => void make()} disabled={busy}>
                  Replace all the same
                </button>
              </>
            ) : (
              <button type="button" className="link" onClick={() => setReplacing(true)}>
                Replace
              </button>
            )}
          </>
        ) : (
          <>
            <span className="muted">Needed to publish here. It never leaves this browser.</span>
            <button type="button" className="btn btn-small" onClick={() => void make()} disabled={busy}>
              Make a signing key
            </button>
          </>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
