/** On which line each identifier of a table stands first. */
export type LineLedger = {
  /** Puts down an identifier; answers the line of the one that was there before, which stays. */
  add(identifier: string, line: number): number | undefined;
  has(identifier: string): boolean;
};

/**
 * A ledger for a million identifiers in some 25 MB: it keeps 64 bits of each instead of its text, which would hold on to
 * the piece of the file it was cut from. That two different ones of a million share all 64 is less likely than 1 to 10
 * million, and ends in a refusal, never in a loss.
 */
export function newLineLedger(): LineLedger {
  let size = 0;
  let keys = new Uint32Array(2 * 1024);
  // 0 marks a free place: lines count from 1.
  let lines = new Uint32Array(1024);

  /** The place of a key, or the free one where it would go: the next ones are tried while others sit there. */
  function placeOf([high, low]: Key): number {
    let place = low & (lines.length - 1);
    while (lines[place] !== 0 && (keys[2 * place] !== high || keys[2 * place + 1] !== low)) {
      place = (place + 1) & (lines.length - 1);
    }
    return place;
  }

  function put(key: Key, line: number): void {
    const place = placeOf(key);
    keys.set(key, 2 * place);
    lines[place] = line;
  }

  function grow(): void {
    const [oldKeys, oldLines] = [keys, lines];
    keys = new Uint32Array(2 * oldKeys.length);
    lines = new Uint32Array(2 * oldLines.length);
    for (const [place, line] of oldLines.entries()) {
      if (line !== 0) put([oldKeys[2 * place] ?? 0, oldKeys[2 * place + 1] ?? 0], line);
    }
  }

  return {
    add(identifier, line) {
      const key = keyOf(identifier);
      const known = lines[placeOf(key)];
      if (known) return known;
      put(key, line);
      size += 1;
      if (2 * size > lines.length) grow();
      return undefined;
    },
    has: (identifier) => lines[placeOf(keyOf(identifier))] !== 0,
  };
}

/** 64 bits of a text, as two halves without sign. */
type Key = readonly [number, number];

/** Two hashes that differ in all they do: multiply and add, and xor and multiply; both mixed at the end. */
function keyOf(text: string): Key {
  let one = 7;
  let other = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = (Math.imul(one, 0x2c1b3c6d) + unit + 1) | 0;
    other = Math.imul(other ^ unit, 0x01000193);
  }
  return [mixed(one), mixed(other)];
}

/** Spreads every bit over all others (the finalizer of MurmurHash3). */
function mixed(bits: number): number {
  let mix = bits;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return (mix ^ (mix >>> 16)) >>> 0;
}
