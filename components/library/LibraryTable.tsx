import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { libraryRows } from '../../lib/queries/library-rows.ts';
import { PickBox } from '../ui/PickBox.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWide } from '../ui/use-wide.ts';
import { LibraryCells } from './LibraryCells.tsx';
import { type Cursor, rowId, useCursorKeys } from './use-cursor.ts';
import { useWindow } from './use-window.ts';

/** How high a row is, in rem, as library.css has it; where there is no room for columns it is a card. */
const [rowSize, cardSize] = [4, 10];

type Props = {
  /** The rows in their order; only those that are seen are read. */
  ids: readonly string[];
  /** Absent where nothing can be picked. */
  picking?: { picked: ReadonlySet<string>; onPick(ids: readonly string[], on: boolean): void };
  /** The row that the keys act on; absent where there is nothing to do with one. */
  cursor?: Cursor;
};

/** The alignments of the library: as many as there are, of which those in view stand in the document. */
export function LibraryTable({ ids, picking, cursor }: Props) {
  const wide = useWide();
  const size = wide ? rowSize : cardSize;
  const { scroller, first, last, before, after } = useWindow(ids.length, size);
  const now = useNow();
  const shown = ids.slice(first, last);
  const rows = useKept((database) => libraryRows(database, shown), [shown.join()]);
  const byId = new Map(rows?.map((row) => [row.id, row]));
  const keys = useCursorKeys({ ids, cursor, picking, scroller, size, rowOf: (id) => byId.get(id) });
  return (
    <section className="table-wrap" tabIndex={cursor ? -1 : 0} aria-label={t('library.rows')} ref={scroller}>
      <table
        className={picking ? 'table library can-pick' : 'table library'}
        aria-rowcount={ids.length + 1}
        aria-label={t('library.rows')}
        {...keys}
      >
        <thead>
          <tr aria-rowindex={1}>
            {picking && (
              <th className="pick" scope="col">
                <PickBox
                  label={t('library.pickAll')}
                  picked={picking.picked.size}
                  of={ids.length}
                  onPick={(on) => picking.onPick(ids, on)}
                />
              </th>
            )}
            <th scope="col">{t('library.page')}</th>
            <th scope="col">{t('library.relation')}</th>
            <th scope="col">{t('library.skill')}</th>
            <th scope="col">{t('library.fit')}</th>
            <th scope="col">{t('library.state')}</th>
            <th scope="col">{t('library.changed')}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap size={before} />}
          {shown.map((id, index) => {
            const row = byId.get(id);
            const picked = picking?.picked.has(id);
            const isOpen = cursor?.at === id;
            return (
              <tr
                key={id}
                id={rowId(id)}
                aria-rowindex={first + index + 2}
                aria-selected={picked}
                className={[picked && 'is-picked', isOpen && 'is-open'].filter(Boolean).join(' ') || undefined}
              >
                {row ? (
                  <LibraryCells row={row} now={now} picked={picked} onPick={picking?.onPick} />
                ) : (
                  <td aria-busy="true" />
                )}
              </tr>
            );
          })}
          {after > 0 && <Gap size={after} />}
        </tbody>
      </table>
    </section>
  );
}

/** The room of the rows that are not there. */
function Gap({ size }: { size: number }) {
  return (
    <tr className="gap">
      <td style={{ blockSize: `${size}rem` }} />
    </tr>
  );
}
