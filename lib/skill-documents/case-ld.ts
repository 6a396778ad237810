import type { Framework } from '../domain/framework.ts';
import { isRecord, type JsonRecord, listOf, textOf, textsOf, under, underAny } from '../domain/json-value.ts';
import type { Skill } from '../domain/skill.ts';
import { addressOfLicence, skillOfItem, uriOfItem } from './case-item.ts';
import { type CaseAssociation, relationsOf, top } from './case-relations.ts';
import { handOut } from './hand-out.ts';
import { frameworkOfSource } from './named-uri.ts';
import { jsonOf, looksLikeJson } from './sample.ts';
import type { DocumentSource, SkillDocument } from './skill-document.ts';
import { skillUri } from './skill-uri.ts';
import { newTally, type Tally } from './warnings.ts';

/**
 * Items of CASE that come without their package: in CASE-LD by the RSD specification's recipe, with `associationSet`
 * (https://rsd.openskillsnetwork.org, "Publish a Rich Skill Descriptor with CASE-LD"); and as the CASE service answers
 * them, `CFItems/{id}` and `CFItemAssociations/{id}`. Read as plain JSON: the context of the recipe is not to be had.
 */
export const caseLd: SkillDocument = {
  id: 'case-ld',
  label: 'CASE items (CASE-LD)',

  async recognises(sample) {
    if (!looksLikeJson(sample) || !sample.text.includes('fullStatement')) return false;
    return nodesIn(await sample.json()).some(isItem);
  },

  async read(source, options = {}) {
    const nodes = nodesIn(await jsonOf(source, options.signal));
    const tally = newTally();
    const associations = nodes.flatMap((node) => associationsOf(node, source));
    const frameworks = Array.from(groupsOf(nodes, source, tally).values(), ({ framework, items }) => {
      const skills = skillsIn(framework, items, associations, tally);
      return { framework, skills: handOut(skills, { name: source.name, signal: options.signal }) };
    });
    return { frameworks, warnings: tally.warnings };
  },
};

type Group = { framework: Framework; items: [uri: string, item: JsonRecord][] };

/** The items of a document by the framework that each says it is of. */
function groupsOf(nodes: JsonRecord[], source: DocumentSource, tally: Tally): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const item of nodes.filter(isItem)) {
    const uri = uriOfItem(item, source.address);
    if (!uri) {
      tally.count('I430');
      continue;
    }
    const framework = frameworkOf(item, nodes, source);
    const group = groups.get(framework.uri) ?? { framework, items: [] };
    group.items.push([uri, item]);
    groups.set(framework.uri, group);
  }
  if (groups.size === 0) groups.set('', { framework: frameworkOfSource(source), items: [] });
  return groups;
}

function* skillsIn(
  framework: Framework,
  items: Group['items'],
  associations: CaseAssociation[],
  tally: Tally,
): Generator<Skill> {
  const toTop = associations.map((one) => (one.destination === framework.uri ? { ...one, destination: top } : one));
  const relations = relationsOf(toTop, new Set(items.map(([uri]) => uri)), tally);
  for (const [uri, item] of items) {
    const skill = skillOfItem(item, uri, framework, relations);
    if (skill) yield skill;
    else tally.count('I431');
  }
}

/** The associations that a node has in its `associationSet`, or the one that it is. */
function associationsOf(node: JsonRecord, source: DocumentSource): CaseAssociation[] {
  const own = uriOfItem(node, source.address);
  const set = listOf(under(node, 'associationSet')).map((link) => ({ link, origin: own, end: link }));
  const single = {
    link: node,
    origin: idOf(under(node, 'originNodeURI'), source),
    end: under(node, 'destinationNodeURI'),
  };
  return [...set, single].flatMap(({ link, origin, end }) => {
    const type = textOf(under(link, 'associationType'));
    const destination = idOf(end, source);
    const sequence = under(link, 'sequenceNumber');
    if (!type || !origin || !destination) return [];
    return [{ type, origin, destination, ...(typeof sequence === 'number' && { sequence }) }];
  });
}

function idOf(link: unknown, { address }: DocumentSource): string | undefined {
  return skillUri(textOf(link) ?? textOf(underAny(link, 'targetId', 'uri', 'id', '@id', 'identifier')), address);
}

/** The framework that an item links to, with what the document itself says of it. */
function frameworkOf(item: JsonRecord, nodes: JsonRecord[], source: DocumentSource): Framework {
  const link = under(item, 'CFDocumentURI');
  const uri = idOf(link, source);
  if (!uri) return frameworkOfSource(source);
  const document = nodes.find((node) => !isItem(node) && textOf(underAny(node, 'uri', 'id', '@id')) === uri);
  const publisher = textOf(underAny(document, 'publisher', 'creator'));
  const language = textOf(under(document, 'language'));
  const license = addressOfLicence(under(document, 'licenseURI'));
  return {
    uri,
    name: textOf(under(document, 'title')) ?? textOf(under(link, 'title')) ?? uri,
    ...(publisher && { publisher }),
    ...(license && { license }),
    ...(language && { language }),
  };
}

/** What stands at the top of a document, in its `@graph`, or in an answer of the CASE service. */
function nodesIn(json: unknown): JsonRecord[] {
  const inner = ['CFItem', 'CFDocument'].flatMap((key) => (isRecord(under(json, key)) ? [under(json, key)] : []));
  const lists = ['@graph', 'CFItems', 'CFAssociations'].flatMap((key) => listOf(under(json, key)));
  const nodes = inner.length + lists.length > 0 ? [...inner, ...lists] : listOf(json);
  return nodes.filter(isRecord);
}

function isItem(node: JsonRecord): boolean {
  const types = textsOf(underAny(node, 'type', '@type'));
  const isTyped = types.some((type) => /(^|[:#/])CFItem$/.test(type));
  return isTyped || (types.length === 0 && textOf(under(node, 'fullStatement')) !== undefined && named(node));
}

function named(node: JsonRecord): boolean {
  return textOf(underAny(node, 'uri', 'id', '@id', 'identifier')) !== undefined;
}
