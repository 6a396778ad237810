import 'fake-indexeddb/auto';
import type { DBCore } from 'dexie';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { OutboxEntry } from '../../lib/domain/outbox-entry.ts';
import { addAlignment, changeAlignment, queueAlignments, removeAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { dropEntry, retryEntries } from '../../lib/store/outbox.ts';
import { putKey, putRegistry, removeRegistry } from '../../lib/store/registries.ts';
import { forgetEntry, markSending, settleDelivered, settleFailed } from '../../lib/store/settle-deliveries.ts';
import { newAlignment, registryId } from '../support/samples.ts';

const now = new Date('2026-03-01T10:00:00.000Z');
const later = new Date('2026-03-01T11:00:00.000Z');
const problem = { code: 'R500', message: 'no' };
const registry = {
  id: registryId,
  kind: 'cass',
  name: 'Practice',
  address: 'https://cass.example/api',
  enabled: true,
  created: now.toISOString(),
} as const;

let database: PlumblineDatabase;
/** How many more writes the disk takes. */
let room: number;
/** Whether the browser has broken the connection, which the next write finds out. */
let broken: boolean;
let kept: Awaited<ReturnType<typeof addAlignment>>;
let entry: OutboxEntry;

beforeEach(async () => {
  room = Number.POSITIVE_INFINITY;
  broken = false;
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  database.use({
    stack: 'dbcore',
    name: 'full',
    create: (core: DBCore) => ({
      ...core,
      table(name) {
        const table = core.table(name);
        return {
          ...table,
          mutate(request) {
            if (broken) {
              broken = false;
              return Promise.reject(new DOMException('The database did not allow mutations.', 'InvalidStateError'));
            }
            room -= 1;
            // As browsers do it: the transaction is aborted with the quota as the reason.
            if (room < 0) return Promise.reject(new DOMException('The disk is full.', 'QuotaExceededError'));
            return table.mutate(request);
          },
        };
      },
    }),
  });
  await putRegistry(database, registry);
  kept = await addAlignment(database, newAlignment({ publishTo: [registryId] }), now);
  const [queued] = await database.outbox.toArray();
  if (!queued) throw new Error('nothing queued');
  entry = { ...queued, uri: 'https://cass.example/api/data/1' };
  await database.outbox.put(entry);
});
afterEach(() => database.delete());

const everything = async () =>
  Object.fromEntries(
    await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()] as const)),
  );
const other = () => newAlignment({ choice: { relation: 'assesses', fit: 'major' }, publishTo: [registryId] });
const choice = { relation: 'requires', fit: 'exact', note: 'x' } as const;

const writes: [string, () => Promise<unknown>][] = [
  ['adding', () => addAlignment(database, other(), now)],
  ['changing', () => changeAlignment(database, { ...kept, choice, publishTo: [registryId] }, now)],
  ['removing', () => removeAlignment(database, kept, now)],
  ['publishing', () => queueAlignments(database, [kept.id], [registryId], later)],
  ['marking as being sent', () => markSending(database, [entry], 'https://cass.example/api/data/2')],
  ['settling a delivery', () => settleDelivered(database, [entry], 'Practice', now)],
  ['settling a failure', () => settleFailed(database, [entry], { next: 'retry', problem, retryAfter: 0 }, 1)],
  ['forgetting an entry', () => forgetEntry(database, entry)],
  ['trying again', () => retryEntries(database, { registry: registryId }, 5)],
  ['dropping a delivery', () => dropEntry(database, entry.id)],
  ['keeping a registry', () => putRegistry(database, { ...registry, name: 'Other' })],
  [
    'keeping a key',
    () => putKey(database, { registry: registryId, privateKey: {} as CryptoKey, publicKeyPem: 'x', made: '' }),
  ],
  ['removing a registry', () => removeRegistry(database, registryId)],
];

describe.each(writes)('%s on a full disk', (_name, write) => {
  it('says S201 and leaves everything as it was, whichever of its writes fails', async () => {
    const before = await everything();
    let failures = 0;
    for (let fits = 0; fits < 20; fits += 1) {
      room = fits;
      const ended = await write().then(
        () => 'done',
        (error: unknown) => error,
      );
      room = Number.POSITIVE_INFINITY;
      if (ended === 'done') break;
      failures += 1;
      expect(ended).toMatchObject({ problem: { code: 'S201', advice: expect.stringContaining('draft is kept') } });
      expect(await everything()).toEqual(before);
    }
    expect(failures).toBeGreaterThan(0);
    expect(await everything()).not.toEqual(before);
  });
});

it('writes again over a new connection where the browser had broken the one before', async () => {
  broken = true;
  const changed = await changeAlignment(database, { ...kept, choice, publishTo: [] }, later);
  expect(await database.alignments.toArray()).toEqual([changed]);
  expect(await database.history.where('alignment').equals(kept.id).count()).toBe(2);
});
