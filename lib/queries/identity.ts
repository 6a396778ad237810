import type { IdentityNames } from '../domain/identity.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { identityOf } from '../store/identity.ts';

/** Who signs here, as a screen may know it: the public half of the key alone. */
export type KeptIdentity = IdentityNames & {
  key?: {
    did: string;
    /** When it was made, ISO 8601 in UTC. */
    made: string;
    /** Whether a copy under the person's password can be downloaded. */
    copy: boolean;
  };
};

/** Who signs here; with empty names and without a key where nobody said so yet. */
export async function identityKept(database: PlumblineDatabase): Promise<KeptIdentity> {
  const { name, organisation, key } = await identityOf(database);
  if (!key) return { name, organisation };
  return { name, organisation, key: { did: key.did, made: key.made, copy: key.file !== undefined } };
}
