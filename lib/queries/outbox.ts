import type { DeliveryState, OutboxEntry } from '../domain/outbox-entry.ts';
import type { Problem } from '../domain/problem.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { type KnownAlignment, knownAlignments } from './known-alignments.ts';

/** The states in which an entry still waits for something, those that wait for the person first. */
export const openStates = ['failed', 'paused', 'sending', 'queued'] as const satisfies DeliveryState[];

/** Which entries of the outbox to show; `open`: all that is not settled. Without a registry those of all. */
export type OutboxFilter = { state: DeliveryState | 'open'; registry?: string | undefined };

/** An entry of the outbox with what it carries, as far as that is still known here. */
export type OutboxLine = { entry: OutboxEntry; known?: KnownAlignment; skills?: SkillAlignment };

/** How many entries are in each state, by registry, as they were counted with each write. States without any are absent. */
export type DeliveryCounts = ReadonlyMap<string, Partial<Record<DeliveryState, number>>>;

/** The counts of the outbox. Asks for no entry. */
export async function deliveryCounts({ counters }: PlumblineDatabase): Promise<DeliveryCounts> {
  const rows = await counters.where('id').startsWith('outbox/').toArray();
  const counts = new Map<string, Partial<Record<DeliveryState, number>>>();
  for (const { id, count } of rows) {
    const [, registry = '', state] = id.split('/');
    if (count > 0) counts.set(registry, { ...counts.get(registry), [state as DeliveryState]: count });
  }
  return counts;
}

/** How many entries a filter lets through. */
export function countIn(counts: DeliveryCounts, { state, registry }: OutboxFilter): number {
  const states: readonly DeliveryState[] = state === 'open' ? openStates : [state];
  const of = registry === undefined ? [...counts.values()] : [counts.get(registry) ?? {}];
  return of.reduce((sum, one) => sum + states.reduce((inner, each) => inner + (one[each] ?? 0), 0), 0);
}

/**
 * The first entries that a filter lets through, by state; over all registries then by when they are tried next, what is
 * settled the latest first. However many there are, no more are read than are asked for.
 */
export async function outboxLines(
  database: PlumblineDatabase,
  filter: OutboxFilter,
  limit: number,
): Promise<OutboxLine[]> {
  const states: readonly DeliveryState[] = filter.state === 'open' ? openStates : [filter.state];
  const entries: OutboxEntry[] = [];
  for (const state of states) {
    if (entries.length >= limit) break;
    entries.push(
      ...(await inState(database, state, filter.registry)
        .limit(limit - entries.length)
        .toArray()),
    );
  }
  const ofSkills = entries.filter(({ of }) => of === 'skill').map(({ alignment }) => alignment);
  const [known, skills] = await Promise.all([
    knownAlignments(
      database,
      entries.filter(({ of }) => of === undefined).map(({ alignment }) => alignment),
    ),
    database.skillAlignments.bulkGet(ofSkills),
  ]);
  const statements = new Map(skills.flatMap((one) => (one ? [[one.id, one] as const] : [])));
  return entries.map((entry) => {
    const [alignment, statement] = [known.get(entry.alignment), statements.get(entry.alignment)];
    return { entry, ...(alignment && { known: alignment }), ...(statement && { skills: statement }) };
  });
}

/** Why a registry is not sent to, or why what it was sent failed: the first word of what is stuck there. */
export async function problemAt({ outbox }: PlumblineDatabase, registry: string): Promise<Problem | undefined> {
  for (const state of ['paused', 'failed'] as const) {
    const first = await outbox.where('[registry+state]').equals([registry, state]).first();
    if (first?.problem) return first.problem;
  }
  return undefined;
}

function inState({ outbox }: PlumblineDatabase, state: DeliveryState, registry: string | undefined) {
  const entries =
    registry === undefined
      ? outbox.where('[state+nextTry]').between([state, -Infinity], [state, Infinity])
      : outbox.where('[registry+state]').equals([registry, state]);
  return state === 'delivered' || state === 'withdrawn' ? entries.reverse() : entries;
}
