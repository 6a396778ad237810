// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openAsked } from '../../components/resource/open-asked.ts';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { errandKey } from '../../lib/domain/errand.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { evidence, foundSkill } from '../support/samples.ts';
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

const address = 'https://lessons.example/graph';
const resource = { address, fields: { title: [{ value: 'Reading a graph', by: 'meta' as const }] } };
let letGo = () => {};
beforeEach(() => {
  localStorage.clear();
  world.answers.set('readTab', { ok: true, value: { resource, declared: [], sources: [], warnings: [] } });
});
afterEach(() => letGo());

/** Opens a surface as its address asks for it, until it shows what it is about. */
async function open(search = '') {
  letGo = openAsked(search);
  const shown = show(<PageSurface />);
  await screen.findByRole('heading', { level: 1 });
  return shown;
}

const leave = (errand: unknown, tab = 7) => world.extension.areas.session.set({ [errandKey(tab)]: errand });

describe('a passage quoted from the menu', () => {
  it('waits above the search for its skill, then is the evidence of the draft', async () => {
    await leave({ address, evidence: evidence() });
    const { container } = await open();
    await screen.findByText(evidence().quote.exact);
    await expectAccessible(container);
    act(() => useDraft.getState().begin(foundSkill()));
    expect(useDraft.getState()).toMatchObject({ draft: { choice: { evidence: evidence() } }, changed: true });
    expect(useDraft.getState().quoted).toBeUndefined();
    expect(world.extension.areas.session.kept.has(errandKey(7))).toBe(false);
  });

  it('becomes the evidence of the draft in hand', async () => {
    await open();
    act(() => useDraft.getState().begin(foundSkill()));
    await leave({ address, evidence: evidence() });
    await waitFor(() => expect(useDraft.getState().draft?.choice.evidence).toEqual(evidence()));
  });

  it('is there again after the surface was closed, until it is let go of', async () => {
    await leave({ address, evidence: evidence() });
    const first = await open();
    await screen.findByText(evidence().quote.exact);
    letGo();
    first.unmount();
    act(() => {
      useDraft.setState(useDraft.getInitialState(), true);
      usePage.setState(usePage.getInitialState(), true);
    });
    await open();
    await screen.findByText(evidence().quote.exact);
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(screen.queryByText(evidence().quote.exact)).toBeNull();
    await waitFor(() => expect(Object.keys(localStorage).filter((key) => key.includes(':quote:'))).toEqual([]));
  });

  it('is left for the page that it is of', async () => {
    await leave({ address: 'https://lessons.example/other', evidence: evidence() });
    await leave({ address, evidence: evidence() }, 8);
    await open();
    await leave({ address, evidence: { quote: 'no evidence' } });
    await new Promise((done) => setTimeout(done));
    expect(useDraft.getState().quoted).toBeUndefined();
    expect(world.extension.areas.session.kept.has(errandKey(8))).toBe(true);
  });

  it('that could not be read is said so', async () => {
    await leave({ address });
    await open();
    await screen.findByText(/could not be quoted/);
  });
});

describe('a surface that is asked for by its address', () => {
  it('is about a link, of which nothing is asked of anybody', async () => {
    const link = 'https://other.example/a';
    await open(`?${new URLSearchParams({ address: link, title: 'Slope and rise' })}`);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('This page is not open here.');
    expect(screen.getByLabelText<HTMLInputElement>('Title').value).toBe('Slope and rise');
    expect(screen.getByLabelText<HTMLInputElement>(/Address/).value).toBe(link);
    expect(world.requested.filter(({ name }) => name === 'readTab')).toEqual([]);
    expect(usePage.getState().tab).toBeUndefined();
  });

  it('is about a tab, by its number', async () => {
    await open('?tab=12');
    expect(world.requested.find(({ name }) => name === 'readTab')?.request).toMatchObject({ tab: 7 });
    expect(world.extension.browser.tabs.get).toHaveBeenCalledWith(12);
    expect(world.extension.browser.tabs.query).not.toHaveBeenCalledWith({ active: true, currentWindow: true });
  });

  it.each(['?address=javascript:alert(1)', '?tab=x', '?tab=-3'])(
    'stays with the tab in front where it says %s',
    async (search) => {
      await open(search);
      expect(world.extension.browser.tabs.query).toHaveBeenCalledWith({ active: true, currentWindow: true });
    },
  );
});
