import { useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
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
        <span className="strong">{t('registry.signing')}</span>
        {publicKeyPem ? (
          <>
            <span className="state state-published">
              <Icon name="check" />
              {t('registry.signing.made')}
            </span>
            <button type="button" className="link" onClick={() => void navigator.clipboard.writeText(publicKeyPem)}>
              {t('registry.signing.copy')}
            </button>
            {replacing ? (
              <>
                <span className="muted">{t('registry.signing.replaceWarning')}</span>
                <button type="button" className="link" onClick={() => void make()} disabled={busy}>
                  {t('registry.signing.replaceAnyway')}
                </button>
              </>
            ) : (
              <button type="button" className="link" onClick={() => setReplacing(true)}>
                {t('registry.signing.replace')}
              </button>
            )}
          </>
        ) : (
          <>
            <span className="muted">{t('registry.signing.needed')}</span>
            <button type="button" className="btn btn-small" onClick={() => void make()} disabled={busy}>
              {t('registry.signing.make')}
            </button>
          </>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
    </div>
  );
}
