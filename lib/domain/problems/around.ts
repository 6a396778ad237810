// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import type { Problem } from '../problem.ts';
import type { Sentence } from '../sentence.ts';

/** {sentence} It said: “{said}” */
export const withQuote = (values: { sentence: Sentence; said: string }): Omit<Problem, 'code'> => ({
  message: `${values.sentence.message} It said: “${values.said}”`,
  key: 'problem.with-quote',
  values,
});

/** {sentence} Line {lines}. */
export const withLines = (values: { sentence: Sentence; lines: string }): Omit<Problem, 'code'> => ({
  message: `${values.sentence.message} Line ${values.lines}.`,
  key: 'problem.with-lines',
  values,
});

/** {sentence} Line {lines} and more. */
export const withLinesAndMore = (values: { sentence: Sentence; lines: string }): Omit<Problem, 'code'> => ({
  message: `${values.sentence.message} Line ${values.lines} and more.`,
  key: 'problem.with-lines-and-more',
  values,
});
