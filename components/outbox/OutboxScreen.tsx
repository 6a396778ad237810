import { useRef, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { registriesKept } from '../../lib/queries/kept.ts';
import { countIn, deliveryCounts, type OutboxFilter, outboxLines } from '../../lib/queries/outbox.ts';
import { ProblemNotice } from '../ui/Notice.tsx';
import { ShowMore } from '../ui/ShowMore.tsx';
import { useNow } from '../ui/use-now.ts';
import { OutboxFilters } from './OutboxFilters.tsx';
import { OutboxRow, outboxColumns } from './OutboxRow.tsx';
import { PausedRegistry } from './PausedRegistry.tsx';
import { filterStates } from './state-words.ts';

/** Which state the library's address asks for (`#outbox?state=failed`): what is not done yet where it asks for none. */
function askedState(hash: string): OutboxFilter['state'] {
  const asked = new URLSearchParams(hash.split('?')[1]).get('state');
  return filterStates.find((one) => one === asked) ?? 'open';
}

/** How many deliveries come at once. */
const step = 50;

/** What is on its way to registries, what arrived, and what did not and why. */
export function OutboxScreen({ onSay }: { onSay(text: string): void }) {
  const [filter, setFilter] = useState<OutboxFilter>(() => ({ state: askedState(location.hash) }));
  const [limit, setLimit] = useState(step);
  const [problem, setProblem] = useState<Problem>();
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useNow();
  const counts = useKept(deliveryCounts, []);
  const registries = useKept(registriesKept, []);
  const lines = useKept((database) => outboxLines(database, filter, limit), [filter, limit]);
  if (!counts || !registries || !lines) {
    return (
      <main className="main">
        <p className="block muted">{t('outbox.looking')}</p>
      </main>
    );
  }
  const retry = async (which: Parameters<typeof ask<'retry'>>[1], said: string) => {
    const answer = await ask('retry', which);
    setProblem(answer.ok ? undefined : answer.problem);
    if (answer.ok) onSay(said);
  };
  const drop = async (entry: string) => {
    const answer = await ask('dropDelivery', { entry });
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    onSay(t('outbox.say.dropped'));
    // The row and the button are gone.
    heading.current?.focus();
  };
  const { registry } = filter;
  const total = countIn(counts, filter);
  const stuck = countIn(counts, { state: 'failed', registry }) + countIn(counts, { state: 'paused', registry });
  const byId = new Map(registries.map((one) => [one.id, one]));
  const paused = registries.filter(({ id }) => counts.get(id)?.paused && (registry ?? id) === id);
  return (
    <div className="two">
      <OutboxFilters
        filter={filter}
        counts={counts}
        registries={registries.filter(({ id }) => counts.has(id))}
        onFilter={(chosen) => {
          setFilter(chosen);
          setLimit(step);
        }}
      />
      <main className="main">
        <div className="toolbar">
          <h1 ref={heading} tabIndex={-1}>
            {t('outbox.title')}
          </h1>
          <span className="muted">{t('outbox.open', { count: countIn(counts, { state: 'open' }) })}</span>
          <button
            type="button"
            className="btn push"
            disabled={stuck === 0}
            onClick={() =>
              void retry(registry ? { registry } : { all: true }, t('outbox.say.retriedCount', { count: stuck }))
            }
          >
            {stuck > 0 ? t('outbox.retryCount', { count: stuck }) : t('outbox.retryAll')}
          </button>
        </div>
        {(problem || paused.length > 0) && (
          <div className="notices">
            {problem && <ProblemNotice problem={problem} />}
            {paused.map((one) => (
              <PausedRegistry
                key={one.id}
                registry={one}
                paused={counts.get(one.id)?.paused ?? 0}
                onRetry={() => void retry({ registry: one.id }, t('outbox.say.retriedAt', { registry: one.name }))}
              />
            ))}
          </div>
        )}
        {lines.length === 0 ? (
          <Empty filter={filter} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
          <section className="table-wrap" tabIndex={0} aria-label={t('outbox.deliveries')}>
            <table className="table outbox">
              <thead>
                <tr>
                  {outboxColumns.map((name) => (
                    <th key={name} scope="col">
                      {t(`outbox.column.${name}`)}
                    </th>
                  ))}
                  <th scope="col">
                    <span className="sr">{t('outbox.acts')}</span>
                  </th>
                </tr>
              </thead>
              {lines.map((line) => (
                <OutboxRow
                  key={line.entry.id}
                  line={line}
                  registry={byId.get(line.entry.registry)}
                  now={now}
                  onRetry={() => void retry({ entry: line.entry.id }, t('outbox.say.retried'))}
                  onDrop={() => void drop(line.entry.id)}
                  onSay={onSay}
                />
              ))}
            </table>
          </section>
        )}
        {lines.length > 0 && (
          <ShowMore
            shown={lines.length}
            total={total}
            more={lines.length < total}
            step={step}
            onMore={() => setLimit(limit + step)}
          />
        )}
      </main>
    </div>
  );
}

function Empty({ filter }: { filter: OutboxFilter }) {
  if (filter.state !== 'open' || filter.registry !== undefined) {
    return <p className="block muted">{t('outbox.none')}</p>;
  }
  return (
    <div className="empty">
      <h2>{t('outbox.empty')}</h2>
      <p>{t('outbox.emptyHelp')}</p>
    </div>
  );
}
