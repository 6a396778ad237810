import type { FrameworkOrigin, Validators } from '../domain/framework.ts';
import type { Moved, Staged, Unchanged } from '../domain/staging.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { keepStage, sweepStages } from '../store/stages.ts';
import type { AskRegistry } from './ask-registry.ts';
import type { DocumentBytes, FetchDocument } from './fetch-document.ts';

/** What staging needs. */
export type StagingNeeds = {
  database: PlumblineDatabase;
  fetchDocument: FetchDocument;
  askRegistry: AskRegistry;
  now: () => Date;
};

/**
 * Makes the use cases that bring a document from the network to where an import can read it: a row of the database,
 * since it is too large to cross between contexts. Each sweeps what nobody came for.
 */
export function createStaging({ database, fetchDocument, askRegistry, now }: StagingNeeds) {
  return {
    /** Stages the document at an address that the person gave. Rejects as `fetchDocument` does. */
    async document(
      address: string,
      known: Validators | undefined,
      signal: AbortSignal,
    ): Promise<Staged | Unchanged | Moved> {
      const found = await fetchDocument(address, known, signal);
      return found.state === 'fetched' ? keep(found, { from: 'address', address }) : found;
    },

    /** Stages a framework as its registry hands it out. Rejects as `askRegistry` does. */
    async framework(
      registry: string,
      uri: string,
      known: Validators | undefined,
      signal: AbortSignal,
    ): Promise<Staged | Unchanged> {
      const found = await askRegistry(registry, (adapter, connection) =>
        adapter.readFramework?.(connection, uri, known, signal),
      );
      return found === 'unchanged' ? { state: 'unchanged' } : keep(found, { from: 'registry', registry, uri });
    },
  };

  async function keep({ name, address, body, validators }: DocumentBytes, origin: FrameworkOrigin): Promise<Staged> {
    await sweepStages(database, now());
    const id = crypto.randomUUID();
    await keepStage(database, { id, name, address, body, at: now().toISOString(), origin, validators });
    return { state: 'staged', stage: id, name, address, size: body.size, validators };
  }
}
