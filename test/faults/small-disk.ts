import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, in memory. */
export type SmallDisk = { path: string; remove(): void };

/** Makes a disk of so many megabytes. Undefined where this process may not mount one, as any but root on Linux may not. */
export function makeSmallDisk(megabytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'plumbline-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], { stdio: 'ignore' });
  } catch {
    rmdirSync(path);
    return undefined;
  }
  let isMounted = true;
  const remove = () => {
    if (!isMounted) return;
    isMounted = false;
    process.off('exit', remove);
    // Lazily: a browser's helper processes may hold on to it a moment longer than the browser itself.
    execFileSync('umount', ['-l', path], { stdio: 'ignore' });
    rmdirSync(path);
  };
  process.once('exit', remove);
  return { path, remove };
}
