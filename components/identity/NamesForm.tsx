import { type FormEvent, useState } from 'react';
import type { IdentityNames } from '../../lib/domain/identity.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { ask } from '../../lib/messaging/client.ts';
import { TextField } from '../registry/TextField.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';

type Props = { names: IdentityNames; onSay(text: string): void };

/** What the person calls herself in what she signs. */
export function NamesForm({ names, onSay }: Props) {
  const [typed, setTyped] = useState<IdentityNames>();
  const [problem, setProblem] = useState<Problem>();
  const { name, organisation } = typed ?? names;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await ask('keepIdentity', { name, organisation });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    setTyped(undefined);
    onSay('Your name was kept.');
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <div className="form-grid">
        <TextField
          label="Your name"
          value={name}
          maxLength={120}
          onChange={(value) => setTyped({ name: value, organisation })}
        />
        <TextField
          label="Organisation"
          aside="optional"
          value={organisation}
          maxLength={120}
          onChange={(value) => setTyped({ name, organisation: value })}
        />
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {typed && (
        <div className="row">
          <button type="submit" className="btn btn-small">
            Keep my name
          </button>
          <button type="button" className="btn btn-small btn-quiet" onClick={() => setTyped(undefined)}>
            Cancel
          </button>
        </div>
      )}
    </form>
  );
}
