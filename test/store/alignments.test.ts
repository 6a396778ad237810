import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ProblemError } from '../../lib/domain/problem.ts';
import { addAlignment, changeAlignment, queueAlignments, removeAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { nextDue } from '../../lib/store/outbox.ts';
import { markSending, settleDelivered } from '../../lib/store/settle-deliveries.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { evidence, newAlignment, registryId } from '../support/samples.ts';

let database: PlumblineDatabase;
const now = new Date('2026-03-01T10:00:00Z');
const later = new Date('2026-03-01T11:00:00Z');

beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

describe('addAlignment', () => {
  it('keeps page, alignment, history and outbox row together', async () => {
    const kept = await addAlignment(database, newAlignment({ publishTo: [registryId] }), now);
    expect(await database.alignments.get(kept.id)).toEqual(kept);
    expect((await database.resources.get(kept.resource))?.fields.title?.[0]?.value).toBe('Reading a graph');
    expect(await database.history.toArray()).toMatchObject([
      { alignment: kept.id, what: 'created', at: now.toISOString() },
    ]);
    expect(await database.outbox.toArray()).toMatchObject([
      { id: `${registryId}:${kept.id}`, state: 'queued', action: 'publish', revision: 1, attempts: 0 },
    ]);
  });

  it('changes the standing alignment instead of adding a second that says the same', async () => {
    const first = await addAlignment(database, newAlignment(), now);
    const again = await addAlignment(
      database,
      newAlignment({ choice: { relation: 'teaches', fit: 'exact', note: 'p. 3' } }),
      later,
    );
    expect(again).toMatchObject({ id: first.id, fit: 'exact', note: 'p. 3', revision: 2 });
    expect(await database.alignments.count()).toBe(1);
  });

  it('lets one page both teach and assess a skill', async () => {
    await addAlignment(database, newAlignment(), now);
    await addAlignment(database, newAlignment({ choice: { relation: 'assesses', fit: 'major' } }), now);
    expect(await database.alignments.count()).toBe(2);
  });

  it('leaves nothing behind when one of its writes fails', async () => {
    database.outbox.hook('creating', () => {
      throw new Error('disk');
    });
    const failed = addAlignment(database, newAlignment({ publishTo: [registryId] }), now);
    await expect(failed).rejects.toBeInstanceOf(ProblemError);
    const counts = [database.resources, database.alignments, database.history, database.outbox].map((table) =>
      table.count(),
    );
    expect(await Promise.all(counts)).toEqual([0, 0, 0, 0]);
  });

  it('says S201 when the disk is full, however deep the database hides it', async () => {
    database.alignments.hook('creating', () => {
      throw Object.assign(new Error('aborted'), {
        name: 'AbortError',
        inner: new DOMException('full', 'QuotaExceededError'),
      });
    });
    await expect(addAlignment(database, newAlignment(), now)).rejects.toMatchObject({ problem: { code: 'S201' } });
  });
});

describe('changeAlignment', () => {
  it('refuses a change that was made on an older revision', async () => {
    const kept = await addAlignment(database, newAlignment(), now);
    const change = { id: kept.id, revision: 1, choice: { relation: 'assesses', fit: 'minor' } as const, publishTo: [] };
    await changeAlignment(database, change, later);
    await expect(changeAlignment(database, change, later)).rejects.toMatchObject({ problem: { code: 'S220' } });
    expect(await database.alignments.get(kept.id)).toMatchObject({ relation: 'assesses', revision: 2 });
  });

  it('refuses to make two alignments say the same', async () => {
    await addAlignment(database, newAlignment(), now);
    const other = await addAlignment(database, newAlignment({ choice: { relation: 'assesses', fit: 'major' } }), now);
    const clash = { id: other.id, revision: 1, choice: { relation: 'teaches', fit: 'major' } as const, publishTo: [] };
    await expect(changeAlignment(database, clash, later)).rejects.toMatchObject({ problem: { code: 'S221' } });
  });

  it('forgets a note that was taken out', async () => {
    const kept = await addAlignment(
      database,
      newAlignment({ choice: { relation: 'teaches', fit: 'major', note: 'x' } }),
      now,
    );
    const change = { id: kept.id, revision: 1, choice: { relation: 'teaches', fit: 'major' } as const, publishTo: [] };
    expect(await changeAlignment(database, change, later)).not.toHaveProperty('note');
  });

  it('keeps the passage that shows it, forgets one that was taken out, and has both in the history', async () => {
    const choice = { relation: 'teaches', fit: 'major' } as const;
    const kept = await addAlignment(database, newAlignment({ choice: { ...choice, evidence: evidence() } }), now);
    expect(await database.alignments.get(kept.id)).toMatchObject({ evidence: evidence() });
    const change = { id: kept.id, revision: 1, choice, publishTo: [] };
    expect(await changeAlignment(database, change, later)).not.toHaveProperty('evidence');
    const [created, changed] = await database.history.toArray();
    expect(created?.after?.evidence).toEqual(evidence());
    expect([changed?.before?.evidence, changed?.after?.evidence]).toEqual([evidence(), undefined]);
  });

  it('sends the newest words where the older ones have not left yet', async () => {
    const kept = await addAlignment(database, newAlignment({ publishTo: [registryId] }), now);
    const change = { id: kept.id, revision: 1, choice: { relation: 'teaches', fit: 'exact' } as const, publishTo: [] };
    await changeAlignment(database, change, later);
    expect(await database.outbox.toArray()).toMatchObject([{ revision: 2, state: 'queued' }]);
  });
});

describe('removeAlignment', () => {
  it('sends what never left this device no more', async () => {
    const kept = await addAlignment(database, newAlignment({ publishTo: [registryId] }), now);
    await removeAlignment(database, kept, later);
    expect(await database.alignments.count()).toBe(0);
    expect(await database.outbox.toArray()).toMatchObject([{ state: 'withdrawn' }]);
    expect(await database.history.toArray()).toMatchObject([{ what: 'created' }, { what: 'removed' }]);
  });

  it('withdraws what was published, and what may have been because it was on the wire', async () => {
    const kept = await addAlignment(database, newAlignment({ publishTo: [registryId] }), now);
    const entry = await nextDue(database, registryId, later.getTime());
    if (!entry) throw new Error('nothing due');
    await markSending(database, [entry], 'https://cass.example/api/data/x/1');
    await removeAlignment(database, kept, later);
    const waiting = { action: 'withdraw', state: 'queued', uri: 'https://cass.example/api/data/x/1' };
    expect(await database.outbox.toArray()).toMatchObject([waiting]);
    await settleDelivered(database, [entry], 'Practice', later);
    expect(await database.outbox.toArray()).toMatchObject([{ ...waiting, receipt: { revision: 1 } }]);
  });
});

describe('taking a removal back', () => {
  it('brings the alignment back as it was, to be published again where it was', async () => {
    const kept = await addAlignment(database, newAlignment({ publishTo: [registryId] }), now);
    const entry = await nextDue(database, registryId, now.getTime());
    if (!entry) throw new Error('nothing due');
    await markSending(database, [entry], 'https://cass.example/api/data/x/1');
    await settleDelivered(database, [entry], 'Practice', now);
    const undo = await removeAlignment(database, kept, later);
    expect(await takeBack(database, undo, later)).toEqual({ restored: 1, left: 0 });
    const { modified: _, revision: __, ...same } = kept;
    expect(await database.alignments.toArray()).toMatchObject([same]);
    expect(await database.outbox.toArray()).toMatchObject([{ action: 'publish', state: 'queued' }]);
    expect((await database.history.toArray()).map(({ what }) => what)).toContain('restored');
  });

  it('does not say twice what was said anew in the meantime', async () => {
    const undo = await removeAlignment(database, await addAlignment(database, newAlignment(), now), later);
    const anew = await addAlignment(database, newAlignment(), later);
    expect(await takeBack(database, undo, later)).toEqual({ restored: 0, left: 1 });
    expect((await database.alignments.toArray()).map(({ id }) => id)).toEqual([anew.id]);
  });

  it('leaves alone what was made anew in the meantime', async () => {
    const kept = await addAlignment(database, newAlignment(), now);
    const undo = await removeAlignment(database, kept, later);
    await database.alignments.add({ ...kept, revision: 7 });
    expect(await takeBack(database, undo, later)).toEqual({ restored: 0, left: 1 });
  });
});

describe('queueAlignments', () => {
  it('queues again what was delivered, and keeps its receipt', async () => {
    const kept = await addAlignment(database, newAlignment({ publishTo: [registryId] }), now);
    const entry = await nextDue(database, registryId, now.getTime());
    if (!entry) throw new Error('nothing due');
    await settleDelivered(database, [entry], 'Practice', now);
    expect(await queueAlignments(database, [kept.id], [registryId], later)).toBe(1);
    expect(await database.outbox.toArray()).toMatchObject([{ state: 'queued', receipt: { revision: 1 } }]);
  });
});
