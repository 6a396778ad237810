// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openActiveTab } from '../../components/resource/open-active-tab.ts';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { WorkStrip } from '../../components/worklist/WorkStrip.tsx';
import type { AlignPages, PagesAligned } from '../../lib/domain/align-pages.ts';
import { P105 } from '../../lib/domain/problems.ts';
import { workItemId } from '../../lib/domain/work-list.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { useWork } from '../../lib/state/work.ts';
import { alignPages } from '../../lib/store/align-pages.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { addWork, changeWork } from '../../lib/store/work-lists.ts';
import type { Tab } from '../messaging/extension.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
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

const now = () => new Date('2026-03-01T10:00:00Z');
const page = (name: number | string) => ({ address: `https://lessons.example/${name}`, title: `Page ${name}` });

let tab: Tab;
/** Whether the browser lets us see and read the tab. */
let isLetIn: boolean;
let close = () => {};
let list: string;
/** What the background says to parts of a long act, where a test says so. */
let answerParts: (() => Promise<PagesAligned>) | undefined;

/** The background as it would answer, over the database of the test. */
async function answer({ name, request }: Requested): Promise<unknown> {
  const { database } = world;
  const acts: Record<string, () => Promise<unknown>> = {
    changeWork: () => changeWork(database, request as never, now()),
    alignPages: () => answerParts?.() ?? alignPages(database, request as never, now(), 'panel'),
    takeBack: () => takeBack(database, (request as { undo: string }).undo, now()),
    readTab: async () =>
      isLetIn
        ? {
            resource: { address: tab.url, fields: { title: [{ value: 'As read', by: 'meta' }] } },
            declared: [],
            sources: [],
            warnings: [],
          }
        : { declared: [], sources: [], warnings: [], problem: P105 },
  };
  return { ok: true, value: (await acts[name]?.()) ?? null };
}

beforeEach(async () => {
  localStorage.clear();
  isLetIn = true;
  answerParts = undefined;
  tab = { id: 7, windowId: 1, url: page('graph').address };
  const { browser } = world.extension;
  const seen = () => ({ ...tab, ...(!isLetIn && { url: undefined }) }) as Tab;
  browser.tabs.get.mockImplementation(async () => seen());
  browser.tabs.query = vi.fn(async () => [seen()]) as never;
  Object.assign(browser.tabs, {
    update: vi.fn(async (_id: number, { url }: { url: string }) => {
      tab = { ...tab, url };
      const told = isLetIn ? { url } : {};
      browser.tabs.onUpdated.tell(7, { status: 'loading', ...told }, seen());
      browser.tabs.onUpdated.tell(7, { status: 'complete' }, seen());
    }),
  });
  browser.runtime.onMessage.listeners.clear();
  browser.runtime.onMessage.addListener((message, _sender, respond) => {
    world.requested.push(message as Requested);
    void answer(message as Requested).then(respond);
    return true;
  });
  const pages = ['graph', 1, 2].map(page);
  ({ list } = await addWork(world.database, { list: { name: 'Autumn' }, from: 'typed', pages }, now()));
});
afterEach(() => {
  close();
  useWork.setState({ list: undefined, sent: undefined, unread: false });
});

async function open() {
  close = openActiveTab({ follows: true });
  const user = userEvent.setup();
  const { container } = show(
    <div>
      <WorkStrip />
      <PageSurface place="panel" />
    </div>,
  );
  await waitFor(() => expect(usePage.getState().resource).toBeDefined());
  return { user, container, strip: within(await screen.findByRole('region', { name: 'Work list' })) };
}
const stateOf = async (name: number | string) =>
  (await world.database.workItems.get(workItemId(list, page(name).address)))?.state;

describe('the work list beside the page', () => {
  it('is chosen there, says where in it the page is, and goes on by click and by key', async () => {
    const { user, container, strip } = await open();
    await user.selectOptions(strip.getByRole('combobox', { name: 'Work list' }), 'Autumn');
    await screen.findByText('Page 1 of 3');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Done, next' }));
    await screen.findByText('Page 2 of 3');
    expect(await stateOf('graph')).toBe('done');
    await user.keyboard('s');
    await screen.findByText('Page 3 of 3');
    expect(await stateOf(1)).toBe('skipped');
    await user.keyboard('k');
    await screen.findByText('Page 2 of 3');
    // Nothing is done twice by going back.
    expect(await stateOf(1)).toBe('skipped');
    await user.keyboard('j');
    await screen.findByText('Page 3 of 3');
    await user.keyboard('d');
    await screen.findByText('2 of 3 done, 1 skipped');
    expect((await screen.findAllByText('Nothing is left.')).length).toBeGreaterThan(0);
    await expectAccessible(container);
  });

  it('takes no letter for a key that is typed elsewhere', async () => {
    useWork.setState({ list });
    const { user } = await open();
    await user.type(await screen.findByRole('combobox', { name: /Find a skill/ }), 'sd');
    expect(await stateOf('graph')).toBe('open');
  });

  it('never swaps a form for the next page', async () => {
    useWork.setState({ list });
    const { user } = await open();
    act(() => useDraft.getState().begin(foundSkill()));
    await user.click(await screen.findByRole('button', { name: 'Skip' }));
    await screen.findByText(/You are on another page now/);
    expect(usePage.getState().resource?.address).toBe(page('graph').address);
    expect(useDraft.getState().draft).toBeDefined();
  });

  it('goes by what the list says where the browser lets nobody read the page, and asks for its sites', async () => {
    useWork.setState({ list });
    const { user, strip } = await open();
    const { permissions } = world.extension.browser;
    isLetIn = false;
    await user.click(await strip.findByRole('button', { name: 'Done, next' }));
    await screen.findByRole('heading', { name: 'Page 1' });
    expect(usePage.getState().resource?.address).toBe(page(1).address);
    expect(strip.getByText(/did not let Plumbline read this page/)).toBeTruthy();
    permissions.request.mockImplementation(async () => {
      isLetIn = true;
      return true;
    });
    await user.click(strip.getByRole('button', { name: 'Let Plumbline read these pages' }));
    expect(permissions.request).toHaveBeenCalledWith({ origins: ['https://lessons.example/*'] });
    await screen.findByRole('heading', { name: 'As read' });
  });

  it('knows a page by the list no longer once its tab went on by itself', async () => {
    useWork.setState({ list });
    const { user } = await open();
    isLetIn = false;
    await user.click(await screen.findByRole('button', { name: 'Done, next' }));
    await screen.findByRole('heading', { name: 'Page 1' });
    await act(async () => {
      world.extension.browser.tabs.onUpdated.tell(7, { status: 'loading' }, { id: 7 });
    });
    await screen.findByRole('heading', { name: 'Plumbline cannot see this page.' });
  });

  it('has all pages with what became of each, to go to any of them', async () => {
    useWork.setState({ list });
    const { user, container } = await open();
    await user.click(await screen.findByText('Pages of the list, 3 left'));
    await user.click(await screen.findByRole('button', { name: 'Page 2' }));
    await screen.findByText('Page 3 of 3');
    await expectAccessible(container);
  });
});

describe('a set of skills on many pages', () => {
  const begin = async () => {
    await addAlignment(world.database, newAlignment(), now());
    useWork.setState({ list });
    const { user, container } = await open();
    await user.click(await screen.findByRole('button', { name: 'Put this skill on many pages' }));
    await screen.findByRole('heading', { level: 1, name: 'Put skills on many pages' });
    return { user, container };
  };

  it('says what would be new, aligns all in one act, and nothing is left of the list', async () => {
    await alignPages(
      world.database,
      { pages: [page(1)], skills: [{ skill: newAlignment().skill, relation: 'teaches', fit: 'exact' }] },
      now(),
    );
    await changeWork(world.database, { items: [workItemId(list, page(1).address)], act: { state: 'open' } }, now());
    const { user, container } = await begin();
    await user.click(await screen.findByRole('checkbox', { name: 'All of them' }));
    await screen.findByText('1 new alignment; 1 stands already and stays as it is');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Align 2 pages' }));
    await screen.findByRole('button', { name: 'Undo' });
    expect(await world.database.alignments.count()).toBe(3);
    expect((await screen.findAllByText('Nothing is left.')).length).toBeGreaterThan(0);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await stateOf(2)).toBe('open'));
    expect(await world.database.alignments.count()).toBe(2);
  });

  it('takes pages of the library and open tabs, each under a relation of its own choice', async () => {
    await alignPages(
      world.database,
      {
        pages: [page('other')],
        skills: [{ skill: foundSkill({ uri: 'https://skills.example/9' }), relation: 'teaches', fit: 'exact' }],
      },
      now(),
    );
    const { user } = await begin();
    await user.selectOptions(await screen.findByRole('combobox', { name: /On which pages/ }), 'Pages of the library');
    await user.type(screen.getByRole('searchbox'), 'other');
    await user.click(await screen.findByRole('checkbox', { name: 'Page other' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Relation to Slope' }), 'assesses');
    await user.click(await screen.findByRole('button', { name: 'Align 1 page' }));
    await waitFor(async () => expect(await world.database.alignments.count()).toBe(3));
    const made = await world.database.alignments.where('resource').equals(page('other').address).toArray();
    expect(made.map(({ relation }) => relation).sort()).toEqual(['assesses', 'teaches']);
  });

  it('ends between two parts and keeps what is done, as one act', async () => {
    const pages = Array.from({ length: 2500 }, (_, number) => page(`many/${number}`));
    ({ list } = await addWork(world.database, { list: { name: 'Long' }, from: 'typed', pages }, now()));
    let through = (_done: PagesAligned) => {};
    answerParts = () =>
      new Promise((resolve) => {
        through = resolve;
      });
    const { user, container } = await begin();
    await user.click(await screen.findByRole('checkbox', { name: 'All of them' }));
    await user.click(await screen.findByRole('button', { name: 'Align 2,500 pages' }));
    const parts = () =>
      world.requested.filter(({ name }) => name === 'alignPages').map(({ request }) => request as AlignPages);
    await waitFor(() => expect(parts()).toHaveLength(1));
    const undo = crypto.randomUUID();
    through({ undo, created: 1000, left: 0 });
    await waitFor(() => expect(parts()).toHaveLength(2));
    await screen.findByText('1,000 of 2,500 pages');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    through({ undo, created: 990, left: 10 });
    await screen.findByRole('button', { name: 'Undo' });
    expect(parts().map(({ pages, undo: of }) => [pages.length, of])).toEqual([
      [1000, undefined],
      [1000, undo],
    ]);
    expect(container.textContent).toMatch(/1,990/);
  });
});

it('leaves no word of its own outside the messages', async () => {
  await addAlignment(world.database, newAlignment(), now());
  useWork.setState({ list });
  speakPseudo();
  const { container } = show(
    <div>
      <WorkStrip />
    </div>,
  );
  await waitFor(() => expect(container.querySelector('.work-head')).toBeTruthy());
  container.querySelector('details')?.setAttribute('open', '');
  await waitFor(() => expect(container.querySelector('.work-items li')).toBeTruthy());
  expect(unsaid(container)).toEqual([]);
  expect(unsaidNames(container, ['Autumn'])).toEqual([]);
});
