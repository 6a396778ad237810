import * as z from 'zod/mini';
import type { ListedFramework } from '../domain/framework.ts';
import type { Skill } from '../domain/skill.ts';
import type { TreeNode } from '../domain/skill-tree.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { allTexts, localised, localisedTexts } from './localised.ts';

const Said = z.optional(z.unknown());

const Address = z.string().check(z.maxLength(4096), z.refine(isWebAddress, { error: 'not an http or https address' }));

/** A node's type or types, of which one has to be the named one. */
function typed(...names: string[]) {
  const known = names.flatMap((name) => [`ceasn:${name}`, name]);
  return z
    .union([z.string(), z.array(z.string())])
    .check(z.refine((types) => [types].flat().some((type) => known.includes(type)), { error: `not a ${names[0]}` }));
}

/** A competency as the registry writes it (credreg.net/ctdlasn/terms#Competency). Its texts are language maps. */
export const CtdlCompetency = z
  .object({
    '@id': Address,
    '@type': typed('Competency'),
    'ceasn:competencyLabel': Said,
    'ceasn:competencyText': Said,
    'ceasn:codedNotation': Said,
    'ceasn:competencyCategory': Said,
    'ceasn:conceptKeyword': Said,
    'ceasn:educationLevelType': Said,
    'ceasn:complexityLevel': Said,
    'ceasn:inLanguage': Said,
    'ceasn:license': Said,
    'ceasn:listID': Said,
    'ceasn:isPartOf': Said,
    'ceasn:isChildOf': Said,
    'ceasn:isTopChildOf': Said,
    'ceasn:hasChild': Said,
    'ceasn:exactAlignment': Said,
    'ceasn:shouldIndex': Said,
    'ceasn:publicationStatusType': Said,
    'ceterms:lifeCycleStatusType': Said,
    'ceterms:supersededBy': Said,
  })
  .check(
    z.refine((node) => Boolean(localised(node['ceasn:competencyText']) ?? localised(node['ceasn:competencyLabel'])), {
      error: 'no text',
      path: ['ceasn:competencyText'],
    }),
  );
export type CtdlCompetency = z.infer<typeof CtdlCompetency>;

/** A framework as the registry writes it (credreg.net/ctdlasn/terms#CompetencyFramework). */
export const CtdlFramework = z.object({
  '@id': Address,
  '@type': typed('CompetencyFramework', 'Collection'),
  'ceasn:name': z.unknown().check(z.refine((name) => localised(name) !== undefined, { error: 'no name' })),
  'ceasn:description': Said,
  'ceasn:publisherName': Said,
  'ceasn:license': Said,
  'ceasn:rights': Said,
  'ceasn:inLanguage': Said,
  'ceasn:dateModified': Said,
  'ceasn:publicationStatusType': Said,
  'ceterms:lifeCycleStatusType': Said,
  'ceasn:hasTopChild': Said,
});
export type CtdlFramework = z.infer<typeof CtdlFramework>;

/** The longest name that is made of a competency's text, in characters. */
const longestName = 80;

/** A competency in our shape, in a language of those that it comes in. */
export function skillOf(node: CtdlCompetency, language: string | undefined, frameworkName?: string): Skill {
  const label = localised(node['ceasn:competencyLabel'], language);
  const text = localised(node['ceasn:competencyText'], language) ?? label;
  const framework = idsIn(node['ceasn:isPartOf'])[0] ?? idsIn(node['ceasn:isTopChildOf'])[0];
  const code = localised(node['ceasn:codedNotation'])?.text;
  const category = localised(node['ceasn:competencyCategory'], language)?.text;
  const level = levelOf(node, language);
  const parent = idsIn(node['ceasn:isChildOf'])[0];
  const position = positionOf(node['ceasn:listID']);
  const sameAs = idsIn(node['ceasn:exactAlignment']);
  const said = label?.language ?? text?.language ?? localised(node['ceasn:inLanguage'])?.text;
  const license = idsIn(node['ceasn:license'])[0];
  return {
    uri: node['@id'],
    name: label?.text ?? shortened(text?.text ?? ''),
    statement: text?.text ?? '',
    ...(code && { code }),
    type: 'Competency',
    ...(framework && { framework: { uri: framework, ...(frameworkName && { name: frameworkName }) } }),
    ...(category && { category }),
    keywords: localisedTexts(node['ceasn:conceptKeyword'], language),
    ...(level && { level }),
    ...(parent && { parent }),
    ...(position !== undefined && { position }),
    ...standingOf(node),
    ...(sameAs.length > 0 && { sameAs }),
    ...(said && { language: said }),
    ...(license && { license }),
  };
}

/** A framework as a list shows it. `skills` is how many of its competencies came with it, where they did. */
export function frameworkOf(node: CtdlFramework, language: string | undefined, skills?: number): ListedFramework {
  const name = localised(node['ceasn:name'], language);
  const description = localised(node['ceasn:description'], language)?.text;
  const publisher = localised(node['ceasn:publisherName'], language)?.text;
  const license = idsIn(node['ceasn:license'])[0] ?? localised(node['ceasn:rights'], language)?.text;
  const modified = localised(node['ceasn:dateModified'])?.text;
  const status = standingOf(node).status;
  const said = name?.language ?? localised(node['ceasn:inLanguage'])?.text;
  return {
    uri: node['@id'],
    name: name?.text ?? '',
    ...(description && { description }),
    ...(publisher && { publisher }),
    ...(license && { license }),
    ...(said && { language: said }),
    ...(status && { status: status === 'draft' ? 'draft' : 'deprecated' }),
    ...(modified && !Number.isNaN(Date.parse(modified)) && { modified }),
    ...(skills && { skills }),
  };
}

/** A competency as a line of its framework's tree. */
export function nodeOf(node: CtdlCompetency, language: string | undefined): TreeNode {
  const { uri, name, statement, code, type, status, language: said } = skillOf(node, language);
  const children = idsIn(node['ceasn:hasChild']).length;
  return {
    ...{ uri, name, statement, type, children },
    ...(code && { code }),
    ...(status && { status }),
    ...(said && { language: said }),
  };
}

/** Whether those who publish a competency mean it to be found; headings are not (ceasn:shouldIndex). */
export function isMeantToBeFound(node: CtdlCompetency): boolean {
  return !/^false$/i.test(String(node['ceasn:shouldIndex'] ?? true));
}

/** The addresses in a value: texts, `{"@id"}`, or a list of either. What is no web address is left out. */
export function idsIn(value: unknown): string[] {
  const ids = [value].flat().map((one) => {
    const id: unknown =
      typeof one === 'object' && one !== null && Object.hasOwn(one, '@id') ? Reflect.get(one, '@id') : one;
    return typeof id === 'string' && id.length <= 4096 && isWebAddress(id) ? id : undefined;
  });
  return [...new Set(ids.filter((id) => id !== undefined))];
}

type Standing = { 'ceasn:publicationStatusType'?: unknown; 'ceterms:lifeCycleStatusType'?: unknown };

/** What became of a thing: its own word for it is the end of a concept's address, such as `…/publicationStatus/Draft`. */
function standingOf(node: Standing & { 'ceterms:supersededBy'?: unknown }): Pick<Skill, 'status' | 'replacedBy'> {
  const replacedBy = idsIn(node['ceterms:supersededBy'])[0];
  if (replacedBy) return { status: 'replaced', replacedBy };
  const words = [node['ceasn:publicationStatusType'], node['ceterms:lifeCycleStatusType']].flatMap(conceptsIn);
  if (words.some((word) => /^(deprecated|withdrawn|ceased|suspended)$/i.test(word))) return { status: 'deprecated' };
  return words.some((word) => /^(draft|developing)$/i.test(word)) ? { status: 'draft' } : {};
}

/** The last words of concepts' addresses, whether they stand as text, as `{"@id"}` or in an alignment object. */
function conceptsIn(value: unknown): string[] {
  return [value].flat().flatMap((one) => {
    const target: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'ceterms:targetNode') : one;
    return [...allTexts(target), ...idsIn(one)].map((text) => text.split(/[/#:]/).at(-1) ?? text);
  });
}

/** For whom it is: the name in an alignment object, the end of a concept's address, or a text, whichever is there. */
function levelOf(node: CtdlCompetency, language: string | undefined): string {
  const values = [node['ceasn:educationLevelType'] ?? node['ceasn:complexityLevel']].flat();
  const words = values.flatMap((one) => {
    const name: unknown =
      typeof one === 'object' && one !== null ? (Reflect.get(one, 'ceterms:targetNodeName') ?? one) : one;
    const text = localised(name, language)?.text;
    return text ? [isWebAddress(text) ? (text.split(/[/#:]/).at(-1) ?? text) : text] : [];
  });
  return [...new Set(words)].join(', ');
}

/** A list's own numbering (ceasn:listID), where it is a number. */
function positionOf(value: unknown): number | undefined {
  const text = localised(value)?.text ?? '';
  return /^\d{1,6}(\.\d{1,3})?\.?$/.test(text) ? Number.parseFloat(text) : undefined;
}

function shortened(text: string): string {
  if (text.length <= longestName) return text;
  return `${text.slice(0, longestName - 1).replace(/\s+\S*$/, '')}…`;
}
