import { Zip, ZipDeflate } from 'fflate';
import { byteParts } from './byte-parts.ts';

/** A ZIP that grows file by file; none stands in memory whole. */
export type ZipWriter = {
  /** Adds a file of pieces. Rejects with what reading the pieces rejects with; the ZIP is of no use then. */
  add(name: string, pieces: AsyncIterable<Uint8Array>): Promise<void>;
  end(): Blob;
};

/** Higher levels of fflate take twice the time and save a hundredth: exports repeat themselves within a few lines. */
const level = 3;

/** Starts a ZIP (PKWARE APPNOTE 6.3, deflated); every file bears the date given. */
export function openZip(date: Date): ZipWriter {
  const written = byteParts();
  let failure: Error | undefined;
  const zip = new Zip((error, bytes) => {
    if (error) failure ??= error;
    else written.add(bytes);
  });
  return {
    async add(name, pieces) {
      const entry = new ZipDeflate(name, { level });
      entry.mtime = date;
      zip.add(entry);
      for await (const piece of pieces) {
        entry.push(piece);
        if (failure) throw failure;
      }
      entry.push(new Uint8Array(), true);
    },
    end() {
      zip.end();
      if (failure) throw failure;
      return written.file('application/zip');
    },
  };
}
