/** A source of chance that repeats itself: the same seed gives the same numbers. */
export type Chance = {
  seed: number;
  /** A number from 0 up to, but not, 1. */
  next(): number;
  /** A whole number from 0 up to, but not, `below`. */
  below(below: number): number;
  /** One of a list, each as likely. */
  of<T>(list: readonly [T, ...T[]]): T;
};

/** Opens a source; without a seed, a new one. Mulberry32, by Tommy Ettinger (public domain), in his constants. */
export function openChance(seed = Math.floor(Math.random() * 2 ** 32)): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return { seed, next, below, of: (list) => list[below(list.length)] ?? list[0] };
}

/** Resolves after so many milliseconds: faults come at times of their own, not at steps of ours. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
