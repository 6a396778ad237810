import type { DiskFolder } from '../../lib/domain/disk-folder.ts';

/** A browser that lets a page ask for a folder of the disk (Chromium; Firefox and Safari do not). */
type Picking = { showDirectoryPicker?(options: { mode: 'readwrite'; id: string }): Promise<DiskFolder> };

/** Whether this browser can be asked for a folder. */
export function canPickFolder(): boolean {
  return typeof (globalThis as Picking).showDirectoryPicker === 'function';
}

/** Lets the person choose a folder, straight from a click; undefined where they thought better of it. */
export async function pickFolder(): Promise<DiskFolder | undefined> {
  try {
    return await (globalThis as Picking).showDirectoryPicker?.({ mode: 'readwrite', id: 'plumbline' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  }
}
