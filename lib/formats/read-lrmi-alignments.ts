import { relationOf } from '../domain/alignment-type.ts';
import { F502UnknownWord } from '../domain/problems.ts';
import { defaultRelation, type Relation } from '../domain/resource-alignment.ts';
import { linksOf } from './identifier.ts';
import type { WarningTally } from './incoming.ts';
import type { SaidSkill } from './incoming-skill.ts';
import { entriesIn, memberOf, wordIn } from './json-reading.ts';
import { type LrmiNode, lrmiNode } from './read-lrmi-node.ts';

/** An alignment in a document's own words. */
export type SaidAlignment = { relation: Relation; skill: SaidSkill };

/** Properties that carry their relation in their name, in the order in which they are read. */
const direct: ReadonlyMap<string, Relation> = new Map([
  ['teaches', 'teaches'],
  ['assesses', 'assesses'],
  ['competencyRequired', 'requires'],
  ['coursePrerequisites', 'requires'],
  ['educationalLevel', 'educationalLevel'],
  ['about', 'educationalSubject'],
]);

/** Properties whose values are AlignmentObjects; the class itself is often taken for one. */
const objects = ['educationalAlignment', 'AlignmentObject', 'alignmentObject'];

/** Every property whose values are alignments. */
export const alignmentTerms: ReadonlySet<string> = new Set([...direct.keys(), ...objects]);

/**
 * The alignments that a node declares. An AlignmentObject that says again what a DefinedTerm beside it says, as old harvesters
 * want it, is the same statement and read once.
 */
export function saidAlignments(node: LrmiNode, warnings: WarningTally): SaidAlignment[] {
  const terms = [...direct].flatMap(([property, relation]) =>
    listOf(node.terms.get(property)).flatMap((value) => {
      const skill = isPageDetail(property, value) ? undefined : skillIn(value);
      return skill ? [{ relation, skill }] : [];
    }),
  );
  const said = objects.flatMap((property) =>
    entriesIn(node.terms.get(property)).map((entry) => objectOf(lrmiNode(entry), warnings)),
  );
  return [...terms, ...withoutTwins(said, terms)];
}

/**
 * Level and subject are details of a page as well: there only a DefinedTerm is an alignment, and under `educationalLevel` only
 * one that is identified or has no address at all; a word of a vocabulary has its address as `url`.
 */
export function isPageDetail(property: string, value: unknown): boolean {
  if (property !== 'educationalLevel' && property !== 'about') return false;
  const [entry] = entriesIn(value);
  const node = entry && lrmiNode(entry);
  if (!node?.types.includes('DefinedTerm')) return true;
  return property === 'educationalLevel' && node.id === undefined && node.terms.has('url');
}

/** What a value says of a skill: a DefinedTerm, an AlignmentObject in its place, an address or a text. */
function skillIn(value: unknown): SaidSkill | undefined {
  const [entry] = entriesIn(value);
  const text = wordIn(memberOf(entry, '@value'));
  if (text !== undefined) return linksOf(text).url ? { uri: text } : { name: text };
  if (!entry) return undefined;
  const { id, types, terms } = lrmiNode(entry);
  if (types.includes('AlignmentObject') || terms.has('targetName')) return targetOf({ terms });
  const word = (name: string) => wordIn(terms.get(name));
  return {
    uri: [id, word('url')].find((one) => linksOf(one).iri !== undefined),
    name: word('name'),
    statement: word('description'),
    code: word('termCode'),
    type: '',
    framework: frameworkIn(terms.get('inDefinedTermSet')),
  };
}

function objectOf(node: LrmiNode, warnings: WarningTally): SaidAlignment {
  const type = wordIn(node.terms.get('alignmentType'));
  const relation = relationOf(type);
  if (!relation) warnings.add(F502UnknownWord({ relation: defaultRelation }));
  return { relation: relation ?? defaultRelation, skill: targetOf(node) };
}

/** https://schema.org/AlignmentObject; where it has several addresses, the first. */
function targetOf({ terms }: Pick<LrmiNode, 'terms'>): SaidSkill {
  const word = (...names: string[]) => names.map((name) => wordIn(terms.get(name))).find((one) => one !== undefined);
  return {
    uri: word('targetUrl', 'url'),
    name: word('targetName', 'name'),
    statement: word('targetDescription', 'description'),
    framework: { name: word('educationalFramework') },
  };
}

function frameworkIn(value: unknown): SaidSkill['framework'] {
  const [entry] = entriesIn(value);
  if (!entry) return undefined;
  const text = wordIn(memberOf(entry, '@value'));
  if (text !== undefined) return linksOf(text).url ? { uri: text } : { name: text };
  const { id, terms } = lrmiNode(entry);
  return { uri: id ?? wordIn(terms.get('url')), name: wordIn(terms.get('name')) };
}

/** Each object may be the twin of one term: first by address, or by name where neither has one, then by name alone. */
function withoutTwins(said: SaidAlignment[], terms: readonly SaidAlignment[]): SaidAlignment[] {
  let open = [...terms];
  const alone = (isTwin: (one: SaidAlignment, other: SaidAlignment) => boolean) => (one: SaidAlignment) => {
    const twin = open.find((other) => one.relation === other.relation && isTwin(one, other));
    open = open.filter((other) => other !== twin);
    return twin === undefined;
  };
  return said
    .filter(alone((one, other) => keyOf(one) === keyOf(other)))
    .filter(alone((one, other) => one.skill.uri === undefined && one.skill.name === other.skill.name));
}

function keyOf({ skill }: SaidAlignment): string {
  const { url } = linksOf(skill.uri);
  return url ? `at ${url}` : `called ${skill.name}`;
}

function listOf(value: unknown): unknown[] {
  return value === undefined ? [] : [value].flat();
}
