import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { FoundSkill } from '../../lib/domain/skill.ts';
import { chosenIn, Draft, keepDraft, useDraft } from '../../lib/state/draft.ts';
import type { PageDrafts } from '../../lib/state/drafts.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
import { makeBrowser } from './browser-storages.ts';

const page = 'https://lessons.example/graph';
const state = () => useDraft.getState();
let drafts: PageDrafts;
let stop: () => void;
beforeEach(async () => {
  drafts = await makeBrowser().open(7, page);
  stop = keepDraft(drafts);
});
const kept = () => drafts.take('align', Draft)?.value;
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

const rate = foundSkill({ uri: 'https://skills.example/rate', name: 'Rate' });

describe('a draft of several skills', () => {
  it('is kept whole, with the relations that they have of their own', () => {
    state().beginSeveral([{ skill: foundSkill(), relation: 'assesses' }, { skill: rate }], { fit: 'exact' });
    const draft = kept();
    expect(draft && chosenIn(draft)).toEqual([{ skill: foundSkill(), relation: 'assesses' }, { skill: rate }]);
    expect(draft?.choice).toMatchObject({ relation: 'teaches', fit: 'exact' });
  });

  it('has one relation for all once one is chosen', () => {
    state().beginSeveral([
      { skill: foundSkill(), relation: 'assesses' },
      { skill: rate, relation: 'requires' },
    ]);
    state().choose({ relation: 'teaches' });
    const draft = kept();
    expect(draft && chosenIn(draft)).toEqual([{ skill: foundSkill() }, { skill: rate }]);
  });

  it('takes what is learned of any of them, and becomes a plain one with the relation of the last that is left', () => {
    state().beginSeveral([{ skill: foundSkill() }, { skill: rate, relation: 'requires' }]);
    state().complete({ ...rate, category: 'Algebra' });
    state().leaveOut({ skill: foundSkill() });
    expect(kept()).toMatchObject({ skill: { uri: rate.uri, category: 'Algebra' }, choice: { relation: 'requires' } });
    expect(kept()?.more).toBeUndefined();
  });

  it('leaves marks in their place among what is kept of a page', () => {
    useMarked.getState().toggle(rate);
    expect(drafts.take('marked', z.array(FoundSkill))?.value).toEqual([rate]);
    useMarked.getState().toggle(rate);
    expect(drafts.take('marked', z.array(FoundSkill))).toBeUndefined();
  });
});

describe('a draft', () => {
  it('begins with what is usual, and is kept from the first moment', () => {
    state().begin(foundSkill());
    expect(kept()).toMatchObject({
      skill: { uri: foundSkill().uri },
      choice: { relation: 'teaches', fit: 'major' },
    });
  });

  it('is kept at every change, under its page and no other', () => {
    state().begin(foundSkill());
    state().choose({ relation: 'assesses' });
    state().choose({ fit: 'narrow' });
    state().choose({ note: 'only part 2' });
    expect(kept()?.choice).toEqual({
      relation: 'assesses',
      fit: 'narrow',
      note: 'only part 2',
    });
    state().complete(foundSkill({ category: 'Numeracy' }));
    expect(kept()?.skill.category).toBe('Numeracy');
  });

  it('comes back as it was, and says that it did', () => {
    state().begin(foundSkill());
    state().choose({ note: 'x' });
    stop();
    useDraft.setState(useDraft.getInitialState(), true);
    stop = keepDraft(drafts);
    expect(state()).toMatchObject({ restored: true, draft: { choice: { note: 'x' } } });
    state().begin(foundSkill({ uri: 'https://skills.example/other' }));
    expect(state().restored).toBe(false);
  });

  it('is gone for good when it is discarded', () => {
    state().begin(foundSkill());
    state().discard();
    expect(kept()).toBeUndefined();
    expect(state().draft).toBeUndefined();
  });

  it('of a change names the alignment and the revision that the person saw', () => {
    state().edit(alignment);
    expect(kept()).toMatchObject({
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
    expect(kept()).toBeUndefined();
  });

  it('is kept no longer once the window is done with the page', () => {
    stop();
    state().begin(foundSkill());
    expect(kept()).toBeUndefined();
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
  ])('%s is left alone', (_case, value) => {
    drafts.keep('align', value);
    stop();
    stop = keepDraft(drafts);
    expect(state().draft).toBeUndefined();
    expect(drafts.take('align', z.unknown())?.value).toEqual(value);
  });
});
