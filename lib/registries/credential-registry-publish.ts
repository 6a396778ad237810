import * as z from 'zod/mini';
import { assistantOf } from '../domain/credential-registry.ts';
import type { DeliveryPreview, DryRun } from '../domain/delivery-preview.ts';
import { quoting } from '../domain/problem.ts';
import { R342 } from '../domain/problems.ts';
import type { Connection, Publication, Receipt } from './adapter.ts';
import {
  opportunityOf,
  organisationOf,
  PageNode,
  pageCtid,
  pageNodes,
  statementsIn,
} from './credential-registry-opportunity.ts';
import { addressOf, askRegistry, ctidOf } from './credential-registry-request.ts';
import { failed, refused } from './failures.ts';
import { type Ask, askJson } from './http.ts';
import { RegistryError } from './registry-error.ts';
import { previewOf } from './request.ts';
import { serverWords } from './server-words.ts';

/** What the assistant answers to a request, with status 200 also where it says no (RA.Models, RegistryAssistantResponse). */
const Verdict = z.object({ Successful: z.boolean(), Messages: z.nullish(z.array(z.string())) });
type Verdict = z.infer<typeof Verdict>;

/** Where a page stands in the registry. */
export function opportunityAddress(connection: Connection, publication: Publication): string {
  return addressOf(connection, `resources/${pageCtid(connection, publication)}`);
}

/** The request that publishes a page, and what the dry run says to it where there is a key to ask it with. */
export async function previewOpportunity(
  connection: Connection,
  publication: Publication,
  signal: AbortSignal,
): Promise<DeliveryPreview> {
  const ask = publishing(connection, publication, await pageNodes(connection, publication));
  const shown = previewOf(connection, ask);
  if (!connection.token) return shown;
  return { ...shown, dryRun: await rehearsed(connection, ask, signal) };
}

/** Publishes a page, unless it stands there with the same alignments in the same words, and only after a dry run. */
export async function publishOpportunity(
  connection: Connection,
  publication: Publication,
  signal: AbortSignal,
): Promise<Receipt> {
  const uri = opportunityAddress(connection, publication);
  const nodes = await pageNodes(connection, publication);
  const standing = await standingAt(connection, uri, signal);
  if (standing && statementsIn([standing]) === statementsIn(nodes)) return { uri, sent: false };
  const ask = publishing(connection, publication, nodes);
  expectSuccess(connection, await askDesk(connection, dryRunOf(ask), signal));
  expectSuccess(connection, await askDesk(connection, ask, signal));
  return { uri, sent: true };
}

/** Takes a page out of the registry (RA, learningopportunity/delete), unless it is gone already. */
export async function withdrawOpportunity(
  connection: Connection,
  uri: string,
  signal: AbortSignal,
  key?: string,
): Promise<void> {
  const CTID = ctidOf(connection, uri);
  const json = { CTID, PublishForOrganizationIdentifier: organisationOf(connection) };
  if (!(await standingAt(connection, uri, signal))) return;
  const address = `${deskOf(connection).registry.address}/learningopportunity/delete`;
  const ask: Ask = { address, method: 'DELETE', json, authorise, ...(key && { key }) };
  expectSuccess(connection, await askDesk(connection, ask, signal));
}

function publishing(
  connection: Connection,
  publication: Publication,
  nodes: Awaited<ReturnType<typeof pageNodes>>,
): Ask {
  return {
    address: `${deskOf(connection).registry.address}/learningopportunity/publish`,
    method: 'POST',
    json: opportunityOf(connection, publication, nodes),
    authorise,
    key: publication.key,
  };
}

/** The same request to where it is only looked at: nothing is stored, so nothing has to be named. */
function dryRunOf({ key: _, ...ask }: Ask): Ask {
  return { ...ask, address: ask.address.replace(/publish$/, 'format') };
}

async function rehearsed(connection: Connection, ask: Ask, signal: AbortSignal): Promise<DryRun> {
  try {
    const { Successful, Messages } = await askDesk(connection, dryRunOf(ask), signal);
    const said = wordsOf(connection, Messages);
    return { outcome: Successful ? 'accepted' : 'refused', ...(said && { said }) };
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    return { outcome: 'none', problem: error.problem };
  }
}

/** The assistant stands at an origin of its own; what is asked of it is held to that one. */
function deskOf(connection: Connection): Connection {
  const { registry } = connection;
  return { ...connection, registry: { ...registry, address: assistantOf(registry.address) } };
}

async function askDesk(connection: Connection, ask: Ask, signal: AbortSignal): Promise<Verdict> {
  return (await askJson(deskOf(connection), ask, Verdict, signal)).body;
}

function authorise(token: string): Record<string, string> {
  return { authorization: `ApiToken ${token}` };
}

async function standingAt(connection: Connection, uri: string, signal: AbortSignal): Promise<PageNode | undefined> {
  try {
    return (await askRegistry(connection, `resources/${ctidOf(connection, uri)}`, PageNode, signal)).body;
  } catch (error) {
    if (error instanceof RegistryError && error.reason === 'not-found') return undefined;
    throw error;
  }
}

function wordsOf(connection: Connection, messages: Verdict['Messages']): string {
  return serverWords(deskOf(connection), JSON.stringify((messages ?? []).join(' · ')));
}

/** What is wrong with a key is the key's fault, and anything else the page's. */
function expectSuccess(connection: Connection, { Successful, Messages }: Verdict): void {
  if (Successful) return;
  const words = wordsOf(connection, Messages);
  const body = JSON.stringify(words);
  if (/api ?(key|token)|not authori[sz]ed/i.test(words)) {
    throw refused(deskOf(connection), { status: 401, headers: new Headers(), body });
  }
  throw failed(connection, {
    reason: 'refused',
    ...quoting(R342({ name: connection.registry.name }), words),
  });
}
