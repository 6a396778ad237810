import { useRef, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { trashCount, trashLines } from '../../lib/queries/trash.ts';
import { Notice, ProblemNotice } from '../ui/Notice.tsx';
import { PickBox } from '../ui/PickBox.tsx';
import { ShowMore } from '../ui/ShowMore.tsx';
import { useNow } from '../ui/use-now.ts';
import { EraseDialog } from './EraseDialog.tsx';
import { restoredWords } from './restored-words.ts';
import { TrashRow, trashColumns } from './TrashRow.tsx';

/** How many removed alignments come at once. */
const step = 50;

/** What is about to be deleted for good: some by id, or all that was here when the person asked. */
type Erasing = { count: number; of: Parameters<typeof ask<'emptyTrash'>>[1] };

/** What was removed in the last 30 days, to be brought back or deleted for good. */
export function TrashScreen({ onSay }: { onSay(text: string): void }) {
  const [limit, setLimit] = useState(step);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [erasing, setErasing] = useState<Erasing>();
  const [told, setTold] = useState<string>();
  const [problem, setProblem] = useState<Problem>();
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow();
  const lines = useKept((database) => trashLines(database, limit), [limit]);
  const count = useKept(trashCount, []);
  if (!lines || count === undefined) {
    return (
      <main className="main">
        <p className="block muted">{t('trash.looking')}</p>
      </main>
    );
  }
  // What was restored or deleted in the meantime, here or in another window, is no longer picked.
  const picked = lines.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  const ended = (answer: { ok: true } | { ok: false; problem: Problem }, words: string) => {
    setErasing(undefined);
    setProblem(answer.ok ? undefined : answer.problem);
    setTold(answer.ok ? words : undefined);
    if (answer.ok) onSay(words);
    // The rows and their buttons are gone.
    heading.current?.focus();
  };
  const restore = async (alignments: string[]) => {
    const answer = await ask('restoreAlignments', { alignments });
    ended(answer, answer.ok ? restoredWords(answer.value) : '');
  };
  const erase = async ({ of }: Erasing) => {
    const answer = await ask('emptyTrash', of);
    ended(answer, answer.ok ? t('trash.erased', { count: answer.value.erased }) : '');
  };
  const pick = (ids: readonly string[], on: boolean) => {
    const next = new Set(picked);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setChosen(next);
  };
  return (
    <main className="main">
      <div className="toolbar">
        <h1 ref={heading} tabIndex={-1}>
          {t('trash.title')}
        </h1>
        <span className="muted">{t('trash.intro')}</span>
        <button
          type="button"
          className="btn btn-quiet btn-bad push"
          disabled={count === 0}
          onClick={() => setErasing({ count, of: { until: new Date().toISOString() } })}
        >
          {t('trash.emptyIt')}
        </button>
      </div>
      {(told || problem) && (
        <div className="notices">
          {told && <Notice tone="good" title={told} />}
          {problem && <ProblemNotice problem={problem} />}
        </div>
      )}
      {picked.length > 0 && (
        <div className="toolbar bulk-bar" role="toolbar" aria-label={t('trash.forPicked', { count: picked.length })}>
          <span className="strong">{t('trash.picked', { count: picked.length })}</span>
          <button type="button" className="link" onClick={() => setChosen(new Set())}>
            {t('trash.none')}
          </button>
          <span className="row push">
            <button
              type="button"
              className="btn btn-small btn-bad"
              onClick={() => setErasing({ count: picked.length, of: { alignments: picked } })}
            >
              {t('trash.erase')}
            </button>
            <button type="button" className="btn btn-small btn-primary" onClick={() => void restore(picked)}>
              {t('trash.restoreCount', { count: picked.length })}
            </button>
          </span>
        </div>
      )}
      {lines.length === 0 ? (
        <div className="empty">
          <h2>{t('trash.empty')}</h2>
          <p>{t('trash.emptyHelp')}</p>
        </div>
      ) : (
        <>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
          <section className="table-wrap" tabIndex={0} aria-label={t('trash.removed')}>
            <table className="table trash">
              <thead>
                <tr>
                  <th className="pick" scope="col">
                    <PickBox
                      label={t('trash.pickAll')}
                      picked={picked.length}
                      of={lines.length}
                      onPick={(on) =>
                        pick(
                          lines.map(({ id }) => id),
                          on,
                        )
                      }
                    />
                  </th>
                  {trashColumns.map((name) => (
                    <th key={name} scope="col">
                      {t(`trash.column.${name}`)}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="sr">{t('trash.acts')}</span>
                  </th>
                </tr>
              </thead>
              {lines.map((line) => (
                <TrashRow
                  key={line.id}
                  line={line}
                  now={now}
                  picked={chosen.has(line.id)}
                  onPick={(on) => pick([line.id], on)}
                  onRestore={() => void restore([line.id])}
                  onErase={() => setErasing({ count: 1, of: { alignments: [line.id] } })}
                />
              ))}
            </table>
          </section>
          <ShowMore
            shown={lines.length}
            total={count}
            more={lines.length < count}
            step={step}
            onMore={() => setLimit(limit + step)}
          />
        </>
      )}
      {erasing && (
        <EraseDialog count={erasing.count} onErase={() => void erase(erasing)} onLeave={() => setErasing(undefined)} />
      )}
    </main>
  );
}
