import type { Problem } from '../domain/problem.ts';
import type { Registry, RegistryKind } from '../domain/registry.ts';
import type { SearchEvent } from '../domain/search-event.ts';
import type { RegistryAdapter } from '../registries/adapter.ts';
import { RegistryError } from '../registries/registry-error.ts';
import type { Connect } from './connections.ts';

/** What searching needs. */
export type SearchNeeds = {
  /** The registries that the person enabled. */
  enabled(): Promise<Registry[]>;
  adapters: Readonly<Record<RegistryKind, RegistryAdapter>>;
  connect: Connect;
};

/** How many skills one registry is asked for. */
const resultsPerRegistry = 20;

/**
 * Makes the use case "ask every enabled registry at once". Each answers in its own time; one that fails says so in its
 * own event and holds nobody up. Settles when all have answered or failed; rejects then where one failed as nobody
 * expected. Says nothing more once the signal aborts.
 */
export function createSearchSkills({ enabled, adapters, connect }: SearchNeeds) {
  return async function searchSkills(
    text: string,
    emit: (event: SearchEvent) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const asked = (await enabled()).filter(({ kind }) => adapters[kind].search);
    const say = (event: SearchEvent) => signal.aborted || emit(event);
    for (const { id, name } of asked) say({ registry: id, name, state: 'asking' });
    const ended = await Promise.allSettled(
      asked.map(async (registry) => {
        const { id, name } = registry;
        try {
          const page = await adapters[registry.kind].search?.(
            await connect(registry),
            { text, limit: resultsPerRegistry },
            signal,
          );
          const skills = (page?.skills ?? []).map((skill) => ({ ...skill, source: { registry: id, name } }));
          say({
            registry: id,
            name,
            state: 'answered',
            skills,
            ...(page?.total !== undefined && { total: page.total }),
          });
        } catch (error) {
          if (signal.aborted) return;
          say({ registry: id, name, state: 'failed', problem: problemOf(error) });
          if (!(error instanceof RegistryError)) throw error;
        }
      }),
    );
    for (const end of ended) if (end.status === 'rejected') throw end.reason;
  };
}

function problemOf(error: unknown): Problem {
  if (error instanceof RegistryError) return error.problem;
  return {
    code: 'R322',
    message: 'Something unexpected went wrong inside Plumbline.',
    advice: 'The other places were asked all the same; the browser’s extension page shows the details.',
  };
}
