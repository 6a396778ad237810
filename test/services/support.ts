import type { Registry, RegistryKind } from '../../lib/domain/registry.ts';
import type { RegistryAdapter } from '../../lib/registries/adapter.ts';
import { registries } from '../../lib/registries/index.ts';
import { RegistryError, type RegistryFailure } from '../../lib/registries/registry-error.ts';
import type { SecretArea } from '../../lib/store/secrets.ts';

/** A signal that never aborts. */
export const patient = new AbortController().signal;

/** A registry of a name, each with an id of its own. */
export function registryNamed(name: string, over: Partial<Registry> = {}): Registry {
  return {
    id: crypto.randomUUID(),
    kind: 'osmt',
    name,
    address: `https://${name.toLowerCase()}.example`,
    enabled: true,
    created: '2026-03-01T10:00:00.000Z',
    ...over,
  };
}

/** A failure as an adapter would say it. */
export function failure(registry: Registry, reason: RegistryFailure, code = 'R500'): RegistryError {
  return new RegistryError(registry, reason, { code, message: `${registry.name} failed.` });
}

/** An adapter with some abilities. */
export function adapterWith(abilities: Partial<RegistryAdapter>): RegistryAdapter {
  return {
    label: 'Test',
    baseOf: (text) => (text.startsWith('https://') ? text : undefined),
    testConnection: () => Promise.resolve({ steps: [] }),
    ...abilities,
  };
}

/** The table of all kinds, with the test's own in place of some. */
export function adaptersWith(own: Partial<Record<RegistryKind, RegistryAdapter>>) {
  return { ...registries, ...own };
}

/** Storage as the extension's own, with what stands in it to look at. */
export function memoryArea(): SecretArea & { kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    get: async (key) => (kept.has(key) ? { [key]: structuredClone(kept.get(key)) } : {}),
    set: async (items) => {
      for (const [key, value] of Object.entries(items)) kept.set(key, structuredClone(value));
    },
    remove: async (key) => {
      kept.delete(key);
    },
  };
}
