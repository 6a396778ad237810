import { type IdentityNames, signerName } from '../domain/identity.ts';
import type { PlumblineDatabase, StoredIdentity } from './database.ts';

const nobody: StoredIdentity = { id: 'own', name: '', organisation: '' };

/** Who signs here; with empty names and without a key where nobody said so yet. */
export async function identityOf(database: PlumblineDatabase): Promise<StoredIdentity> {
  return (await database.identity.get('own')) ?? nobody;
}

/** What the person calls herself, for the history of what she does; undefined where she did not say so. */
export async function whoActs(database: PlumblineDatabase): Promise<string | undefined> {
  return signerName(await identityOf(database));
}

/** Keeps what the person calls herself; the key stays as it is. */
export function keepNames(database: PlumblineDatabase, names: IdentityNames): Promise<void> {
  return change(database, (before) => ({ ...before, ...names }));
}

/** Puts a key in the place of the one before. */
export function keepKey(database: PlumblineDatabase, key: StoredIdentity['key']): Promise<void> {
  return change(database, (before) => ({ ...before, key }));
}

/** Forgets the key, with the copy under the password. It cannot be brought back. */
export function forgetKey(database: PlumblineDatabase): Promise<void> {
  return change(database, ({ key: _forgotten, ...rest }) => rest);
}

async function change(database: PlumblineDatabase, make: (before: StoredIdentity) => StoredIdentity): Promise<void> {
  await database.transaction('rw', database.identity, async () => {
    await database.identity.put(make(await identityOf(database)));
  });
}
