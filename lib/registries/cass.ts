import { eachTime } from '../domain/delivery-preview.ts';
import { R316 } from '../domain/problems.ts';
import { typedAddress } from '../domain/web-address.ts';
import type { Connection, Publication, RegistryAdapter, SigningKey } from './adapter.ts';
import { notData } from './answer-body.ts';
import { cutAddress } from './base-address.ts';
import { cassAlignments } from './cass-alignments.ts';
import { CassCompetency, skillOf } from './cass-competency.ts';
import { readCassFramework } from './cass-document.ts';
import { cassChildren, listCassFrameworks, saidOf } from './cass-framework.ts';
import { competencyQuery } from './cass-query.ts';
import { cassRefusals, othersRefusals } from './cass-refusals.ts';
import { addressIn, askCass, cassBase, find, ping, serverTime } from './cass-request.ts';
import {
  type CassStatement,
  guidOf,
  isOthers,
  StandingStatement,
  standsAlready,
  statementOf,
} from './cass-statement.ts';
import { testSteps } from './connection-test.ts';
import { failed } from './failures.ts';
import { type Ask, askJson, askText } from './http.ts';
import { RegistryError } from './registry-error.ts';
import { previewOf } from './request.ts';
import { skillsIn } from './rows.ts';
import { sheetLifetime, signatureSheet } from './signature-sheet.ts';

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
    const asked = { q: competencyQuery(text), size: limit, indexHint: '*competency' };
    const rows = await find(connection, asked, signal);
    const page = skillsIn(connection, rows.slice(0, limit), CassCompetency, skillOf);
    // CASS never counts; only where it ran out of rows is the total known.
    return { ...page, ...(rows.length < limit && { total: rows.length }) };
  },

  async getSkill(connection, uri, signal) {
    const address = addressIn(connection, uri);
    const skill = skillOf((await askCass(connection, { address }, CassCompetency, signal)).body);
    return { ...skill, ...(await saidOf(connection, skill.uri, signal)) };
  },

  listFrameworks: listCassFrameworks,

  readFramework: (connection, uri, _known, signal) => readCassFramework(connection, uri, signal),

  listChildren: cassChildren,

  addressOf,

  async publish(connection, publication, signal) {
    const key = keyOf(connection);
    const uri = addressOf(connection, publication);
    const statement = statementOf(publication, key.publicKeyPem);
    const standing = await standingAt(connection, uri, signal);
    if (standing && standsAlready(standing, statement)) return { uri, sent: false };
    const time = await serverTime(connection, signal);
    const address = `${uri}/${Math.max(time, versionOf(standing) + 1)}`;
    const sheet = await signatureSheet(key, address, time + sheetLifetime);
    const explanations = standing && isOthers(standing, key.publicKeyPem) ? othersRefusals : cassRefusals;
    await write(connection, { ...writing(statement, address, sheet, publication), explanations }, signal);
    return { uri, sent: true };
  },

  async preview(connection, publication) {
    const statement = statementOf(publication, keyOf(connection).publicKeyPem);
    const address = `${addressOf(connection, publication)}/${eachTime('time of sending, in milliseconds')}`;
    const sheet = eachTime('signature made with your key for this request, good for five minutes');
    return previewOf(connection, writing(statement, address, sheet, publication));
  },

  async withdraw(connection, uri, signal, key) {
    const signing = keyOf(connection);
    const address = addressIn(connection, uri);
    const time = await serverTime(connection, signal);
    const standing = await standingAt(connection, address, signal);
    if (!standing) return;
    const headers = { signatureSheet: await signatureSheet(signing, address, time + sheetLifetime) };
    const explanations = isOthers(standing, signing.publicKeyPem) ? othersRefusals : cassRefusals;
    try {
      await write(connection, { method: 'DELETE', address, headers, explanations, ...(key && { key }) }, signal);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  },

  findAlignments: cassAlignments,

  testConnection(connection, signal) {
    return testSteps(connection, cass, async () => {
      const { version } = await ping(connection, signal);
      return version === undefined ? 'notSaid' : String(version);
    });
  },
};

/** A publication's short id, which never changes; every version of it has the short id and a time. */
function addressOf(connection: Connection, publication: Publication): string {
  return `${cassBase(connection)}/data/schema.org.CreativeWork/${guidOf(publication)}`;
}

/** The request that writes a version of a statement to its address. */
function writing(statement: CassStatement, address: string, sheet: string, { key }: Publication): Ask {
  const form = new FormData();
  form.set('data', JSON.stringify({ ...statement, '@id': address }));
  form.set('signatureSheet', sheet);
  return { method: 'POST', address, form, key };
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
    ...R316({ name: connection.registry.name }),
  });
}
