import { type FormEvent, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { TextField } from './TextField.tsx';

type Props = { registry: KeptRegistry; onSay(text: string): void; onLeave(): void };

/** Another name for a registry, as the person wants to read it. */
export function RenameForm({ registry: { id, name }, onSay, onLeave }: Props) {
  const [typed, setTyped] = useState(name);
  const [problem, setProblem] = useState<Problem>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await ask('changeRegistry', { id, name: typed.trim() });
    if (!answer.ok) return setProblem(answer.problem);
    onSay(t('registry.rename.done', { name: typed.trim() }));
    onLeave();
  };
  return (
    <form className="stack" aria-label={t('registry.rename.name', { name })} onSubmit={(event) => void submit(event)}>
      {problem && <ProblemNotice problem={problem} />}
      <TextField
        focus
        label={t('registry.rename.field', { name })}
        maxLength={120}
        required
        value={typed}
        onChange={setTyped}
      />
      <div className="row">
        <button type="submit" className="btn btn-small" disabled={!typed.trim()}>
          {t('registry.keep')}
        </button>
        <button type="button" className="btn btn-small btn-quiet" onClick={onLeave}>
          {t('registry.cancel')}
        </button>
      </div>
    </form>
  );
}
