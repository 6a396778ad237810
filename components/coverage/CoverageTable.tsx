import type { CSSProperties } from 'react';
import { type Coverage, type CoveredRelation, coveredRelations, type LineCoverage } from '../../lib/domain/coverage.ts';
import { sentenceOf } from '../../lib/domain/skill.ts';
import type { OutlineLine } from '../../lib/domain/skill-outline.ts';
import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { skillAddress } from '../library/library-address.ts';
import { useWindow } from '../library/use-window.ts';
import { Icon } from '../ui/Icon.tsx';
import { useWide } from '../ui/use-wide.ts';

/** How high a row is, in rem, as coverage.css has it; where there is no room for columns it is a card. */
const [rowSize, cardSize] = [3.25, 6];
const columns = 4;

type Props = {
  outline: readonly OutlineLine[];
  coverage: Coverage;
  /** The places of the lines to show. */
  places: readonly number[];
  closed: ReadonlySet<string>;
  onToggle(uri: string): void;
};

/** Skills of a framework under their headings, and how many pages stand to each; those in view stand in the document. */
export function CoverageTable({ outline, coverage, places, closed, onToggle }: Props) {
  const wide = useWide();
  const { scroller, first, last, before, after } = useWindow(places.length, wide ? rowSize : cardSize);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-wrap matrix-wrap" tabIndex={0} aria-label={t('coverage.table')} ref={scroller}>
      <table className="matrix" aria-rowcount={places.length + 1}>
        <caption className="sr">{t('coverage.caption')}</caption>
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">{t('coverage.skill')}</th>
            {coveredRelations.map((relation) => (
              <th key={relation} scope="col" className="n">
                {t(`coverage.${relation}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap size={before} />}
          {places.slice(first, last).map((place, index) => {
            const [line, covered] = [outline[place], coverage.lines[place]];
            if (!line || !covered) return null;
            const isHeading = line.end > place + 1;
            return (
              <tr
                key={line.node.uri}
                aria-rowindex={first + index + 2}
                className={isHeading ? 'strand' : undefined}
                style={{ '--depth': Math.min(line.depth, 6) } as CSSProperties}
              >
                <th scope="row">
                  {isHeading ? (
                    <Heading line={line} open={!closed.has(line.node.uri)} onToggle={() => onToggle(line.node.uri)} />
                  ) : (
                    <SkillLink line={line} />
                  )}
                </th>
                {coveredRelations.map((relation) => (
                  <Cell key={relation} line={line} covered={covered} relation={relation} isHeading={isHeading} />
                ))}
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

function Heading({ line: { node }, open, onToggle }: { line: OutlineLine; open: boolean; onToggle(): void }) {
  return (
    <button type="button" className="strand-open" aria-expanded={open} onClick={onToggle}>
      <Icon name={open ? 'down' : 'next'} />
      <Name node={node} />
    </button>
  );
}

function SkillLink({ line: { node } }: { line: OutlineLine }) {
  return (
    <a className="skill-link" href={skillAddress(node.uri)} title={node.name || sentenceOf(node)}>
      <Name node={node} />
      {node.status && <span className="standing">{t(`framework.tree.status.${node.status}`)}</span>}
    </a>
  );
}

function Name({ node }: Pick<OutlineLine, 'node'>) {
  return (
    <span className="clamp-2" lang={node.language} dir="auto" data-own-words>
      {node.code && <span className="code">{node.code} </span>}
      {node.name || sentenceOf(node)}
    </span>
  );
}

type CellProps = { line: OutlineLine; covered: LineCoverage; relation: CoveredRelation; isHeading: boolean };

/** How many pages stand in a relation to a skill; of a heading, for how many skills below it there are any. */
function Cell({ line, covered, relation, isHeading }: CellProps) {
  const { pages, skills, state } = covered;
  const count = pages[relation];
  if (isHeading) {
    const below = { teaches: covered.taught, assesses: covered.assessed, requires: covered.required }[relation];
    return (
      <td className="sum">
        {skills > 0 && <span>{t('coverage.of', { count: number(below), total: number(skills) })}</span>}
        {count > 0 && <PagesLink uri={line.node.uri} relation={relation} count={count} />}
      </td>
    );
  }
  const isGap = count === 0 && state !== undefined && relation !== 'requires';
  return (
    <td className={`heat ${isGap ? 'heat-gap' : heatOf(count)}`}>
      {count > 0 ? (
        <PagesLink uri={line.node.uri} relation={relation} count={count} />
      ) : (
        <span>{isGap ? t(`coverage.${relation}.none`) : number(0)}</span>
      )}
    </td>
  );
}

function PagesLink({ uri, relation, count }: { uri: string; relation: CoveredRelation; count: number }) {
  const words = t(`coverage.${relation}.pages`, { count });
  return (
    <a href={skillAddress(uri)} aria-label={words} title={words}>
      {number(count)}
    </a>
  );
}

/** The steps of lightness, and the least number of each. */
export const heats = [1, 2, 4, 7] as const;

function heatOf(count: number): string {
  const step = heats.findLastIndex((least) => count >= least);
  return step < 0 ? 'heat-none' : `heat-${step + 1}`;
}
