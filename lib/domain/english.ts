/** A number as the English sentences of problems and warnings have it: "1,204". */
export function numberIn(value: number): string {
  return value.toLocaleString('en');
}

/** The case of a whole number that English tells apart. */
export function countIn(count: number, cases: { one: string; other: string }): string {
  return count === 1 ? cases.one : cases.other;
}

/** The case of a word, else `other`. */
export function caseIn(word: string, cases: Readonly<Record<string, string>> & { other: string }): string {
  return (Object.hasOwn(cases, word) && cases[word]) || cases.other;
}
