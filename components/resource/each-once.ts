/** What is said, each once and with a key of its own: pages repeat themselves. */
export function eachOnce<One>(all: readonly One[]): [string, One][] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one]))];
}
