/** The parts of a cell that holds a list, each once, without white space around it. */
export function partsOf(cell: string, separator: string | RegExp): string[] {
  const parts = cell.split(separator).map((part) => part.trim());
  return [...new Set(parts.filter((part) => part !== ''))];
}

/**
 * The name and the statement of a skill: where the row has only one of the two, it stands for both. Undefined where it has
 * neither.
 */
export function wordsOf(name: string, statement: string): { name: string; statement: string } | undefined {
  if (!name && !statement) return undefined;
  return { name: name || statement, statement: statement || name };
}
