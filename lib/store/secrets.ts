import * as z from 'zod/mini';

/** The part of `browser.storage.local` that secrets need. Never sync storage: a token must not leave this device. */
export type SecretArea = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
};

/** Tokens of registries, kept apart from everything that is exported, listed or logged. */
export type Secrets = {
  /** The token of a registry, undefined where the person gave none. */
  tokenOf(registry: string): Promise<string | undefined>;
  keep(registry: string, token: string): Promise<void>;
  forget(registry: string): Promise<void>;
};

/** Opens the secrets of this device. */
export function openSecrets(area: SecretArea): Secrets {
  const key = (registry: string) => `token:${registry}`;
  return {
    async tokenOf(registry) {
      const found = await area.get(key(registry));
      return z.optional(z.string()).parse(found[key(registry)]);
    },
    keep: (registry, token) => area.set({ [key(registry)]: token }),
    forget: (registry) => area.remove(key(registry)),
  };
}
