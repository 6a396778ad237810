import type { Problem } from '../domain/problem.ts';
import { R322Searching, R336 } from '../domain/problems.ts';
import type { Registry, RegistryKind } from '../domain/registry.ts';
import type { SearchAnswer, SearchEvent } from '../domain/search-event.ts';
import type { Connection, RegistryAdapter, SkillPage } from '../registries/adapter.ts';
import { RegistryError } from '../registries/registry-error.ts';
import { keepAnswer, pauseRegistry } from '../store/answers.ts';
import type { KeptAnswer, PlumblineDatabase, RegistryPause } from '../store/database.ts';
import type { Connect } from './connections.ts';

/** What asking needs. */
export type SearchRegistryNeeds = {
  database: PlumblineDatabase;
  adapters: Readonly<Record<RegistryKind, RegistryAdapter>>;
  connect: Connect;
  /** The clock, in milliseconds since the epoch. */
  now(): number;
  /** False where it is certain that there is no network. */
  online(): boolean;
};

/** One registry's part of a search: what it answered to the text before, and whether it asked for a pause. */
export type Part = { registry: Registry; kept?: KeptAnswer | undefined; pause?: RegistryPause | undefined };

/** How a registry is asked: by text, or for one skill. */
export type Ask = (adapter: RegistryAdapter, connection: Connection, signal: AbortSignal) => Promise<SkillPage>;

/** What is asked: the text, how, and whether the person wants a new answer however fresh the one kept is. */
export type Question = { text: string; ask: Ask; again: boolean };

/** How a registry's part of a search ended. */
export type Ending = 'found' | 'nothing' | 'failed';

/** How long an answer is as good as asking again, in milliseconds: 3 minutes. */
export const freshFor = 180_000;

/** How long a registry has for each request of a search, in milliseconds: somebody is waiting. */
export const searchTimeout = 8_000;

/** Makes "ask one registry": from what it answered before where that will do, else over the network. */
export function createSearchRegistry({ database, adapters, connect, now, online }: SearchRegistryNeeds) {
  return async function searchRegistry(
    { registry, kept, pause }: Part,
    { text, ask, again }: Question,
    say: (event: SearchEvent) => void,
    signal: AbortSignal,
  ): Promise<Ending> {
    const { id, name } = registry;
    const answered = (answer: SearchAnswer): Ending => {
      say({ registry: id, name, state: 'answered', ...answer });
      return answer.skills.length > 0 ? 'found' : 'nothing';
    };
    const failed = (problem: Problem, until?: number): Ending => {
      say({ registry: id, name, state: 'failed', problem, ...(until !== undefined && { until }) });
      return 'failed';
    };
    const isFresh = kept && !again && now() - kept.at < freshFor;
    if (kept && (isFresh || !online())) return answered(answerOf(kept));
    if (pause) return failed(pause.problem, pause.until);
    if (!online()) return failed(R336({ name }));
    try {
      const connection = { ...(await connect(registry)), timeout: searchTimeout };
      const { skills, total } = await ask(adapters[registry.kind], connection, signal);
      const found = skills.map((skill) => ({ ...skill, source: { registry: id, name } }));
      const answer = { skills: found, ...(total !== undefined && { total }), at: now() };
      const ending = answered(answer);
      // What could not be kept is asked for again the next time; a full disk is no failure of the search.
      await keepAnswer(database, { registry: id, text, ...answer }).catch(() => {});
      return ending;
    } catch (error) {
      if (signal.aborted) return 'failed';
      if (!(error instanceof RegistryError)) {
        failed(R322Searching);
        throw error;
      }
      if (error.retryAfter === 0) return failed(error.problem);
      const until = now() + error.retryAfter;
      await pauseRegistry(database, id, until, error.problem).catch(() => {});
      return failed(error.problem, until);
    }
  };
}

/** What is kept of an answer, as it is told. */
export function answerOf({ skills, total, at }: KeptAnswer): SearchAnswer {
  return { skills, ...(total !== undefined && { total }), at };
}
