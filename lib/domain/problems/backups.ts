// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import { countIn, numberIn } from '../english.ts';
import type { Problem } from '../problem.ts';

/** This file is no backup of Plumbline. */
export const B700: Problem = {
  code: 'B700',
  message: "This file is no backup of Plumbline.",
  advice: "Nothing was changed. Files of alignments are imported under “Your alignments”.",
  key: 'problem.B700',
};

/** This backup was made by a newer Plumbline. */
export const B701: Problem = {
  code: 'B701',
  message: "This backup was made by a newer Plumbline.",
  advice: "Nothing was changed. Update the extension, then restore it again.",
  key: 'problem.B701',
};

/** This backup is cut short or damaged. */
export const B702: Problem = {
  code: 'B702',
  message: "This backup is cut short or damaged.",
  advice: "Nothing was changed. Download or copy it again; an automatic backup or an older file may be whole.",
  key: 'problem.B702',
};

/** This backup is not as it was written: something in it was changed or damaged. */
export const B703: Problem = {
  code: 'B703',
  message: "This backup is not as it was written: something in it was changed or damaged.",
  advice: "Nothing was changed here. An automatic backup or an older file may be whole.",
  key: 'problem.B703',
};

/** {count, plural, one {# record} other {# records}} of this backup cannot be read. */
export const B704 = (values: { count: number }): Problem => ({
  code: 'B704',
  message: `${countIn(values.count, { one: `${numberIn(values.count)} record`, other: `${numberIn(values.count)} records` })} of this backup cannot be read.`,
  advice: "Nothing was changed: a backup is restored whole or not at all.",
  key: 'problem.B704',
  values,
});

/** {count, plural, one {# record stands} other {# records stand}} in this backup more than once. */
export const B705 = (values: { count: number }): Problem => ({
  code: 'B705',
  message: `${countIn(values.count, { one: `${numberIn(values.count)} record stands`, other: `${numberIn(values.count)} records stand` })} in this backup more than once.`,
  advice: "Nothing was changed: nobody can tell which one counts.",
  key: 'problem.B705',
  values,
});

/** This file is larger than a backup that Plumbline reads. */
export const B706: Problem = {
  code: 'B706',
  message: "This file is larger than a backup that Plumbline reads.",
  advice: "Nothing was changed.",
  key: 'problem.B706',
};

/** Something was changed in another window while the backup was being restored. */
export const B707: Problem = {
  code: 'B707',
  message: "Something was changed in another window while the backup was being restored.",
  advice: "Nothing was restored. Restore it again: it is compared anew then.",
  key: 'problem.B707',
};

/** This restore would remove or overwrite {count, plural, one {# record} other {# records}}, and that was not confirmed. */
export const B708 = (values: { count: number }): Problem => ({
  code: 'B708',
  message: `This restore would remove or overwrite ${countIn(values.count, { one: `${numberIn(values.count)} record`, other: `${numberIn(values.count)} records` })}, and that was not confirmed.`,
  advice: "Nothing was restored. Look at what it would change, and type the number asked for.",
  key: 'problem.B708',
  values,
});

/** This automatic backup is no longer here. */
export const B709: Problem = {
  code: 'B709',
  message: "This automatic backup is no longer here.",
  advice: "Newer ones took its place. Choose another one.",
  key: 'problem.B709',
};
