// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import type { Problem } from '../problem.ts';

/** Something unexpected went wrong inside Plumbline. */
export const M600: Problem = {
  code: 'M600',
  message: "Something unexpected went wrong inside Plumbline.",
  advice: "What was saved before is safe. Try again; the browser’s extension page shows the details.",
  key: 'problem.M600',
};

/** Plumbline’s background did not answer. */
export const M601: Problem = {
  code: 'M601',
  message: "Plumbline’s background did not answer.",
  advice: "Your draft is kept in this window. Try again; if it stays silent, close this window and open it anew.",
  key: 'problem.M601',
};

/** Plumbline asked itself something it does not understand. */
export const M602: Problem = {
  code: 'M602',
  message: "Plumbline asked itself something it does not understand.",
  advice: "Nothing was changed.",
  key: 'problem.M602',
};

/** This window ran into something unexpected. */
export const M603: Problem = {
  code: 'M603',
  message: "This window ran into something unexpected.",
  advice: "What was saved is safe. Close the window and open it again.",
  key: 'problem.M603',
};

/** This window ran into something unexpected ({error}). */
export const M603Named = (values: { error: string }): Problem => ({
  code: 'M603',
  message: `This window ran into something unexpected (${values.error}).`,
  advice: "What was saved is safe. Close the window and open it again.",
  key: 'problem.M603-named',
  values,
});

/** The browser did not let Plumbline copy. */
export const M604Key: Problem = {
  code: 'M604',
  message: "The browser did not let Plumbline copy.",
  advice: "Select the text of the key and copy it.",
  key: 'problem.M604-key',
};

/** The browser did not let Plumbline copy. */
export const M604Export: Problem = {
  code: 'M604',
  message: "The browser did not let Plumbline copy.",
  advice: "Select the text of the preview and copy it, or download it.",
  key: 'problem.M604-export',
};
