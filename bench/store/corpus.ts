import type { LearningResource } from '../../lib/domain/learning-resource.ts';
import { type OutboxEntry, outboxId } from '../../lib/domain/outbox-entry.ts';
import type { Registry } from '../../lib/domain/registry.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import type { ImportPlan } from '../../lib/store/import-alignments.ts';
import { alignmentOf, resourceOf, resourcesFor } from '../formats/corpus.ts';

/** When everything of the corpus was made. */
const begun = Date.parse('2026-03-01T09:00:00.000Z');

/** The registry that a part of the corpus was sent to. */
export const registry: Registry = {
  id: '5f0f5f0e-8f43-4b8e-9f43-0d5c0f9a1b11',
  kind: 'cass',
  name: 'Harbour College',
  address: 'https://cass.example/api',
  enabled: true,
  created: new Date(begun).toISOString(),
};

/** The alignments of a library of so many; each was changed a second after the one before. */
export function alignmentsOf(count: number): ResourceAlignment[] {
  return Array.from({ length: count }, (_, number) => ({
    ...alignmentOf(number),
    modified: new Date(begun + number * 1000).toISOString(),
  }));
}

/** What importing so many alignments into an empty library writes, as the person agreed to it. */
export function planOf(count: number): ImportPlan {
  const resources = Array.from({ length: resourcesFor(count) }, (_, page) => resourceOf(page));
  return { what: 'bench', resources, added: alignmentsOf(count), changed: [], removed: [], skillAlignments: [] };
}

/** The pages of a library of so many alignments, as the store keeps them. */
export function pagesOf(count: number): LearningResource[] {
  const modified = new Date(begun).toISOString();
  return Array.from({ length: resourcesFor(count) }, (_, page) => ({ ...resourceOf(page), modified, revision: 1 }));
}

/** One delivery for each second alignment: of ten, eight are delivered, one is queued and one has failed. */
export function deliveriesOf(alignments: readonly ResourceAlignment[]): OutboxEntry[] {
  const sent = alignments.filter((_, number) => number % 2 === 0);
  return sent.map(({ id, revision }, number) => ({
    id: outboxId(registry.id, id),
    registry: registry.id,
    alignment: id,
    action: 'publish',
    state: number % 10 === 8 ? 'queued' : number % 10 === 9 ? 'failed' : 'delivered',
    attempts: 0,
    nextTry: begun + number,
    key: id,
    revision,
    uri: `https://cass.example/api/data/${id}`,
    receipt: { revision, at: new Date(begun).toISOString() },
  }));
}
