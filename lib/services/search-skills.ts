import type { Registry } from '../domain/registry.ts';
import type { SearchEvent } from '../domain/search-event.ts';
import { isWebAddress } from '../domain/web-address.ts';
import type { RegistryAdapter } from '../registries/adapter.ts';
import { RegistryError, type RegistryFailure } from '../registries/registry-error.ts';
import { isCode, isIdentifier } from '../skill-index/identifiers.ts';
import { answersTo, pausesNow } from '../store/answers.ts';
import { type Ask, answerOf, createSearchRegistry, type Ending, type SearchRegistryNeeds } from './search-registry.ts';

/** What searching needs. */
export type SearchNeeds = SearchRegistryNeeds & {
  /** The registries that the person enabled. */
  enabled(): Promise<Registry[]>;
};

/** What is searched for. `only` is the one registry that the person asks again, however fresh its answer is. */
export type SkillSearch = { text: string; only?: string | undefined };

/** How many skills one registry is asked for. */
const resultsPerRegistry = 20;

/**
 * Makes the use case "ask every enabled registry at once". Each answers in its own time, from what it answered before
 * where that is fresh, and one that fails says so in its own event and holds nobody up. Who asked for a pause is left
 * alone until it is over. An address, a UUID or a CTID goes straight to the registries that may know it, and only where
 * none does are all searched; a notation goes straight, too, but several skills may have it, so the others are searched
 * besides. Settles when all have answered or failed; rejects then where one failed as nobody expected. Says nothing more
 * once the signal aborts.
 */
export function createSearchSkills(needs: SearchNeeds) {
  const { database, enabled, adapters, now } = needs;
  const searchRegistry = createSearchRegistry(needs);
  return async function searchSkills(
    { text, only }: SkillSearch,
    emit: (event: SearchEvent) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const all = (await enabled()).filter(({ id }) => only === undefined || id === only);
    const ids = all.map(({ id }) => id);
    const [kept, pauses] = await Promise.all([answersTo(database, ids, text, now()), pausesNow(database, now())]);
    const say = (event: SearchEvent) => {
      if (!signal.aborted) emit(event);
    };

    /** Asks some of the registries at once, and answers how it ended for each. */
    async function askAll(registries: readonly Registry[], ask: Ask): Promise<Map<string, Ending>> {
      for (const { id, name } of registries) {
        const before = kept.get(id);
        say({ registry: id, name, state: 'asking', ...(before && { kept: answerOf(before) }) });
      }
      const question = { text, ask, again: only !== undefined };
      const ends = await Promise.allSettled(
        registries.map(async (registry): Promise<[string, Ending]> => {
          const part = { registry, kept: kept.get(registry.id), pause: pauses.get(registry.id) };
          return [registry.id, await searchRegistry(part, question, say, signal)];
        }),
      );
      for (const end of ends) if (end.status === 'rejected') throw end.reason;
      return new Map(ends.filter((end) => end.status === 'fulfilled').map(({ value }) => value));
    }

    const named = text.trim();
    const knowing = all.filter((registry) => mayKnow(adapters[registry.kind], registry, named));
    const straight = await askAll(knowing, byIdentifier(named));
    if (signal.aborted || (isIdentifier(named) && [...straight.values()].includes('found'))) return;
    const rest = all.filter(({ id, kind }) => adapters[kind].search && (straight.get(id) ?? 'nothing') === 'nothing');
    await askAll(rest, byText(text));
  };
}

/**
 * Whether a registry can be asked straight for what was pasted: where it is an address, one of its own. Whether it knows
 * a UUID, a CTID or a notation, its kind alone can say; those that do not refuse without sending anything.
 */
function mayKnow(adapter: RegistryAdapter, { address }: Registry, named: string): boolean {
  if (!adapter.getSkill) return false;
  if (!isWebAddress(named)) return isIdentifier(named) || isCode(named);
  return adapter.baseOf(named) === address || withoutScheme(named).startsWith(`${withoutScheme(address)}/`);
}

function byIdentifier(named: string): Ask {
  return async (adapter, connection, signal) => {
    const { address } = connection.registry;
    // Sources name their skills by http where they answer by https.
    const isUnder = withoutScheme(named).startsWith(`${withoutScheme(address)}/`);
    const uri = isUnder ? address + withoutScheme(named).slice(withoutScheme(address).length) : named;
    try {
      const skill = await adapter.getSkill?.(connection, uri, signal);
      return { skills: skill ? [skill] : [] };
    } catch (error) {
      if (error instanceof RegistryError && unknown.includes(error.reason)) return { skills: [] };
      throw error;
    }
  };
}

/** The failures that say no more than that a registry does not have the skill, or that the address is of no skill. */
const unknown: readonly RegistryFailure[] = ['not-found', 'refused', 'not-json', 'wrong-shape'];

function byText(text: string): Ask {
  return async (adapter, connection, signal) =>
    (await adapter.search?.(connection, { text, limit: resultsPerRegistry }, signal)) ?? { skills: [] };
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//i, '');
}
