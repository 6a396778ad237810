/**
 * A folder of the person's disk, as the browser hands it out (https://wicg.github.io/file-system-access/). The two methods
 * about permissions are not in TypeScript's own description yet.
 */
export type DiskFolder = FileSystemDirectoryHandle & {
  queryPermission?(access: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(access: { mode: 'readwrite' }): Promise<PermissionState>;
};

/** Whether the browser lets us write into a folder. It may ask again after a restart. */
export async function mayWrite(folder: DiskFolder): Promise<boolean> {
  return ((await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
}

/** Asks the person to let us write into a folder, straight from a click. */
export async function askToWrite(folder: DiskFolder): Promise<boolean> {
  return ((await folder.requestPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
}
