import type { IncomingSkillAlignment } from '../domain/bundle.ts';
import { isRecord, type JsonRecord, listOf, textOf, under, underAny } from '../domain/json-value.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501Rsd, F502NamelessSkill } from '../domain/problems.ts';
import { isSkillUri } from '../domain/skill.ts';
import { type SkillReference, SkillRelation } from '../domain/skill-alignment.ts';
import { jsonIn } from './ctdl-read.ts';
import type { ReadBack } from './format.ts';
import { readWarnings, type WarningTally } from './incoming.ts';

/** The members of a descriptor that align it, each with its relation; `standards` is another word for `alignments`. */
const aligning: readonly (readonly [member: string, relation: SkillRelation])[] = [
  ['alignments', 'major'],
  ['standards', 'major'],
  ...SkillRelation.options.map((one) => [`ceasn:${one}Alignment`, one] as const),
];

/** What CASE-LD's AssociationLinks say; the skill itself is the origin of each. */
const associations: ReadonlyMap<string, SkillRelation> = new Map([
  ['exactMatchOf', 'exact'],
  ['isRelatedTo', 'major'],
  ['isPartOf', 'broad'],
]);

/** Whether a parsed document has descriptors that are aligned to other skills. */
export function tellsOfDescriptors(json: unknown): boolean {
  return descriptorsIn(json).some((one) =>
    [...aligning.map(([member]) => member), 'associationSet'].some((member) => listOf(under(one, member)).length > 0),
  );
}

/**
 * The statements from skill to skill of Rich Skill Descriptors: of one, a list, a Collection, and of CFItems in CASE-LD. By
 * the specification `alignments` are major alignments. An entry without an address, such as OSMT's bare codes of a
 * standard, is left out and warned of.
 */
export async function readRsd(text: string, { signal }: { signal?: AbortSignal } = {}): Promise<ReadBack> {
  signal?.throwIfAborted();
  const json = jsonIn(text);
  const descriptors = descriptorsIn(json);
  const isEmpty = listOf(underAny(json, 'skills') ?? json).length === 0;
  if (descriptors.length === 0 && !isEmpty) throw new ProblemError(F501Rsd);
  const warnings = readWarnings();
  const skillAlignments = descriptors.flatMap((one) => {
    signal?.throwIfAborted();
    return statementsOf(one, warnings);
  });
  return { bundle: { resources: [], alignments: [], skills: [], skillAlignments }, warnings: warnings.list() };
}

function statementsOf(descriptor: JsonRecord, warnings: WarningTally): IncomingSkillAlignment[] {
  const statement = textOf(underAny(descriptor, 'skillStatement', 'fullStatement'));
  const subject = referenceOf(
    descriptor,
    textOf(underAny(descriptor, 'skillName', 'abbreviatedStatement')) ?? statement,
  );
  const said = [
    ...aligning.flatMap(([member, relation]) => listOf(under(descriptor, member)).map((one) => ({ relation, one }))),
    ...listOf(under(descriptor, 'associationSet')).map((one) => ({
      relation: associations.get(textOf(under(one, 'associationType')) ?? '') ?? ('major' as const),
      one,
    })),
  ];
  return said.flatMap(({ relation, one }) => {
    const object = referenceOf(one, textOf(underAny(one, 'name', 'skillName', 'title')));
    if (!subject || !object) {
      warnings.add(F502NamelessSkill);
      return [];
    }
    const words = statement && statement !== subject.name ? { ...subject, statement } : subject;
    return [{ subject: words, relation, object }];
  });
}

function referenceOf(value: unknown, name: string | undefined): SkillReference | undefined {
  const uri = textOf(value) ?? textOf(underAny(value, 'id', '@id', 'targetId', 'uri'));
  return uri && isSkillUri(uri) && uri.length <= 4096 ? { uri, name: name ?? uri } : undefined;
}

/** Descriptors by themselves, in a list or in a Collection; never anything deeper. */
function descriptorsIn(json: unknown): JsonRecord[] {
  const rows = Array.isArray(json) ? json : (under(json, 'skills') ?? json);
  return listOf(rows).filter(
    (one): one is JsonRecord =>
      isRecord(one) &&
      (under(one, 'skillStatement') !== undefined ||
        (under(one, 'type') === 'CFItem' && under(one, 'id') !== undefined)),
  );
}
