import type { Framework } from '../domain/framework.ts';
import { isRecord, listOf, textOf, under } from '../domain/json-value.ts';
import type { Skill } from '../domain/skill.ts';
import { localised, localisedList } from '../jsonld/localised.ts';
import { idsIn, isOfType, nodesOf, type TermNode, termNode } from '../jsonld/term-node.ts';
import { handOut } from './hand-out.ts';
import { frameworkOfSource } from './named-uri.ts';
import { type Places, placeIn, placesFrom } from './places.ts';
import { jsonOf, looksLikeJson } from './sample.ts';
import type { DocumentSource, ReadOptions, SkillDocument } from './skill-document.ts';
import { skillUri } from './skill-uri.ts';
import { newTally, type Tally } from './warnings.ts';

/**
 * Competency frameworks in CTDL-ASN (https://credreg.net/ctdlasn/terms), as the Credential Registry answers them: a graph,
 * or a single competency. Terms are read by their names, so that neither the context nor its presence matters; both
 * namespaces in use, http and https, and the one that the RSD specification took are known.
 */
export const ctdlAsn: SkillDocument = {
  id: 'ctdl-asn',
  label: 'Competency framework (CTDL-ASN)',

  async recognises(sample) {
    if (!looksLikeJson(sample) || !/ceasn|ctdlasn/.test(sample.text)) return false;
    const json = await sample.json();
    const namespaces = namespacesOf(json);
    return nodesOf(json).some((node) => isOfType(termNode(node, namespaces), namespaces, 'Competency'));
  },

  async read(source, options = {}) {
    const json = await jsonOf(source, options.signal);
    const namespaces = namespacesOf(json);
    const nodes = nodesOf(json).map((node) => termNode(node, namespaces));
    const held = nodes.filter((node) => isOfType(node, namespaces, 'Competency'));
    const tally = newTally();
    const groups = groupsOf(nodes, held, { source, options });
    const frameworks = Array.from(groups.values(), (group) => {
      const skills = skillsIn(group, { source, options, tally });
      return { framework: group.framework, skills: handOut(skills, { name: source.name, signal: options.signal }) };
    });
    return { frameworks, warnings: tally.warnings };
  },
};

type Reading = { source: DocumentSource; options: ReadOptions; tally: Tally };
type Group = { framework: Framework; node?: TermNode; competencies: TermNode[] };

const prefixed = [
  'ceasn:',
  'ceterms:',
  'https://purl.org/ctdlasn/terms/',
  'http://purl.org/ctdlasn/terms/',
  'https://purl.org/ctdl/terms/',
  'http://purl.org/ctdl/terms/',
  'https://purl.org/ceasn/terms/',
];

/** Bare names are CTDL-ASN's only where the document's context is. */
function namespacesOf(json: unknown): string[] {
  const contexts = listOf(under(json, '@context')).flatMap((one) => (isRecord(one) ? Object.values(one) : [one]));
  return contexts.some((one) => typeof one === 'string' && one.includes('ctdlasn')) ? [...prefixed, ''] : prefixed;
}

/** The competencies by the framework, or the Collection, that they are part of. */
function groupsOf(
  nodes: TermNode[],
  held: TermNode[],
  { source, options }: Omit<Reading, 'tally'>,
): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const node of nodes) {
    if (!isOfType(node, [...prefixed, ''], 'CompetencyFramework', 'Collection')) continue;
    const framework = frameworkOf(node, source, options);
    groups.set(node.id ?? framework.uri, { framework, node, competencies: [] });
  }
  const [sole] = groups.size === 1 ? groups.values() : [];
  for (const node of held) {
    const whole = idsIn(node.terms.get('isPartOf') ?? node.terms.get('isMemberOf') ?? node.terms.get('isTopChildOf'));
    const group =
      whole.map((id) => groups.get(id)).find((one) => one !== undefined) ?? sole ?? strayIn(groups, whole[0]);
    group.competencies.push(node);
  }
  // A list of frameworks may name one that it has nothing of; it is no document's only one.
  for (const [id, { competencies }] of groups) if (competencies.length === 0 && groups.size > 1) groups.delete(id);
  if (groups.size === 0) strayIn(groups, undefined);
  return groups;

  function strayIn(all: Map<string, Group>, whole: string | undefined): Group {
    const uri = skillUri(whole, source.address);
    const fallback = frameworkOfSource(source);
    const key = uri ?? fallback.uri;
    const group = all.get(key) ?? { framework: { uri: key, name: fallback.name }, competencies: [] };
    all.set(key, group);
    return group;
  }
}

function* skillsIn({ framework, node, competencies }: Group, reading: Reading): Generator<Skill> {
  const uris = new Map(competencies.map((one) => [one, uriOf(one, reading.source)]));
  const places = placesOf(node, competencies, uris, reading);
  for (const competency of competencies) {
    const uri = uris.get(competency);
    const skill = uri && !isHeading(competency) ? skillOf(competency, uri, framework, places, reading) : undefined;
    if (skill) yield skill;
    else reading.tally.count(isHeading(competency) ? 'I433' : uri ? 'I431' : 'I430');
  }
}

function skillOf(
  { id, terms }: TermNode,
  uri: string,
  framework: Framework,
  places: Places,
  { source, options }: Reading,
): Skill | undefined {
  const preferred = options.language ?? framework.language;
  const label = localised(terms.get('competencyLabel') ?? terms.get('name'), preferred);
  const text = localised(terms.get('competencyText') ?? terms.get('description'), preferred) ?? label;
  if (!text) return undefined;
  const code = localised(terms.get('codedNotation') ?? terms.get('altCodedNotation'))?.text;
  const category = localised(terms.get('competencyCategory'), preferred)?.text;
  const level = levelsIn(terms.get('educationLevelType') ?? terms.get('complexityLevel'), preferred).join(', ');
  const language = text.language ?? localised(terms.get('inLanguage'))?.text ?? framework.language;
  const license = idsIn(terms.get('license'))[0] ?? framework.license;
  const successor = skillUri(idsIn(terms.get('supersededBy'))[0], source.address);
  const same = sameAs(id, uri, terms, source);
  return {
    uri,
    name: (label ?? text).text,
    statement: text.text,
    ...(code && { code }),
    type: 'Competency',
    framework: { uri: framework.uri, name: framework.name },
    ...(category && { category }),
    keywords: localisedList(terms.get('conceptKeyword') ?? terms.get('keyword'), preferred),
    ...(level && { level }),
    ...placeIn(places, uri),
    ...(successor
      ? { status: 'replaced' as const, replacedBy: successor }
      : framework.status === 'deprecated' && { status: 'deprecated' as const }),
    ...(same.length > 0 && { sameAs: same }),
    ...(language && { language }),
    ...(license && { license }),
  };
}

/** Levels by their words: texts, or alignments to one. Those that are addresses only say nothing to a reader. */
function levelsIn(value: unknown, preferred?: string): string[] {
  const words = listOf(value).flatMap((one) => {
    const named = under(one, 'ceterms:targetNodeName') ?? one;
    return localised(named, preferred)?.text ?? [];
  });
  return [...new Set(words)].filter((word) => !/^https?:/.test(word));
}

/** The address in the Credential Registry that a CTID stands at (CTDL, ceterms:ctid: `ce-` and a UUID). */
function registered(ctid: string | undefined): string | undefined {
  return ctid && /^ce-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(ctid)
    ? `https://credentialengineregistry.org/resources/${ctid.toLowerCase()}`
    : undefined;
}

function uriOf({ id, terms }: TermNode, { address }: DocumentSource): string | undefined {
  return skillUri(id, address) ?? registered(textOf(terms.get('ctid')));
}

/** What the source says is the same: exact alignments, and the twin by CTID where the address does not hold the CTID. */
function sameAs(id: string | undefined, uri: string, terms: TermNode['terms'], { address }: DocumentSource): string[] {
  const ctid = textOf(terms.get('ctid'))?.toLowerCase();
  const twin = ctid && !id?.toLowerCase().includes(ctid) ? registered(ctid) : undefined;
  const exact = idsIn(terms.get('exactAlignment')).map((one) => skillUri(one, address));
  return [...new Set([twin, ...exact])].filter((one) => one !== undefined).filter((one) => one !== uri);
}

/** An old mark (ceasn:shouldIndex) for lines that only group others; those with others below are kept for the tree. */
function isHeading({ terms }: TermNode): boolean {
  return String(terms.get('shouldIndex')) === 'false' && idsIn(terms.get('hasChild')).length === 0;
}

/** By isChildOf, and by hasChild and hasTopChild, whose order is the order of the tree. */
function placesOf(
  framework: TermNode | undefined,
  competencies: TermNode[],
  uris: ReadonlyMap<TermNode, string | undefined>,
  { source, tally }: Reading,
): Places {
  const held = new Set([...uris.values()].filter((uri) => uri !== undefined));
  const resolve = (id: string) => skillUri(id, source.address) ?? registered(id) ?? id;
  const root = framework && resolve(framework.id ?? '');
  const named = competencies.flatMap((node) => {
    const uri = uris.get(node);
    return uri ? [{ uri, node }] : [];
  });
  const idsUnder = (node: TermNode | undefined, ...names: string[]) =>
    names.flatMap((name) => idsIn(node?.terms.get(name))).map(resolve);
  return placesFrom(
    {
      above: named.map(({ uri, node }) => [uri, idsUnder(node, 'isChildOf').filter((parent) => parent !== root)]),
      below: [
        [undefined, idsUnder(framework, 'hasTopChild', 'hasMember')],
        ...named.map(({ uri, node }) => [uri, idsUnder(node, 'hasChild')] as const),
      ],
    },
    held,
    tally,
  );
}

function frameworkOf({ id, terms }: TermNode, source: DocumentSource, options: ReadOptions): Framework {
  const fallback = frameworkOfSource(source);
  const language = localised(terms.get('inLanguage'))?.text;
  const preferred = options.language ?? language;
  const description = localised(terms.get('description'), preferred)?.text;
  const publisher = localised(terms.get('publisherName') ?? terms.get('creatorName'), preferred)?.text;
  const license = idsIn(terms.get('license'))[0] ?? localised(terms.get('rights'), preferred)?.text;
  const attribution = localised(terms.get('rights') ?? terms.get('rightsHolder'), preferred)?.text;
  const version = localised(terms.get('versionIdentifier') ?? terms.get('versionCode'))?.text;
  const status = statusOf(idsIn(terms.get('publicationStatusType') ?? terms.get('lifeCycleStatusType'))[0]);
  const modified = textOf(terms.get('dateModified'));
  return {
    uri: skillUri(id, source.address) ?? registered(textOf(terms.get('ctid'))) ?? fallback.uri,
    name: localised(terms.get('name'), preferred)?.text ?? fallback.name,
    ...(description && { description }),
    ...(publisher && { publisher }),
    ...(license && { license }),
    ...(attribution && attribution !== license && { attribution }),
    ...(version && { version }),
    ...(language && { language }),
    ...(status && { status }),
    ...(modified && { modified }),
  };
}

/** Publication statuses of CTDL-ASN: Draft, Published, Deprecated; life cycle statuses of CTDL: Active, Ceased. */
function statusOf(status: string | undefined): Framework['status'] {
  if (/(deprecated|ceased)$/i.test(status ?? '')) return 'deprecated';
  return /draft$/i.test(status ?? '') ? 'draft' : undefined;
}
