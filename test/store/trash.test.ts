import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addAlignment, removeAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { settleDelivered } from '../../lib/store/settle-deliveries.ts';
import { eraseRemoved, restoreAlignments } from '../../lib/store/trash.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { newAlignment, registryId } from '../support/samples.ts';
import { countsKept, countsNow } from './counts.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 2, 1, 10, minute));
let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

/** Makes an alignment of a page and removes it again at a minute. */
async function removed(page: string, minute: number, publishTo: string[] = []) {
  const resource = { address: `https://lessons.example/${page}`, fields: {} };
  const made = await addAlignment(database, newAlignment({ resource, publishTo }), at(0));
  const sent = await database.outbox.where('alignment').equals(made.id).first();
  if (sent) {
    await database.outbox.put({ ...sent, uri: `https://cass.example/${page}` });
    await settleDelivered(database, [sent], 'Practice', at(1));
  }
  const undo = await removeAlignment(database, made, at(minute));
  return { ...made, undo };
}

describe('deleting from the trash for good', () => {
  it('leaves nothing to restore or to take back, and says in the history who did it from where', async () => {
    const { id, undo } = await removed('graph', 2);
    const kept = await removed('other', 3);
    expect(await eraseRemoved(database, { alignments: [id] }, at(4), 'library')).toBe(1);
    expect(await restoreAlignments(database, [id], at(5))).toEqual({ restored: 0, left: 1 });
    expect(await takeBack(database, undo, at(5))).toEqual({ restored: 0, left: 1 });
    expect((await database.trash.toArray()).map((one) => one.id)).toEqual([kept.id]);
    expect(await database.history.where('alignment').equals(id).last()).toMatchObject({
      what: 'erased',
      from: 'library',
      at: at(4).toISOString(),
    });
    expect(await countsKept(database)).toEqual(await countsNow(database));
  });

  it('still takes back what stands at a registry, and forgets what only waited to return', async () => {
    const published = await removed('graph', 2, [registryId]);
    const unsent = await addAlignment(
      database,
      newAlignment({ resource: { address: 'https://lessons.example/unsent', fields: {} }, publishTo: [registryId] }),
      at(0),
    );
    await removeAlignment(database, unsent, at(3));
    await eraseRemoved(database, { alignments: [published.id, unsent.id] }, at(4));
    expect(await database.outbox.toArray()).toMatchObject([
      { alignment: published.id, action: 'withdraw', state: 'queued', uri: 'https://cass.example/graph' },
    ]);
    expect(await countsKept(database)).toEqual(await countsNow(database));
  });

  it('spares, where all is deleted, what came into the trash after the person looked', async () => {
    await removed('early', 2);
    await removed('then', 3);
    const late = await removed('late', 4);
    expect(await eraseRemoved(database, { until: at(3).toISOString() }, at(5))).toBe(2);
    expect((await database.trash.toArray()).map(({ id }) => id)).toEqual([late.id]);
  });

  it('does nothing twice', async () => {
    const { id } = await removed('graph', 2);
    await eraseRemoved(database, { alignments: [id] }, at(3));
    const lines = await database.history.count();
    expect(await eraseRemoved(database, { alignments: [id] }, at(4))).toBe(0);
    expect(await database.history.count()).toBe(lines);
  });
});
