import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  backOff,
  longestWait,
  mostAttempts,
  type OutboxEntry,
  offlineWait,
  outboxId,
} from '../../lib/domain/outbox-entry.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import {
  dropEntry,
  nextDue,
  nextTime,
  registriesInOutbox,
  resumeEntries,
  retryEntries,
  sweepOutbox,
} from '../../lib/store/outbox.ts';
import { forgetEntry, markSending, settleDelivered, settleFailed } from '../../lib/store/settle-deliveries.ts';
import { isTakenOver } from '../../lib/store/standing-together.ts';
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
    id: outboxId(over.registry ?? registryId, alignment),
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
    expect(await nextDue(database, registryId, now)).toEqual(first);
    expect(await nextTime(database)).toBe(first.nextTry);
    await database.outbox.delete(first.id);
    expect(await nextDue(database, registryId, now)).toEqual(second);
  });

  it('is due at its very time, and not a moment before', async () => {
    const entry = await put({ nextTry: now });
    expect(await nextDue(database, registryId, now - 1)).toBeUndefined();
    expect(await nextDue(database, registryId, now)).toEqual(entry);
  });

  it('is what a clock that was wrong planned days ahead, but not what a registry asked for', async () => {
    await put({ nextTry: now + 86_400_000 });
    expect(await nextDue(database, registryId, now)).toBeUndefined();
    const lost = await put({ nextTry: now + 400 * 86_400_000 });
    expect(await nextDue(database, registryId, now)).toEqual(lost);
  });

  it.each([
    ['a day back', -86_400_000],
    ['a minute back', -60_000],
  ])('is what was planned before the clock went %s', async (_case, jump) => {
    const entry = await put({ nextTry: now, planned: now });
    expect(await nextDue(database, registryId, now + jump)).toEqual(entry);
    const waits = await put({ nextTry: now + jump + 1000, planned: now + jump });
    await database.outbox.delete(entry.id);
    expect(await nextDue(database, registryId, now + jump)).toBeUndefined();
    expect(await nextDue(database, registryId, now + jump + 1000)).toEqual(waits);
  });

  it('is never kept back by what a clock ahead of time has planned', async () => {
    const ahead = await put({ nextTry: now + 86_400_000, planned: now + 86_399_000 });
    const waits = await put({ nextTry: now + 1000, planned: now });
    expect(await nextDue(database, registryId, now)).toEqual(ahead);
    expect(await nextDue(database, registryId, now + 1000)).toEqual(waits);
  });

  it('is nothing where nothing waits', async () => {
    await put({ state: 'delivered' });
    expect(await nextDue(database, registryId, now)).toBeUndefined();
    expect(await nextTime(database)).toBeUndefined();
  });
});

describe('marking as being sent', () => {
  it('writes the address down before anything is sent', async () => {
    const entry = await put();
    expect(await markSending(database, [entry], at)).toBe(true);
    expect(await get(entry)).toEqual({ ...entry, state: 'sending', uri: at });
  });

  it.each<[string, Partial<OutboxEntry> | undefined]>([
    ['was changed', { revision: 2, key: crypto.randomUUID() }],
    ['is to be withdrawn', { action: 'withdraw', key: crypto.randomUUID() }],
    ['is gone', undefined],
  ])('refuses, and writes nothing, where the entry %s since it was read', async (_case, change) => {
    const entry = await put();
    if (change) await database.outbox.update(entry.id, change);
    else await database.outbox.delete(entry.id);
    const before = await get(entry);
    expect(await markSending(database, [entry], at)).toBe(false);
    expect(await get(entry)).toEqual(before);
    await forgetEntry(database, entry);
    expect(await get(entry)).toEqual(before);
  });
});

it('knows when another alignment has the address of an entry', async () => {
  const mine = await put({ action: 'withdraw', uri: at });
  const isTaken = () => isTakenOver(database, registryId, at, [mine]);
  expect(await isTaken()).toBe(false);
  await put({ action: 'withdraw', uri: at });
  await put({ uri: `${at}0` });
  const elsewhere = crypto.randomUUID();
  await put({ id: outboxId(elsewhere, crypto.randomUUID()), uri: at, registry: elsewhere });
  expect(await isTaken()).toBe(false);
  await put({ uri: at, state: 'delivered' });
  expect(await isTaken()).toBe(true);
});

describe('settling', () => {
  it('keeps what was done: a withdrawal, and a delivery as the record of what stands', async () => {
    const withdrawal = await put({ action: 'withdraw', uri: at });
    await settleDelivered(database, [withdrawal], 'Practice', date);
    expect(await get(withdrawal)).toMatchObject({ state: 'withdrawn' });
    const delivery = await put({ uri: at, attempts: 3, problem });
    await settleDelivered(database, [delivery], 'Practice', date);
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
    await settleDelivered(database, [entry], 'Practice', date);
    await settleFailed(database, [entry], { next: 'fail', problem, retryAfter: 0 }, now);
    expect(await database.outbox.count()).toBe(0);
    expect(await database.history.count()).toBe(0);
  });

  it.each([
    ['retry', 'queued'],
    ['fail', 'failed'],
    ['pause', 'paused'],
  ] as const)('of a failure, then %s: %s', async (next, state) => {
    const entry = await put();
    await settleFailed(database, [entry], { next, problem, retryAfter: 0 }, now);
    expect(await get(entry)).toMatchObject({ state, attempts: 1, problem });
  });

  it('puts off all that waits for a registry in trouble, and tries the others before what it stumbled over', async () => {
    const [tried, other, longer, delivered] = [
      await put({ attempts: 2 }),
      await put(),
      await put({ nextTry: now + 86_400_000 }),
      await put({ state: 'delivered' }),
    ];
    const foreign = await put({ registry: crypto.randomUUID() });
    await settleFailed(database, [tried], { next: 'later', problem, retryAfter: 100_000 }, now);
    expect(await get(tried)).toMatchObject({ state: 'queued', attempts: 3, nextTry: now + 100_001, planned: now });
    expect(await get(other)).toMatchObject({ state: 'queued', attempts: 3, nextTry: now + 100_000, planned: now });
    expect(await nextDue(database, registryId, now + 100_001)).toMatchObject({ id: other.id });
    for (const one of [longer, delivered, foreign]) expect(await get(one)).toEqual(one);
  });

  it('pauses all that waits for a registry that lets nobody in, and nothing of another', async () => {
    const [tried, other, failed] = [await put(), await put({ nextTry: now + 5 }), await put({ state: 'failed' })];
    const foreign = await put({ registry: crypto.randomUUID() });
    await settleFailed(database, [tried], { next: 'pause', problem, retryAfter: 0 }, now);
    for (const one of [tried, other]) expect(await get(one)).toMatchObject({ state: 'paused', problem });
    for (const one of [failed, foreign]) expect(await get(one)).toEqual(one);
  });

  it('gives nothing up while there is no network, and tries again in a minute', async () => {
    const entry = await put();
    await settleFailed(database, [entry], { next: 'later', problem, retryAfter: 0, offline: true }, now);
    expect(await get(entry)).toMatchObject({ state: 'queued', attempts: 0, nextTry: now + offlineWait });
  });

  it('settles all that went in one request, each with its line', async () => {
    const [one, other] = [await put({ uri: at }), await put({ uri: at, action: 'withdraw' })];
    await settleDelivered(database, [one, other], 'Practice', date);
    expect([(await get(one))?.state, (await get(other))?.state]).toEqual(['delivered', 'withdrawn']);
    expect((await database.history.toArray()).map(({ what }) => what)).toEqual(['published', 'withdrawn']);
  });

  it('gives up after the most attempts what fails for a fault of ours', async () => {
    const entry = await put({ attempts: mostAttempts - 1 });
    await settleFailed(database, [entry], { next: 'retry', problem, retryAfter: 0 }, now);
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

describe('acts on what waits', () => {
  it('puts back in the queue what waits for one reason alone', async () => {
    const entries = await Promise.all(
      (['queued', 'paused', 'failed'] as const).map((state) => put({ state, nextTry: now + 1000, problem })),
    );
    const other = await put({ state: 'paused', problem: { code: 'R401', message: 'no' } });
    await resumeEntries(database, problem.code, now);
    const after = await Promise.all([...entries, other].map(get));
    expect(after.map((entry) => entry?.state)).toEqual(['queued', 'queued', 'failed', 'paused']);
    expect(after[0]?.nextTry).toBe(now);
  });

  it('forgets a delivery that is dropped, and no other', async () => {
    const [one, other] = [await put({ state: 'delivered', uri: at }), await put()];
    await dropEntry(database, one.id);
    expect(await database.outbox.toArray()).toEqual([other]);
  });

  it('sweeps what was withdrawn more than 30 days ago, and nothing that stands or waits', async () => {
    const old = now - 30 * 86_400_000 - 1;
    await put({ state: 'withdrawn', action: 'withdraw', nextTry: old });
    const kept = [
      await put({ state: 'withdrawn', action: 'withdraw', nextTry: old + 2 }),
      await put({ state: 'delivered', nextTry: old }),
      await put({ state: 'failed', nextTry: old }),
    ];
    expect(await sweepOutbox(database, date)).toBe(1);
    expect(new Set(await database.outbox.toArray())).toEqual(new Set(kept));
  });

  it('knows each registry that it holds anything for, once', async () => {
    const elsewhere = crypto.randomUUID();
    await put();
    await put({ state: 'delivered' });
    await put({ registry: elsewhere, state: 'withdrawn' });
    expect(new Set(await registriesInOutbox(database))).toEqual(new Set([registryId, elsewhere]));
    expect(await registriesInOutbox(database)).toHaveLength(2);
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
