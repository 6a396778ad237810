import { type FormEvent, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { longestListName, type WorkList } from '../../lib/domain/work-list.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { Told } from './WorkScreen.tsx';

type Props = {
  list: WorkList;
  onEnd(answer: { ok: true } | { ok: false; problem: Problem }, told: Told): void;
};

/** Gives a list another name. */
export function RenameWork({ list, onEnd }: Props) {
  const [name, setName] = useState<string>();
  if (name === undefined) {
    return (
      <button type="button" className="btn btn-small" onClick={() => setName(list.name)}>
        {t('work.renameSave')}
      </button>
    );
  }
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const called = name.trim();
    if (called === '') return;
    const answer = await ask('renameWorkList', { id: list.id, name: called });
    setName(undefined);
    onEnd(answer, { words: t('work.renamed', { name: called }) });
  };
  return (
    <form className="row" onSubmit={(event) => void save(event)}>
      <input
        className="input"
        aria-label={t('work.rename')}
        dir="auto"
        required
        maxLength={longestListName}
        value={name}
        // biome-ignore lint/a11y/noAutofocus: the field takes the place of the button that was pressed
        autoFocus
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setName(undefined)}
      />
      <button type="submit" className="btn btn-small">
        {t('work.renameSave')}
      </button>
    </form>
  );
}
