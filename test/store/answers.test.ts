import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  answerKey,
  answersTo,
  forgetAnswers,
  keepAnswer,
  longestKept,
  mostAnswers,
  pauseRegistry,
  pausesNow,
} from '../../lib/store/answers.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { removeRegistry } from '../../lib/store/registries.ts';
import { foundSkill } from '../support/samples.ts';

const now = Date.parse('2026-03-01T10:00:00Z');
const problem = { code: 'R429', message: 'Practice asks for a pause.' };
let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const keep = (text: string, at = now, registry = 'one') =>
  keepAnswer(database, { registry, text, skills: [foundSkill()], total: 7, at });
const kept = async (text: string, at = now) => [...(await answersTo(database, ['one', 'other'], text, at)).keys()];

describe('answers', () => {
  it('are found again under any spelling that registries do not tell apart', async () => {
    await keep('  Slope of\ta Line ');
    const found = await answersTo(database, ['one', 'other'], 'slope OF a line', now + 5);
    expect(found.get('one')).toMatchObject({ skills: [foundSkill()], total: 7, at: now });
    expect(await kept('slope of lines')).toEqual([]);
    expect(answerKey('e\u0301')).toBe(answerKey('\u00e9'));
  });

  it('are each registry’s own, and the newest counts', async () => {
    await keep('slope');
    await keep('slope', now + 1000, 'other');
    await keep('slope', now + 2000);
    const found = await answersTo(database, ['one', 'other'], 'slope', now + 3000);
    expect([...found].map(([registry, { at }]) => [registry, at - now])).toEqual([
      ['one', 2000],
      ['other', 1000],
    ]);
  });

  it('are too old after 30 days, and not believed where they come from the future', async () => {
    await keep('slope');
    expect(await kept('slope', now + longestKept - 1)).toEqual(['one']);
    expect(await kept('slope', now + longestKept)).toEqual([]);
    expect(await kept('slope', now - 1)).toEqual([]);
  });

  it('make room for others when there are too many, the one used longest ago first', async () => {
    for (let number = 0; number < mostAnswers; number += 1) await keep(`text ${number}`, now + number);
    await kept('text 0', now + 1000);
    await keep('one more', now + 2000);
    expect(await database.answers.count()).toBe(mostAnswers);
    expect(await kept('text 0', now + 3000)).toEqual(['one']);
    expect(await kept('text 1', now + 3000)).toEqual([]);
  });

  it('go with their registry, and its pause with them', async () => {
    await keep('slope');
    await keep('graph');
    await keep('slope', now, 'other');
    await pauseRegistry(database, 'one', now + 1000, problem);
    await removeRegistry(database, 'one');
    expect(await kept('slope')).toEqual(['other']);
    expect((await pausesNow(database, now)).size).toBe(0);
    await forgetAnswers(database, 'other');
    expect(await database.answers.count()).toBe(0);
  });
});

describe('a pause', () => {
  it('holds until its time, and is forgotten then', async () => {
    await pauseRegistry(database, 'one', now + 1000, problem);
    expect([...(await pausesNow(database, now + 999)).values()]).toEqual([
      { registry: 'one', until: now + 1000, problem },
    ]);
    expect((await pausesNow(database, now + 1000)).size).toBe(0);
    expect(await database.pauses.count()).toBe(0);
  });

  it('is not believed where the clock was set back by more than a day', async () => {
    await pauseRegistry(database, 'one', now + 60_000, problem);
    expect((await pausesNow(database, now - 2 * 86_400_000)).size).toBe(0);
  });
});
