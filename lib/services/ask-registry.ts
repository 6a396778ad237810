import { ProblemError } from '../domain/problem.ts';
import { R302, R303 } from '../domain/problems.ts';
import type { Registry, RegistryKind } from '../domain/registry.ts';
import type { Connection, RegistryAdapter } from '../registries/adapter.ts';
import { RegistryError } from '../registries/registry-error.ts';
import type { Connect } from './connections.ts';

/** What asking one registry needs. */
export type AskNeeds = {
  registry(id: string): Promise<Registry | undefined>;
  adapters: Readonly<Record<RegistryKind, RegistryAdapter>>;
  connect: Connect;
};

/**
 * Makes a call to one of the person's registries, by its id. Rejects with ProblemError: R302 where the registry is gone,
 * R303 where `call` answers undefined because the kind lacks the ability, else with what the registry failed of.
 */
export type AskRegistry = <T>(
  id: string,
  call: (adapter: RegistryAdapter, connection: Connection) => Promise<T> | undefined,
) => Promise<T>;

/** Makes `askRegistry`. */
export function createAskRegistry({ registry, adapters, connect }: AskNeeds): AskRegistry {
  return async function askRegistry(id, call) {
    const standing = await registry(id);
    if (!standing) throw new ProblemError(R302);
    try {
      return await (call(adapters[standing.kind], await connect(standing)) ?? lacking(standing));
    } catch (error) {
      throw error instanceof RegistryError ? new ProblemError(error.problem, { cause: error }) : error;
    }
  };
}

function lacking({ name }: Registry): never {
  throw new ProblemError(R303({ name }));
}
