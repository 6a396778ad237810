import type { PassageState } from '../../lib/domain/evidence.ts';
import { Fit, Relation } from '../../lib/domain/resource-alignment.ts';
import { t } from '../../lib/language/words.ts';

/** A word for a choice and the sentence that explains it where it is chosen. */
export type Word = { label: string; gloss: string };

/** A relation as the screens name it. */
export const relationWord = (relation: Relation) => t(`alignment.relation.${relation}`);

/** The sentence that explains a relation where it is chosen. */
export const relationGloss = (relation: Relation) => t(`alignment.relation.${relation}.gloss`);

/** A fit as the screens name it. */
export const fitWord = (fit: Fit) => t(`alignment.fit.${fit}`);

/** Fits as the screens name them. */
export const fitWords: Record<Fit, Word> = {
  exact: { label: 'exact', gloss: 'page and skill are the same thing, no more, no less.' },
  major: { label: 'major', gloss: 'most of what the page does is this skill, and most of the skill is there.' },
  minor: { label: 'minor', gloss: 'they share a part; each has much besides.' },
  broad: { label: 'broad', gloss: 'the skill is broader: the page treats a piece of it.' },
  narrow: { label: 'narrow', gloss: 'the skill is narrower: the page goes beyond it.' },
};

/** What became of a quoted passage. */
export const passageWords: Record<PassageState, string> = {
  exact: 'found on the page',
  changed: 'found, but changed',
  orphaned: 'no longer on the page',
};

/** The relations that stand in the first row; the rest are behind "more". */
export const firstRelations: readonly Relation[] = ['teaches', 'assesses', 'requires'];

/** All relations in the order in which they are offered. */
export const allRelations: readonly Relation[] = Relation.options;

/** All fits in the order in which they are offered. */
export const allFits: readonly Fit[] = Fit.options;
