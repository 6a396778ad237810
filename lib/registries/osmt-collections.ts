import * as z from 'zod/mini';
import type { FrameworkPage, ListedFramework } from '../domain/framework.ts';
import { R317Collection, R323 } from '../domain/problems.ts';
import type { TreeNode } from '../domain/skill-tree.ts';
import { isWebAddress } from '../domain/web-address.ts';
import type { Connection, FrameworkDocument } from './adapter.ts';
import { tooLarge } from './answer-body.ts';
import { failed } from './failures.ts';
import { fileName } from './file-name.ts';
import { documentLimit, shaped } from './http.ts';
import { askAnyVersion, askVersion, type OsmtVersion, osmtBase, totalIn } from './osmt-request.ts';
import { OsmtSkill, skillOf, statusOf, withoutDash } from './osmt-skill.ts';
import type { RegistryError } from './registry-error.ts';

const Words = z.nullish(z.string());

/** A row of the collections (api/.../CollectionDoc.kt); the description came with 3.0. */
const Row = z.object({
  uuid: z.string().check(z.minLength(1), z.maxLength(100)),
  name: z.string(),
  description: Words,
  status: Words,
  skillCount: z.nullish(z.int().check(z.nonnegative())),
});

/** A collection in full, less its skills (api/.../CollectionController.kt, `byUUID`). */
const Detail = z.object({
  '@context': z.optional(z.unknown()),
  id: z
    .pipe(z.string(), z.transform(withoutDash))
    .check(z.refine(isWebAddress, { error: 'not an http or https address' })),
  name: z.string(),
  description: Words,
  author: Words,
  creator: Words,
  license: Words,
  status: Words,
  updateDate: Words,
});

/** How many collections a page has. */
const collectionsPerPage = 50;

/** How many skills are asked for at once; a row with all its occupations may have 16 kB. */
const skillsPerPage = 100;

/** The most requests for one collection, whatever it counts. */
const mostPages = 1000;

/** A page of the collections, by name. `next` is where the next page begins. */
export async function listCollections(
  connection: Connection,
  next: string | undefined,
  signal: AbortSignal,
): Promise<FrameworkPage> {
  const from = next && /^\d{1,9}$/.test(next) ? Number(next) : 0;
  const path = `search/collections?size=${collectionsPerPage}&from=${from}&status=draft,published&sort=name.asc`;
  const ask = { path, method: 'POST', json: { query: '' } } as const;
  const { body, headers } = await askAnyVersion(connection, ask, z.array(z.unknown()), signal);
  const rows = body.map((row) => Row.safeParse(row)).flatMap(({ success, data }) => (success ? [data] : []));
  if (rows.length === 0 && body.length > 0) shaped(connection, body[0], Row, [0]);
  const total = totalIn(headers);
  const after = from + body.length;
  const more = body.length > 0 && (total === undefined ? body.length >= collectionsPerPage : after < total);
  return {
    frameworks: rows.map((row) => listed(connection, row)),
    ...(total !== undefined && { total }),
    ...(more && { next: String(after) }),
  };
}

function listed(connection: Connection, row: z.infer<typeof Row>): ListedFramework {
  const { uuid, name, description, status, skillCount } = row;
  return {
    uri: `${osmtBase(connection)}/api/collections/${encodeURIComponent(uuid)}`,
    name,
    ...(description && { description }),
    ...(status?.toLowerCase() === 'draft' && { status: 'draft' }),
    ...(skillCount != null && { skills: skillCount }),
  };
}

/**
 * A collection with all its skills as one Collection of Rich Skill Descriptors (RSD specification, Publish a
 * Collection), its rows as OSMT writes them, archived ones included. It has no validators: OSMT does not say of a
 * collection when one of its skills changed.
 */
export async function readCollection(
  connection: Connection,
  uri: string,
  signal: AbortSignal,
): Promise<FrameworkDocument> {
  const id = collectionIn(uri) ?? raise(noCollection(connection, uri));
  const { body, version } = await askAnyVersion(connection, { path: `collections/${id}` }, Detail, signal);
  const rows: string[] = [];
  let size = 0;
  for await (const row of skillsOf(connection, version, id, signal)) {
    const text = JSON.stringify(row);
    size += text.length;
    if (size > documentLimit) throw tooLarge(connection, documentLimit);
    rows.push(text);
  }
  const head = JSON.stringify({ ...body, type: 'Collection' }).slice(0, -1);
  return {
    name: fileName(body.name, 'json'),
    address: body.id,
    body: new Blob([head, ',"skills":[', rows.join(','), ']}'], { type: 'application/json' }),
    validators: {},
  };
}

/** The skills of a collection as lines of a tree; none below a skill. */
export async function collectionChildren(
  connection: Connection,
  uri: string,
  signal: AbortSignal,
): Promise<TreeNode[]> {
  const id = collectionIn(uri);
  if (!id) return /\/skills\/[^/]+/.test(uri) ? [] : raise(noCollection(connection, uri));
  const { version } = await askAnyVersion(connection, { path: `collections/${id}` }, Detail, signal);
  const nodes: TreeNode[] = [];
  for await (const row of skillsOf(connection, version, id, signal)) {
    const read = OsmtSkill.safeParse(row);
    if (!read.success) continue;
    const { uri, name, statement, type, status } = skillOf(read.data);
    nodes.push({ uri, name, statement, type, ...(status && { status }), children: 0 });
  }
  return nodes;
}

/**
 * Every skill of a collection, page after page by `from` and `size`: OSMT's Link headers lead astray and are never
 * followed. Ends where the count is reached or a page is empty: servers may give less than was asked for. Rejects with R323 where pages
 * repeat themselves or do not end.
 */
async function* skillsOf(
  connection: Connection,
  version: OsmtVersion,
  id: string,
  signal: AbortSignal,
): AsyncGenerator<unknown> {
  const known = new Set<string>();
  let from = 0;
  for (let page = 0; page < mostPages; page += 1) {
    const path = `collections/${id}/skills?size=${skillsPerPage}&from=${from}&status=draft,published,archived&sort=name.asc`;
    const ask = { path, method: 'POST', json: { query: '' } } as const;
    const { body, headers } = await askVersion(connection, version, ask, z.array(z.unknown()), signal);
    let fresh = 0;
    for (const row of body) {
      const { success, data } = Identified.safeParse(row);
      const key = success ? data.id : JSON.stringify(row);
      if (known.has(key)) continue;
      known.add(key);
      fresh += 1;
      if (!success) yield row;
      else if (statusOf(data) !== 'unusable') yield data;
    }
    if (body.length > 0 && fresh === 0) break;
    from += body.length;
    const total = totalIn(headers);
    if (body.length === 0 || (total !== undefined && from >= total)) return;
  }
  throw endless(connection);
}

/** A row of which only this is looked at; whoever reads the document judges the rest, and rows that are none. */
const Identified = z.looseObject({ id: z.pipe(z.string(), z.transform(withoutDash)), status: Words });

function collectionIn(uri: string): string | undefined {
  return isWebAddress(uri) ? /\/collections\/([^/]+)/.exec(new URL(uri).pathname)?.[1] : undefined;
}

function raise(error: RegistryError): never {
  throw error;
}

function noCollection(connection: Connection, uri: string): RegistryError {
  return failed(connection, {
    reason: 'refused',
    ...R317Collection({ name: connection.registry.name, uri: uri.slice(0, 200) }),
  });
}

function endless(connection: Connection): RegistryError {
  return failed(connection, {
    reason: 'wrong-shape',
    ...R323({ name: connection.registry.name }),
  });
}
