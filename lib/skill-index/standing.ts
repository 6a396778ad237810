/**
 * How a word stands in a skill, in one byte, and what that is worth. The byte is what a posting carries:
 * - `1lllfkss` the name has the word: length of the name, whether it is the first word, whether the keywords have it too
 * - `01lll0ss` a keyword or the category has it: words of that keyword
 * - `00llllss` only the statement has it: length of the statement
 *
 * `ss` is how often the statement has it, 3 for three or more.
 */
const inName = 0x80;
const inKeyword = 0x40;
const isFirst = 0x08;
const inKeywordToo = 0x04;

/** How many words a name of each length class has; the last but one stands for 7 to 9, the last for 10 and more. */
const nameLengths = [1, 2, 3, 4, 5, 6, 8, 14];

/** The byte of a word in the name. `position` counts from 0, `length` is the name's number of words. */
export function standingInName(position: number, length: number): number {
  const lengthClass = length <= 6 ? length - 1 : length <= 9 ? 6 : 7;
  return inName | (lengthClass << 4) | (position === 0 ? isFirst : 0);
}

/** The byte after the word was also seen in a keyword of `length` words. */
export function alsoInKeyword(standing: number, length: number): number {
  if (standing & inName) return standing | inKeywordToo;
  const lengthClass = Math.min(length, 8) - 1;
  const known = standing & inKeyword ? (standing >> 3) & 7 : 7;
  return inKeyword | (Math.min(lengthClass, known) << 3) | (standing & 3);
}

/** The byte after the word was also seen in a statement of `length` words. */
export function alsoInStatement(standing: number, length: number): number {
  const times = Math.min((standing & 3) + 1, 3);
  if (standing & (inName | inKeyword)) return (standing & ~3) | times;
  return (Math.min(length >> 2, 15) << 2) | times;
}

/** What each byte is worth, from 0 to 1: name over keyword over statement, short over long, first over later. */
export const worth: Float32Array = Float32Array.from({ length: 256 }, (_, standing) => {
  const times = standing & 3;
  if (standing & inName) {
    const short = 0.22 / Math.sqrt(nameLengths[(standing >> 4) & 7] ?? 1);
    return 0.65 + short + (standing & isFirst ? 0.05 : 0) + (standing & inKeywordToo ? 0.05 : 0) + times * 0.01;
  }
  if (standing & inKeyword) return 0.25 + 0.15 / (((standing >> 3) & 7) + 1) + times * 0.02;
  return 0.08 + times * 0.04 + 0.1 / (1 + ((standing >> 2) & 15));
});

/** Which share of the name the word is: 1 where it is the whole name, 0 where the name does not have it. */
export const nameShare: Float32Array = Float32Array.from({ length: 256 }, (_, standing) =>
  standing & inName ? 1 / (nameLengths[(standing >> 4) & 7] ?? 1) : 0,
);

/** All bytes, the worthiest first. */
export const byWorth: Uint8Array = Uint8Array.from({ length: 256 }, (_, byte) => byte).sort(
  (one, other) => (worth[other] ?? 0) - (worth[one] ?? 0),
);
