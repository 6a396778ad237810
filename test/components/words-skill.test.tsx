// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { R310 } from '../../lib/domain/problems.ts';
import type { SearchEvent } from '../../lib/domain/search-event.ts';
import { t } from '../../lib/language/words.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { usePage } from '../../lib/state/page.ts';
import { useSearch } from '../../lib/state/search.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { pinSkill } from '../../lib/store/remembered-skills.ts';
import { keptFramework } from '../support/frameworks.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { evidence, foundSkill, newAlignment, registryId } from '../support/samples.ts';
import { held } from './held.ts';
import { inWorld, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const { resource } = newAlignment();
const skillAt = (name: string, type: string) =>
  foundSkill({ uri: `https://skills.example/${name}`, name, statement: `${name} of a line.`, type });
const skills = [skillAt('Slope', 'Competency'), skillAt('Rate', 'CFItem')];

beforeEach(() => {
  // jsdom lays nothing out, and what is not in view is not drawn.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  speakPseudo();
});

function open(place: 'popup' | 'panel' = 'popup') {
  const user = userEvent.setup();
  show(<PageSurface place={place} />);
  act(() => usePage.getState().take({ resource, declared: [], sources: [], warnings: [] }));
  return user;
}

/** Everything said, but for the names of registries, frameworks and skills, and what the kit says by itself. */
function expectSaid() {
  for (const part of document.body.children) {
    if (part.matches('[data-live-announcer]')) continue;
    expect([unsaid(part), unsaidNames(part, ['Reading a graph', 'Mine', 'Expand', 'Slope'])]).toEqual([[], []]);
  }
}

it('says by messages what was found, where, and who did not answer', async () => {
  open();
  await screen.findByRole('combobox');
  const hear = (event: SearchEvent) => act(() => useSearch.getState().hear(event));
  act(() => useSearch.getState().type('slope'));
  act(() => useSearch.getState().answerLocal('slope', skills));
  hear({ registry: registryId, name: 'Practice', state: 'asking' });
  await screen.findAllByRole('option');
  expectSaid();
  hear({ registry: registryId, name: 'Practice', state: 'answered', skills: [foundSkill()], at: Date.now() - 3e6 });
  hear({ registry: 'a', name: 'Harbour', state: 'failed', problem: R310({ name: 'Harbour' }) });
  hear({
    registry: 'b',
    name: 'Quay',
    state: 'failed',
    problem: R310({ name: 'Quay' }),
    until: Date.now() + 1e9,
  });
  act(() => useSearch.getState().rest());
  await screen.findByText(t('skill.askAgain'));
  expectSaid();
  act(() => useMarked.getState().mark(skills));
  act(() => useSearch.getState().narrow({ type: 'standard' }));
  await screen.findByText(t('skill.clearFilters'));
  expectSaid();
  act(() => useSearch.getState().narrow({ place: 'a' }));
  await screen.findByText(t('skill.noneFiltered'));
  expectSaid();
  act(() => useSearch.getState().type('zzz'));
  act(() => useSearch.getState().answerLocal('zzz', []));
  act(() => useSearch.getState().rest());
  await waitFor(() => expect(document.querySelectorAll('[role=option]')).toHaveLength(0));
  expectSaid();
});

it('says by messages which skills are at hand, and what was quoted', async () => {
  await pinSkill(world.database, skills[0] ?? foundSkill(), true, new Date());
  await addAlignment(
    world.database,
    newAlignment({ resource: { ...resource, address: 'https://lessons.example/before' } }),
    new Date(),
  );
  const user = open();
  await user.click(await screen.findByRole('combobox'));
  await screen.findByText(t('skill.group.pinned'));
  act(() => useDraft.getState().quote(evidence()));
  await screen.findByText(t('menu.quoted'));
  await screen.findByText(t('alignment.sameAsLast', { count: 1 }));
  expectSaid();
});

it('says by messages that a draft is left, of one skill or of several', async () => {
  const user = open();
  act(() => useDraft.getState().begin(foundSkill()));
  act(() => useDraft.getState().choose({ note: 'Task 3' }));
  await user.click(await screen.findByRole('button', { name: t('alignment.back') }));
  await screen.findByText(t('alignment.continue'));
  expectSaid();
  act(() => useDraft.getState().beginSeveral(skills.map((skill) => ({ skill }))));
  await screen.findByText(t('alignment.save', { count: 2 }));
  expectSaid();
});

it('says by messages what can be browsed beside the page, and that it changed', async () => {
  const user = open('panel');
  await user.click(await screen.findByRole('radio', { name: t('panel.browse') }));
  await screen.findByText(t('panel.addFramework'));
  for (const change of [{}, { readAgain: () => {} }, { readAgain: () => {}, isElsewhere: true }]) {
    act(() => usePage.getState().outdate(change));
    expectSaid();
  }
  const { source: _, ...skill } = foundSkill();
  await openSkillIndex(world.database).add([skill], { framework: 'starter' });
  await world.database.frameworks.put(keptFramework({ name: 'Mine' }));
  await screen.findByText(t('panel.framework'));
  expectSaid();
});
