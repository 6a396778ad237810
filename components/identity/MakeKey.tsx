import { type FormEvent, useState } from 'react';
import { shortestPassword } from '../../lib/domain/identity.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { TextField } from '../registry/TextField.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';

type Props = {
  /** Whether there is a key that the new one takes the place of. */
  replaces?: boolean;
  onMade(): void;
  onCancel?(): void;
};

/** Makes the key that signs, with or without a copy under a password: afterwards it is too late for one. */
export function MakeKey({ replaces, onMade, onCancel }: Props) {
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const isShort = password !== '' && password.length < shortestPassword;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const answer = await ask('makeIdentityKey', password ? { password } : {});
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setPassword('');
    onMade();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      {replaces && <p>{t('identity.make.replaces')}</p>}
      <TextField
        label={t('identity.make.password')}
        aside={t('identity.optional')}
        hint={isShort ? t('identity.make.passwordShort', { count: shortestPassword }) : t('identity.make.passwordHint')}
        holds="secret"
        value={password}
        onChange={setPassword}
      />
      {problem && <ProblemNotice problem={problem} />}
      <div className="row">
        <button type="submit" className="btn btn-small" disabled={busy || isShort}>
          {t(replaces ? 'identity.make.new' : 'identity.make')}
        </button>
        {onCancel && (
          <button type="button" className="btn btn-small btn-quiet" onClick={onCancel}>
            {t('identity.cancel')}
          </button>
        )}
      </div>
    </form>
  );
}
