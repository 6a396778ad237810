import { rmSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

/** The folders of one run, all inside one temporary folder. */
export type Folders = {
  profile: string;
  downloads: string;
  /** Waits until a download of this name is whole, and answers its path. */
  downloaded(name: string): Promise<string>;
  remove(): Promise<void>;
};

/** Makes the folders of one run. */
export async function makeFolders(): Promise<Folders> {
  const root = await mkdtemp(join(tmpdir(), 'plumbline-browser-'));
  const [profile, downloads] = [join(root, 'profile'), join(root, 'downloads')];
  await Promise.all([mkdir(profile), mkdir(downloads)]);
  const options = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 };
  const removeNow = () => rmSync(root, options);
  // Where the process ends without closing, the folder must not stay behind.
  process.once('exit', removeNow);
  let names: string[] = [];
  return {
    profile,
    downloads,
    downloaded: (name) =>
      until(
        `the download of ${name}`,
        async () => {
          names = await readdir(downloads);
          const path = join(downloads, name);
          // Firefox holds the place with an empty file while the bytes go to one that ends in .part.
          const isWhole = names.includes(name) && !names.some((other) => /\.(part|crdownload)$/.test(other));
          return isWhole && (await stat(path)).size > 0 ? path : undefined;
        },
        { instead: () => `the folder holds ${names.join(', ') || 'nothing'}` },
      ),
    async remove() {
      process.off('exit', removeNow);
      // A browser's helper processes may write a moment longer than the browser itself lives.
      await rm(root, options);
    },
  };
}

/** What the drivers need of an extension's manifest. */
export type Manifest = { popup: string; geckoId: string };

/** Reads the built extension's manifest. */
export async function readManifest(extension: string): Promise<Manifest> {
  const manifest = JSON.parse(await readFile(join(extension, 'manifest.json'), 'utf8'));
  return { popup: manifest.action?.default_popup ?? '', geckoId: manifest.browser_specific_settings?.gecko?.id ?? '' };
}
