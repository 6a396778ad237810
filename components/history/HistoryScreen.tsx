import { useState } from 'react';
import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { historyLines, type KeptLine } from '../../lib/queries/history.ts';
import { relationWord } from '../alignment/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Moment } from '../ui/Moment.tsx';
import { ShowMore } from '../ui/ShowMore.tsx';
import { useNow } from '../ui/use-now.ts';
import { ChangeWords } from './ChangeWords.tsx';
import { actorWords, actWords } from './line-words.ts';
import { StatementChange, StatementWords } from './StatementWords.tsx';

/** How many lines come at once. */
const step = 50;

const columns = ['when', 'what', 'alignment', 'by'] as const;

/** Everything that was ever done to an alignment, the latest first. */
export function HistoryScreen() {
  const [limit, setLimit] = useState(step);
  const now = useNow();
  // One more than is shown tells whether there are more, without counting them.
  const lines = useKept((database) => historyLines(database, limit + 1), [limit]);
  return (
    <main className="main">
      <div className="toolbar">
        <h1>{t('history.title')}</h1>
        <span className="muted">{t('history.intro')}</span>
      </div>
      {lines?.length === 0 && (
        <div className="empty">
          <h2>{t('history.empty')}</h2>
          <p>{t('history.emptyHelp')}</p>
        </div>
      )}
      {!lines && <p className="block muted">{t('history.looking')}</p>}
      {lines && lines.length > 0 && (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section className="table-wrap" tabIndex={0} aria-label={t('history.lines')}>
            <table className="table history-table">
              <thead>
                <tr>
                  {columns.map((name) => (
                    <th key={name} scope="col">
                      {t(`history.column.${name}`)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {lines.slice(0, limit).map((line) => (
                  <Row key={line.key} line={line} now={now} />
                ))}
              </tbody>
            </table>
          </section>
          <ShowMore
            shown={Math.min(lines.length, limit)}
            more={lines.length > limit}
            step={step}
            onMore={() => setLimit(limit + step)}
          />
        </>
      )}
    </main>
  );
}

function Row({ line, now }: { line: KeptLine; now: number }) {
  const { known, resource, skills } = line;
  return (
    <tr>
      <td>
        <Moment at={line.at} now={now} />
      </td>
      <td>
        {actWords(line)}
        <ChangeWords line={line} />
        {skills && <StatementChange skills={skills} />}
      </td>
      <td className="skill">
        {skills ? (
          <StatementWords skills={skills} />
        ) : known ? (
          <span className="clamp-2">
            <span className="relation">{relationWord(known.alignment.relation)}</span>{' '}
            <SkillText skill={known.alignment.skill} />
          </span>
        ) : (
          <span className="muted">{t('history.gone')}</span>
        )}
        {resource && !skills && (
          <a className="quiet page" href={resource} target="_blank" rel="noreferrer" dir="auto" data-own-words="">
            {known && known.title !== resource ? known.title : hostOf(resource)}
          </a>
        )}
      </td>
      <td>{actorWords(line)}</td>
    </tr>
  );
}
