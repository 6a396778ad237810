/** Answers numbers from 0 to 1, 1 not included. */
export type Random = () => number;

/** A repeatable source of chance: a linear congruential generator modulo 2^32, its upper bits mixed down. */
export function seeded(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return ((state ^ (state >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** One of a list. Throws where it is empty. */
export function pick<T>(list: ArrayLike<T>, random: Random): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new RangeError('nothing to choose from');
  return chosen;
}
