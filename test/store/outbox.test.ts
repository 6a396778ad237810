import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { backOff, longestWait, mostAttempts, type OutboxEntry, outboxId } from '../../lib/domain/outbox-entry.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import {
  forgetEntry,
  isTakenOver,
  markSending,
  nextDue,
  nextTime,
  retryEntries,
  settleDelivered,
  settleFailed,
} from '../../lib/store/outbox.ts';
import { registryId } from '../support/samples.ts';

const now = Date.parse('2026-03-01T10:00:00Z');
const date = new Date(now);
const problem = { code: 'R500', message: 'no' };
const at = 'https://cass.example/api/data/1';
let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

async function put(over: Partial<OutboxEntry> = {}): Promise<OutboxEntry> {
  const alignment = over.alignment ?? crypto.randomUUID();
  const entry: OutboxEntry = {
    id: outboxId(registryId, alignment),
    registry: registryId,
    alignment,
    action: 'publish',
    state: 'queued',
    attempts: 0,
    nextTry: now,
    key: crypto.randomUUID(),
    revision: 1,
    ...over,
  };
  await database.outbox.put(entry);
  return entry;
}
const get = (entry: OutboxEntry) => database.outbox.get(entry.id);

describe('what is due', () => {
  it('is the oldest that is queued, or was being sent when the worker died', async () => {
    await put({ nextTry: now - 1, state: 'delivered' });
    await put({ nextTry: now - 2, state: 'failed' });
    await put({ nextTry: now - 3, state: 'paused' });
    const second = await put({ nextTry: now - 4 });
    const first = await put({ nextTry: now - 5, state: 'sending' });
    expect(await nextDue(database, now)).toEqual(first);
    expect(await nextTime(database)).toBe(first.nextTry);
    await database.outbox.delete(first.id);
    expect(await nextDue(database, now)).toEqual(second);
  });

  it('is due at its very time, and not a moment before', async () => {
    const entry = await put({ nextTry: now });
    expect(await nextDue(database, now - 1)).toBeUndefined();
    expect(await nextDue(database, now)).toEqual(entry);
  });

  it('is what a clock that was wrong planned days ahead, but not what a registry asked for', async () => {
    await put({ nextTry: now + 86_400_000 });
    expect(await nextDue(database, now)).toBeUndefined();
    const lost = await put({ nextTry: now + 400 * 86_400_000 });
    expect(await nextDue(database, now)).toEqual(lost);
  });

  it('is nothing where nothing waits', async () => {
    await put({ state: 'delivered' });
    expect(await nextDue(database, now)).toBeUndefined();
    expect(await nextTime(database)).toBeUndefined();
  });
});

describe('marking as being sent', () => {
  it('writes the address down before anything is sent', async () => {
    const entry = await put();
    expect(await markSending(database, entry, at)).toBe(true);
    expect(await get(entry)).toEqual({ ...entry, state: 'sending', uri: at });
  });

  it.each<[string, Partial<OutboxEntry> | undefined]>([
    ['was changed', { revision: 2 }],
    ['is to be withdrawn', { action: 'withdraw' }],
    ['is gone', undefined],
  ])('refuses, and writes nothing, where the entry %s since it was read', async (_case, change) => {
    const entry = await put();
    if (change) await database.outbox.update(entry.id, change);
    else await database.outbox.delete(entry.id);
    const before = await get(entry);
    expect(await markSending(database, entry, at)).toBe(false);
    expect(await get(entry)).toEqual(before);
    await forgetEntry(database, entry);
    expect(await get(entry)).toEqual(before);
  });
});

it('knows when another alignment has the address of an entry', async () => {
  const mine = await put({ action: 'withdraw', uri: at });
  expect(await isTakenOver(database, mine)).toBe(false);
  await put({ action: 'withdraw', uri: at });
  await put({ uri: `${at}0` });
  await put({ uri: at, registry: crypto.randomUUID() });
  expect(await isTakenOver(database, mine)).toBe(false);
  await put({ uri: at, state: 'delivered' });
  expect(await isTakenOver(database, mine)).toBe(true);
});

describe('settling', () => {
  it('keeps what was done: a withdrawal, and a delivery as the record of what stands', async () => {
    const withdrawal = await put({ action: 'withdraw', uri: at });
    await settleDelivered(database, withdrawal, 'Practice', date);
    expect(await get(withdrawal)).toMatchObject({ state: 'withdrawn' });
    const delivery = await put({ uri: at, attempts: 3, problem });
    await settleDelivered(database, delivery, 'Practice', date);
    const { problem: _, ...rest } = delivery;
    expect(await get(delivery)).toEqual({
      ...rest,
      state: 'delivered',
      attempts: 0,
      receipt: { revision: 1, at: date.toISOString() },
    });
  });

  it('brings nothing back that was forgotten while it was on the wire', async () => {
    const entry = await put();
    await database.outbox.clear();
    await settleDelivered(database, entry, 'Practice', date);
    await settleFailed(database, entry, { next: 'fail', problem, retryAfter: 0 }, now);
    expect(await database.outbox.count()).toBe(0);
    expect(await database.history.count()).toBe(0);
  });

  it.each([
    ['retry', 'queued'],
    ['fail', 'failed'],
    ['pause', 'paused'],
  ] as const)('of a failure, then %s: %s', async (next, state) => {
    const entry = await put();
    await settleFailed(database, entry, { next, problem, retryAfter: 0 }, now);
    expect(await get(entry)).toMatchObject({ state, attempts: 1, problem });
  });

  it('gives up after the most attempts', async () => {
    const entry = await put({ attempts: mostAttempts - 1 });
    await settleFailed(database, entry, { next: 'retry', problem, retryAfter: 0 }, now);
    expect(await get(entry)).toMatchObject({ state: 'failed', attempts: mostAttempts });
  });
});

describe('trying again', () => {
  it('frees what failed or was paused, and leaves what was delivered or is on the wire', async () => {
    const entries = await Promise.all(
      (['failed', 'paused', 'queued', 'delivered', 'sending'] as const).map((state) =>
        put({ state, attempts: 5, nextTry: now + 1000 }),
      ),
    );
    const foreign = await put({ registry: crypto.randomUUID(), state: 'failed' });
    await retryEntries(database, { registry: registryId }, now);
    const after = await Promise.all(entries.map(get));
    expect(after.map((entry) => entry?.state)).toEqual(['queued', 'queued', 'queued', 'delivered', 'sending']);
    expect(after.slice(0, 3).every((entry) => entry?.attempts === 0 && entry.nextTry === now)).toBe(true);
    expect(await get(foreign)).toEqual(foreign);
  });

  it('can be asked for one entry alone', async () => {
    const [one, other] = [await put({ state: 'failed' }), await put({ state: 'failed' })];
    await retryEntries(database, { entry: one.id }, now);
    expect([(await get(one))?.state, (await get(other))?.state]).toEqual(['queued', 'failed']);
  });
});

describe('the pause between tries', () => {
  it('doubles from 15 seconds to an hour, spread by a quarter, and never falls short of what was asked for', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.nat(86_400_000),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (attempts, asked, random) => {
          const wait = backOff(attempts, asked, () => random);
          const plain = Math.min(15_000 * 2 ** (attempts - 1), longestWait);
          expect(wait).toBeGreaterThanOrEqual(asked);
          expect(wait).toBeLessThanOrEqual(Math.max(asked, plain * 1.125 + 1));
          if (asked === 0) expect(wait).toBeGreaterThanOrEqual(plain * 0.875 - 1);
          expect(Number.isInteger(wait)).toBe(true);
        },
      ),
    );
  });
});
