import { useState } from 'react';
import type { WorkItem } from '../../lib/domain/work-list.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { type KeptWorkList, workItemIds, workItemsAt } from '../../lib/queries/work.ts';
import { ShowMore } from '../ui/ShowMore.tsx';
import { workAddress } from './work-address.ts';

/** How many pages come at once. */
const step = 50;

type Props = {
  list: KeptWorkList;
  /** The page in hand, by its key. */
  current: string | undefined;
  /** The person wants to see a page. */
  onOpen(item: WorkItem): void;
};

/** All pages of the list, folded away: what became of each, and the way there. */
export function PagesOfList({ list, current, onOpen }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="work-pages" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('work.pages.show', { count: list.counts.open })}</summary>
      {isOpen && <Pages list={list} current={current} onOpen={onOpen} />}
    </details>
  );
}

function Pages({ list, current, onOpen }: Props) {
  const [limit, setLimit] = useState(step);
  const ids = useKept((database) => workItemIds(database, list.id), [list.id]);
  const shown = ids?.slice(0, limit) ?? [];
  const items = useKept((database) => workItemsAt(database, shown), [shown.join()]);
  return (
    <>
      <ul className="work-items">
        {items?.map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="link"
              aria-current={item.id === current ? 'page' : undefined}
              onClick={() => onOpen(item)}
            >
              <bdi className="clamp-1" data-own-words>
                {item.title ?? item.address}
              </bdi>
            </button>
            {item.state !== 'open' && <span className="quiet">{t(`work.state.${item.state}`)}</span>}
          </li>
        ))}
      </ul>
      {ids && ids.length > limit && (
        <ShowMore shown={shown.length} total={ids.length} more step={step} onMore={() => setLimit(limit + step)} />
      )}
      <a href={`/library.html${workAddress(list.id)}`} target="_blank" rel="noreferrer">
        {t('work.manage')}
      </a>
    </>
  );
}
