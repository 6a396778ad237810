import type { IncomingSkillAlignment } from '../domain/bundle.ts';
import { isRecord, listOf, textOf } from '../domain/json-value.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501CtdlAsn, F502Nameless } from '../domain/problems.ts';
import { isSkillUri } from '../domain/skill.ts';
import { type SkillReference, SkillRelation } from '../domain/skill-alignment.ts';
import { localised } from '../jsonld/localised.ts';
import { idsIn, isOfType, type TermNode, termNode } from '../jsonld/term-node.ts';
import { ownFramework } from './ctdl-node.ts';
import { ctdlNamespaces, documentNodes, isEmptyGraph, jsonIn } from './ctdl-read.ts';
import type { ReadBack } from './format.ts';
import { readWarnings } from './incoming.ts';

/** What a statement between two nodes of a map may be called, by the last word of it. */
const words: ReadonlyMap<string, SkillRelation> = new Map([
  ...SkillRelation.options.flatMap((one) => [[`${one}alignment`, one] as const, [one, one] as const]),
  ['exactmatch', 'exact'],
  ['closematch', 'major'],
  ['relatedmatch', 'minor'],
  ['broadmatch', 'broad'],
  ['narrowmatch', 'narrow'],
]);

/** Whether a parsed document has competencies of CTDL-ASN that are aligned to others, or an AlignmentMap of CTDL. */
export function tellsOfSkills(json: unknown): boolean {
  return documentNodes(json).some(
    (node) =>
      isMap(node) || SkillRelation.options.some((one) => isCompetency(node) && node.terms.has(`${one}Alignment`)),
  );
}

/**
 * The statements from skill to skill of a CTDL-ASN graph, and of an AlignmentMap. `prerequisiteAlignment` stands with the
 * skill that needs the other; `broadAlignment` points to the broader one. Names are those of the graph's own competencies;
 * a skill that is not in it is called by its address.
 */
export async function readCtdlAsn(text: string, { signal }: { signal?: AbortSignal } = {}): Promise<ReadBack> {
  signal?.throwIfAborted();
  const json = jsonIn(text);
  const nodes = documentNodes(json);
  const known = nodes.filter((node) => isCompetency(node) || isMap(node) || isFramework(node));
  if (known.length === 0 && !isEmptyGraph(json)) throw new ProblemError(F501CtdlAsn);
  const warnings = readWarnings();
  const byId = new Map<string, TermNode>();
  for (const node of nodes) if (node.id && !byId.has(node.id)) byId.set(node.id, node);
  const skillAlignments: IncomingSkillAlignment[] = [];
  for (const { source, relation, target } of known.flatMap(statementsOf)) {
    signal?.throwIfAborted();
    const [subject, object] = [referenceOf(source, byId), referenceOf(target, byId)];
    if (relation && subject && object) skillAlignments.push({ subject, relation, object });
    else warnings.add(F502Nameless);
  }
  return { bundle: { resources: [], alignments: [], skills: [], skillAlignments }, warnings: warnings.list() };
}

type Statement = { source?: string; relation?: SkillRelation; target?: string };

function statementsOf(node: TermNode): Statement[] {
  if (isMap(node)) return listOf(node.terms.get('hasPart')).map(partOf);
  if (!isCompetency(node)) return [];
  return SkillRelation.options.flatMap((relation) =>
    listOf(node.terms.get(`${relation}Alignment`)).map((target) => ({
      source: node.id,
      relation,
      target: idsIn(target)[0],
    })),
  );
}

function partOf(part: unknown): Statement {
  if (!isRecord(part)) return {};
  const { terms } = termNode(part, ctdlNamespaces);
  const word = /(\w+)$/.exec(textOf(terms.get('alignmentType')) ?? idsIn(terms.get('alignmentType'))[0] ?? '')?.[1];
  return {
    source: idsIn(terms.get('sourceNode'))[0],
    relation: words.get(word?.toLowerCase() ?? ''),
    target: idsIn(terms.get('targetNode'))[0],
  };
}

function referenceOf(uri: string | undefined, byId: ReadonlyMap<string, TermNode>): SkillReference | undefined {
  if (!uri || !isSkillUri(uri) || uri.length > 4096) return undefined;
  const terms = byId.get(uri)?.terms;
  const label = localised(terms?.get('competencyLabel'))?.text;
  const statement = localised(terms?.get('competencyText'))?.text;
  const code = textOf(terms?.get('codedNotation'));
  const framework = idsIn(terms?.get('isPartOf')).find((one) => isSkillUri(one) && one !== ownFramework['@id']);
  return {
    uri,
    name: label ?? statement ?? uri,
    ...(label && statement && statement !== label && { statement }),
    ...(code && { code }),
    ...(framework && { framework: { uri: framework } }),
  };
}

function isCompetency(node: TermNode): boolean {
  return isOfType(node, ctdlNamespaces, 'Competency');
}

function isFramework(node: TermNode): boolean {
  return isOfType(node, ctdlNamespaces, 'CompetencyFramework', 'Collection');
}

function isMap(node: TermNode): boolean {
  return isOfType(node, ctdlNamespaces, 'AlignmentMap');
}
