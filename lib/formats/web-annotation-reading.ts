import { relationOf } from '../domain/alignment-type.ts';
import type { IncomingAlignment } from '../domain/bundle.ts';
import { Evidence } from '../domain/evidence.ts';
import { F502Annotation, F502AnnotationRelation } from '../domain/problems.ts';
import { defaultRelation } from '../domain/resource-alignment.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { linksOf } from './identifier.ts';
import type { WarningTally } from './incoming.ts';
import { incomingSkill } from './incoming-skill.ts';
import { type Entry, entriesIn, memberOf, typesOf, wordIn } from './json-reading.ts';

/** The context of every Web Annotation (Web Annotation Data Model, section 3.1). */
export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/**
 * The annotations, or pages of them, that a document holds: one alone, a list, or the first page inside a collection
 * (section 5). Undefined where the document does not speak by the context of Web Annotation.
 */
export function annotationsIn(json: unknown): Entry[] | undefined {
  const entries = entriesIn(json).filter((one) =>
    [memberOf(one, '@context')].flat().some((context) => typeof context === 'string' && isContext(context)),
  );
  if (entries.length === 0) return undefined;
  return entries.flatMap((one) => (Object.hasOwn(one, 'first') ? entriesIn(memberOf(one, 'first')) : [one]));
}

function isContext(address: string): boolean {
  return address.replace(/^https:/, 'http:') === annotationContext;
}

/** Whether an object is an annotation, as far as its type says. */
export function isAnnotation(entry: Entry): boolean {
  return typesOf(entry).includes('Annotation');
}

/**
 * The alignments of an annotation: it names a relation, or classifies or links a page by something. Annotations for other
 * purposes say nothing of the kind and are left out.
 */
export function readAnnotation(annotation: Entry, warnings: WarningTally): IncomingAlignment[] {
  const bodies = [memberOf(annotation, 'body') ?? []].flat();
  const word = wordIn(memberOf(annotation, 'schema:alignmentType'));
  const relation = relationOf(word);
  const skills = bodies.filter((body) => isSkill(body, annotation, relation !== undefined));
  const target = targetOf(annotation);
  if (skills.length === 0 || !target) {
    warnings.add(F502Annotation);
    return [];
  }
  if (!relation) warnings.add(F502AnnotationRelation);
  const note = bodies.flatMap((body) => (purposesOf(body).includes('commenting') ? (wordOf(body) ?? []) : []))[0];
  const id = /^urn:uuid:([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i.exec(
    wordIn(memberOf(annotation, 'id')) ?? '',
  )?.[1];
  const created = momentIn(memberOf(annotation, 'created'));
  const modified = momentIn(memberOf(annotation, 'modified'));
  return skills.flatMap((body) => {
    const skill = incomingSkill(skillOf(body), warnings);
    if (!skill) return [];
    const said = {
      relation: relation ?? defaultRelation,
      skill,
      ...target,
      ...(note && { note: note.slice(0, 2000) }),
    };
    const kept = { ...(created && { created }), ...(modified && { modified }) };
    return [{ ...(id && skills.length === 1 && { id }), ...said, ...kept }];
  });
}

/** A body that stands for a skill: an address, or something that is there to classify or to link. */
function isSkill(body: unknown, annotation: Entry, hasRelation: boolean): boolean {
  const own = purposesOf(body);
  const purposes = own.length > 0 ? own : words(memberOf(annotation, 'motivation'));
  if (purposes.some((purpose) => ['classifying', 'linking', 'tagging', 'identifying'].includes(purpose))) return true;
  return hasRelation && own.length === 0 && linksOf(typeof body === 'string' ? body : undefined).iri !== undefined;
}

function purposesOf(body: unknown): string[] {
  return words(memberOf(entriesIn(body)[0], 'purpose'));
}

function words(value: unknown): string[] {
  return [value].flat().flatMap((one) => (typeof one === 'string' ? [one.split(/[:#/]/).at(-1) ?? ''] : []));
}

function wordOf(body: unknown): string | undefined {
  return wordIn(memberOf(entriesIn(body)[0], 'value'));
}

function skillOf(body: unknown) {
  if (typeof body === 'string') return { uri: body };
  const [entry] = entriesIn(body);
  const [set] = entriesIn(memberOf(entry, 'schema:inDefinedTermSet'));
  const word = (name: string) => wordIn(memberOf(entry, name));
  return {
    uri: word('source') ?? word('id'),
    name: word('schema:name') ?? word('value'),
    statement: word('schema:description'),
    code: word('schema:termCode'),
    framework: { uri: wordIn(memberOf(set, 'id')), name: wordIn(memberOf(set, 'schema:name')) },
  };
}

/** The first target that is a web page, with the passage that its selectors point at. */
function targetOf(annotation: Entry): { resource: string; evidence?: Evidence } | undefined {
  for (const target of [memberOf(annotation, 'target') ?? []].flat()) {
    const [entry] = entriesIn(target);
    const resource = typeof target === 'string' ? target : wordIn(memberOf(entry, 'source') ?? memberOf(entry, 'id'));
    if (resource === undefined || !isWebAddress(resource)) continue;
    const evidence = entry && evidenceOf(entry);
    return { resource, ...(evidence && { evidence }) };
  }
  return undefined;
}

function evidenceOf(target: Entry): Evidence | undefined {
  const selectors = entriesIn(memberOf(target, 'selector'));
  const ofType = (type: string) => selectors.find((one) => typesOf(one).includes(type));
  const [quote, position] = [ofType('TextQuoteSelector'), ofType('TextPositionSelector')];
  const exact = wordIn(memberOf(quote, 'exact')) ?? '';
  const address = linksOf(wordIn(memberOf(target, 'schema:url'))).url;
  const frame = wordIn(memberOf(target, 'schema:name'));
  const said = (name: string) => wordIn(memberOf(quote, name)) ?? '';
  return Evidence.safeParse({
    quote: { type: 'TextQuoteSelector', exact, prefix: said('prefix'), suffix: said('suffix') },
    position: {
      type: 'TextPositionSelector',
      start: memberOf(position, 'start') ?? 0,
      end: memberOf(position, 'end') ?? [...exact].length,
    },
    ...(address && { address }),
    ...(frame !== undefined && { frame }),
  }).data;
}

function momentIn(value: unknown): string | undefined {
  const time = Date.parse(wordIn(value) ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
