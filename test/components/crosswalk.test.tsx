// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CrosswalkScreen } from '../../components/crosswalk/CrosswalkScreen.tsx';
import { HistoryScreen } from '../../components/history/HistoryScreen.tsx';
import type { Skill } from '../../lib/domain/skill.ts';
import type { SkillAlignment } from '../../lib/domain/skill-alignment.ts';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { changeSkillAlignment, relateSkills } from '../../lib/store/skill-alignments.ts';
import { keptFramework } from '../support/frameworks.ts';
import { branchesOf, nodeAt } from '../support/outlines.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const said: string[] = [];
const ship = {
  '': [nodeAt('urn:ship:ropes', { name: 'Ropework' })],
  'urn:ship:ropes': [
    nodeAt('urn:ship:1', { name: 'Knot tying', statement: 'Ties a bowline under load.', code: 'S.1' }),
    nodeAt('urn:ship:2', { name: 'Splicing', statement: 'Splices two ropes.', code: 'S.2' }),
  ],
};
const shore = {
  '': [
    nodeAt('urn:shore:1', { name: 'Bowline', statement: 'Ties the bowline knot.', code: 'H.1' }),
    nodeAt('urn:shore:2', { name: 'Welding', statement: 'Joins steel plates.', code: 'H.2' }),
  ],
};
const skillsOf = (below: Readonly<Record<string, readonly TreeNode[]>>): Skill[] =>
  Object.entries(below).flatMap(([parent, nodes]) =>
    nodes.map((node) => ({ ...node, keywords: [], ...(parent && { parent }) })),
  );

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  Element.prototype.scrollIntoView ??= () => {};
  localStorage.clear();
  location.hash = '';
  said.length = 0;
});

/** Keeps both frameworks, with their trees and in the index. */
async function keepBoth() {
  const { database } = world;
  await database.frameworks.bulkAdd([
    keptFramework({ id: 'ship', name: 'Aboard', uri: 'urn:ship:all', skills: 3 }),
    keptFramework({ id: 'shore', name: 'Harbour', uri: 'urn:shore:all', skills: 2 }),
  ]);
  await database.branches.bulkAdd([...branchesOf('ship', ship), ...branchesOf('shore', shore)]);
  const index = openSkillIndex(database);
  await index.add(skillsOf(ship), { framework: 'ship' });
  await index.add(skillsOf(shore), { framework: 'shore' });
}

const statement = (relation: SkillAlignment['relation'] = 'broad') =>
  relateSkills(
    world.database,
    {
      subject: { uri: 'urn:ship:2', name: 'Splicing', code: 'S.2', statement: 'Splices two ropes.' },
      object: { uri: 'urn:shore:2', name: 'Welding', code: 'H.2', statement: 'Joins steel plates.' },
      choice: { relation, note: 'Both join.' },
    },
    new Date('2026-03-01T10:00:00Z'),
  );

function open() {
  const user = userEvent.setup();
  return { user, ...show(<CrosswalkScreen onSay={(text) => said.push(text)} />) };
}
const tree = (name: string) => screen.findByRole('treegrid', { name });
const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>('radio', { name });
const asked = (name: string) => world.requested.filter((one) => one.name === name).map(({ request }) => request);
const focused = () => document.activeElement?.textContent;

describe('the crosswalk', () => {
  it('says what to do where no framework is kept', async () => {
    const { container } = open();
    expect((await screen.findByRole('heading', { level: 2 })).textContent).toBe('No framework is kept here yet');
    await expectAccessible(container);
  });

  it('relates two skills by the keyboard alone and goes on to the next', async () => {
    await keepBoth();
    const kept = await statement();
    await world.database.skillAlignments.clear();
    world.answers.set('relateSkills', { ok: true, value: { ...kept, subject: { uri: 'urn:ship:1', name: '' } } });
    const { user, container } = open();
    const left = await tree('Aboard');
    await screen.findByText('0 of 2 skills have a counterpart');
    left.querySelector<HTMLElement>('[role=row]')?.focus();
    await user.keyboard('{ArrowRight}');
    await screen.findByRole('row', { name: /S\.1/ });
    await user.keyboard('{ArrowDown}{Enter}');
    // The first suggestion has the keyboard.
    await waitFor(() => expect(focused()).toMatch(/H\.1 Bowline/));
    await expectAccessible(container);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement).toBe(radio(/^major/)));
    await user.keyboard('5');
    expect(document.activeElement).toBe(radio(/^narrow/));
    expect(asked('relateSkills')).toEqual([]);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(said).toEqual(['Saved: S.1, narrow, H.1.']));
    expect(asked('relateSkills')).toMatchObject([
      {
        pair: {
          subject: { uri: 'urn:ship:1', code: 'S.1', framework: { uri: 'urn:ship:all', name: 'Aboard' } },
          object: { uri: 'urn:shore:1', name: 'Bowline' },
        },
        choice: { relation: 'narrow' },
      },
    ]);
    const next = await screen.findByRole('row', { name: /S\.2/, selected: true });
    await waitFor(() => expect(document.activeElement).toBe(next));
    expect(radio(/^major/).checked).toBe(true);
    // Enter on what is chosen already goes on, too: here nothing is suggested, so that the tree's search has it.
    await user.keyboard('{Enter}');
    await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('search'));
  });

  it('takes up what stands between two skills already, and saves a change of it', async () => {
    await keepBoth();
    const kept = await statement();
    world.answers.set('changeSkillAlignment', { ok: true, value: kept });
    const { user } = open();
    const right = await tree('Harbour');
    await user.type(screen.getByRole('searchbox', { name: 'Find in Aboard' }), 'S.2');
    await user.click(await screen.findByRole('button', { name: /S\.2/ }));
    await screen.findByRole('row', { name: /S\.2/, selected: true });
    await user.click(within(right).getByRole('row', { name: /H\.2/ }));
    await screen.findByText('The two stand as “broad” already. Saving changes that.');
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Note/ }).value).toBe('Both join.');
    await user.click(radio(/^exact/));
    await user.click(screen.getByRole('button', { name: 'Change and go on' }));
    await waitFor(() =>
      expect(asked('changeSkillAlignment')).toEqual([
        { id: kept.id, revision: 1, choice: { relation: 'exact', note: 'Both join.' } },
      ]),
    );
    await screen.findByRole('row', { name: /S\.1/, selected: true });
    await waitFor(() => expect(document.querySelector('.suggestions .hit')).not.toBeNull());
  });

  it('overwrites nothing that another window saved, and lets the person decide', async () => {
    await keepBoth();
    const kept = await statement();
    const refused = { code: 'S220', message: 'Somebody saved this alignment in another window.' };
    world.answers.set('changeSkillAlignment', { ok: false, problem: refused });
    const { user, container } = open();
    const right = await tree('Harbour');
    await user.type(screen.getByRole('searchbox', { name: 'Find in Aboard' }), 'S.2');
    await user.click(await screen.findByRole('button', { name: /S\.2/ }));
    await screen.findByRole('row', { name: /S\.2/, selected: true });
    await user.click(within(right).getByRole('row', { name: /H\.2/ }));
    await screen.findByText(/Saving changes that/);
    await world.database.skillAlignments.put({ ...kept, relation: 'minor', revision: 2 });
    await user.click(screen.getByRole('button', { name: 'Change and go on' }));
    await screen.findByText(/It says “minor” there now/);
    expect(focused()).toBe('Saved in another window meanwhile');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Save mine over it' }));
    await waitFor(() => expect(asked('changeSkillAlignment')).toMatchObject([{ revision: 1 }, { revision: 2 }]));
    await user.click(screen.getByRole('button', { name: 'Keep theirs' }));
    expect(radio(/^minor/).checked).toBe(true);
    expect(screen.queryByText(/It says “minor” there now/)).toBeNull();
  });

  it('has what was chosen and typed when it is opened again', async () => {
    await keepBoth();
    const first = open();
    await first.user.click(within(await tree('Harbour')).getByRole('row', { name: /H\.2/ }));
    await first.user.type(screen.getByRole('textbox', { name: /^Note/ }), 'Half of it');
    first.unmount();
    open();
    await screen.findByText(/^Draft of/);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^Note/ }).value).toBe('Half of it');
    expect(document.querySelector('.pair')?.textContent).toContain('H.2');
  });

  it('does not relate a skill to itself', async () => {
    await keepBoth();
    location.hash = '#crosswalk/shore/shore';
    const { user } = open();
    const [left, right] = await screen.findAllByRole('treegrid', { name: 'Harbour' });
    if (!left || !right) throw new Error('no two sides');
    await user.click(within(left).getByRole('row', { name: /H\.2/ }));
    await user.click(within(right).getByRole('row', { name: /H\.2/ }));
    await screen.findByText('These are one and the same skill. Choose another.');
    expect(screen.getByRole('button', { name: 'Save and go on' })).toHaveProperty('disabled', true);
  });
});

describe('the review', () => {
  const toReview = async (count: number) => {
    const opened = open();
    await opened.user.click(await screen.findByRole('radio', { name: `Review (${count})` }));
    return opened;
  };

  it('says that nothing stands between the two', async () => {
    await keepBoth();
    const { container } = await toReview(0);
    expect((await screen.findByRole('heading', { level: 2 })).textContent).toBe('Nothing stands between the two yet');
    await expectAccessible(container);
  });

  it('changes a relation, removes a statement and takes that back', async () => {
    await keepBoth();
    const kept = await statement();
    const undo = crypto.randomUUID();
    world.answers.set('changeSkillAlignment', { ok: true, value: { ...kept, relation: 'exact' } });
    world.answers.set('removeSkillAlignment', { ok: true, value: { undo } });
    world.answers.set('takeBack', { ok: true, value: { restored: 1, left: 0 } });
    const { user, container } = await toReview(1);
    await screen.findByText('1 of 2 skills have a counterpart');
    await user.selectOptions(screen.getByRole('combobox', { name: 'How S.2 stands to H.2' }), 'exact');
    await waitFor(() => expect(said).toEqual(['Saved: S.2, exact, H.2.']));
    expect(asked('changeSkillAlignment')).toEqual([
      { id: kept.id, revision: 1, choice: { relation: 'exact', note: 'Both join.' } },
    ]);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Remove S.2, broad, H.2' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(said.at(-1)).toBe('It is as before.'));
    expect(asked('removeSkillAlignment')).toEqual([{ id: kept.id, revision: 1 }]);
    expect(asked('takeBack')).toEqual([{ undo }]);
  });

  it('narrows by relation and by words', async () => {
    await keepBoth();
    await statement();
    const { user } = await toReview(1);
    await user.type(screen.getByRole('searchbox', { name: 'Find in the crosswalk' }), 'steel SPLICING');
    expect(screen.getAllByRole('row')).toHaveLength(2);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Relation' }), 'exact');
    await user.click(await screen.findByRole('button', { name: 'Clear the filters' }));
    expect(await screen.findAllByRole('row')).toHaveLength(2);
  });
});

it('is told of in the history, with what each change said before and since', async () => {
  const { id } = await statement('broad');
  await changeSkillAlignment(
    world.database,
    { id, revision: 1, choice: { relation: 'exact', note: 'All of it.' } },
    new Date('2026-03-01T11:00:00Z'),
  );
  const { container } = show(<HistoryScreen />);
  const [, changed, made] = await screen.findAllByRole('row');
  expect(changed?.textContent).toMatch(
    /Changed.*Relation broad now exact.*Note Both join\. now All of it\..*S\.2 Splicing – exact – H\.2 Welding/,
  );
  expect(made?.textContent).toMatch(/Made.*S\.2 Splicing – broad – H\.2 Welding/);
  await expectAccessible(container);
});

it('says everything by messages', async () => {
  await keepBoth();
  await statement();
  speakPseudo();
  const { user } = open();
  await user.click(within(await tree('Harbour')).getByRole('row', { name: /H\.2/ }));
  await waitFor(() => expect(document.querySelector('.pair .code')).not.toBeNull());
  // What names itself: frameworks and skills, and what the kit says of its own.
  const own = ['Aboard', 'Harbour', 'Expand', 'Ropework', 'H.1 Bowline', 'H.2 Welding'];
  document.querySelector('[data-live-announcer]')?.remove();
  const expectSaid = () => expect([unsaid(document.body), unsaidNames(document.body, own)]).toEqual([[], []]);
  expectSaid();
  const [, review] = screen.getAllByRole('radio');
  if (review) await user.click(review);
  await screen.findByRole('table');
  expectSaid();
});
