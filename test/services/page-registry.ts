import * as z from 'zod/mini';
import type { RegistryAdapter } from '../../lib/registries/adapter.ts';
import { notData } from '../../lib/registries/answer-body.ts';
import { askJson, askText } from '../../lib/registries/http.ts';
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
    // A page with status 200 comes from something in between.
    await askJson(connection, { method: 'PUT', address: uri, json, key }, z.object({ received: z.number() }), signal);
    return { uri, sent: true };
  },

  async withdraw(connection, uri, signal, key) {
    try {
      const { body } = await askText(connection, { method: 'DELETE', address: uri, ...(key && { key }) }, signal);
      if (body !== '') throw notData(connection, body);
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
