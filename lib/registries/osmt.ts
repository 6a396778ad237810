import * as z from 'zod/mini';
import { typedAddress } from '../domain/web-address.ts';
import type { Connection, RegistryAdapter, SkillPage } from './adapter.ts';
import { cutAddress } from './base-address.ts';
import { testSteps } from './connection-test.ts';
import { type Explanations, failed, refused } from './failures.ts';
import { type Answer, type Ask, askJson, shaped } from './http.ts';
import { isUsable, OsmtSkill, skillOf } from './osmt-skill.ts';
import { RegistryError } from './registry-error.ts';
import { skillsIn } from './rows.ts';

/** Path segments with which OSMT's API and its screens begin (wgu-opensource/osmt, ui/src/app/app-routing.module.ts). */
const ownSegments = new Set(['api', 'skills', 'collections', 'categories', 'search', 'login', 'my-workspace']);

/**
 * Open Skills Management Tool. Reads versions 3 and 2 and those before 3.0, which know only paths without a version.
 * OSMT has no place for the alignment of a resource, so nothing is published to it.
 */
export const osmt: RegistryAdapter = {
  label: 'OSMT',

  baseOf(text) {
    const url = typedAddress(text);
    return url && cutAddress(url, (segment) => ownSegments.has(segment));
  },

  async search(connection, query, signal) {
    const text = query.text.trim();
    const page = (await searchFor(connection, text, query.limit, signal)).page;
    if (page.skills.length > 0 || page.skipped) return page;
    // OSMT matches the text as one phrase; only where that finds nothing are the words looked for on their own.
    const words = wordwise(text);
    return words ? (await searchFor(connection, words, query.limit, signal)).page : page;
  },

  async getSkill(connection, uri, signal) {
    const id = /\/skills\/([^/?#]+)/.exec(uri)?.[1];
    if (!id || !URL.canParse(uri) || !/^https?:$/.test(new URL(uri).protocol)) throw notOurs(connection, uri);
    const { answer } = await askEither(connection, `skills/${id}`, {}, OsmtSkill, signal);
    return skillOf(answer.body);
  },

  testConnection(connection, signal) {
    return testSteps(connection, osmt, async () => {
      const { version } = await searchFor(connection, '', 1, signal);
      return version;
    });
  },
};

/** One search. Pages are computed from `from` and `size`: OSMT's Link headers lead astray and are never followed. */
async function searchFor(
  connection: Connection,
  text: string,
  limit: number,
  signal: AbortSignal,
): Promise<{ page: SkillPage; version: string }> {
  const path = `search/skills?size=${limit}&from=0&status=draft,published`;
  const ask = { method: 'POST', json: { query: text } } as const;
  const { answer, version } = await askEither(connection, path, ask, z.array(z.unknown()), signal);
  const rows = answer.body.slice(0, limit);
  const found = skillsIn(connection, rows, OsmtSkill, (row) => (isUsable(row) ? skillOf(row) : undefined));
  const total = totalIn(answer.headers);
  return { page: { ...found, ...(total !== undefined && { total }) }, version };
}

/** Asks under `/api/v3`, and where there is no such path, under `/api`, which speaks version 2 or older. */
async function askEither<Schema extends z.ZodMiniType>(
  connection: Connection,
  path: string,
  ask: Omit<Ask, 'address'>,
  schema: Schema,
  signal: AbortSignal,
): Promise<{ answer: Answer<z.infer<Schema>>; version: string }> {
  const base = `${connection.registry.address.replace(/\/+$/, '')}/api`;
  try {
    return {
      answer: await askOsmt(connection, { ...ask, address: `${base}/v3/${path}` }, schema, signal),
      version: '3',
    };
  } catch (error) {
    if (!(error instanceof RegistryError) || error.reason !== 'not-found') throw error;
    return { answer: await askOsmt(connection, { ...ask, address: `${base}/${path}` }, schema, signal), version: '2' };
  }
}

/**
 * OSMT's framework refuses a POST whose Origin header names another site (Spring's DefaultCorsProcessor, 403 "Invalid
 * CORS request"), and a browser names the extension there unless a rule takes the header off.
 */
const explanations: Explanations = new Map([
  [
    403,
    (name, body) =>
      /invalid cors request/i.test(body)
        ? {
            reason: 'refused',
            message: `${name} answers searches from its own pages alone.`,
            advice:
              'What is kept here stays as it is. Those who keep the registry can allow this extension to search it.',
          }
        : undefined,
  ],
]);

const Unauthorised = z.object({ message: z.literal('Unauthorized') });

/** OSMT's door-keeper may say "Unauthorized" with status 200 (SecurityConfig.kt writes the body and no status). */
async function askOsmt<Schema extends z.ZodMiniType>(
  connection: Connection,
  ask: Ask,
  schema: Schema,
  signal: AbortSignal,
): Promise<Answer<z.infer<Schema>>> {
  const { body, headers } = await askJson(connection, { ...ask, explanations }, z.unknown(), signal);
  if (Unauthorised.safeParse(body).success) throw refused(connection, { status: 401, headers, body: '' });
  return { body: shaped(connection, body, schema), headers };
}

function totalIn(headers: Headers): number | undefined {
  const total = headers.get('x-total-count');
  return total && /^\d{1,15}$/.test(total) ? Number(total) : undefined;
}

/**
 * The text as OSMT's query of all words, in any order, the last one as a beginning: a quotation mark anywhere switches
 * OSMT to Elasticsearch's simple query string with AND. Undefined for a single word, which the phrase search covers.
 */
export function wordwise(text: string): string | undefined {
  const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const last = words.pop();
  return words.length > 0 ? [...words.map((word) => `"${word}"`), `${last}*`].join(' ') : undefined;
}

function notOurs(connection: Connection, uri: string): RegistryError {
  return failed(connection, {
    reason: 'refused',
    code: 'R317',
    message: `“${uri.slice(0, 200)}” is no address of a skill of ${connection.registry.name}.`,
    advice: 'Nothing was sent. Check the address.',
  });
}
