import { type DeliveryPreview, eachTime } from '../domain/delivery-preview.ts';
import { outboxId } from '../domain/outbox-entry.ts';
import { ProblemError } from '../domain/problem.ts';
import { S220Unsent } from '../domain/problems.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { standingTogether } from '../store/standing-together.ts';
import type { AskRegistry } from './ask-registry.ts';

/** What is to be seen before it is sent. */
export type Previewed = {
  alignment: string;
  registry: string;
  /** Alignments that are to be published together with it; those of the page that stand there already are known. */
  along?: readonly string[];
};

/** What `previewDelivery` needs. */
export type PreviewNeeds = { database: PlumblineDatabase; askRegistry: AskRegistry };

/**
 * Makes `previewDelivery`: exactly what publishing an alignment, or a statement from skill to skill, to a registry would send. Nothing is stored by it, here or
 * there. Rejects with ProblemError: S220 where the alignment was removed, else as `askRegistry` does.
 */
export function createPreviewDelivery({ database, askRegistry }: PreviewNeeds) {
  return async function previewDelivery(
    { alignment: id, registry, along = [] }: Previewed,
    signal: AbortSignal,
  ): Promise<DeliveryPreview> {
    const entry = await database.outbox.get(outboxId(registry, id));
    // What was delivered gets another name with the next wish.
    const isWaiting = entry?.action === 'publish' && entry.state !== 'delivered';
    const key = isWaiting ? entry.key : unnamed;
    const alignment = await database.alignments.get(id);
    if (!alignment) {
      const statement = await database.skillAlignments.get(id);
      if (!statement) throw gone();
      return askRegistry(registry, (adapter, connection) =>
        adapter.previewSkillAlignment?.(connection, statement, key, signal),
      );
    }
    const resource = (await database.resources.get(alignment.resource)) ?? { address: alignment.resource, fields: {} };
    const standing = await standingTogether(database, registry, alignment);
    const chosen = new Set([...standing.map((one) => one.id), ...along, id]);
    const ofPage = await database.alignments.where('resource').equals(alignment.resource).sortBy('created');
    const alignments = ofPage.filter((one) => chosen.has(one.id));
    return askRegistry(registry, (adapter, connection) => {
      // A page is named by the wishes that go along in it, which is known when it goes.
      const named = adapter.objectIs === 'page' && alignments.length > 1 ? unnamed : key;
      return adapter.preview?.(connection, { alignment, resource, alignments, key: named }, signal);
    });
  };
}

/** Stands for the name of a wish that has none yet. */
const unnamed = eachTime('one name for this wish, the same with each try');

function gone(): ProblemError {
  return new ProblemError(S220Unsent);
}
