import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import { createRehearsal } from '../../lib/services/rehearsal.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { until } from '../support/browsers/until.ts';
import { newAlignment } from '../support/samples.ts';

const opened: PlumblineDatabase[] = [];
afterEach(async () => {
  for (const database of opened.splice(0)) await database.delete();
});

/** A worker that saves, with what is wanted of its rehearsal; `said` is what the session's storage holds. */
function worker(wanted: object) {
  const said: Record<string, unknown> = { rehearsal: wanted };
  const area = {
    get: async (key: string) => ({ [key]: said[key] }),
    set: async (items: Record<string, unknown>) =>
      void Object.entries(items).map(([key, value]) => (said[key] = value)),
  };
  const database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  opened.push(database);
  const rehearsal = createRehearsal(area, database);
  const { save } = rehearsal.handlers({
    save: () => addAlignment(database, newAlignment(), new Date('2026-03-01T10:00:00Z')),
  });
  return { said, rehearsal, save, database };
}

describe('a rehearsal', () => {
  it('names every point of a save, those inside its transaction and its counts too', async () => {
    const { said, save } = worker({ record: true });
    await save();
    expect(said.passed).toEqual(
      expect.arrayContaining([
        'asked save 1',
        'add alignments 1',
        'put counters 1',
        'add history 1',
        'answering save 1',
      ]),
    );
  });

  it('comes no further than the point that is wanted, and says so once', async () => {
    const { said, save, database } = worker({ stopAt: 'answering save 1', clock: 5 });
    void save();
    await until('the stop', () => said.stopped);
    expect(said).toMatchObject({ stopped: 'answering save 1', rehearsal: { clock: 5 } });
    expect(await database.alignments.count()).toBe(1);
  });

  it('sets the clock wrong', async () => {
    const { rehearsal, save } = worker({ clock: 86_400_000 });
    await save();
    expect(rehearsal.now() - Date.now()).toBeGreaterThan(86_000_000);
  });
});
