// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import { countIn, numberIn } from '../english.ts';
import type { Problem } from '../problem.ts';

/** Not saved: this device’s storage is full. */
export const S201: Problem = {
  code: 'S201',
  message: "Not saved: this device’s storage is full.",
  advice: "Your draft is kept in this window, and nothing saved before is touched. Free some space and save again.",
  key: 'problem.S201',
};

/** Not imported: this device’s storage is full. */
export const S201Import: Problem = {
  code: 'S201',
  message: "Not imported: this device’s storage is full.",
  advice: "What was kept before is untouched. Free some space, or remove a framework, and import it again.",
  key: 'problem.S201-import',
};

/** Not saved: the browser’s database refused the write. */
export const S202: Problem = {
  code: 'S202',
  message: "Not saved: the browser’s database refused the write.",
  advice: "Your draft is kept in this window. Close other Plumbline windows and save again.",
  key: 'problem.S202',
};

/** What is kept here was written by a newer Plumbline. */
export const S210: Problem = {
  code: 'S210',
  message: "What is kept here was written by a newer Plumbline.",
  advice: "Nothing was changed. Update the extension, then open it again.",
  key: 'problem.S210',
};

/** Somebody saved this alignment in another window. */
export const S220Saved: Problem = {
  code: 'S220',
  message: "Somebody saved this alignment in another window.",
  advice: "Nothing was overwritten. Look at it as it is now, then decide again.",
  key: 'problem.S220-saved',
};

/** This alignment was removed in another window. */
export const S220Removed: Problem = {
  code: 'S220',
  message: "This alignment was removed in another window.",
  advice: "Nothing was overwritten. Look at it as it is now, then decide again.",
  key: 'problem.S220-removed',
};

/** This alignment was removed in another window. */
export const S220Unsent: Problem = {
  code: 'S220',
  message: "This alignment was removed in another window.",
  advice: "Nothing is sent of it any more.",
  key: 'problem.S220-unsent',
};

/** This page is aligned to this skill in that relation already. */
export const S221: Problem = {
  code: 'S221',
  message: "This page is aligned to this skill in that relation already.",
  advice: "Nothing was changed. Choose another relation, or edit the other alignment.",
  key: 'problem.S221',
};

/** What this import would change was changed in another window meanwhile. */
export const S223: Problem = {
  code: 'S223',
  message: "What this import would change was changed in another window meanwhile.",
  advice: "Nothing was imported. Choose the file again: it is compared anew then.",
  key: 'problem.S223',
};

/** This was taken back already, or it is more than 30 days ago. */
export const S224: Problem = {
  code: 'S224',
  message: "This was taken back already, or it is more than 30 days ago.",
  advice: "Nothing was changed.",
  key: 'problem.S224',
};

/** This import would delete or overwrite {lost, number} of {kept, plural, one {# alignment} other {# alignments}}, and that was not confirmed. */
export const S225 = (values: { lost: number; kept: number }): Problem => ({
  code: 'S225',
  message: `This import would delete or overwrite ${numberIn(values.lost)} of ${countIn(values.kept, { one: `${numberIn(values.kept)} alignment`, other: `${numberIn(values.kept)} alignments` })}, and that was not confirmed.`,
  advice: "Nothing was imported. Choose the file again, look at what it would change, and type the number asked for.",
  key: 'problem.S225',
  values,
});

/** These two skills stand in that relation already. */
export const S226: Problem = {
  code: 'S226',
  message: "These two skills stand in that relation already.",
  advice: "Nothing was changed. Choose another relation, or edit the other statement.",
  key: 'problem.S226',
};

/** This work list was removed in another window. */
export const S230: Problem = {
  code: 'S230',
  message: "This work list was removed in another window.",
  advice: "Nothing was changed. Choose another list, or make a new one.",
  key: 'problem.S230',
};
