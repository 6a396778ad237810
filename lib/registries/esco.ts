import * as z from 'zod/mini';
import { R335 } from '../domain/problems.ts';
import { typedAddress } from '../domain/web-address.ts';
import type { Connection, RegistryAdapter } from './adapter.ts';
import { cutAddress } from './base-address.ts';
import { testSteps } from './connection-test.ts';
import {
  childrenOf,
  EscoResource,
  escoAttribution,
  escoLicence,
  isEscoAddress,
  isSkillAddress,
  skillOf,
  skillScheme,
} from './esco-resource.ts';
import { failed } from './failures.ts';
import { type Ask, askJson } from './http.ts';
import { notOurs } from './not-ours.ts';
import { RegistryError } from './registry-error.ts';
import { twice } from './retry.ts';
import { skillsIn } from './rows.ts';

const home = 'https://ec.europa.eu/esco/api';

/** The release that is asked for where none is chosen: the service itself falls back to one of 2022. */
const newestRelease = 'v1.2.0';

/** The most rows that ESCO answers at once without going wrong. */
const longestPage = 100;

/** Path segments with which the calls of the API begin; what stands before them is the base. */
const ownSegments = new Set(['resource', 'search', 'suggest', 'suggest2', 'terms', 'doc']);

/** What a search answers (ESCO API, "Search"). `offset` and `limit` are not in it. */
const Found = z.object({
  total: z.int(),
  _embedded: z.optional(z.object({ results: z.array(z.unknown()) })),
});

/** European Skills, Competences, Qualifications and Occupations: one service, many languages, several releases. */
export const esco: RegistryAdapter = {
  label: 'ESCO',
  home,

  baseOf(text) {
    const url = typedAddress(text);
    if (!url) return undefined;
    const elsewhere = /^(data\.europa\.eu|esco\.ec\.europa\.eu|(www\.)?ec\.europa\.eu)$/.test(url.hostname);
    return elsewhere ? home : cutAddress(url, (segment) => ownSegments.has(segment));
  },

  async search(connection, query, signal) {
    const rows: unknown[] = [];
    const size = Math.min(query.limit, longestPage);
    let total = 0;
    // ESCO's offset counts pages, not rows: the page after 0 is 1, whatever the limit is.
    for (let page = 0; rows.length < query.limit; page += 1) {
      const found = await searchPage(connection, query.text.trim(), size, page, signal);
      total = found.total;
      rows.push(...found.rows);
      if (found.rows.length < size || rows.length >= total) break;
    }
    const language = languageOf(connection);
    const found = skillsIn(connection, rows.slice(0, query.limit), EscoResource, (row) => skillOf(row, language));
    return { ...found, total };
  },

  async getSkill(connection, uri, signal) {
    return skillOf(await resource(connection, uri, signal), languageOf(connection));
  },

  async listFrameworks(connection, _next, signal) {
    const scheme = await resource(connection, skillScheme, signal);
    const { name, statement, language } = skillOf(scheme, languageOf(connection));
    const framework = {
      uri: skillScheme,
      name: `ESCO: ${name}`,
      ...(statement !== name && { description: statement }),
      publisher: 'European Commission',
      license: escoLicence,
      attribution: escoAttribution,
      version: releaseOf(connection),
      ...(language && { language }),
    };
    return { frameworks: [framework], total: 1 };
  },

  async listChildren(connection, uri, signal) {
    return childrenOf(await resource(connection, uri, signal), languageOf(connection));
  },

  testConnection(connection, signal) {
    return testSteps(connection, esco, async () => {
      const release = releaseOf(connection);
      try {
        await searchPage(connection, '', 1, 0, signal);
        return release;
      } catch (error) {
        if (!(error instanceof RegistryError) || error.reason !== 'refused' || release === newestRelease) throw error;
        const { version: _chosen, ...registry } = connection.registry;
        await searchPage({ ...connection, registry }, '', 1, 0, signal);
        throw noSuchRelease(connection, release);
      }
    });
  },
};

function releaseOf({ registry }: Connection): string {
  return registry.version || newestRelease;
}

function languageOf({ registry }: Connection): string {
  return registry.language || 'en';
}

/** One answer to a search of the skills. `full` answers are fourteen times as large and go wrong on the server. */
async function searchPage(
  connection: Connection,
  text: string,
  limit: number,
  page: number,
  signal: AbortSignal,
): Promise<{ rows: unknown[]; total: number }> {
  const query = {
    text,
    type: 'skill',
    limit: String(limit),
    offset: String(page),
    full: 'false',
    viewObsolete: 'false',
  };
  const { total, _embedded } = await ask(connection, 'search', query, Found, signal);
  return { rows: _embedded?.results ?? [], total };
}

/** A scheme, a group or a skill, by its address. */
async function resource(connection: Connection, uri: string, signal: AbortSignal): Promise<EscoResource> {
  if (!isEscoAddress(uri)) throw notOurs(connection, uri);
  const of = (noun: string) => ask(connection, `resource/${noun}`, { uri }, EscoResource, signal);
  if (/\/esco\/concept-scheme\//.test(uri)) return of('taxonomy');
  if (!isSkillAddress(uri)) return of('concept');
  try {
    return await of('skill');
  } catch (error) {
    // The groups of language skills have a UUID as skills have.
    if (!(error instanceof RegistryError) || error.reason !== 'not-found') throw error;
    return of('concept');
  }
}

/** Asks for one thing in the registry's release and language, and again where the server stumbled, as ESCO's does. */
async function ask<Schema extends z.ZodMiniType>(
  connection: Connection,
  path: string,
  query: Record<string, string>,
  schema: Schema,
  signal: AbortSignal,
): Promise<z.infer<Schema>> {
  const asked = new URLSearchParams({
    ...query,
    language: languageOf(connection),
    selectedVersion: releaseOf(connection),
  });
  const request: Ask = {
    address: `${connection.registry.address.replace(/\/+$/, '')}/${path}?${asked}`,
    authorise: false,
  };
  const stumbled = ({ reason }: RegistryError) => reason === 'server-error';
  return (await twice(() => askJson(connection, request, schema, signal), stumbled, signal)).body;
}

function noSuchRelease(connection: Connection, release: string): RegistryError {
  return failed(connection, {
    reason: 'refused',
    ...R335({ name: connection.registry.name, release: release.slice(0, 64) }),
  });
}
