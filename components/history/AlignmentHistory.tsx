import { useState } from 'react';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { historyOf } from '../../lib/queries/history.ts';
import { Moment } from '../ui/Moment.tsx';
import { useNow } from '../ui/use-now.ts';
import { ChangeWords } from './ChangeWords.tsx';
import { actorWords, actWords } from './line-words.ts';

/** What happened to one alignment, behind a disclosure; it is read only once somebody opens it. */
export function AlignmentHistory({ alignment }: { alignment: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details className="history-of" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('history.of')}</summary>
      {open && <HistoryLines alignment={alignment} />}
    </details>
  );
}

/** What happened to one alignment, the latest first. */
export function HistoryLines({ alignment }: { alignment: string }) {
  const now = useNow();
  const lines = useKept((database) => historyOf(database, alignment), [alignment]);
  if (!lines) return <p className="muted">{t('history.lookingUp')}</p>;
  if (lines.length === 0) return <p className="muted">{t('history.nothing')}</p>;
  return (
    <ol className="history">
      {lines.map((line) => (
        <li key={line.key}>
          <div>
            {actWords(line)}
            <ChangeWords line={line} />
            <p className="quiet dots">
              <Moment at={line.at} now={now} />
              {actorWords(line) && <span>{actorWords(line)}</span>}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
