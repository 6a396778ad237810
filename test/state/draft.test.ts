import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { draftFor, keepDrafts, useDraft } from '../../lib/state/draft.ts';
import { area } from '../messaging/extension.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';

const page = 'https://lessons.example/graph';
const state = () => useDraft.getState();
let session: ReturnType<typeof area>;
let stop: () => void;
beforeEach(() => {
  session = area();
  stop = keepDrafts(session, page);
});
afterEach(() => {
  stop();
  useDraft.setState(useDraft.getInitialState(), true);
});

const alignment: ResourceAlignment = {
  id: '11111111-1111-4111-8111-111111111111',
  resource: page,
  skill: newAlignment().skill,
  relation: 'requires',
  fit: 'broad',
  note: 'p. 3',
  created: '2026-03-01T10:00:00.000Z',
  modified: '2026-03-01T10:00:00.000Z',
  revision: 4,
};

describe('a draft', () => {
  it('begins with what is usual, and is kept from the first moment', async () => {
    state().begin(foundSkill());
    expect(await draftFor(session, page)).toMatchObject({
      skill: { uri: foundSkill().uri },
      choice: { relation: 'teaches', fit: 'major' },
    });
  });

  it('is kept at every change, under its page and no other', async () => {
    state().begin(foundSkill());
    state().choose({ relation: 'assesses' });
    state().choose({ fit: 'narrow' });
    state().choose({ note: 'only part 2' });
    expect((await draftFor(session, page))?.choice).toEqual({
      relation: 'assesses',
      fit: 'narrow',
      note: 'only part 2',
    });
    expect(await draftFor(session, `${page}2`)).toBeUndefined();
    expect(session.set).toHaveBeenCalledTimes(4);
  });

  it('comes back as it was, and says that it did', async () => {
    state().begin(foundSkill());
    state().choose({ note: 'x' });
    const kept = await draftFor(session, page);
    useDraft.setState(useDraft.getInitialState(), true);
    if (!kept) throw new Error('nothing kept');
    state().restore(kept);
    expect(state()).toMatchObject({ restored: true, draft: { choice: { note: 'x' } } });
    state().begin(foundSkill({ uri: 'https://skills.example/other' }));
    expect(state().restored).toBe(false);
  });

  it('is gone for good when it is discarded', async () => {
    state().begin(foundSkill());
    state().discard();
    expect(await draftFor(session, page)).toBeUndefined();
    expect(session.kept.size).toBe(0);
    expect(state().draft).toBeUndefined();
  });

  it('of a change names the alignment and the revision that the person saw', async () => {
    state().edit(alignment);
    expect(await draftFor(session, page)).toMatchObject({
      editing: { id: alignment.id, revision: 4 },
      choice: { relation: 'requires', fit: 'broad', note: 'p. 3' },
    });
  });

  it('takes what its registry still has to say of its skill, and of no other', () => {
    state().begin(foundSkill());
    state().choose({ note: 'mine' });
    state().complete(foundSkill({ category: 'Numeracy' }));
    expect(state().draft).toMatchObject({ skill: { category: 'Numeracy' }, choice: { note: 'mine' } });
    state().complete(foundSkill({ uri: 'https://skills.example/other' }));
    expect(state().draft?.skill.uri).toBe(foundSkill().uri);
    state().edit(alignment);
    state().complete(foundSkill({ category: 'Newer' }));
    expect(state().draft?.skill.category).toBeUndefined();
  });

  it('is not made by a choice without a skill', () => {
    state().choose({ relation: 'assesses' });
    expect(state().draft).toBeUndefined();
    expect(session.set).not.toHaveBeenCalled();
  });

  it('is kept no longer once the window is done with the page', () => {
    stop();
    state().begin(foundSkill());
    expect(session.set).not.toHaveBeenCalled();
  });

  it.each([
    ['of a version that we do not know', { skill: { id: 1 }, choice: 'teaches' }],
    [
      'of another relation than we know',
      { skill: foundSkill(), choice: { relation: 'mentions', fit: 'major' }, touched: 1 },
    ],
    ['that is a text', 'draft'],
    ['that is nothing', null],
    [
      'whose skill has no address',
      { skill: foundSkill({ uri: 'javascript:alert(1)' }), choice: { relation: 'teaches', fit: 'major' }, touched: 1 },
    ],
  ])('%s is left alone', async (_case, kept) => {
    await session.set({ [`draft:${page}`]: kept });
    expect(await draftFor(session, page)).toBeUndefined();
  });
});
