import { useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { M604Key } from '../../lib/domain/problems.ts';
import { date } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptIdentity } from '../../lib/queries/identity.ts';
import { download } from '../bundle/download.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { MakeKey } from './MakeKey.tsx';

type Props = { made: NonNullable<KeptIdentity['key']>; onSay(text: string): void };

/** The key that signs: its public half to copy, its copy to download, and how to be rid of it. */
export function KeyLine({ made, onSay }: Props) {
  const [asking, setAsking] = useState<'replace' | 'forget'>();
  const [problem, setProblem] = useState<Problem>();
  const copyAddress = () =>
    navigator.clipboard.writeText(made.did).then(
      () => onSay(t('identity.copied')),
      () => setProblem(M604Key),
    );
  const exportCopy = async () => {
    const answer = await ask('exportIdentityKey', {});
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    download(new Blob([answer.value.text], { type: 'application/json' }), answer.value.fileName);
    onSay(t('identity.downloaded', { file: answer.value.fileName }));
  };
  const forget = async () => {
    const answer = await ask('forgetIdentityKey', {});
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onSay(t('identity.forgotten'));
  };
  return (
    <div className="stack">
      <div className="row">
        <span className="strong">{t('identity.key')}</span>
        <span className="state state-published">
          <Icon name="check" />
          {t('identity.key.made', { date: date(made.made) })}
        </span>
        <button type="button" className="link" onClick={() => void copyAddress()}>
          {t('identity.copyKey')}
        </button>
        {made.copy && (
          <button type="button" className="link" onClick={() => void exportCopy()}>
            {t('identity.download')}
          </button>
        )}
        <button type="button" className="link" onClick={() => setAsking('replace')}>
          {t('identity.replace')}
        </button>
        <button type="button" className="link" onClick={() => setAsking('forget')}>
          {t('identity.forget')}
        </button>
      </div>
      <code className="verbatim" dir="ltr">
        {made.did}
      </code>
      <p className="muted">{t(made.copy ? 'identity.heldInCopy' : 'identity.heldIn')}</p>
      {problem && <ProblemNotice problem={problem} />}
      {asking === 'replace' && (
        <MakeKey
          replaces
          onMade={() => {
            setAsking(undefined);
            onSay(t('identity.madeNew'));
          }}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {asking === 'forget' && (
        <div className="row">
          <span className="muted">{t('identity.forget.warning')}</span>
          <button type="button" className="link" onClick={() => void forget()}>
            {t('identity.forget.anyway')}
          </button>
          <button type="button" className="link" onClick={() => setAsking(undefined)}>
            {t('identity.forget.keep')}
          </button>
        </div>
      )}
    </div>
  );
}
