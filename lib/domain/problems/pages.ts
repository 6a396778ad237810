// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import type { Problem } from '../problem.ts';

/** This is a page of the browser, closed to extensions. */
export const P101: Problem = {
  code: 'P101',
  message: "This is a page of the browser, closed to extensions.",
  advice: "If the resource has an address that others can open, align that one.",
  key: 'problem.P101',
};

/** This tab shows a page of the browser, closed to extensions, or none yet. */
export const P101None: Problem = {
  code: 'P101',
  message: "This tab shows a page of the browser, closed to extensions, or none yet.",
  advice: "If the resource has an address that others can open, align that one.",
  key: 'problem.P101-none',
};

/** This tab shows a PDF. */
export const P102: Problem = {
  code: 'P102',
  message: "This tab shows a PDF.",
  advice: "Extensions cannot look inside the browser’s PDF viewer. Its address can be aligned all the same; give it a title.",
  key: 'problem.P102',
};

/** Extension stores are closed to extensions. */
export const P103: Problem = {
  code: 'P103',
  message: "Extension stores are closed to extensions.",
  advice: "Its address can be aligned all the same; give it a title.",
  key: 'problem.P103',
};

/** This is a file on your disk, which others cannot open by its address. */
export const P104: Problem = {
  code: 'P104',
  message: "This is a file on your disk, which others cannot open by its address.",
  advice: "If the resource has an address that others can open, align that one.",
  key: 'problem.P104',
};

/** The browser did not let Plumbline read this page. */
export const P105: Problem = {
  code: 'P105',
  message: "The browser did not let Plumbline read this page.",
  advice: "Its address can be aligned all the same; give it a title.",
  key: 'problem.P105',
};

/** Plumbline cannot see this page. */
export const P106: Problem = {
  code: 'P106',
  message: "Plumbline cannot see this page.",
  advice: "Click Plumbline’s button in the toolbar while the page is in front: then it is read. Pages of the browser itself stay closed; what has an address can be aligned by it.",
  key: 'problem.P106',
};

/** The selection could not be quoted: the browser does not let Plumbline read it here. */
export const P107: Problem = {
  code: 'P107',
  message: "The selection could not be quoted: the browser does not let Plumbline read it here.",
  advice: "The page can be aligned all the same, and the passage written into the note.",
  key: 'problem.P107',
};

/** This page is not open here. */
export const P108: Problem = {
  code: 'P108',
  message: "This page is not open here.",
  advice: "Its address can be aligned all the same; give it a title. Open the page itself to have it read.",
  key: 'problem.P108',
};
