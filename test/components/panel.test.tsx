// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tellLetIn } from '../../components/resource/let-in.ts';
import { openActiveTab } from '../../components/resource/open-active-tab.ts';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { useBrowsing } from '../../lib/state/browsing.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { useSearch } from '../../lib/state/search.ts';
import { useView } from '../../lib/state/view.ts';
import type { Tab } from '../messaging/extension.ts';
import { keptFramework } from '../support/frameworks.ts';
import { foundSkill } from '../support/samples.ts';
import { held } from './held.ts';
import type { Requested } from './requested.ts';
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

const graph = 'https://lessons.example/graph';
const table = 'https://lessons.example/table';
const readingOf = (address: string): TabReading => ({
  resource: { address, fields: { title: [{ value: `About ${new URL(address).pathname.slice(1)}`, by: 'meta' }] } },
  declared: [],
  sources: [],
  warnings: [],
});

let tabs: Map<number, Tab>;
let close = () => {};
beforeEach(async () => {
  localStorage.clear();
  tabs = new Map([
    [7, { id: 7, windowId: 1, url: graph }],
    [8, { id: 8, windowId: 1, url: table }],
    [9, { id: 9, windowId: 1 }],
  ]);
  const { browser } = world.extension;
  browser.tabs.get.mockImplementation(async (id) => tabs.get(id) ?? Promise.reject(new Error('no such tab')));
  browser.runtime.onMessage.listeners.clear();
  browser.runtime.onMessage.addListener((message, _sender, respond) => {
    const { name, request } = message as Requested & { request: { tab?: number } };
    const url = tabs.get(request.tab ?? -1)?.url;
    world.requested.push({ name, request });
    if (name === 'completeSkill') return respond({ ok: false, problem: { code: 'R310', message: '', advice: '' } });
    respond({ ok: true, value: name === 'readTab' && url ? readingOf(url) : null });
    return true;
  });
  close = openActiveTab({ follows: true });
  await waitFor(() => expect(page().resource?.address).toBe(graph));
});
afterEach(() => close());

const page = usePage.getState;
const goTo = (tabId: number, windowId = 1) =>
  act(async () => {
    world.extension.browser.tabs.onActivated.tell({ tabId, windowId });
  });
const begin = () => {
  useDraft.getState().begin(foundSkill());
  useDraft.getState().choose({ note: 'Exercise 2' });
};

it('goes along with the tab in front of its window at once, where nothing is in hand', async () => {
  await goTo(8);
  await waitFor(() => expect(page().resource?.address).toBe(table));
  await goTo(7, 2);
  expect(page().resource?.address).toBe(table);
  tabs.set(8, { id: 8, windowId: 1, url: graph });
  await act(async () => {
    world.extension.browser.tabs.onUpdated.tell(8, { status: 'loading', url: graph }, { id: 8 });
  });
  await waitFor(() => expect(page().resource?.address).toBe(graph));
});

it.each([
  ['a form', begin],
  ['a search', () => useSearch.getState().type('slo')],
  ['an export', () => useView.getState().show('export')],
])('never swaps %s: it says so, and goes along when asked', async (_what, take) => {
  show(<PageSurface place="panel" />);
  act(take);
  await goTo(8);
  await waitFor(() =>
    expect(screen.getByText(/You are on another page now/).textContent).toBe(
      'This is about About graph. You are on another page now.',
    ),
  );
  expect(page().resource?.address).toBe(graph);
  await userEvent.click(screen.getByRole('button', { name: 'Show it' }));
  await waitFor(() => expect(page().resource?.address).toBe(table));
  expect(screen.queryByRole('button', { name: 'Show it' })).toBeNull();
  expect(useDraft.getState().draft).toBeUndefined();
  expect(useSearch.getState().text).toBe('');
});

it('says nothing any more when the person comes back to the page that it is about', async () => {
  act(begin);
  await goTo(8);
  await waitFor(() => expect(page().change?.isElsewhere).toBe(true));
  await goTo(7);
  await waitFor(() => expect(page().change).toBeUndefined());
  expect(useDraft.getState().draft?.choice.note).toBe('Exercise 2');
});

it('keeps the drafts of two tabs apart, and each for its tab', async () => {
  act(begin);
  await goTo(8);
  await act(async () => page().change?.readAgain?.());
  await waitFor(() => expect(page().resource?.address).toBe(table));
  act(() => useDraft.getState().begin(foundSkill()));
  act(() => useDraft.getState().choose({ note: 'Exercise 3' }));
  await goTo(7);
  await act(async () => page().change?.readAgain?.());
  await waitFor(() => expect(useDraft.getState().draft?.choice.note).toBe('Exercise 2'));
  await goTo(8);
  await act(async () => page().change?.readAgain?.());
  await waitFor(() => expect(useDraft.getState().draft?.choice.note).toBe('Exercise 3'));
});

it('offers to read a page again that changed under the same address', async () => {
  await act(async () => {
    world.extension.browser.tabs.onUpdated.tell(7, { status: 'loading' }, { id: 7 });
    world.extension.browser.tabs.onUpdated.tell(7, { status: 'complete' }, { id: 7 });
  });
  await waitFor(() => expect(page().change?.readAgain).toBeDefined());
  expect(page().change?.isElsewhere).toBeUndefined();
});

it('says of a page that it was not let into what to do, and reads it once the popup was there', async () => {
  const { container } = show(<PageSurface place="panel" />);
  await goTo(9);
  await screen.findByRole('heading', { name: 'Plumbline cannot see this page.' });
  expect(container.textContent).toMatch(/Click Plumbline’s button in the toolbar/);
  expect(world.requested.filter(({ name }) => name === 'readTab')).toHaveLength(1);
  await expectAccessible(container);
  tabs.set(9, { id: 9, windowId: 1, url: table });
  tellLetIn(9);
  await waitFor(() => expect(page().resource?.address).toBe(table));
});

it('keeps what is typed of a page that it cannot see, whatever comes to the front', async () => {
  show(<PageSurface place="panel" />);
  await goTo(9);
  await userEvent.type(await screen.findByRole('textbox', { name: 'Title' }), 'My page');
  await goTo(8);
  await waitFor(() => expect(page().change?.isElsewhere).toBe(true));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('My page');
});

it('hears nothing more once it is let go of', () => {
  close();
  const { onActivated, onUpdated } = world.extension.browser.tabs;
  expect(onActivated.listeners.size + onUpdated.listeners.size).toBe(0);
});

it('opens from the popup by a click of its button, and from no button of its own', async () => {
  const open = vi.fn(async () => {});
  Object.assign(world.extension.browser, { sidePanel: { open } });
  const shut = vi.spyOn(window, 'close').mockImplementation(() => {});
  const { rerender } = show(<PageSurface />);
  await userEvent.click(screen.getByRole('button', { name: 'Open beside the page' }));
  expect(open).toHaveBeenCalledExactlyOnceWith({ windowId: 1 });
  await waitFor(() => expect(shut).toHaveBeenCalled());
  rerender(<PageSurface place="panel" />);
  expect(screen.queryByRole('button', { name: 'Open beside the page' })).toBeNull();
});

it('has the tree of a framework beside the search, and aligns the page to what is chosen in it', async () => {
  // jsdom lays nothing out, and a list that draws what is in view needs a height.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
  const [top, slope] = [
    'urn:uuid:0a4f5c1e-0000-4000-8000-000000000001',
    'urn:uuid:0a4f5c1e-0000-4000-8000-000000000002',
  ];
  const skill = {
    uri: slope,
    name: 'Slope',
    statement: 'Read a slope',
    type: 'Skill',
    keywords: ['graph'],
    parent: top,
  };
  const { frameworks, branches } = world.database;
  await frameworks.bulkPut([keptFramework(), keptFramework({ id: 'off', name: 'Switched off', enabled: false })]);
  await branches.bulkPut([
    {
      framework: 'starter',
      node: '',
      children: [{ uri: top, name: 'Lines', statement: '', type: 'Skill', children: 1 }],
    },
    { framework: 'starter', node: top, children: [{ ...skill, children: 0 }] },
  ]);
  await openSkillIndex(world.database).add([skill], { framework: 'starter' });
  Element.prototype.scrollIntoView ??= () => {};
  const { container } = show(<PageSurface place="panel" />);
  await userEvent.click(screen.getByRole('radio', { name: 'Browse' }));
  expect(await screen.findByRole('combobox', { name: 'Framework' })).toHaveProperty('length', 1);
  expect(screen.queryByRole('combobox', { name: 'Find a skill to align' })).toBeNull();
  await userEvent.type(screen.getByRole('searchbox'), 'slope');
  await userEvent.click(await screen.findByRole('button', { name: /Slope/ }));
  await screen.findByRole('row', { name: 'Slope' });
  await expectAccessible(container);
  await userEvent.click(await screen.findByRole('button', { name: 'Align this skill' }));
  await waitFor(() =>
    expect(useDraft.getState().draft?.skill).toMatchObject({ ...skill, source: { registry: 'starter' } }),
  );
  act(() => useDraft.getState().discard());
  useBrowsing.setState(useBrowsing.getInitialState(), true);
});
