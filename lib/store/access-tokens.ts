import * as z from 'zod/mini';
import type { SecretArea } from './secrets.ts';

/** An access token that a registry gave out for a while. */
export const KeptAccess = z.object({
  token: z.string(),
  /** When it should no longer be sent, in milliseconds since the epoch. */
  expires: z.number(),
  /** Which client it was given to: token address, client id and scope in one text. */
  client: z.string(),
});
export type KeptAccess = z.infer<typeof KeptAccess>;

/** The access tokens of registries that give them out, kept apart from everything that is exported, listed or logged. */
export type AccessTokens = {
  /** What is kept for a registry; undefined where that is nothing, or nothing readable. */
  of(registry: string): Promise<KeptAccess | undefined>;
  keep(registry: string, access: KeptAccess): Promise<void>;
  forget(registry: string): Promise<void>;
};

/** Opens the access tokens in `storage.session`: they are gone with the browser, and fetched anew with the next. */
export function openAccessTokens(area: SecretArea): AccessTokens {
  const key = (registry: string) => `access:${registry}`;
  return {
    of: async (registry) => KeptAccess.safeParse((await area.get(key(registry)))[key(registry)]).data,
    keep: (registry, access) => area.set({ [key(registry)]: access }),
    forget: (registry) => area.remove(key(registry)),
  };
}
