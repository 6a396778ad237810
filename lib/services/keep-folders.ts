import type { PlumblineDatabase, StoredFolder } from '../store/database.ts';
import { putFolder } from '../store/registries.ts';

/** Makes what a page keeps of folders through its bulk worker: a folder's handle crosses to a worker, to a background never. */
export function createKeepFolders(database: PlumblineDatabase) {
  return {
    async keepFolder(folder: StoredFolder): Promise<null> {
      await putFolder(database, folder);
      return null;
    },
  };
}
