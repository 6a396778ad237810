import type { Fit, Relation } from '../domain/resource-alignment.ts';

/** How a report says a relation: the page … the skill. */
export const relationWords: Readonly<Record<Relation, string>> = {
  teaches: 'teaches',
  assesses: 'assesses',
  requires: 'requires beforehand',
  educationalLevel: 'is made for the level',
  educationalSubject: 'belongs to the subject',
  readingLevel: 'reads at the level',
  textComplexity: 'is as complex as',
};

/** How a report says a fit. */
export const fitWords: Readonly<Record<Fit, string>> = {
  exact: 'the same thing',
  major: 'most of both',
  minor: 'a shared part',
  broad: 'the skill is broader than the page',
  narrow: 'the skill is narrower than the page',
};

/** The day of a moment, as ISO 8601 writes it. */
export function dayOf(moment: string): string {
  return moment.slice(0, 10);
}
