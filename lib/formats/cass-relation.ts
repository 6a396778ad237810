import type { IncomingSkillAlignment } from '../domain/bundle.ts';
import { F502SkillRelation } from '../domain/problems.ts';
import { type SkillAlignment, SkillReference, type SkillRelation } from '../domain/skill-alignment.ts';
import { linksOf } from './identifier.ts';
import type { WarningTally } from './incoming.ts';
import { type Entry, memberOf, typesOf, wordIn } from './json-reading.ts';
import type { Json } from './json-text.ts';

const context = 'https://schema.cassproject.org/0.4';

/** CASS's word for each relation. The source of `narrows` is the narrower skill: `narrow` is written from its other end. */
const words: Readonly<Record<SkillRelation, string>> = {
  exact: 'isEquivalentTo',
  major: 'isRelatedTo',
  minor: 'isRelatedTo',
  broad: 'narrows',
  narrow: 'narrows',
  prerequisite: 'requires',
};

/** The relation that a word of CASS stands for; `isEquivalenTo` is how older data spell it. */
const relations: ReadonlyMap<string, SkillRelation> = new Map([
  ['isequivalentto', 'exact'],
  ['isequivalento', 'exact'],
  ['isrelatedto', 'major'],
  ['narrows', 'broad'],
  ['requires', 'prerequisite'],
]);

/** A statement from skill to skill as a Relation of CASS; undefined where a skill has no identifier to name it by. */
export function writeCassRelation(statement: SkillAlignment): Json {
  const [subject, object] = [linksOf(statement.subject.uri).iri, linksOf(statement.object.uri).iri];
  if (subject === undefined || object === undefined) return undefined;
  const [source, target] = statement.relation === 'narrow' ? [object, subject] : [subject, object];
  return {
    '@context': context,
    '@type': 'Relation',
    source,
    target,
    relationType: words[statement.relation],
    ...(statement.note && { description: statement.note }),
    'schema:dateCreated': statement.created,
    'schema:dateModified': statement.modified,
  };
}

/** Whether an object is a Relation of CASS. */
export function isCassRelation(entry: Entry): boolean {
  const ends = [memberOf(entry, 'source'), memberOf(entry, 'target'), memberOf(entry, 'relationType')];
  return typesOf(entry).includes('Relation') && ends.every((end) => wordIn(end) !== undefined);
}

/**
 * The statement that a Relation makes; none, with a warning, where we have no such relation or no lasting identifiers. Its
 * skills are called by their addresses, since it says no more of them.
 */
export function readCassRelation(entry: Entry, warnings: WarningTally): IncomingSkillAlignment[] {
  const word = (name: string) => wordIn(memberOf(entry, name)) ?? '';
  const relation = relations.get(word('relationType').toLowerCase());
  const [subject, object] = [referenceTo(word('source')), referenceTo(word('target'))];
  if (!relation || !subject || !object) {
    warnings.add(F502SkillRelation);
    return [];
  }
  const note = word('description').slice(0, 4000);
  const created = momentIn(word('schema:dateCreated') || word('dateCreated'));
  const modified = momentIn(word('schema:dateModified') || word('dateModified'));
  return [
    { subject, relation, object, ...(note && { note }), ...(created && { created }), ...(modified && { modified }) },
  ];
}

function referenceTo(text: string): SkillReference | undefined {
  const uri = linksOf(text).iri;
  return SkillReference.safeParse({ uri, name: uri ?? '' }).data;
}

function momentIn(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
