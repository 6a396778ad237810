import { PlumblineDatabase } from '../../lib/store/database.ts';
import { alignmentsOf, deliveriesOf, pagesOf, registry } from '../store/corpus.ts';

/** Fills the extension's own database with so many alignments of others' pages; it runs in one of its pages. */
async function fillLibrary(count: number): Promise<void> {
  const database = new PlumblineDatabase();
  await database.open();
  const alignments = alignmentsOf(count);
  await database.registries.add({ ...registry, enabled: false });
  await database.resources.bulkAdd(pagesOf(count));
  await database.alignments.bulkAdd(alignments);
  await database.outbox.bulkAdd(deliveriesOf(alignments).filter(({ state }) => state === 'delivered'));
  database.close();
}

Object.defineProperty(globalThis, 'fillLibrary', { value: fillLibrary });
