// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import { mergePages } from '../../lib/store/merge-pages.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { keptAs } from '../support/library-rows.ts';
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

const asked = (name: string) => world.requested.filter((one) => one.name === name).map(({ request }) => request);
const addresses = [
  'http://lessons.example/graph',
  'https://lessons.example/graph/',
  'https://www.lessons.example/graph?utm_source=mail',
];
const now = new Date('2026-03-02T10:00:00Z');

beforeEach(async () => {
  location.hash = 'library';
  const rest = { fields: {}, modified: '2026-03-01T10:00:00.000Z', revision: 1 };
  await world.database.resources.bulkAdd(addresses.map((address) => ({ ...rest, address })));
  await world.database.alignments.bulkAdd(addresses.map((resource, number) => keptAs(number, { resource })));
});

describe('pages that were kept twice', () => {
  it('are reached from the library, compared, made one page, and taken apart again', async () => {
    const user = userEvent.setup();
    const { container } = show(<LibraryPage />);
    await user.click(await screen.findByRole('link', { name: '1 page may have been kept twice' }));
    const group = await screen.findByRole('region', { name: 'lessons.example/graph' });
    await waitFor(() => expect(within(group).getAllByRole('radio')).toHaveLength(3));
    await expectAccessible(container);
    expect(within(group).getByRole('radio', { checked: true }).closest('section')?.textContent).toContain(addresses[1]);
    expect(group.textContent).toMatch(/teaches.*S\.0/);
    const last = within(group).getByRole('region', { name: addresses[2] ?? '' });
    await user.click(within(last).getByRole('checkbox', { name: 'Is the same page' }));
    const first = within(group).getByRole('region', { name: addresses[0] ?? '' });
    await user.click(within(first).getByRole('radio', { name: 'This one stays' }));
    const merge = { into: addresses[0] ?? '', from: [addresses[1] ?? ''] };
    const done = await mergePages(world.database, merge, now);
    await takeBack(world.database, done.undo, now);
    world.answers.set('mergePages', { ok: true, value: { ...done, moved: 1, twins: 0 } });
    world.answers.set('takeBack', { ok: true, value: { restored: 2, left: 0 } });
    await user.click(await within(group).findByRole('button', { name: 'Make one page of 2 addresses' }));
    await screen.findAllByText('2 addresses are one page now: 1 alignment moved.');
    expect(asked('mergePages')).toEqual([merge]);
    expect(document.activeElement?.tagName).toBe('H1');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findAllByText('2 alignments are as before.');
    expect(asked('takeBack')).toEqual([{ undo: done.undo }]);
  });

  it('are gone from the list once they are one, and the list says so', async () => {
    location.hash = 'duplicates';
    show(<LibraryPage />);
    await screen.findByRole('button', { name: 'Make one page of 3 addresses' });
    await mergePages(world.database, { into: addresses[1] ?? '', from: addresses }, now);
    await screen.findByRole('heading', { name: 'No page was kept twice' });
    await expectAccessible(document.body);
  });
});
