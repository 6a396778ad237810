import * as z from 'zod/mini';
import type { RegistryAdapter } from '../../lib/registries/adapter.ts';
import { askText } from '../../lib/registries/http.ts';
import { registries } from '../../lib/registries/index.ts';
import { RegistryError } from '../../lib/registries/registry-error.ts';
import type { PracticeRegistry } from '../support/practice-registry/server.ts';

/** A kind of which one object holds a page, at the practice registry's endpoint: the ids and revisions that it was sent. */
export const pageAdapter: RegistryAdapter = {
  ...registries.cass,
  objectIs: 'page',

  addressOf: ({ registry }, { alignment }) =>
    `${new URL(registry.address).origin}/inbox/${encodeURIComponent(alignment.resource)}`,

  async publish(connection, publication, signal) {
    const { alignments, key } = publication;
    const uri = pageAdapter.addressOf?.(connection, publication) ?? '';
    const json = { alignments: alignments.map(({ id, revision }) => `${id}@${revision}`) };
    await askText(connection, { method: 'PUT', address: uri, json, key }, signal);
    return { uri, sent: true };
  },

  async withdraw(connection, uri, signal, key) {
    try {
      await askText(connection, { method: 'DELETE', address: uri, ...(key && { key }) }, signal);
    } catch (error) {
      if (!(error instanceof RegistryError) || error.reason !== 'not-found') throw error;
    }
  },
};

const Page = z.object({ alignments: z.array(z.string()) });

/** What stands at the practice registry of pages: `id@revision` of each alignment, in order. */
export function standingInPages(practice: PracticeRegistry): string[] {
  return [...practice.endpoint().values()].flatMap(({ body }) => Page.parse(JSON.parse(body)).alignments).sort();
}
