/** The most that is held as bytes before it is handed to the browser as a Blob, which need not stand in memory. */
const partSize = 1 << 20;

/** Collects bytes as they come into one Blob, holding about a MiB of them at a time. */
export type ByteParts = {
  add(bytes: Uint8Array): void;
  /** Everything that was added, as a file. */
  file(type: string): Blob;
};

/** Starts collecting. */
export function byteParts(): ByteParts {
  const parts: Blob[] = [];
  let held: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const setAside = () => {
    if (size > 0) parts.push(new Blob(held));
    held = [];
    size = 0;
  };
  return {
    add(bytes) {
      // A copy: who hands bytes over may use their buffer again.
      held.push(new Uint8Array(bytes));
      size += bytes.length;
      if (size >= partSize) setAside();
    },
    file(type) {
      setAside();
      return new Blob(parts, { type });
    },
  };
}

/** A text's pieces as bytes in UTF-8, joined to some 64 KiB each, since many small pieces cost more than their content. */
export async function* bytesOf(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let joined = '';
  for await (const piece of pieces) {
    joined += piece;
    if (joined.length < 65_536) continue;
    yield encoder.encode(joined);
    joined = '';
  }
  if (joined) yield encoder.encode(joined);
}
