import { type FormEvent, useState } from 'react';
import { shortestPassword } from '../../lib/domain/identity.ts';
import type { Problem } from '../../lib/domain/problem.ts';
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
      {replaces && (
        <p>What the old key signed stays good, but others see another key from now on. Download its copy first.</p>
      )}
      <TextField
        label="Password for a copy of the key"
        aside="optional"
        hint={
          isShort
            ? `At least ${shortestPassword} characters: whoever has the copy can try passwords for as long as they like.`
            : 'The key itself never leaves this browser. A copy under a password can only be made now, together with it; nobody can recover a forgotten password.'
        }
        holds="secret"
        value={password}
        onChange={setPassword}
      />
      {problem && <ProblemNotice problem={problem} />}
      <div className="row">
        <button type="submit" className="btn btn-small" disabled={busy || isShort}>
          {replaces ? 'Make a new key' : 'Make a signing key'}
        </button>
        {onCancel && (
          <button type="button" className="btn btn-small btn-quiet" onClick={onCancel}>
            Cancel
          </button>
        )}
      </div>
    </form>
  );
}
