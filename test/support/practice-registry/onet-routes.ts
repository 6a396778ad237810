import { elements, occupations, software, tasksOf, withoutSoftware } from './onet-world.ts';
import { type Incoming, json, type Reply } from './reply.ts';
import type { Side } from './side.ts';
import type { HeldSkill } from './skill-files.ts';

/** The key that this O*NET refuses; it takes every other. */
export const refusedKey = 'a-bad-key';

type Occupation = (typeof occupations)[number];

/** Where the elements of a part of an occupation's details stand in the content model. */
const parts: Readonly<Record<string, RegExp>> = { skills: /^2\.[AB]/, knowledge: /^2\.C/, abilities: /^1\.A/ };

/** Makes an O*NET Web Services 2.0 that answers under `{url}/onet`. The held skills are tasks of one occupation. */
export function createOnet(url: string, skills: readonly HeldSkill[]): Side {
  const base = `${url}/onet`;
  return {
    route(incoming) {
      if (!incoming.path.startsWith('/onet/')) return undefined;
      const key = incoming.headers['x-api-key'];
      if (!key || key === refusedKey) return forbidden;
      if (incoming.method !== 'GET') return json({ error: 'method not allowed' }, 405);
      return answer(base, incoming.path.slice('/onet'.length), incoming, skills);
    },
  };
}

/** The gateway refuses, not the service: a web page, whatever was asked for. */
const forbidden: Reply = {
  status: 403,
  headers: { 'content-type': 'text/html' },
  body: '<html><head><title>403 Forbidden</title></head><body><center><h1>403 Forbidden</h1></center></body></html>',
};

function answer(base: string, path: string, { query }: Incoming, skills: readonly HeldSkill[]): Reply {
  if (path === '/online/search') return search(base, query, skills);
  if (path === '/online/occupations') return paged(base, path, query, 'occupation', rowsOf(base, occupations));
  if (path === '/database/rows/content_model_reference') return paged(base, path, query, 'row', model());
  const [, code, rest = ''] = /^\/online\/occupations\/([^/]+)(\/.*)$/.exec(path) ?? [];
  const occupation = occupations.find((one) => one.code === code);
  if (!occupation) return unprocessable('The requested resource was not found');
  if (rest === '/') return json({ ...occupation, sample_of_reported_titles: [] });
  return details(base, path, query, occupation, rest.replace(/^\/details\//, ''), skills);
}

function unprocessable(error: string): Reply {
  return json({ error }, 422);
}

function search(base: string, query: URLSearchParams, skills: readonly HeldSkill[]): Reply {
  const keyword = query.get('keyword');
  if (!keyword) return unprocessable("must have required property 'keyword'");
  const words = tokens(keyword);
  const found = occupations.filter(({ code, title, description }) => {
    const said = code === tasksOf ? skills.flatMap(({ name, statement }) => [name, statement]) : [];
    const standing = tokens([title, description, ...said].join(' '));
    return words.every((word) => standing.some((one) => one.startsWith(word)));
  });
  return paged(base, '/online/search', query, 'occupation', rowsOf(base, found));
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

function rowsOf(base: string, found: readonly Occupation[]): Record<string, unknown>[] {
  return found.map(({ code, title }) => ({ href: `${base}/online/occupations/${code}/`, code, title, tags: {} }));
}

function model(): Record<string, unknown>[] {
  return elements.map(({ id, name, description }) => ({ element_id: id, element_name: name, description }));
}

function details(
  base: string,
  path: string,
  query: URLSearchParams,
  { code }: Occupation,
  part: string,
  skills: readonly HeldSkill[],
): Reply {
  const below = parts[part];
  if (below) {
    const rows = elements
      .filter(({ id, importance }) => below.test(id) && importance?.[code] !== undefined)
      .map(({ importance, ...element }) => ({ ...element, importance: importance?.[code] }))
      .sort((one, other) => (other.importance ?? 0) - (one.importance ?? 0));
    return paged(base, path, query, 'element', rows);
  }
  if (part === 'tasks') return paged(base, path, query, 'task', code === tasksOf ? skills.map(task) : []);
  if (part !== 'technology_skills' || withoutSoftware.has(code))
    return unprocessable('The requested resource was not found');
  return paged(base, path, query, 'category', software);
}

function task({ statement }: HeldSkill, index: number): Record<string, unknown> {
  return {
    id: String(9000 + index),
    title: statement,
    importance: 90 - index,
    category: index < 3 ? 'Core' : 'Supplemental',
  };
}

/** A page by its first and last row, counted from 1; 20 rows where nothing is said, none after the 2,000th. */
function paged(base: string, path: string, query: URLSearchParams, name: string, rows: readonly unknown[]): Reply {
  const start = Number(query.get('start') ?? 1);
  const end = Number(query.get('end') ?? start + 19);
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 1 || end < start || end > 2000)
    return unprocessable('start and end must be numbers from 1 to 2000');
  const last = Math.min(end, rows.length);
  const next = new URLSearchParams([...query, ['start', String(end + 1)], ['end', String(end + end - start + 1)]]);
  return json({
    start,
    end: last,
    total: rows.length,
    ...(end < rows.length && { next: `${base}${path}?${next}` }),
    [name]: rows.slice(start - 1, last),
  });
}
