import * as z from 'zod/mini';
import type { Skill } from '../domain/skill.ts';
import { isWebAddress, typedAddress } from '../domain/web-address.ts';
import type { Connection, Publication, RegistryAdapter, SigningKey } from './adapter.ts';
import { notData } from './answer-body.ts';
import { cutAddress } from './base-address.ts';
import { CassCompetency, CassFramework, shortId, skillOf } from './cass-competency.ts';
import { competencyQuery, frameworkQuery } from './cass-query.ts';
import { cassRefusals, othersRefusals } from './cass-refusals.ts';
import { guidOf, isOthers, nameOf, StandingStatement, standsAlready, statementOf } from './cass-statement.ts';
import { testSteps } from './connection-test.ts';
import { failed } from './failures.ts';
import { type Ask, askJson, askText } from './http.ts';
import { localised } from './localised.ts';
import { RegistryError } from './registry-error.ts';
import { skillsIn } from './rows.ts';
import { sheetLifetime, signatureSheet } from './signature-sheet.ts';

/** What `GET /api/ping` says (cassproject/CASS, src/main/server/skyRepo/ping.js), as far as it is needed. */
const Ping = z.object({
  ping: z.literal('pong'),
  version: z.optional(z.union([z.string(), z.number()])),
  /** The server's clock, in milliseconds since the epoch. */
  time: z.optional(z.int().check(z.nonnegative())),
});

/** Competency and Skills System. Reads competencies and takes alignments, signed with a key of the person's. */
export const cass: RegistryAdapter = {
  label: 'CASS',

  baseOf(text) {
    const url = typedAddress(text);
    if (!url) return undefined;
    // Older installations answer under /api/custom, and there only.
    const custom = /\/api\/custom(\/|$)/i.test(url.pathname) ? '/custom' : '';
    return `${cutAddress(url, (segment) => segment === 'api')}/api${custom}`;
  },

  async search(connection, { text, limit }, signal) {
    const rows = await find(connection, competencyQuery(text), limit, '*competency', signal);
    const page = skillsIn(connection, rows.slice(0, limit), CassCompetency, skillOf);
    // CASS never counts; only where it ran out of rows is the total known.
    return { ...page, ...(rows.length < limit && { total: rows.length }) };
  },

  async getSkill(connection, uri, signal) {
    const address = addressIn(connection, uri);
    const { body } = await askJson(connection, { address }, CassCompetency, signal);
    const skill = skillOf(body);
    const framework = await frameworkOf(connection, skill.uri, signal);
    return { ...skill, ...(framework && { framework }) };
  },

  addressOf,

  async publish(connection, publication, signal) {
    const key = keyOf(connection);
    const uri = addressOf(connection, publication);
    const statement = statementOf(publication, key.publicKeyPem);
    const standing = await standingAt(connection, uri, signal);
    if (standing && standsAlready(standing, statement)) return { uri, sent: false };
    const time = await serverTime(connection, signal);
    const address = `${uri}/${Math.max(time, versionOf(standing) + 1)}`;
    const form = new FormData();
    form.set('data', JSON.stringify({ ...statement, '@id': address }));
    form.set('signatureSheet', await signatureSheet(key, address, time + sheetLifetime));
    const explanations = standing && isOthers(standing, key.publicKeyPem) ? othersRefusals : cassRefusals;
    await write(connection, { method: 'POST', address, form, explanations }, signal);
    return { uri, sent: true };
  },

  async withdraw(connection, uri, signal) {
    const key = keyOf(connection);
    const address = addressIn(connection, uri);
    const time = await serverTime(connection, signal);
    const headers = { signatureSheet: await signatureSheet(key, address, time + sheetLifetime) };
    try {
      await write(connection, { method: 'DELETE', address, headers, explanations: othersRefusals }, signal);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  },

  testConnection(connection, signal) {
    return testSteps(connection, cass, async () => {
      const { version } = await ping(connection, signal);
      return version === undefined ? 'Not said' : String(version);
    });
  },
};

function baseIn({ registry }: Connection): string {
  return registry.address.replace(/\/+$/, '');
}

/** A publication's short id, which never changes; every version of it has the short id and a time. */
function addressOf(connection: Connection, publication: Publication): string {
  return `${baseIn(connection)}/data/schema.org.CreativeWork/${guidOf(publication)}`;
}

/** Where a repository has an object: one of its own at the short id, another's under the MD5 of that. */
function addressIn(connection: Connection, uri: string): string {
  if (!isWebAddress(uri)) throw noAddress(connection, uri);
  const id = shortId(uri);
  const data = `${baseIn(connection)}/data/`;
  return id.startsWith(data) ? id : `${data}${nameOf(id)}`;
}

async function find(
  connection: Connection,
  q: string,
  size: number,
  indexHint: string,
  signal: AbortSignal,
): Promise<unknown[]> {
  const query = new URLSearchParams({ q, start: '0', size: String(size), index_hint: indexHint });
  const address = `${baseIn(connection)}/data?${query}`;
  return (await askJson(connection, { address }, z.array(z.unknown()), signal)).body;
}

/** The framework that lists a competency, where one can be found; a skill is worth having without it. */
async function frameworkOf(connection: Connection, id: string, signal: AbortSignal): Promise<Skill['framework']> {
  try {
    const rows = await find(connection, frameworkQuery(id), 1, '*framework', signal);
    const found = CassFramework.safeParse(rows[0]);
    if (!found.success) return undefined;
    const name = localised(found.data.name)?.text;
    return { uri: shortId(found.data['@id']), ...(name && { name }) };
  } catch (error) {
    if (!(error instanceof RegistryError)) throw error;
    return undefined;
  }
}

async function standingAt(
  connection: Connection,
  address: string,
  signal: AbortSignal,
): Promise<StandingStatement | undefined> {
  try {
    return (await askJson(connection, { address }, StandingStatement, signal)).body;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function ping(connection: Connection, signal: AbortSignal): Promise<z.infer<typeof Ping>> {
  return (await askJson(connection, { address: `${baseIn(connection)}/ping` }, Ping, signal)).body;
}

/** The time by the server's clock: a sheet that is good by ours alone may be refused there. */
async function serverTime(connection: Connection, signal: AbortSignal): Promise<number> {
  return (await ping(connection, signal)).time ?? connection.now();
}

/** CASS says yes to a write with an empty body; a text with status 200 comes from something in between. */
async function write(connection: Connection, ask: Ask, signal: AbortSignal): Promise<void> {
  const { body } = await askText(connection, ask, signal);
  if (!/^(null|"")?$/.test(body.trim())) throw notData(connection, body);
}

/** The version is the object's time of writing; a newer one has to be larger, whatever the clock says. */
function versionOf(standing: StandingStatement | undefined): number {
  return Number(/\/(\d{1,15})$/.exec(standing?.['@id'] ?? '')?.[1] ?? 0);
}

function isNotFound(error: unknown): boolean {
  return error instanceof RegistryError && error.reason === 'not-found';
}

function keyOf(connection: Connection): SigningKey {
  if (connection.signingKey) return connection.signingKey;
  throw failed(connection, {
    reason: 'no-key',
    code: 'R316',
    message: `${connection.registry.name} takes only what is signed, and there is no signing key for it yet.`,
    advice: 'Nothing was sent; what you saved is kept here. Make a signing key in the options.',
  });
}

function noAddress(connection: Connection, uri: string): RegistryError {
  return failed(connection, {
    reason: 'refused',
    code: 'R319',
    message: `“${uri.slice(0, 200)}” is no http or https address.`,
    advice: 'Nothing was sent. Check the address.',
  });
}
