import type { SkillRelation } from '../domain/skill-alignment.ts';

/** The context of CLR 2.0 by which a record is written; it stands between the other two (CLR 2.0, section "ClrCredential"). */
export const clrContext = 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json';

/** How a relation stands in an Association. */
export type AssociationForm = {
  type: string;
  /** Whether the ends are swapped: the object is the source then. */
  swapped?: boolean;
};

/**
 * Skill to skill as an AssociationType (CLR 2.0, section "AssociationType enumeration"). `isPartOf`: the source is part of
 * the target, which is the broader one; `isParentOf`: the source is the broader one; `precedes`: the source comes first.
 */
export const associationTypes: Readonly<Record<SkillRelation, AssociationForm>> = {
  exact: { type: 'exactMatchOf' },
  major: { type: 'isRelatedTo' },
  minor: { type: 'isRelatedTo' },
  broad: { type: 'isPartOf' },
  narrow: { type: 'isParentOf' },
  prerequisite: { type: 'precedes', swapped: true },
};

/** What an Association says of two skills; `isPeerOf` and `replacedBy` say nothing that is a relation of ours. */
export const associationMeanings: ReadonlyMap<string, { relation: SkillRelation; swapped?: boolean }> = new Map([
  ['exactMatchOf', { relation: 'exact' }],
  ['isRelatedTo', { relation: 'major' }],
  ['isPartOf', { relation: 'broad' }],
  ['isChildOf', { relation: 'broad' }],
  ['isParentOf', { relation: 'narrow' }],
  ['precedes', { relation: 'prerequisite', swapped: true }],
]);
