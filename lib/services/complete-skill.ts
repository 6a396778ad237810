import type { Registry, RegistryKind } from '../domain/registry.ts';
import type { FoundSkill } from '../domain/skill.ts';
import type { RegistryAdapter } from '../registries/adapter.ts';
import { RegistryError } from '../registries/registry-error.ts';
import type { Connect } from './connections.ts';

/** What completing needs. */
export type CompleteNeeds = {
  registry(id: string): Promise<Registry | undefined>;
  adapters: Readonly<Record<RegistryKind, RegistryAdapter>>;
  connect: Connect;
};

/**
 * Makes the use case "this skill with all that its registry knows of it". A search's rows leave much out, such as the
 * framework; a snapshot should not. Where the registry cannot say more now, the row itself is the answer.
 */
export function createCompleteSkill({ registry, adapters, connect }: CompleteNeeds) {
  return async function completeSkill(found: FoundSkill, signal: AbortSignal): Promise<FoundSkill> {
    const from = await registry(found.source.registry);
    const adapter = from && adapters[from.kind];
    if (!from || !adapter?.getSkill) return found;
    try {
      const skill = await adapter.getSkill(await connect(from), found.uri, signal);
      return { ...skill, uri: found.uri, source: found.source };
    } catch (error) {
      if (error instanceof RegistryError) return found;
      throw error;
    }
  };
}
