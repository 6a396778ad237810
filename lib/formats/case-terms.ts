import type { Relation } from '../domain/resource-alignment.ts';
import type { SkillRelation } from '../domain/skill-alignment.ts';
import { linksOf } from './identifier.ts';
import { uuid5 } from './uuid5.ts';

/** A UUID as CASE writes identifiers: in lower case, without `urn:uuid:` before it. */
const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/i;

/** The UUID in an address or urn, since a CFItem's uri ends in its identifier; else one of version 5 of the whole. */
export function identifierOf(uri: string): string {
  return uuid.exec(uri)?.[0].toLowerCase() ?? uuid5(uri).replace('urn:uuid:', '');
}

/** An identifier as an address that CASE's schemas take for one: percent-encoded ASCII (RFC 3987, section 3.1). */
export function uriOf(identifier: string): string {
  const { iri } = linksOf(identifier);
  return iri ? iri.replace(/[^\u0021-\u007e]+/gu, encodeURIComponent) : uuid5(identifier);
}

/** How a relation stands in a CFAssociation (CASE 1.1, information model, section 7.4.1). */
export type CaseRelation = {
  type: string;
  /** Whether the ends are swapped: the object is the origin then. */
  swapped?: boolean;
};

/**
 * Page to skill in 1.1: extensions, in which the origin teaches, assesses or requires the destination. In 1.0 the page is
 * an example of what the skill means (`exemplar`), or simply related; the skill is the origin.
 */
export function caseRelationOf(relation: Relation, release: '1.0' | '1.1'): CaseRelation {
  if (release === '1.1') return { type: `ext:${relation}` };
  return { type: relation === 'teaches' ? 'exemplar' : 'isRelatedTo', swapped: true };
}

/**
 * Skill to skill. `isPartOf`: the origin is part of the destination, which is the broader one; `precedes`: the origin comes
 * first, so that what is needed is the origin. Which of the six is meant stands in the association's grouping.
 */
export const caseSkillRelations: Readonly<Record<SkillRelation, CaseRelation>> = {
  exact: { type: 'exactMatchOf' },
  major: { type: 'isRelatedTo' },
  minor: { type: 'isRelatedTo' },
  broad: { type: 'isPartOf' },
  narrow: { type: 'isPartOf', swapped: true },
  prerequisite: { type: 'precedes', swapped: true },
};

/** The grouping (CFAssociationGrouping) that says which of our relations an association means. */
export function groupingOf(relation: Relation | SkillRelation) {
  const uri = uuid5(`https://plumbline.invalid/case/groupings#${relation}`);
  return { title: relation, identifier: identifierOf(uri), uri };
}
