// @vitest-environment jsdom
import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openBrowserDrafts } from '../../components/draft/browser-drafts.ts';
import { FramesRead } from '../../components/resource/FramesRead.tsx';
import { openActiveTab } from '../../components/resource/open-active-tab.ts';
import { PageChanged } from '../../components/resource/PageChanged.tsx';
import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { Draft, useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { useSearch } from '../../lib/state/search.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
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

const first = 'https://lessons.example/graph';
const second = 'https://lessons.example/table';
const readingOf = (address: string): TabReading => ({
  resource: { ...newAlignment().resource, address },
  declared: [],
  sources: [],
  warnings: [],
});

let close = () => {};
beforeEach(async () => {
  localStorage.clear();
  await opened();
});
afterEach(() => close());

async function opened() {
  close();
  world.answers.set('readTab', { ok: true, value: readingOf(first) });
  close = openActiveTab();
  await waitFor(() => expect(usePage.getState().reading).toBeDefined());
}

/** The tab shows something else: what the browser tells of it, and what it shows when asked. */
function update(url: string | undefined, ...changes: { status?: string; url?: string }[]) {
  world.extension.tab.url = url;
  for (const change of changes) world.extension.browser.tabs.onUpdated.tell(7, change, world.extension.tab);
  return act(async () => {});
}

const requests = () => world.requested.filter(({ name }) => name === 'readTab').length;

describe('the tab in hand', () => {
  it.each([
    ['goes on inside an application', second, [{ status: 'loading', url: second }, { status: 'complete' }]],
    ['goes on, as Firefox tells it', second, [{ status: 'complete' }]],
    ['is loaded anew', first, [{ status: 'loading' }, { status: 'complete' }]],
    ['is loaded anew, with its address', first, [{ status: 'loading', url: first }, { status: 'complete' }]],
  ])('offers to be read again when it %s', async (_what, url, changes) => {
    await update(url, ...changes);
    expect(usePage.getState().change?.readAgain).toBeDefined();
    expect(usePage.getState().resource?.address).toBe(first);
    expect(requests()).toBe(1);
  });

  it.each([
    ['jumps within the page', `${first}#2`, [{ status: 'loading', url: `${first}#2` }, { status: 'complete' }]],
    ['has another title', first, [{}]],
    ['was still loading when it was read', first, [{ status: 'complete' }]],
  ])('says nothing when it %s', async (_what, url, changes) => {
    await update(url, ...changes);
    expect(usePage.getState().change).toBeUndefined();
  });

  it('says nothing of other tabs', async () => {
    world.extension.browser.tabs.onUpdated.tell(8, { url: second }, { id: 8, url: second });
    await act(async () => {});
    expect(usePage.getState().change).toBeUndefined();
  });

  it('offers nothing to press where the browser lets us in no more', async () => {
    await update(undefined, { status: 'loading' }, { status: 'complete' });
    expect(usePage.getState().change).toEqual({});
    show(<PageChanged />);
    expect(screen.getByRole('status').textContent).toMatch(/This page changed.*click Plumbline’s button once more/);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('is read again by its button, with the draft of that page; the old one stays with its own', async () => {
    useDraft.getState().begin(foundSkill());
    useDraft.getState().choose({ note: 'Exercise 2' });
    useSearch.getState().type('grap');
    await update(second, { status: 'loading', url: second });
    const { container } = show(<PageChanged />);
    await expectAccessible(container);
    world.answers.set('readTab', { ok: true, value: readingOf(second) });
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(usePage.getState().resource?.address).toBe(second));
    expect(useDraft.getState().draft).toBeUndefined();
    expect(container.textContent).toBe('');
    expect(useSearch.getState().text).toBe('');
    const kept = async (address: string) => (await openBrowserDrafts().at(7, address)).take('align', Draft)?.value;
    expect((await kept(first))?.choice.note).toBe('Exercise 2');
    expect(await kept(second)).toBeUndefined();
    await update(first, { status: 'loading', url: first });
    world.answers.set('readTab', { ok: true, value: readingOf(first) });
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() =>
      expect(useDraft.getState()).toMatchObject({ restored: true, draft: { choice: { note: 'Exercise 2' } } }),
    );
    expect(useSearch.getState()).toMatchObject({ text: 'grap', restoredAt: expect.any(Number) });
  });

  it('keeps the draft in hand where the same page is read again', async () => {
    useDraft.getState().begin(foundSkill());
    useDraft.getState().choose({ note: 'Exercise 2' });
    await update(first, { status: 'loading' }, { status: 'complete' });
    show(<PageChanged />);
    await userEvent.click(screen.getByRole('button', { name: 'Read again' }));
    await waitFor(() => expect(usePage.getState().change).toBeUndefined());
    expect(requests()).toBe(2);
    expect(useDraft.getState().draft?.choice.note).toBe('Exercise 2');
  });

  it('is let go of: nothing is heard of it any more', async () => {
    close();
    await update(second, { url: second });
    expect(usePage.getState().change).toBeUndefined();
    expect(world.extension.browser.tabs.onUpdated.listeners.size).toBe(0);
  });
});

describe('the frames of a page', () => {
  it('are listed with what they speak, and counted where they were left out', async () => {
    const frames = [{ url: second, title: 'The lesson', sources: [{ syntax: 'json-ld' as const, items: 2 }] }];
    const { container } = show(<FramesRead reading={{ ...readingOf(first), frames, framesLeftOut: 2 }} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Frame “The lesson” JSON-LD',
      '2 frames were not read: from other sites, or not loaded.',
    ]);
    await expectAccessible(container);
  });

  it('are not spoken of where there are none', () => {
    expect(show(<FramesRead reading={readingOf(first)} />).container.textContent).toBe('');
  });
});
