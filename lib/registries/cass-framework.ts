import * as z from 'zod/mini';
import { shortId } from '../domain/cass-work.ts';
import type { FrameworkPage, ListedFramework } from '../domain/framework.ts';
import type { Skill } from '../domain/skill.ts';
import type { TreeNode } from '../domain/skill-tree.ts';
import type { Connection } from './adapter.ts';
import { CassCompetency, CassFramework, CassLevel, CassRelation, skillOf } from './cass-competency.ts';
import { frameworkQuery, levelQuery, relationQuery } from './cass-query.ts';
import { addressIn, askCass, find, objectsBy } from './cass-request.ts';
import { type CassTree, isEquivalence, isNarrowing, treeOf } from './cass-tree.ts';
import { shaped } from './http.ts';
import { allTexts, localised } from './localised.ts';
import { RegistryError } from './registry-error.ts';

/** How many frameworks a page has. */
const frameworksPerPage = 50;

/** The most frameworks that are asked about one competency; it rarely stands in several. */
const mostFrameworks = 5;

/** The most of a skill's relations and levels that are looked at. */
const mostAbout = 1000;

/** A page of the frameworks. CASS counts none, so a page that is not full is the last. */
export async function listCassFrameworks(
  connection: Connection,
  next: string | undefined,
  signal: AbortSignal,
): Promise<FrameworkPage> {
  const start = next && /^\d{1,9}$/.test(next) ? Number(next) : 0;
  const asked = { q: '@type:Framework', start, size: frameworksPerPage, indexHint: '*framework' };
  const rows = await find(connection, asked, signal);
  const frameworks = valid(CassFramework, rows).map(listed);
  if (frameworks.length === 0 && rows.length > 0) shaped(connection, rows[0], CassFramework, [0]);
  return { frameworks, ...(rows.length >= frameworksPerPage && { next: String(start + frameworksPerPage) }) };
}

function listed(framework: CassFramework): ListedFramework {
  const uri = shortId(framework['@id']);
  const name = localised(framework.name);
  const description = localised(framework.description)?.text;
  const license = [framework.license, framework['ceasn:license']].flatMap(allTexts)[0];
  return {
    uri,
    name: name?.text ?? uri,
    ...(description && { description }),
    ...(license && { license }),
    ...(name?.language && { language: name.language }),
    skills: framework.competency.length,
  };
}

/** A framework by its id. */
export async function frameworkAt(connection: Connection, uri: string, signal: AbortSignal): Promise<CassFramework> {
  return (await askCass(connection, { address: addressIn(connection, uri) }, CassFramework, signal)).body;
}

/** The tree of a framework. A relation counts in it only where the framework lists it. */
export async function treeIn(
  connection: Connection,
  { competency, relation }: CassFramework,
  signal: AbortSignal,
): Promise<CassTree> {
  const relations: CassRelation[] = [];
  for await (const row of objectsBy(connection, relation, signal)) relations.push(...valid(CassRelation, [row]));
  return treeOf(
    competency,
    inOrder(relations, relation, (one) => one['@id']),
  );
}

/** What stands at the top of a framework, or directly below a competency. */
export async function cassChildren(connection: Connection, uri: string, signal: AbortSignal): Promise<TreeNode[]> {
  const Either = z.union([CassFramework, CassCompetency]);
  const { body } = await askCass(connection, { address: addressIn(connection, uri) }, Either, signal);
  const isFramework = 'competency' in body;
  const tree = isFramework ? await treeIn(connection, body, signal) : undefined;
  const ids = tree ? (tree.children.get('') ?? []) : await below(connection, shortId(uri), signal);
  const nodes: TreeNode[] = [];
  for await (const row of objectsBy(connection, ids, signal)) {
    const [competency] = valid(CassCompetency, [row]);
    if (!competency) continue;
    const { uri, name, statement, code, type, language } = skillOf(competency);
    const children = tree && (tree.children.get(uri)?.length ?? 0);
    const more = { ...(code && { code }), ...(language && { language }), ...(children !== undefined && { children }) };
    nodes.push({ uri, name, statement, type, ...more });
  }
  return inOrder(nodes, ids, ({ uri }) => uri);
}

async function below(connection: Connection, id: string, signal: AbortSignal): Promise<string[]> {
  const [frameworks, relations] = await Promise.all([
    frameworksListing(connection, id, signal),
    relationsOf(connection, id, signal),
  ]);
  const narrower = visible(relations, frameworks).filter((one) => isNarrowing(one) && shortId(one.target) === id);
  const order = frameworks.flatMap(({ competency }) => competency);
  return inOrder([...new Set(narrower.map(({ source }) => shortId(source)))], order, (one) => one);
}

/** What other objects say of a competency: who lists it, what it narrows, what equals it, at which levels it is. */
export async function saidOf(
  connection: Connection,
  id: string,
  signal: AbortSignal,
): Promise<Pick<Skill, 'framework' | 'parent' | 'sameAs' | 'level'>> {
  // A skill is worth having without any of these.
  const [frameworks = [], relations = [], level] = await Promise.all([
    worthHaving(frameworksListing(connection, id, signal)),
    worthHaving(relationsOf(connection, id, signal)),
    worthHaving(levelOf(connection, id, signal)),
  ]);
  const [framework] = frameworks;
  const seen = visible(relations, frameworks);
  const parent = seen.find((one) => isNarrowing(one) && shortId(one.source) === id)?.target;
  const ends = seen.filter(isEquivalence).flatMap(({ source, target }) => [shortId(source), shortId(target)]);
  const sameAs = [...new Set(ends)].filter((one) => one !== id);
  const name = localised(framework?.name)?.text;
  return {
    ...(framework && { framework: { uri: shortId(framework['@id']), ...(name && { name }) } }),
    ...(parent && { parent: shortId(parent) }),
    ...(sameAs.length > 0 && { sameAs }),
    ...(level && { level }),
  };
}

async function frameworksListing(connection: Connection, id: string, signal: AbortSignal): Promise<CassFramework[]> {
  const asked = { q: frameworkQuery(id), size: mostFrameworks, indexHint: '*framework' };
  return valid(CassFramework, await find(connection, asked, signal));
}

async function relationsOf(connection: Connection, id: string, signal: AbortSignal): Promise<CassRelation[]> {
  const asked = { q: relationQuery(id), size: mostAbout, indexHint: '*relation' };
  const found = valid(CassRelation, await find(connection, asked, signal));
  return found.filter(({ source, target }) => shortId(source) === id || shortId(target) === id);
}

async function levelOf(connection: Connection, id: string, signal: AbortSignal): Promise<string> {
  const asked = { q: levelQuery(id), size: mostAbout, indexHint: '*level' };
  const levels = valid(CassLevel, await find(connection, asked, signal));
  return levelNames(levels.filter((level) => belongsTo(level, id)));
}

/** The names of levels as one text. */
export function levelNames(levels: readonly CassLevel[]): string {
  return [...new Set(levels.flatMap(({ name, title }) => localised(name)?.text ?? localised(title)?.text ?? []))].join(
    ', ',
  );
}

/** Whether a level is one of a competency. */
export function belongsTo({ competency }: CassLevel, id: string): boolean {
  return competency.some((one) => shortId(one) === id);
}

/** Of a competency's relations those that one of its frameworks lists; all where no framework is known. */
function visible(relations: CassRelation[], frameworks: readonly CassFramework[]): CassRelation[] {
  if (frameworks.length === 0) return relations;
  const order = frameworks.flatMap(({ relation }) => relation);
  const listed = new Set(order.map(shortId));
  return inOrder(
    relations.filter((relation) => listed.has(shortId(relation['@id']))),
    order,
    (relation) => relation['@id'],
  );
}

/** Things in the order in which a list has their ids. */
function inOrder<One>(things: readonly One[], ids: readonly string[], idOf: (thing: One) => string): One[] {
  const place = new Map(ids.map((id, index) => [shortId(id), index]));
  const placeOf = (thing: One) => place.get(shortId(idOf(thing))) ?? 0;
  return [...things].sort((one, other) => placeOf(one) - placeOf(other));
}

/** What of some rows fits a schema; rows that do not are left out. */
export function valid<Schema extends z.ZodMiniType>(schema: Schema, rows: readonly unknown[]): z.infer<Schema>[] {
  return rows.flatMap((row) => {
    const read = schema.safeParse(row);
    return read.success ? [read.data] : [];
  });
}

async function worthHaving<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    return undefined;
  }
}
