import { libraryStateOf } from '../../lib/domain/library-filter.ts';
import { sentenceOf } from '../../lib/domain/skill.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { type LibraryRow, libraryRows } from '../../lib/queries/library-rows.ts';
import { fitWord, relationWord } from '../alignment/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PickBox } from '../ui/PickBox.tsx';
import { useNow } from '../ui/use-now.ts';
import { useWide } from '../ui/use-wide.ts';
import { resourceAddress, skillAddress } from './library-address.ts';
import { stateWords } from './state-words.ts';
import { useWindow } from './use-window.ts';

/** How high a row is, in rem, as library.css has it; where there is no room for columns it is a card. */
const [rowSize, cardSize] = [4, 11];
const columns = 7;

type Props = {
  /** The rows in their order; only those that are seen are read. */
  ids: readonly string[];
  /** Absent where nothing can be picked. */
  picking?: { picked: ReadonlySet<string>; onPick(ids: readonly string[], on: boolean): void };
};

/** The alignments of the library: as many as there are, of which those in view stand in the document. */
export function LibraryTable({ ids, picking }: Props) {
  const wide = useWide();
  const { scroller, first, last, before, after } = useWindow(ids.length, wide ? rowSize : cardSize);
  const now = useNow();
  const shown = ids.slice(first, last);
  const rows = useKept((database) => libraryRows(database, shown), [shown.join()]);
  const byId = new Map(rows?.map((row) => [row.id, row]));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-wrap" tabIndex={0} aria-label={t('library.rows')} ref={scroller}>
      <table className={picking ? 'table library can-pick' : 'table library'} aria-rowcount={ids.length + 1}>
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
            return (
              <tr
                key={id}
                aria-rowindex={first + index + 2}
                className={picking?.picked.has(id) ? 'is-picked' : undefined}
              >
                {row ? (
                  <Cells
                    row={row}
                    now={now}
                    {...(picking && {
                      picking: { picked: picking.picked.has(id), onPick: (on) => picking.onPick([id], on) },
                    })}
                  />
                ) : (
                  <td colSpan={columns} aria-busy="true" />
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
      <td colSpan={columns} style={{ blockSize: `${size}rem` }} />
    </tr>
  );
}

type CellsProps = { row: LibraryRow; now: number; picking?: { picked: boolean; onPick(on: boolean): void } };

function Cells({ row, now, picking }: CellsProps) {
  const { skill, relation, fit, resource, title, modified } = row;
  const state = stateWords[libraryStateOf(row.deliveries)];
  const word = relationWord(relation);
  return (
    <>
      {picking && (
        <td className="pick">
          <PickBox
            label={t('library.pick', { relation: word, skill: skill.code ?? skill.name ?? sentenceOf(skill) })}
            picked={picking.picked ? 1 : 0}
            of={1}
            onPick={picking.onPick}
          />
        </td>
      )}
      <td>
        <a className="page" href={resourceAddress(resource)} title={resource} dir="auto" data-own-words="">
          {title === resource ? hostOf(resource) : title}
        </a>
        <span className="quiet address" data-own-words="">
          {hostOf(resource)}
        </span>
      </td>
      <td className="relation">{word}</td>
      <td className="skill">
        <a className="clamp-2" href={skillAddress(skill.uri)} data-own-words="">
          <SkillText skill={skill} />
        </a>
      </td>
      <td>
        <span className="fit-word">
          <i className={`fit fit-${fit}`} aria-hidden="true" />
          {fitWord(fit)}
        </span>
      </td>
      <td>
        <span className={state.className}>
          <Icon name={state.icon} />
          {state.label()}
        </span>
      </td>
      <td>
        <Moment at={modified} now={now} />
      </td>
    </>
  );
}
