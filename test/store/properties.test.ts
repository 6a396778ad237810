import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HistoryLine } from '../../lib/domain/history-line.ts';
import { LearningResource } from '../../lib/domain/learning-resource.ts';
import { OutboxEntry } from '../../lib/domain/outbox-entry.ts';
import { ProblemError } from '../../lib/domain/problem.ts';
import { AlignmentChoice, Fit, Relation, ResourceAlignment, saysTheSame } from '../../lib/domain/resource-alignment.ts';
import { addAlignment, changeAlignment, queueAlignments, removeAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { nextDue, registriesInOutbox } from '../../lib/store/outbox.ts';
import { markSending, settleDelivered } from '../../lib/store/settle-deliveries.ts';
import { foundSkill, newAlignment, registryId } from '../support/samples.ts';
import { countsKept, countsNow } from './counts.ts';

const registries = [registryId, 'c0ffee00-0000-4000-8000-000000000001'];
const taken = '2026-03-01T09:59:00.000Z';

const choice = fc.record(
  {
    relation: fc.constantFrom(...Relation.options),
    fit: fc.constantFrom(...Fit.options),
    note: fc.string({ maxLength: 20 }),
  },
  { requiredKeys: ['relation', 'fit'] },
);
const step = fc.oneof(
  fc.record({
    do: fc.constant('add' as const),
    page: fc.nat(1),
    skill: fc.nat(2),
    choice,
    to: fc.subarray(registries),
  }),
  fc.record({
    do: fc.constant('change' as const),
    which: fc.nat(9),
    stale: fc.boolean(),
    choice,
    to: fc.subarray(registries),
  }),
  fc.record({ do: fc.constant('remove' as const), which: fc.nat(9), stale: fc.boolean() }),
  fc.record({ do: fc.constant('publish' as const), which: fc.nat(9), to: fc.subarray(registries) }),
  fc.record({ do: fc.constant('deliver' as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

async function take(database: PlumblineDatabase, one: Step, now: Date): Promise<void> {
  const all = await database.alignments.toArray();
  const chosen = 'which' in one ? all[one.which % Math.max(all.length, 1)] : undefined;
  const seen = chosen && { id: chosen.id, revision: chosen.revision + ('stale' in one && one.stale ? -1 : 0) };
  switch (one.do) {
    case 'add': {
      const resource = { address: `https://lessons.example/${one.page}`, fields: {} };
      const skill = { ...foundSkill({ uri: `https://skills.example/${one.skill}` }), taken };
      await addAlignment(database, newAlignment({ resource, skill, choice: one.choice, publishTo: one.to }), now);
      return;
    }
    case 'change':
      if (seen) await changeAlignment(database, { ...seen, choice: one.choice, publishTo: one.to }, now);
      return;
    case 'remove':
      if (seen) await removeAlignment(database, seen, now);
      return;
    case 'publish':
      if (chosen) await queueAlignments(database, [chosen.id], one.to, now);
      return;
    case 'deliver': {
      const [registry = ''] = await registriesInOutbox(database);
      const entry = await nextDue(database, registry, now.getTime());
      if (!entry) return;
      if (entry.action === 'publish') await markSending(database, [entry], `https://cass.example/${entry.id}`);
      await settleDelivered(database, [entry], 'Practice', now);
    }
  }
}

/** What has to hold after every step, whatever came before. */
async function check(database: PlumblineDatabase): Promise<void> {
  const [alignments, history, outbox, resources] = await Promise.all([
    database.alignments.toArray(),
    database.history.toArray(),
    database.outbox.toArray(),
    database.resources.toArray(),
  ]);
  for (const one of alignments) ResourceAlignment.parse(one);
  for (const one of history) HistoryLine.parse(one);
  for (const one of outbox) OutboxEntry.parse(one);
  for (const one of resources) LearningResource.parse(one);
  for (const one of alignments) {
    expect(alignments.filter((other) => saysTheSame(one, other))).toHaveLength(1);
    expect(resources.some(({ address }) => address === one.resource)).toBe(true);
    const lines = history.filter(
      ({ alignment, what }) => alignment === one.id && (what === 'created' || what === 'changed'),
    );
    expect(lines.length).toBe(one.revision);
    expect(lines.at(-1)?.after).toEqual(AlignmentChoice.parse(onlyChoice(one)));
    lines.slice(1).forEach((line, index) => {
      expect(line.before).toEqual(lines[index]?.after);
    });
  }
  for (const entry of outbox) {
    const alignment = alignments.find(({ id }) => id === entry.alignment);
    expect(entry.action).toBe(alignment ? 'publish' : 'withdraw');
    if (entry.action === 'withdraw' && !entry.uri) expect(entry.state).toBe('withdrawn');
    if (entry.state !== 'delivered') expect(entry.revision).toBe(alignment?.revision ?? entry.revision);
    if (entry.receipt) expect(entry.uri).toBeDefined();
  }
  for (const { alignment, what } of history.filter((line) => line.what === 'removed')) {
    expect(what).toBe('removed');
    expect(alignments.some(({ id }) => id === alignment)).toBe(false);
  }
  expect(await countsKept(database)).toEqual(await countsNow(database));
  expect(history.every(({ resource }) => resource.startsWith('https://lessons.example/'))).toBe(true);
}

function onlyChoice({ relation, fit, note }: ResourceAlignment): AlignmentChoice {
  return { relation, fit, ...(note !== undefined && { note }) };
}

describe('the store', () => {
  it('keeps alignments, history and outbox of one mind through any sequence of saves, refusals and deliveries', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 15 }), async (steps) => {
        const database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
        try {
          let time = Date.parse('2026-03-01T10:00:00Z');
          for (const one of steps) {
            time += 1000;
            const before = await database.history.count();
            await take(database, one, new Date(time)).catch(async (error: unknown) => {
              if (!(error instanceof ProblemError) || !['S220', 'S221'].includes(error.problem.code)) throw error;
              expect(await database.history.count()).toBe(before);
            });
            await check(database);
          }
        } finally {
          await database.delete();
        }
      }),
      { numRuns: 100 },
    );
  }, 120_000);
});
