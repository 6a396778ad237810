/** How many Unicode code points a text's first `units` UTF-16 units are. */
export function countCodePoints(text: string, units: number): number {
  let count = 0;
  for (let at = 0; at < units; at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1) count += 1;
  return count;
}

/** How many UTF-16 units a text's first `points` code points take; the whole text where it has fewer. */
export function unitsOf(text: string, points: number): number {
  let at = 0;
  for (let left = points; left > 0 && at < text.length; left -= 1)
    at += (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
  return at;
}
