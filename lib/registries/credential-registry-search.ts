import * as z from 'zod/mini';
import type { ListedFramework } from '../domain/framework.ts';
import type { Skill } from '../domain/skill.ts';
import type { Connection, SkillPage, SkillQuery } from './adapter.ts';
import { askAssistant, askRegistry, type Nodes } from './credential-registry-request.ts';
import { CtdlCompetency, CtdlFramework, frameworkOf, isMeantToBeFound, skillOf } from './ctdl-competency.ts';
import { readable, skillsIn } from './rows.ts';

/** What the registry keeps a published thing in (CredentialRegistry, docs/07_search.md). */
const Envelope = z.object({
  decoded_resource: z.record(z.string(), z.unknown()),
  envelope_status: z.catch(z.optional(z.string()), undefined),
  deleted_at: z.catch(z.nullish(z.string()), undefined),
  purged_at: z.catch(z.nullish(z.string()), undefined),
});
type Envelope = z.infer<typeof Envelope>;

/** What is searched: names as the registry's search has them. */
type ResourceType = 'competency' | 'competency_framework';

/** How many frameworks are looked through at once: each comes with all of its competencies. */
const frameworksLookedThrough = 5;

/** How many frameworks a page of the list holds; without a key, each comes with all of its competencies. */
const frameworksOfPage = { withKey: 50, without: 10 };

/** The most bytes of such a page. */
const pageLimit = 9_000_000;

/** The assistant's search, for those who have a key: the words in label, text or notation of a competency. */
export async function searchByAssistant(
  connection: Connection,
  query: SkillQuery,
  signal: AbortSignal,
): Promise<SkillPage> {
  const text = query.text.trim();
  const said = { 'ceasn:competencyLabel': text, 'ceasn:competencyText': text, 'ceasn:codedNotation': text };
  const asked = {
    '@type': ['ceasn:Competency'],
    ...(text && { 'search:termGroup': { ...said, 'search:operator': 'search:orTerms' } }),
  };
  const found = await askAssistant(connection, asked, { skip: 0, take: query.limit }, signal);
  const page = skillsIn(connection, found.nodes.slice(0, query.limit), CtdlCompetency, inOurs(connection));
  return { ...page, ...(found.total !== undefined && { total: found.total }) };
}

/**
 * The registry's own search, open to everybody. It finds competencies that were published one by one; those that were
 * published with their framework are found in it, since the framework is what the registry keeps then.
 */
export async function searchByRegistry(
  connection: Connection,
  query: SkillQuery,
  signal: AbortSignal,
): Promise<SkillPage> {
  const text = query.text.trim();
  const alone = await envelopes(connection, 'competency', { fts: text, page: 1, size: query.limit }, signal);
  const nodes = alone.rows.flatMap((row) => competenciesIn(row, text));
  if (nodes.length > 0) {
    return { ...skillsIn(connection, nodes.slice(0, query.limit), CtdlCompetency, inOurs(connection)), ...alone.total };
  }
  const size = frameworksLookedThrough;
  const whole = await envelopes(connection, 'competency_framework', { fts: text, page: 1, size }, signal);
  const within = whole.rows.flatMap((row) => competenciesIn(row, text));
  return skillsIn(connection, within.slice(0, query.limit), CtdlCompetency, inOurs(connection));
}

/** Whether the registry's search answers as one does; for the connection test. */
export async function probeRegistry(connection: Connection, signal: AbortSignal): Promise<void> {
  await envelopes(connection, 'competency', { fts: '', page: 1, size: 1 }, signal);
}

/** A page of frameworks. `next` is how many the pages before held. */
export async function listedFrameworks(
  connection: Connection,
  next: string | undefined,
  signal: AbortSignal,
): Promise<{ frameworks: ListedFramework[]; total?: number; next?: string }> {
  const before = /^\d{1,7}$/.test(next ?? '') ? Number(next) : 0;
  const { language } = connection.registry;
  if (connection.token) {
    const take = frameworksOfPage.withKey;
    const found = await askAssistant(
      connection,
      { '@type': ['ceasn:CompetencyFramework'] },
      { skip: before, take },
      signal,
    );
    const frameworks = readable(connection, found.nodes, CtdlFramework).read.map((one) => frameworkOf(one, language));
    return { frameworks, ...pageAfter(before, found.nodes.length, take, found.total) };
  }
  const size = frameworksOfPage.without;
  const asked = { fts: '', page: Math.floor(before / size) + 1, size };
  const { rows, total, read } = await envelopes(connection, 'competency_framework', asked, signal);
  const frameworks = rows.flatMap((row) => {
    const nodes = nodesIn(row);
    const framework = nodes.map((node) => CtdlFramework.safeParse(node).data).find((one) => one !== undefined);
    const skills = nodes.filter((node) => CtdlCompetency.safeParse(node).success).length;
    return framework ? [frameworkOf(framework, language, skills)] : [];
  });
  return { frameworks, ...pageAfter(before, read, size, total.total) };
}

function pageAfter(before: number, read: number, size: number, total: number | undefined) {
  const after = before + read;
  const more = read > 0 && (total === undefined ? read === size : after < total);
  return { ...(total !== undefined && { total }), ...(more && { next: String(after) }) };
}

type Asked = { fts: string; page: number; size: number };

/** One page of the registry's search, without what was withdrawn. `read` counts that, too. */
async function envelopes(
  connection: Connection,
  type: ResourceType,
  { fts, page, size }: Asked,
  signal: AbortSignal,
): Promise<{ rows: Envelope[]; read: number; total: Pick<Nodes, 'total'> }> {
  const query = new URLSearchParams({
    ...(fts && { fts }),
    resource_type: type,
    page: String(page),
    per_page: String(size),
  });
  const { body, headers } = await askRegistry(connection, `ce-registry/search?${query}`, z.array(z.unknown()), signal, {
    limit: pageLimit,
  });
  const { read } = readable(connection, body, Envelope);
  const total = headers.get('total');
  return {
    rows: read.filter((row) => !isWithdrawn(row)),
    read: body.length,
    total: total && /^\d{1,15}$/.test(total) ? { total: Number(total) } : {},
  };
}

function isWithdrawn({ envelope_status: status, deleted_at, purged_at }: Envelope): boolean {
  return Boolean(deleted_at || purged_at || (status && /^(deleted|purged)$/i.test(status)));
}

/** The nodes of what an envelope holds: a graph of them, or one. */
function nodesIn({ decoded_resource: resource }: Envelope): unknown[] {
  const graph = resource['@graph'];
  return Array.isArray(graph) ? graph : [resource];
}

/** The competencies of an envelope; of a graph those that hold the words, with the name of the graph's framework. */
function competenciesIn(row: Envelope, text: string): unknown[] {
  const nodes = nodesIn(row);
  if (nodes.length === 1) return nodes;
  const words = wordsIn(text);
  return nodes.filter((node) => {
    const found = CtdlCompetency.safeParse(node).data;
    if (!found) return false;
    const { name, statement, code = '' } = skillOf(found, undefined);
    const standing = wordsIn(`${name} ${statement} ${code}`);
    return words.every((word) => standing.some((one) => one.startsWith(word)));
  });
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

function inOurs({ registry }: Connection): (node: CtdlCompetency) => Skill | undefined {
  return (node) => (isMeantToBeFound(node) ? skillOf(node, registry.language) : undefined);
}
