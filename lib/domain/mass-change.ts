/** What a bulk act does to records of one kind: how many it deletes or overwrites, of how many that are kept. */
export type MassChange = { lost: number; kept: number };

/** So many records may be lost to one act unasked, however few are kept. */
const lostFreely = 20;

/**
 * Whether a bulk act has to be confirmed by typing: where it deletes or overwrites more than a tenth of the records that
 * are kept, and more than 20.
 */
export function needsConfirmation({ lost, kept }: MassChange): boolean {
  return lost > lostFreely && lost * 10 > kept;
}

/**
 * Whether a person typed this number, in the digits of whichever language of ours: white space and what groups digits in
 * any language do not count.
 */
export function isTypedNumber(typed: string, number: number): boolean {
  // The last four bits of an Arabic-Indic digit, and of an Eastern one, are its value.
  const plain = typed.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 15));
  return plain.replace(/[\s.,'’٬]/g, '') === String(number);
}
