/**
 * Takes out of a map from child to parent what goes in circles, so that every way up ends, and answers the children that
 * lost their parent by it: of each circle the one that is met first when the children are followed upwards in the map's
 * order. A child below itself is a circle of one. Linear in time.
 */
export function cutCircles(parents: Map<string, string>): string[] {
  const cut: string[] = [];
  /** By which child's way a line was met: met again on the same way, it closes a circle. */
  const metBy = new Map<string, string>();
  for (const child of parents.keys()) {
    let line: string | undefined = child;
    while (line !== undefined && !metBy.has(line)) {
      metBy.set(line, child);
      line = parents.get(line);
    }
    if (line !== undefined && metBy.get(line) === child && parents.has(line)) {
      parents.delete(line);
      cut.push(line);
    }
  }
  return cut;
}
