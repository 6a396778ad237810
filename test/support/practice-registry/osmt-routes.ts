import { asObject, type Incoming, json, parse, type Reply, text } from './reply.ts';
import type { Side } from './side.ts';
import type { HeldSkill } from './skill-files.ts';

/** What the OSMT half of the practice registry knows. */
type OsmtSide = {
  /** Own address, without trailing slash. */
  url: string;
  skills: readonly HeldSkill[];
  /** Before 3.0: knows only the paths without a version. */
  oldServer: boolean;
  /** Refuses requests from pages of other origins, extensions included, as OSMT does as it is delivered. */
  strictOrigins: boolean;
  /** Repeats its first page for ever and counts a million. */
  endlessPages: boolean;
  /** The alignments of skills, by their uuids. */
  alignments: Map<string, AlignmentRow[]>;
};

/** An alignment of a skill, as `ApiAlignment` writes it. */
type AlignmentRow = { id?: string; skillName?: string; isPartOf?: { name?: string } };

const detailContext = 'https://rsd.openskillsnetwork.org/context-v1.json';

/** Makes an OSMT that answers under `{url}/api`. */
export function createOsmt(url: string, skills: readonly HeldSkill[]): Side {
  const side: OsmtSide = {
    url,
    skills,
    oldServer: false,
    strictOrigins: false,
    endlessPages: false,
    alignments: new Map(),
  };
  return {
    route: (incoming) => osmtRoute(side, incoming),
    order({ clear, forget, oldServer, strictOrigins, endlessPages }) {
      if (forget) side.alignments.clear();
      side.oldServer = oldServer ?? (clear ? false : side.oldServer);
      side.strictOrigins = strictOrigins ?? (clear ? false : side.strictOrigins);
      side.endlessPages = endlessPages ?? (clear ? false : side.endlessPages);
    },
    cors: ({ headers }) => (headers.origin === url ? ownPages(url) : undefined),
  };
}

/** OSMT lets pages of its own address alone read it, and shows them one header of its own. */
function ownPages(url: string): Record<string, string> {
  return {
    'access-control-allow-origin': url,
    'access-control-allow-credentials': 'true',
    'access-control-allow-headers': 'Authorization, Cache-Control, Content-Type',
    'access-control-allow-methods': 'HEAD, GET, POST, PUT, DELETE, PATCH',
    'access-control-expose-headers': 'X-Total-Count',
  };
}

/** What is asked below `/api/{version}`, by its path. */
const paths = /^\/api(?:\/(v2|v3))?\/(search|skills|collections)\/([^/]+)(\/skills|\/update)?$/;

/** Answers skills and collections, versions 3 and 2 and without one; undefined where the path is not OSMT's. */
function osmtRoute(side: OsmtSide, incoming: Incoming): Reply | undefined {
  const [, path, noun, name = '', below] = paths.exec(incoming.path) ?? [];
  if (!noun || (below && noun !== (below === '/update' ? 'skills' : 'collections'))) return undefined;
  const { origin } = incoming.headers;
  if (side.strictOrigins && origin && origin !== side.url) return text('Invalid CORS request', 403);
  if (side.oldServer && path) return json({ message: 'Not Found' }, 404);
  const version = path === 'v3' ? 3 : 2;
  if (below === '/update') return update(side, name, version, incoming);
  if (noun === 'skills') return detail(side, name, version, incoming);
  if (noun === 'collections' && !below) return collection(side, name, version, incoming);
  if (incoming.method !== 'POST') return json({ message: 'Method Not Allowed' }, 405);
  const asked = asObject(parse(incoming.body.toString('utf8')));
  if (!asked || !incoming.headers['content-type']?.startsWith('application/json'))
    return json({ message: 'Bad Request' }, 400);
  const wanted = typeof asked.query === 'string' ? asked.query : '';
  if (below) return skillPage(side, version, incoming, within(side, name));
  if (name === 'skills') return skillPage(side, version, incoming, ranked(side.skills, wanted));
  return name === 'collections' ? collectionPage(side, incoming, wanted) : undefined;
}

/** A page of skills by `from`, `size` and `status`, as search and collections answer it. */
function skillPage(side: OsmtSide, version: 2 | 3, { query }: Incoming, skills: readonly HeldSkill[]): Reply {
  const states = (query.get('status') ?? 'draft,published').split(',');
  const found = skills.filter(({ status }) => states.includes(status));
  return page(side, query, 'skills', found, (skill) => row(side, skill, version));
}

function page<One>(
  side: OsmtSide,
  query: URLSearchParams,
  noun: string,
  found: readonly One[],
  written: (one: One) => unknown,
): Reply {
  const from = Number(query.get('from') ?? 0);
  const size = Number(query.get('size') ?? 50);
  const shown = found.slice(...(side.endlessPages ? [0, size] : [from, from + size]));
  const next = `${side.url}/api/v3/search/${noun}?size=${size}&from=${from + size}`;
  return json(shown.map(written), 200, {
    'x-total-count': String(side.endlessPages ? 1_000_000 : found.length),
    // The real one points to version 3 from every version, too: nobody should follow it.
    ...(from + size < found.length && { link: `<${next}>; rel="next"` }),
  });
}

/** The skills of a collection, in the order of their names. */
function within(side: OsmtSide, uuid: string): HeldSkill[] {
  const members = side.skills.filter(({ framework }) => framework?.uuid === uuid);
  return members.sort((one, other) => one.name.localeCompare(other.name));
}

function collections(side: OsmtSide): { uuid: string; name: string }[] {
  const held = side.skills.map(({ framework }) => framework).filter((one) => one !== undefined);
  return [...new Map(held.map((one) => [one.uuid, one])).values()];
}

/** The rows of collections, as `CollectionDoc` writes them: no address, no skills. */
function collectionPage(side: OsmtSide, { query }: Incoming, wanted: string): Reply {
  const matches = phrasePrefix(wanted);
  const found = collections(side).filter(({ name }) => wanted === '' || matches([name]));
  return page(side, query, 'collections', found, ({ uuid, name }) => ({
    ...{ uuid, name, skillCount: within(side, uuid).length, status: 'published', publishDate: '2024-01-08T09:00:00' },
  }));
}

function collection(side: OsmtSide, uuid: string, version: 2 | 3, { headers }: Incoming): Reply {
  const held = collections(side).find((one) => one.uuid === uuid);
  if (!held) return json({ message: 'Not Found' }, 404);
  if (!headers.accept?.includes('application/json')) return screen;
  return json({
    type: 'RichSkillCollection',
    name: held.name,
    id: `${side.url}/api/collections/${uuid}`,
    owner: '',
    uuid,
    skills: within(side, uuid).map((skill) => row(side, skill, version)),
    author: 'Plumbline tests',
    status: 'published',
    creationDate: '2024-01-08T09:00:00.000000Z',
    updateDate: '2024-01-08T09:00:00.000000Z',
    archiveDate: null,
    publishDate: '2024-01-08T09:00:00.000000Z',
    description: null,
    skillKeywords: {},
    creator: null,
    '@context': detailContext,
  });
}

/** The same address serves the screen to a browser. */
const screen: Reply = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><title>OSMT</title>',
};

function ranked(skills: readonly HeldSkill[], query: string): readonly HeldSkill[] {
  if (query.trim() === '') return skills;
  const matches = query.includes('"') ? simpleQuery(query) : phrasePrefix(query);
  const score = (skill: HeldSkill) =>
    (matches([skill.name]) ? 2 : 0) + searchedFields(skill).filter((field) => matches(field)).length;
  return skills
    .map((skill) => ({ skill, score: score(skill) }))
    .filter((one) => one.score > 0)
    .sort((one, other) => other.score - one.score)
    .map((one) => one.skill);
}

/** The fields besides the name, each with its values. */
function searchedFields(skill: HeldSkill): string[][] {
  return [[skill.statement], skill.categories, skill.keywords, skill.standards, skill.authors];
}

/** Unquoted: the words as one phrase whose last word is a beginning (Elasticsearch `match_phrase_prefix`). */
function phrasePrefix(query: string): (field: string[]) => boolean {
  const phrase = tokens(query);
  return (field) => phrase.length > 0 && field.some((value) => holds(tokens(value), phrase, true));
}

/** With a quotation mark: quoted phrases and `word*`, all of them in one field (`simple_query_string`, AND). */
function simpleQuery(query: string): (field: string[]) => boolean {
  const parts = query.match(/"[^"]*"|[^\s"]+/g) ?? [];
  return (field) => {
    const values = field.map(tokens);
    return parts.every((part) => values.some((words) => holds(words, tokens(part), part.endsWith('*'))));
  };
}

function holds(words: string[], phrase: string[], open: boolean): boolean {
  return words.some((_, at) =>
    phrase.every((word, index) => {
      const standing = words[at + index] ?? '';
      return open && index === phrase.length - 1 ? standing.startsWith(word) : standing === word;
    }),
  );
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** A search row: keys that would be empty are absent, and version 2 joins categories and authors by `;`. */
function row(side: OsmtSide, skill: HeldSkill, version: 2 | 3): Record<string, unknown> {
  return {
    uuid: skill.uuid,
    id: idOf(side, skill),
    skillName: skill.name,
    skillStatement: skill.statement,
    ...(skill.categories.length > 0 && listed('categories', 'category', skill.categories, version)),
    ...(skill.authors.length > 0 && listed('authors', 'author', skill.authors, version)),
    status: skill.status,
    ...(skill.keywords.length > 0 && { keywords: skill.keywords }),
    occupations: skill.occupations,
    ...(skill.standards.length > 0 && { standards: skill.standards }),
    ...(skill.publishDate && { publishDate: skill.publishDate }),
  };
}

function detail(side: OsmtSide, uuid: string, version: 2 | 3, { headers }: Incoming): Reply {
  const skill = side.skills.find((one) => one.uuid === uuid);
  if (!skill) return json({ message: 'Not Found' }, 404);
  if (!headers.accept?.includes('application/json')) return screen;
  return json({
    type: 'RichSkillDescriptor',
    id: idOf(side, skill),
    archiveDate: null,
    publishDate: skill.publishDate ?? null,
    creationDate: '2024-01-08T09:00:00.000000Z',
    updateDate: '2024-01-08T09:00:00.000000Z',
    alignments: side.alignments.get(skill.uuid) ?? [],
    ...listed('categories', 'category', skill.categories, version),
    certifications: [],
    employers: [],
    keywords: skill.keywords,
    standards: skill.standards.map((name) => ({ skillName: name })),
    collections: skill.framework ? [skill.framework] : [],
    occupations: skill.occupations.map(occupation),
    skillName: skill.name,
    skillStatement: skill.statement,
    ...listed('authors', 'author', skill.authors, version),
    uuid: skill.uuid,
    status: skill.status,
    creator: 'https://credentialengineregistry.org/resources/ce-00000000-0000-4000-8000-000000000000',
    '@context': detailContext,
  });
}

/**
 * Changes a skill's alignments, for curators alone: a token of a viewer's may read. A row is told by all of its words
 * (RichSkillRepository.kt), and the answer is the skill as it is then.
 */
function update(side: OsmtSide, uuid: string, version: 2 | 3, incoming: Incoming): Reply {
  const { authorization } = incoming.headers;
  if (incoming.method !== 'POST') return json({ message: 'Method Not Allowed' }, 405);
  if (!/^Bearer \S+$/.test(authorization ?? '')) return json({ message: 'Unauthorized' });
  if (authorization === 'Bearer viewer') return json({ message: 'Access is denied' }, 403);
  const asked = asObject(asObject(parse(incoming.body.toString('utf8')))?.alignments);
  if (!asked) return json({ message: 'Bad Request' }, 400);
  const { add = [], remove = [] } = asked as { add?: AlignmentRow[]; remove?: AlignmentRow[] };
  const words = ({ id, skillName, isPartOf }: AlignmentRow) => JSON.stringify([id, skillName, isPartOf?.name]);
  const gone = new Set(remove.map(words));
  const standing = (side.alignments.get(uuid) ?? []).filter((row) => !gone.has(words(row)));
  const rows = new Map([...standing, ...add].map((row) => [words(row), row]));
  side.alignments.set(uuid, [...rows.values()]);
  return detail(side, uuid, version, { ...incoming, headers: { ...incoming.headers, accept: 'application/json' } });
}

function listed(many: string, one: string, values: string[], version: 2 | 3): Record<string, unknown> {
  return version === 3 ? { [many]: values } : { [one]: values.join(';') };
}

function occupation(raw: Record<string, unknown>): Record<string, unknown> {
  const parents = [
    { code: raw.majorCode, targetNodeName: raw.major, level: 'Major' },
    { code: raw.minorCode, targetNodeName: raw.minor, level: 'Minor' },
    { code: raw.broadCode, targetNodeName: raw.broad, level: 'Broad' },
  ].filter(({ code, targetNodeName }) => code && targetNodeName);
  return { code: raw.code, targetNodeName: raw.name ?? raw.detailed, frameworkName: raw.framework, parents };
}

function idOf({ url }: OsmtSide, { uuid }: HeldSkill): string {
  return `${url}/api/skills/${uuid}`;
}
