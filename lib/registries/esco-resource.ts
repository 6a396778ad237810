import * as z from 'zod/mini';
import type { Skill } from '../domain/skill.ts';
import type { TreeNode } from '../domain/skill-tree.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { localised, localisedTexts } from './localised.ts';

/** The concept scheme that holds ESCO's skills, by the address that names it for good. */
export const skillScheme = 'http://data.europa.eu/esco/concept-scheme/skills';

/** Decision 2011/833/EU, under which the Commission's documents may be reused. */
export const escoLicence = 'http://data.europa.eu/eli/dec/2011/833/oj';

/** What has to stand wherever ESCO is used (esco.ec.europa.eu, "Copyright and reuse"). */
export const escoAttribution = 'This service uses the ESCO classification of the European Commission.';

/** ESCO's own addresses: of skills, groups of skills, fields of knowledge (ISCED-F), schemes. */
export function isEscoAddress(uri: string): boolean {
  return /^https?:\/\/data\.europa\.eu\/esco\/[^?#]+$/.test(uri) && isWebAddress(uri);
}

const Said = z.optional(z.unknown());
const Word = z.catch(z.optional(z.string()), undefined);

/** Another resource that a resource names. */
const Link = z.object({ uri: z.string().check(z.refine(isEscoAddress)), title: Word, code: Word });
type Link = z.infer<typeof Link>;

/** A link, a list of them, or nothing; what is no link to a resource of ESCO's is left out. */
const Links = z.pipe(
  Said,
  z.transform((value): Link[] => {
    const links = [value].flat().map((one) => Link.safeParse(one));
    return links.flatMap((link) => (link.success ? [link.data] : []));
  }),
);

/** What leads from a resource to others, by ESCO's names for it. */
const Relations = z.object({
  self: Links,
  broaderSkill: Links,
  broaderConcept: Links,
  broaderHierarchyConcept: Links,
  narrowerConcept: Links,
  narrowerSkill: Links,
  hasTopConcept: Links,
  hasSkillType: Links,
  hasReuseLevel: Links,
  replacedBy: Links,
  isReplacedBy: Links,
});

const nowhere = z.parse(Relations, {});

/** A skill, a group or a scheme as ESCO answers it in a search row or on its own (ESCO API, "Resource"). */
export const EscoResource = z
  .object({
    className: Word,
    uri: Word,
    title: Word,
    code: Word,
    status: Word,
    searchHit: Word,
    preferredLabel: Said,
    alternativeLabel: Said,
    description: Said,
    _links: z.catch(Relations, nowhere),
  })
  .check(
    z.refine((row) => uriOf(row) !== undefined, { error: 'no address', path: ['uri'] }),
    z.refine((row) => titleOf(row) !== '', { error: 'no title', path: ['title'] }),
  );
export type EscoResource = z.infer<typeof EscoResource>;

type Addressed = { uri?: string | undefined; _links: { self: Link[] } };

/** Some rows of a search name their address among the links alone. */
function uriOf({ uri, _links }: Addressed): string | undefined {
  return [uri, _links.self[0]?.uri].find((one) => one !== undefined && isEscoAddress(one));
}

function titleOf({ title, preferredLabel }: { title?: string | undefined; preferredLabel?: unknown }): string {
  return title?.trim() || localised(preferredLabel)?.text || '';
}

/** A resource as a skill, in a language of those that it comes in, else in English. */
export function skillOf(resource: EscoResource, language: string): Skill {
  const { code, preferredLabel, alternativeLabel, description, _links: links, searchHit } = resource;
  const label = localised(preferredLabel, language);
  const name = label?.text ?? titleOf(resource);
  const broader = broaderOf(resource);
  const level = wordOf(links.hasReuseLevel[0]);
  return {
    uri: uriOf(resource) ?? '',
    name,
    statement: localised(description, label?.language ?? language)?.text ?? name,
    ...(code && { code }),
    type: wordOf(links.hasSkillType[0]) ?? resource.className ?? 'Skill',
    framework: { uri: skillScheme, name: 'ESCO' },
    ...(broader?.title && { category: broader.title }),
    keywords: keywordsOf(alternativeLabel, searchHit, name, language),
    ...(level && { level }),
    ...(broader && { parent: broader.uri }),
    ...standingOf(resource),
    language: label?.language ?? language,
    license: escoLicence,
  };
}

function broaderOf({ _links: links }: EscoResource): Link | undefined {
  return links.broaderSkill[0] ?? links.broaderConcept[0] ?? links.broaderHierarchyConcept[0];
}

/** The other labels in the language; a row of a search says only the one that was hit. */
function keywordsOf(labels: unknown, hit: string | undefined, name: string, language: string): string[] {
  const words = [...localisedTexts(labels, language), ...(hit ? [hit.trim()] : [])];
  return [...new Set(words)].filter((word) => word && word !== name);
}

/** ESCO says `released`, `proposed` or `obsolete`, and of what is obsolete sometimes what took its place. */
function standingOf({ status, _links: links }: EscoResource): Pick<Skill, 'status' | 'replacedBy'> {
  const replacedBy = (links.isReplacedBy[0] ?? links.replacedBy[0])?.uri;
  if (replacedBy) return { status: 'replaced', replacedBy };
  if (/^(obsolete|deprecated)$/i.test(status ?? '')) return { status: 'deprecated' };
  return status === 'proposed' ? { status: 'draft' } : {};
}

/** What a link is called; by the end of its address where it has no title, such as `cross-sector`. */
function wordOf(link: Link | undefined): string | undefined {
  return link?.title || link?.uri.split('/').at(-1);
}

/** What stands directly below a group, a skill or the scheme itself, each once. */
export function childrenOf({ _links: links }: EscoResource, language: string): TreeNode[] {
  const below = [...links.hasTopConcept, ...links.narrowerConcept, ...links.narrowerSkill];
  const nodes = below.map((link): [string, TreeNode] => {
    const name = link.title?.trim() || wordOf(link) || link.uri;
    const type = isSkillAddress(link.uri) ? 'Skill' : 'Concept';
    const node = { uri: link.uri, name, statement: name, type, language, ...(link.code && { code: link.code }) };
    return [link.uri, node];
  });
  return [...new Map(nodes).values()];
}

/** Whether an address is of a skill, as far as it shows: groups have a code instead of a UUID, but for language skills. */
export function isSkillAddress(uri: string): boolean {
  return /\/skill\/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uri);
}
