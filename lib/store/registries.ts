import { type LastTest, Registry } from '../domain/registry.ts';
import { forgetAnswers } from './answers.ts';
import type { PlumblineDatabase, StoredFolder, StoredKey } from './database.ts';
import { dropRegistry } from './outbox.ts';
import { writing } from './store-problem.ts';

/** The registries in the order in which the person added them. */
export async function registriesInOrder(database: PlumblineDatabase): Promise<Registry[]> {
  return (await database.registries.toArray()).sort((one, other) => one.created.localeCompare(other.created));
}

/** Keeps a registry, new or changed. */
export function putRegistry(database: PlumblineDatabase, registry: Registry): Promise<string> {
  return writing(database, () => database.registries.put(Registry.parse(registry)));
}

/**
 * Removes a registry with its signing key, its folder's handle, its outbox rows and what it answered, in one transaction. What stands at the
 * registry stays there, and is no longer known here.
 */
export function removeRegistry(database: PlumblineDatabase, id: string): Promise<void> {
  const { registries, keys, folders, outbox, answers, pauses } = database;
  return writing(database, () =>
    database.transaction('rw', [registries, keys, folders, outbox, answers, pauses], async () => {
      await registries.delete(id);
      await keys.delete(id);
      await folders.delete(id);
      await dropRegistry(database, id);
      await forgetAnswers(database, id);
    }),
  );
}

/** Keeps a signing key for a registry; the one before it is gone then. */
export function putKey(database: PlumblineDatabase, key: StoredKey): Promise<string> {
  return writing(database, () => database.keys.put(key));
}

/** Keeps the folder of the disk that a registry writes into; the one before it is forgotten then. */
export function putFolder(database: PlumblineDatabase, folder: StoredFolder): Promise<string> {
  return writing(database, () => database.folders.put(folder));
}

/** Notes how a registry's last test went; nothing where the registry is gone. */
export async function noteTest(database: PlumblineDatabase, id: string, tested: LastTest): Promise<void> {
  await writing(database, () => database.registries.update(id, { tested }));
}
