import type { IncomingAlignment, IncomingSkillAlignment } from '../domain/bundle.ts';
import { isRecord, type JsonRecord, listOf, textOf, under } from '../domain/json-value.ts';
import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501Case, F502Association } from '../domain/problems.ts';
import { Relation } from '../domain/resource-alignment.ts';
import { isSkillUri, type Skill } from '../domain/skill.ts';
import { SkillRelation } from '../domain/skill-alignment.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { groupingOf } from './case-terms.ts';
import { jsonIn } from './ctdl-read.ts';
import type { ReadBack } from './format.ts';
import { readWarnings, type WarningTally } from './incoming.ts';

/** Associations that say where an item stands or what became of it, and nothing about another skill or a page. */
const structural = new Set(['ischildof', 'ispeerof', 'replacedby', 'hasskilllevel', 'istranslationof']);

/** Our relations by the identifier of the grouping that stands for each. */
const grouped = new Map<string, Relation | SkillRelation>(
  [...Relation.options, ...SkillRelation.options].map((one) => [groupingOf(one).identifier, one]),
);

type Node = { uri: string; title: string; targetType?: string };
type Reading = { items: ReadonlyMap<string, JsonRecord>; framework: Skill['framework']; warnings: WarningTally };

/** Whether a parsed document is a CFPackage with an association that is an alignment. */
export function holdsAlignments(json: unknown): boolean {
  const found = packageIn(json);
  return listOf(under(found, 'CFAssociations')).some((one) => !structural.has(typeOf(one)) && typeOf(one) !== '');
}

/**
 * The alignments of a CFPackage, 1.0 or 1.1: exemplars and `ext:teaches` and its like tie a skill to a page, other
 * associations than those of the tree tie a skill to a skill. An extension that is not known counts as isRelatedTo (CASE
 * 1.1, implementation guide, section 4.7). What the items of the package say of a skill is taken from there.
 */
export async function readCase(text: string, { signal }: { signal?: AbortSignal } = {}): Promise<ReadBack> {
  signal?.throwIfAborted();
  const found = packageIn(jsonIn(text));
  if (!found) throw new ProblemError(F501Case);
  const warnings = readWarnings();
  const items = new Map<string, JsonRecord>();
  for (const item of listOf(under(found, 'CFItems')).filter(isRecord))
    for (const key of [textOf(under(item, 'uri')), textOf(under(item, 'identifier'))]) if (key) items.set(key, item);
  const reading: Reading = { items, framework: frameworkOf(found), warnings };
  const resources = new Map<string, LearningResourceDraft>();
  const alignments: IncomingAlignment[] = [];
  const skillAlignments: IncomingSkillAlignment[] = [];
  for (const one of listOf(under(found, 'CFAssociations'))) {
    signal?.throwIfAborted();
    if (structural.has(typeOf(one))) continue;
    const said = statementOf(one, reading);
    if (!said) warnings.add(F502Association);
    else if ('object' in said) skillAlignments.push(said);
    else {
      alignments.push(said.alignment);
      const { resource: address } = said.alignment;
      if (!resources.has(address))
        resources.set(address, {
          address,
          fields: said.title ? { title: [{ value: said.title, by: 'json-ld' }] } : {},
        });
    }
  }
  return {
    bundle: { resources: [...resources.values()], alignments, skills: [], skillAlignments },
    warnings: warnings.list(),
  };
}

function statementOf(
  one: unknown,
  reading: Reading,
): IncomingSkillAlignment | { alignment: IncomingAlignment; title: string } | undefined {
  const [origin, destination] = [nodeOf(under(one, 'originNodeURI')), nodeOf(under(one, 'destinationNodeURI'))];
  if (!origin || !destination) return undefined;
  const type = typeOf(one);
  const group = grouped.get(textOf(under(under(one, 'CFAssociationGroupingURI'), 'identifier')) ?? '');
  const known = Relation.safeParse(group ?? Relation.options.find((name) => type === `ext:${name.toLowerCase()}`));
  const relation = known.success ? known.data : type === 'exemplar' ? 'teaches' : undefined;
  if (relation) {
    const isOrigin =
      origin.targetType === 'ext:LearningResource' ||
      (type.startsWith('ext:') && destination.targetType !== 'ext:LearningResource');
    const [page, skill] = isOrigin ? [origin, destination] : [destination, origin];
    if (!isWebAddress(page.uri)) return undefined;
    const alignment = { ...recordOf(one), resource: page.uri, relation, skill: skillOf(skill, reading) };
    return { alignment, title: page.title };
  }
  const [meant, swapped] = skillRelationOf(type, SkillRelation.safeParse(group).data);
  const [subject, object] = swapped ? [destination, origin] : [origin, destination];
  return {
    ...recordOf(one),
    subject: referenceOf(subject, reading),
    relation: meant,
    object: referenceOf(object, reading),
  };
}

/** Which relation from skill to skill an association means, and whether its ends stand the other way round. */
function skillRelationOf(type: string, group: SkillRelation | undefined): [SkillRelation, boolean] {
  if (type === 'exactmatchof') return ['exact', false];
  if (type === 'ispartof') return group === 'narrow' ? ['narrow', true] : ['broad', false];
  if (type === 'precedes') return ['prerequisite', true];
  const [, word] = /^ext:(minor|broad|narrow)$/.exec(type) ?? [];
  const said = SkillRelation.safeParse(word);
  return [said.success ? said.data : group === 'minor' ? 'minor' : 'major', false];
}

/** What an association carries about itself: its identifier, when it was changed, and a note. */
function recordOf(one: unknown): Pick<IncomingAlignment, 'id' | 'modified' | 'note'> {
  const id = textOf(under(one, 'identifier'))?.toLowerCase();
  const changed = textOf(under(one, 'lastChangeDateTime'));
  const time = changed ? Date.parse(changed) : Number.NaN;
  const note = textOf(under(one, 'notes'));
  return {
    ...(id && /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/.test(id) && { id }),
    ...(!Number.isNaN(time) && { modified: new Date(time).toISOString() }),
    ...(note && { note: note.slice(0, 2000) }),
  };
}

function nodeOf(value: unknown): Node | undefined {
  const identifier = textOf(under(value, 'identifier'));
  const uri = [textOf(under(value, 'uri')), textOf(value), identifier && `urn:uuid:${identifier}`].find(
    (one) => one !== undefined && isSkillUri(one) && one.length <= 4096,
  );
  const targetType = textOf(under(value, 'targetType'));
  return uri ? { uri, title: textOf(under(value, 'title')) ?? '', ...(targetType && { targetType }) } : undefined;
}

function referenceOf({ uri, title }: Node, { items, framework }: Reading) {
  const item = items.get(uri);
  const statement = textOf(under(item, 'fullStatement'));
  const code = textOf(under(item, 'humanCodingScheme'));
  return {
    uri,
    name: title || (textOf(under(item, 'abbreviatedStatement')) ?? statement ?? uri),
    ...(statement && { statement }),
    ...(code && { code }),
    ...(item && framework && { framework }),
  };
}

function skillOf(node: Node, reading: Reading): Skill {
  const type =
    node.targetType === undefined || node.targetType === 'CASE' ? 'CFItem' : node.targetType.replace(/^ext:/, '');
  return { statement: '', ...referenceOf(node, reading), type, keywords: [] };
}

function frameworkOf(found: JsonRecord): Skill['framework'] {
  const document = under(found, 'CFDocument');
  const [uri, name] = [textOf(under(document, 'uri')), textOf(under(document, 'title'))];
  return uri || name ? { ...(uri && { uri }), ...(name && { name }) } : undefined;
}

/** Older exports write `Is Related To`. */
function typeOf(association: unknown): string {
  return (textOf(under(association, 'associationType')) ?? '').replace(/[\s_]+/g, '').toLowerCase();
}

function packageIn(json: unknown): JsonRecord | undefined {
  const found = isRecord(under(json, 'CFPackage')) ? under(json, 'CFPackage') : json;
  return isRecord(found) && isRecord(under(found, 'CFDocument')) ? found : undefined;
}
