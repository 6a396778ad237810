/** Where in a text a pattern fits best, and how many edits it takes. */
export type Nearest = { distance: number; start: number; end: number };

/**
 * The part of a text that is nearest to a pattern: the fewest insertions, deletions and replacements of UTF-16 units
 * (Sellers, 1980). Takes time in pattern × text and memory in the pattern alone. An empty text answers the whole pattern
 * as its distance.
 */
export function nearestPart(pattern: string, text: string): Nearest {
  const size = pattern.length;
  const edits = Uint32Array.from({ length: size + 1 }, (_, row) => row);
  const starts = new Uint32Array(size + 1);
  let best: Nearest = { distance: size, start: 0, end: 0 };
  for (let column = 1; column <= text.length; column += 1) {
    const unit = text.charCodeAt(column - 1);
    let diagonal = 0;
    let diagonalStart = column - 1;
    let above = 0;
    let aboveStart = column;
    starts[0] = column;
    for (let row = 1; row <= size; row += 1) {
      const left = edits[row] as number;
      const leftStart = starts[row] as number;
      let edit = diagonal + (pattern.charCodeAt(row - 1) === unit ? 0 : 1);
      let start = diagonalStart;
      if (left + 1 < edit) {
        edit = left + 1;
        start = leftStart;
      }
      if (above + 1 < edit) {
        edit = above + 1;
        start = aboveStart;
      }
      diagonal = left;
      diagonalStart = leftStart;
      above = edit;
      aboveStart = start;
      edits[row] = edit;
      starts[row] = start;
    }
    if (above < best.distance) best = { distance: above, start: aboveStart, end: column };
  }
  return best;
}
