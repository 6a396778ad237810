/** How many places are looked at more closely. */
const mostPlaces = 5;

/** One bit of memory for each hash of a run of letters. */
const tableSize = 1 << 16;

/**
 * Where in a text something like a pattern may begin, the likeliest first: where most runs of a few letters are the
 * pattern's own. Linear in the text, however alike its parts are. Of places that are alike the one nearest to `hint`
 * stands first.
 */
export function similarPlaces(text: string, pattern: string, hint: number): number[] {
  const run = pattern.length >= 128 ? 8 : pattern.length >= 12 ? 4 : 2;
  const own = new Uint8Array(tableSize);
  for (let at = 0; at + run <= pattern.length; at += 1) own[hashAt(pattern, at, run)] = 1;

  const window = Math.max(1, pattern.length - run + 1);
  const places: { at: number; hits: number }[] = [];
  let hits = 0;
  for (let at = 0; at + run <= text.length; at += 1) {
    hits += own[hashAt(text, at, run)] as number;
    if (at >= window) hits -= own[hashAt(text, at - window, run)] as number;
    if (hits > 0) note(places, { at: Math.max(0, at - window + 1), hits }, pattern.length);
  }
  const byHits = (one: (typeof places)[number], other: (typeof places)[number]) =>
    other.hits - one.hits || Math.abs(one.at - hint) - Math.abs(other.at - hint);
  return places
    .sort(byHits)
    .slice(0, mostPlaces)
    .map(({ at }) => at);
}

/** Keeps the best place of each stretch as long as the pattern. */
function note(places: { at: number; hits: number }[], place: { at: number; hits: number }, stretch: number): void {
  const last = places.at(-1);
  if (!last || place.at - last.at >= stretch) places.push(place);
  else if (place.hits > last.hits) places[places.length - 1] = place;
}

function hashAt(text: string, at: number, run: number): number {
  let hash = 0;
  for (let unit = at; unit < at + run; unit += 1) hash = (Math.imul(hash, 0x1f) + text.charCodeAt(unit)) | 0;
  return (Math.imul(hash, 0x9e3779b1) >>> 16) & (tableSize - 1);
}
