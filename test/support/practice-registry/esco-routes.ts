import { type Incoming, json, type Reply } from './reply.ts';
import type { Side } from './side.ts';
import type { HeldSkill } from './skill-files.ts';

const names = 'http://data.europa.eu/esco';
const scheme = `${names}/concept-scheme/skills`;
const releases = new Set(['v1.0.9', 'v1.1.2', 'v1.2.0']);
const languages = new Set(['en', 'fr', 'de']);

/** A group of skills: a category of the held skills, under a code as ESCO's groups have. */
type Group = { code: string; title: string; skills: HeldSkill[] };

/** What ESCO is asked with, once it was found good. */
type Asked = { api: string; language: string; release: string; query: URLSearchParams };

/** Makes an ESCO that answers under `{url}/esco/api`. Its addresses are ESCO's own, as everywhere. */
export function createEsco(url: string, skills: readonly HeldSkill[]): Side {
  const groups = groupsOf(skills);
  return {
    route(incoming) {
      const path = /^\/esco\/api\/(search|resource\/(?:skill|concept|taxonomy))$/.exec(incoming.path)?.[1];
      if (!path) return undefined;
      const asked = read(`${url}/esco/api`, incoming);
      if ('status' in asked) return asked;
      if (path === 'search') return search(asked, skills);
      return resource(asked, path.slice('resource/'.length), skills, groups);
    },
  };
}

function groupsOf(skills: readonly HeldSkill[]): Group[] {
  const titles = [...new Set(skills.flatMap(({ categories }) => categories.slice(0, 1)))];
  return titles.map((title, index) => ({
    code: `S${index + 1}`,
    title,
    skills: skills.filter(({ categories }) => categories[0] === title),
  }));
}

/** ESCO falls back to an old release where none is named, and refuses what it does not know. */
function read(api: string, { method, query }: Incoming): Asked | Reply {
  const language = query.get('language') ?? 'en';
  const release = query.get('selectedVersion') ?? 'v1.0.9';
  if (method !== 'GET') return refusal('MethodNotAllowed', `Request method '${method}' not supported`, 405);
  if (!releases.has(release)) return refusal('BadInputException', `Version ${release} is not supported`);
  if (!languages.has(language)) return refusal('BadInputException', `Language ${language} is not supported`);
  return { api, language, release, query };
}

function refusal(logref: string, message: string, status = 400): Reply {
  return json({ logref, status, message, _links: null }, status);
}

function search({ api, language, query }: Asked, skills: readonly HeldSkill[]): Reply {
  const limit = Number(query.get('limit') ?? 20);
  const page = Number(query.get('offset') ?? 0);
  if (!Number.isInteger(limit) || !Number.isInteger(page) || limit < 1 || page < 0)
    return refusal('BadInputException', 'limit and offset must be numbers');
  if (query.get('full') === 'true') return refusal('ServerException', 'Internal error', 500);
  const text = query.get('text') ?? '';
  const found = skills.filter((skill) => skill.status !== 'archived' && holds(skill, text));
  const rows = found
    .slice(page * limit, (page + 1) * limit)
    .map((skill, index) => row(api, skill, text, language, index));
  return json({
    total: found.length,
    text,
    language,
    type: ['skill'],
    _embedded: { results: rows },
    _links: {
      self: { href: `${api}/search?offset=${page}` },
      ...((page + 1) * limit < found.length && { next: { href: `${api}/search?offset=${page + 1}` } }),
    },
  });
}

function holds({ name, statement, keywords }: HeldSkill, text: string): boolean {
  const words = tokens([name, statement, ...keywords].join(' '));
  return tokens(text).every((asked) => words.some((word) => word.startsWith(asked)));
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** A row of a search. Every second one says its address among the links alone, as some of ESCO's do. */
function row(api: string, skill: HeldSkill, text: string, language: string, index: number): Record<string, unknown> {
  const uri = uriOf(skill);
  const title = titleIn(skill.name, language);
  const hit = skill.keywords.find((word) => tokens(text).some((asked) => word.toLowerCase().startsWith(asked)));
  return {
    className: 'Skill',
    ...(index % 2 === 0 && { uri }),
    searchHit: hit ?? title,
    title,
    _links: { self: link(api, 'skill', uri, title, language) },
  };
}

function resource(asked: Asked, noun: string, skills: readonly HeldSkill[], groups: readonly Group[]): Reply {
  const uri = asked.query.get('uri') ?? '';
  if (noun === 'taxonomy' && uri === scheme) return json(taxonomy(asked, groups));
  const group = groups.find(({ code }) => uri === groupUri(code));
  if (noun === 'concept' && group) return json(concept(asked, group));
  const skill = skills.find((one) => uri === uriOf(one));
  if (noun === 'skill' && skill) return json(detail(asked, skill, groups));
  return refusal('ResourceNotFoundException', `No resource with uri ${uri}`, 404);
}

function taxonomy({ api, language }: Asked, groups: readonly Group[]): Record<string, unknown> {
  return {
    className: 'Taxonomy',
    uri: scheme,
    title: titleIn('Skills', language),
    description: { en: { literal: 'All that can be learnt here.', mimetype: 'plain/text' } },
    _links: {
      self: link(api, 'taxonomy', scheme, 'Skills', language),
      hasTopConcept: groups.map(({ code, title }) => link(api, 'concept', groupUri(code), title, language, code)),
    },
  };
}

function concept({ api, language }: Asked, { code, title, skills }: Group): Record<string, unknown> {
  const below = skills.map((skill) => link(api, 'skill', uriOf(skill), skill.name, language));
  return {
    className: 'Concept',
    uri: groupUri(code),
    code,
    title: titleIn(title, language),
    preferredLabel: { fr: titleIn(title, 'fr'), en: title },
    _links: {
      self: link(api, 'concept', groupUri(code), title, language),
      // One link stands by itself, several in a list: HAL leaves that to the server.
      narrowerSkill: below.length === 1 ? below[0] : below,
    },
  };
}

function detail({ api, language }: Asked, skill: HeldSkill, groups: readonly Group[]): Record<string, unknown> {
  const uri = uriOf(skill);
  const group = groups.find(({ skills }) => skills.includes(skill));
  return {
    className: 'Skill',
    classId: 'http://data.europa.eu/esco/model#Skill',
    uri,
    title: titleIn(skill.name, language),
    referenceLanguage: ['en'],
    preferredLabel: { de: titleIn(skill.name, 'de'), en: skill.name, fr: titleIn(skill.name, 'fr') },
    alternativeLabel: { en: skill.keywords },
    description: { en: { mimetype: 'plain/text', literal: skill.statement } },
    status: skill.status === 'archived' ? 'obsolete' : 'released',
    _links: {
      self: link(api, 'skill', uri, skill.name, language),
      ...(group && { broaderSkill: [link(api, 'concept', groupUri(group.code), group.title, language)] }),
      hasSkillType: [{ uri: `${names}/skill-type/skill`, title: 'skill/competence' }],
      hasReuseLevel: [{ uri: `${names}/skill-reuse-level/cross-sector` }],
      isEssentialForOccupation: [{ uri: `${names}/occupation/00000000-0000-4000-8000-000000000001`, title: 'tester' }],
    },
  };
}

/** English is what is held; the other languages are told by a mark. */
function titleIn(title: string, language: string): string {
  return language === 'en' ? title : `${title} (${language})`;
}

function link(api: string, noun: string, uri: string, title: string, language: string, code?: string) {
  const href = `${api}/resource/${noun}?uri=${encodeURIComponent(uri)}&language=${language}`;
  return { href, uri, title: titleIn(title, language), ...(code && { code }) };
}

function uriOf({ uuid }: HeldSkill): string {
  return `${names}/skill/${uuid}`;
}

function groupUri(code: string): string {
  return `${names}/skill/${code}`;
}
