import type { Transaction } from 'dexie';
import type { LearningResource } from '../domain/learning-resource.ts';
import { labelOf } from '../domain/resource-label.ts';

/** How many resources are read at a time: a library may hold tens of thousands. */
const atOnce = 500;

/** Brings a database of version 3 up to 4: a label for each resource that is kept. */
export async function upgradeTo4(transaction: Transaction): Promise<void> {
  const resources = transaction.table<LearningResource, string>('resources');
  for (let after = ''; ; ) {
    const some = await resources.where('address').above(after).limit(atOnce).toArray();
    await transaction.table('labels').bulkPut(some.map(labelOf));
    const last = some.at(-1);
    if (!last || some.length < atOnce) return;
    after = last.address;
  }
}
