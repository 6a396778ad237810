import * as z from 'zod/mini';
import { ctidIn } from '../domain/credential-registry.ts';
import type { Skill } from '../domain/skill.ts';
import type { TreeNode } from '../domain/skill-tree.ts';
import type { Connection } from './adapter.ts';
import { askRegistry, ctidOf } from './credential-registry-request.ts';
import { CtdlCompetency, CtdlFramework, frameworkOf, idsIn, nodeOf, skillOf } from './ctdl-competency.ts';
import { wrongShape } from './http.ts';
import { RegistryError } from './registry-error.ts';
import { readable } from './rows.ts';

/** How many resources are asked for at once. */
const atOnce = 100;

/** The most that is shown below one line: what a person reads is less, what a server may list is more. */
const longestBranch = 1000;

const Graph = z.object({ '@graph': z.array(z.unknown()) });

/** One competency by its address or CTID, with the name of its framework where that can be asked for. */
export async function competencyAt(connection: Connection, uri: string, signal: AbortSignal): Promise<Skill> {
  const { language } = connection.registry;
  const { body } = await askRegistry(connection, `resources/${ctidOf(connection, uri)}`, CtdlCompetency, signal);
  const framework = skillOf(body, language).framework?.uri;
  return skillOf(body, language, framework && (await frameworkName(connection, framework, signal)));
}

/** A skill is worth having without the name of its framework, which is a resource of its own. */
async function frameworkName(connection: Connection, uri: string, signal: AbortSignal): Promise<string | undefined> {
  const ctid = ctidIn(uri);
  if (!ctid) return undefined;
  try {
    const { body } = await askRegistry(connection, `resources/${ctid}`, CtdlFramework, signal);
    return frameworkOf(body, connection.registry.language).name;
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    return undefined;
  }
}

/** What stands directly below a framework or a competency, in its own order. */
export async function childrenAt(connection: Connection, uri: string, signal: AbortSignal): Promise<TreeNode[]> {
  const ctid = ctidOf(connection, uri);
  const { body } = await askRegistry(connection, `resources/${ctid}`, z.unknown(), signal);
  const framework = CtdlFramework.safeParse(body).data;
  const competency = CtdlCompetency.safeParse(body).data;
  if (!framework && !competency) throw wrongShape(connection, '@type');
  const below = idsIn(framework ? framework['ceasn:hasTopChild'] : competency?.['ceasn:hasChild']);
  if (below.length > 0) return named(connection, below.slice(0, longestBranch), signal);
  return framework ? unparented(connection, ctid, signal) : [];
}

/** The competencies at addresses, in the addresses' order. One that the registry does not have is left out. */
async function named(connection: Connection, uris: string[], signal: AbortSignal): Promise<TreeNode[]> {
  const ctids = uris.flatMap((uri) => ctidIn(uri) ?? []);
  const found = new Map<string, TreeNode>();
  for (let from = 0; from < ctids.length; from += atOnce) {
    const asked = { method: 'POST', json: { ctids: ctids.slice(from, from + atOnce) } } as const;
    const { body } = await askRegistry(connection, 'resources/search', z.array(z.unknown()), signal, asked);
    for (const node of linesIn(connection, body)) found.set(ctidIn(node.uri) ?? node.uri, node);
  }
  return ctids.flatMap((ctid) => found.get(ctid) ?? []);
}

/** Of a framework that does not say what stands at its top: all of its competencies that are nobody's child. */
async function unparented(connection: Connection, ctid: string, signal: AbortSignal): Promise<TreeNode[]> {
  const { body } = await askRegistry(connection, `graph/${ctid}`, Graph, signal, { limit: 20_000_000 });
  const tops = body['@graph'].filter((node) => {
    const competency = CtdlCompetency.safeParse(node).data;
    return competency !== undefined && idsIn(competency['ceasn:isChildOf']).length === 0;
  });
  return linesIn(connection, tops).slice(0, longestBranch);
}

function linesIn(connection: Connection, nodes: unknown[]): TreeNode[] {
  const { language } = connection.registry;
  return readable(connection, nodes, CtdlCompetency).read.map((node) => nodeOf(node, language));
}
