import * as z from 'zod/mini';
import { R317 } from '../domain/problems.ts';
import { isWebAddress, typedAddress } from '../domain/web-address.ts';
import type { Connection, RegistryAdapter, SkillPage } from './adapter.ts';
import { cutAddress } from './base-address.ts';
import { testSteps } from './connection-test.ts';
import { failed } from './failures.ts';
import { alignmentAddress, previewAlignment, publishAlignment, withdrawAlignment } from './osmt-alignments.ts';
import { collectionChildren, listCollections, readCollection } from './osmt-collections.ts';
import { askAnyVersion, type OsmtVersion, totalIn } from './osmt-request.ts';
import { isCurrent, OsmtSkill, skillOf } from './osmt-skill.ts';
import type { RegistryError } from './registry-error.ts';
import { skillsIn } from './rows.ts';

/** Path segments with which OSMT's API and its screens begin (wgu-opensource/osmt, ui/src/app/app-routing.module.ts). */
const ownSegments = new Set(['api', 'skills', 'collections', 'categories', 'search', 'login', 'my-workspace']);

/**
 * Open Skills Management Tool. Reads versions 3 and 2 and those before 3.0, which know only paths without a version; its
 * collections are the frameworks.
 * OSMT has no place for the alignment of a resource; statements from a skill of its own to another skill are published to
 * it, as alignments of the first, by those whose token may change skills.
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
    const id = isWebAddress(uri) ? /\/skills\/([^/]+)/.exec(new URL(uri).pathname)?.[1] : undefined;
    if (!id) throw notOurs(connection, uri);
    return skillOf((await askAnyVersion(connection, { path: `skills/${id}` }, OsmtSkill, signal)).body);
  },

  listFrameworks: listCollections,

  readFramework: (connection, uri, _known, signal) => readCollection(connection, uri, signal),

  listChildren: collectionChildren,

  addressOfSkillAlignment: alignmentAddress,

  previewSkillAlignment: previewAlignment,

  publishSkillAlignment: publishAlignment,

  withdrawSkillAlignment: withdrawAlignment,

  testConnection(connection, signal) {
    return testSteps(connection, osmt, async () => {
      const { version } = await searchFor(connection, '', 1, signal);
      return { 'v3/': '3', 'v2/': '2', '': 'beforeThree' }[version];
    });
  },
};

/** One search. */
async function searchFor(
  connection: Connection,
  text: string,
  limit: number,
  signal: AbortSignal,
): Promise<{ page: SkillPage; version: OsmtVersion }> {
  const path = `search/skills?size=${limit}&from=0&status=draft,published`;
  const ask = { path, method: 'POST', json: { query: text } } as const;
  const { body, headers, version } = await askAnyVersion(connection, ask, z.array(z.unknown()), signal);
  const rows = body.slice(0, limit);
  const found = skillsIn(connection, rows, OsmtSkill, (row) => (isCurrent(row) ? skillOf(row) : undefined));
  const total = totalIn(headers);
  return { page: { ...found, ...(total !== undefined && { total }) }, version };
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
    ...R317({ name: connection.registry.name, uri: uri.slice(0, 200) }),
  });
}
