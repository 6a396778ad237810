import { type FormEvent, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { TextField } from '../registry/TextField.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';

/** More than any locked copy has, in bytes. */
const largest = 10_000;

/** Takes a key from its locked copy. */
export function TakeKey({ onTaken }: { onTaken(): void }) {
  const [file, setFile] = useState<File>();
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const close = () => {
    setFile(undefined);
    setPassword('');
    setProblem(undefined);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!file) return;
    setBusy(true);
    const text = file.size > largest ? '' : await file.text();
    const answer = await ask('importIdentityKey', { text, password });
    setBusy(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onTaken();
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <div className="row">
        <FileTrigger acceptedFileTypes={['application/json']} onSelect={(files) => setFile(files?.[0])}>
          <Button className="link">{t('identity.take')}</Button>
        </FileTrigger>
        {file && (
          <span className="muted" dir="auto" data-own-words>
            {file.name}
          </span>
        )}
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {file && (
        <>
          <TextField label={t('identity.take.password')} holds="secret" value={password} onChange={setPassword} />
          <div className="row">
            <button type="submit" className="btn btn-small" disabled={busy || !password}>
              {t('identity.take.do')}
            </button>
            <button type="button" className="btn btn-small btn-quiet" onClick={close}>
              {t('identity.cancel')}
            </button>
          </div>
        </>
      )}
    </form>
  );
}
