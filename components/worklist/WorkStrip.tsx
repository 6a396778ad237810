import { useEffect } from 'react';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { type KeptWorkList, workLists } from '../../lib/queries/work.ts';
import { followWork, useWork } from '../../lib/state/work.ts';
import { OnWorkList } from './OnWorkList.tsx';

/** The work list at the top of the panel: how far it is, and the ways on. Without any list there is nothing of it. */
export function WorkStrip() {
  const lists = useKept(workLists, []);
  const { list: chosen, choose } = useWork();
  useEffect(followWork, []);
  if (!lists || lists.length === 0) return null;
  const list = lists.find(({ id }) => id === chosen);
  return list ? <OnWorkList key={list.id} list={list} /> : <ChooseWork lists={lists} onChoose={choose} />;
}

function ChooseWork({ lists, onChoose }: { lists: readonly KeptWorkList[]; onChoose(list: string): void }) {
  return (
    <section className="work-strip" aria-label={t('work.choose')}>
      <label className="row">
        <span className="label">{t('work.choose')}</span>
        <span className="select grow">
          <select className="input" value="" onChange={({ target }) => onChoose(target.value)}>
            <option value="">{t('work.chooseNone')}</option>
            {lists.map(({ id, name }) => (
              <option key={id} value={id} data-own-words>
                {name}
              </option>
            ))}
          </select>
        </span>
      </label>
    </section>
  );
}
