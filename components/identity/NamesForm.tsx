import { type FormEvent, useState } from 'react';
import * as z from 'zod/mini';
import type { IdentityNames } from '../../lib/domain/identity.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKeptForm } from '../../lib/state/kept-form.ts';
import { RestoredLine } from '../draft/RestoredLine.tsx';
import { TextField } from '../registry/TextField.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';

type Props = { names: IdentityNames; onSay(text: string): void };

/** As they are typed; the background trims and measures them. */
const Names = z.object({ name: z.string(), organisation: z.string() });

/** What the person calls herself in what she signs. */
export function NamesForm({ names, onSay }: Props) {
  const { form, change, changed, restoredAt, discard } = useKeptForm('names', Names, names);
  const [problem, setProblem] = useState<Problem>();
  const { name, organisation } = form;
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await ask('keepIdentity', { name, organisation });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    discard();
    onSay(t('identity.name.kept'));
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <RestoredLine at={restoredAt} onDiscard={discard} />
      <div className="form-grid">
        <TextField
          label={t('identity.name')}
          value={name}
          maxLength={120}
          onChange={(value) => change({ name: value, organisation })}
        />
        <TextField
          label={t('identity.organisation')}
          aside={t('identity.optional')}
          value={organisation}
          maxLength={120}
          onChange={(value) => change({ name, organisation: value })}
        />
      </div>
      {problem && <ProblemNotice problem={problem} />}
      {changed && (
        <div className="row">
          <button type="submit" className="btn btn-small">
            {t('identity.name.keep')}
          </button>
          <button type="button" className="btn btn-small btn-quiet" onClick={discard}>
            {t('identity.cancel')}
          </button>
        </div>
      )}
    </form>
  );
}
