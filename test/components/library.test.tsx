// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import { deliveryOf, idOf, keptAs, lineOf, removedAs } from '../support/library-rows.ts';
import { registryId } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, registry, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const other = 'c0ffee00-0000-4000-8000-000000000001';
const refused = { code: 'R400', message: 'Practice refused it.', advice: 'Look at what is sent.' };
const keyRefused = { code: 'R401', message: 'Harbour does not accept the key.', advice: 'Enter a new key.' };

beforeEach(() => {
  location.hash = '';
});

/** Opens the library at a tab. */
function open(tab = '') {
  location.hash = tab;
  return { ...show(<LibraryPage />), user: userEvent.setup() };
}

const rows = async (name: string) =>
  within(await screen.findByRole('region', { name }))
    .getAllByRole('row')
    .slice(1);
const spoken = () => screen.getByRole('status').textContent;
const asked = (name: string) => world.requested.filter((one) => one.name === name).map(({ request }) => request);

/** Copies to a clipboard that can be read here. */
function clipboard(): string[] {
  const copied: string[] = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: { writeText: async (text: string) => void copied.push(text) },
  });
  return copied;
}

describe('the library', () => {
  it('opens at its first tab, says which in the address, and follows a link to another', async () => {
    const { container } = open();
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Library');
    expect(screen.getByRole('link', { name: 'Library' }).getAttribute('aria-current')).toBe('page');
    await expectAccessible(container);
    act(() => {
      location.hash = 'trash';
      window.dispatchEvent(new HashChangeEvent('hashchange'));
    });
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Trash');
    expect(screen.getByRole('link', { name: /^Trash/ }).getAttribute('aria-current')).toBe('page');
    expect(document.title).toBe('Trash · Plumbline');
  });

  it.each(['#nothing', '#__proto__', '#constructor', '#%E0%A4%A'])('shows its first tab at %s', async (hash) => {
    open(hash);
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Library');
  });

  it.each([
    ['library', 'Nothing is aligned yet'],
    ['library?relation=teaches', 'No alignment passes these filters'],
    ['outbox', 'Nothing waits'],
    ['trash', 'Nothing was removed'],
    ['history', 'Nothing happened yet'],
  ])('says that there is nothing in the %s', async (tab, words) => {
    const { container } = open(tab);
    expect((await screen.findByRole('heading', { level: 2 })).textContent).toBe(words);
    await expectAccessible(container);
  });
});

describe('the outbox', () => {
  beforeEach(async () => {
    await world.database.registries.bulkAdd([registry(), registry({ id: other, name: 'Harbour' })]);
    await world.database.alignments.bulkAdd([keptAs(1), keptAs(2), keptAs(3)]);
    await world.database.outbox.bulkAdd([
      deliveryOf(1, { state: 'failed', attempts: 8, problem: refused, uri: 'https://cass.example/api/one?key=secret' }),
      deliveryOf(2, { state: 'paused', registry: other, attempts: 1, problem: keyRefused }),
      deliveryOf(3, { state: 'queued', nextTry: Date.now() + 3 * 60_000 }),
      deliveryOf(4, { state: 'delivered', receipt: { revision: 1, at: '2026-03-01T10:00:00.000Z' } }),
    ]);
  });

  it('says of each delivery what goes where, how far it is, why, and when it is tried again', async () => {
    const { container } = open('outbox');
    const [failed, paused, queued] = (await rows('Deliveries')).map(({ textContent }) => textContent);
    expect(failed).toMatch(/teaches S\.1.*Practice.*Not published.*R400 Practice refused it\..*8.*on retry/);
    expect(paused).toMatch(/S\.2.*Harbour.*Paused.*R401/);
    expect(queued).toMatch(/S\.3.*Practice.*Queued.*in [23] minutes/);
    expect(screen.getByRole('link', { name: /^Outbox/ }).textContent).toContain('3, 1 failed');
    expect(screen.getByText('3 deliveries are not done yet.')).toBeDefined();
    await expectAccessible(container);
  });

  it('shows what is chosen by state and by registry, each with its count', async () => {
    const { user } = open('outbox');
    const published = await screen.findByRole('radio', { name: 'Published 1' });
    expect(screen.getByRole('radio', { name: 'Not done yet 3' })).toHaveProperty('checked', true);
    await user.click(published);
    await waitFor(async () => expect(await rows('Deliveries')).toHaveLength(1));
    expect((await rows('Deliveries'))[0]?.textContent).toContain('an alignment that is no longer kept');
    await user.click(screen.getByRole('radio', { name: 'Harbour 0' }));
    expect(await screen.findByText('No delivery is in this state here.')).toBeDefined();
    await user.click(screen.getByRole('radio', { name: 'Paused 1' }));
    expect((await rows('Deliveries'))[0]?.textContent).toContain('Harbour');
  });

  it.each([
    ['failed', 1],
    ['paused', 1],
    ['__proto__', 3],
  ])('begins with what its address asks for: %s', async (state, count) => {
    open(`outbox?state=${state}`);
    await waitFor(async () => expect(await rows('Deliveries')).toHaveLength(count));
  });

  it('retries one, all of a registry, or all, and says so', async () => {
    const { user } = open('outbox');
    await user.click(await screen.findByRole('button', { name: /^Retry teaches S\.1 .* for Practice$/ }));
    await waitFor(() => expect(spoken()).toBe('It is tried again now.'));
    await user.click(screen.getByRole('button', { name: 'Retry 2' }));
    await waitFor(() => expect(spoken()).toBe('2 are tried again.'));
    await user.click(screen.getByRole('radio', { name: /^Practice/ }));
    await user.click(await screen.findByRole('button', { name: 'Retry 1' }));
    await waitFor(() => expect(spoken()).toBe('1 is tried again.'));
    expect(asked('retry')).toEqual([{ entry: `${registryId}:${idOf(1)}` }, { all: true }, { registry: registryId }]);
  });

  it('says which registry is paused, why, and where to mend that', async () => {
    const { user } = open('outbox');
    const notice = (await screen.findByText('Harbour is paused: 1 delivery waits')).closest('.notice');
    expect(notice?.textContent).toMatch(/does not accept the key\. Enter a new key\. R401/);
    const link = within(notice as HTMLElement).getByRole('link', { name: 'Look at it in the options' });
    expect(link.getAttribute('href')).toBe('/options.html#registries');
    await user.click(within(notice as HTMLElement).getByRole('button', { name: 'Try again now' }));
    expect(asked('retry')).toEqual([{ registry: other }]);
    expect(screen.queryByText(/^Practice is paused/)).toBeNull();
  });

  it('drops a delivery only after it said what that means, and puts the keyboard where it can go on', async () => {
    const { user, container } = open('outbox');
    await user.click(await screen.findByRole('button', { name: /^More for teaches S\.1/ }));
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Drop' }));
    expect(asked('dropDelivery')).toEqual([]);
    expect(screen.getByText(/^It is not sent to Practice any more\. If a try got through, it stays/)).toBeDefined();
    expect(document.activeElement?.textContent).toBe('Drop it');
    await user.click(screen.getByRole('button', { name: 'Keep it' }));
    await user.click(screen.getByRole('button', { name: 'Drop' }));
    await user.click(screen.getByRole('button', { name: 'Drop it' }));
    await waitFor(() => expect(asked('dropDelivery')).toEqual([{ entry: `${registryId}:${idOf(1)}` }]));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Outbox'));
    expect(spoken()).toBe('Dropped. It is not sent any more.');
  });

  it('copies the details of a delivery without anything secret', async () => {
    const { user } = open('outbox');
    const copied = clipboard();
    await user.click(await screen.findByRole('button', { name: /^More for teaches S\.1/ }));
    await user.click(screen.getByRole('button', { name: 'Copy details' }));
    expect(copied[0]).toContain('Registry: Practice (cass, https://cass.example)');
    expect(copied[0]).toContain('Reason: R400 Practice refused it.');
    expect(copied[0]).toContain('Object: https://cass.example/api/one\n');
    expect(copied[0]).not.toContain('secret');
    expect(spoken()).toBe('Copied the details. No key is in them.');
  });

  it('shows what would be sent, and has nothing to show of what is taken back', async () => {
    await world.database.outbox.add(deliveryOf(5, { action: 'withdraw', state: 'failed', problem: refused }));
    world.answers.set('previewDelivery', {
      ok: true,
      value: { method: 'POST', address: 'https://cass.example/api/data', headers: [], body: '{"name":"Slope"}' },
    });
    const { user } = open('outbox');
    await user.click(await screen.findByRole('button', { name: /^More for teaches S\.1/ }));
    await user.click(screen.getByRole('button', { name: 'See what is sent' }));
    expect(await screen.findByText(/POST https:\/\/cass\.example\/api\/data/)).toBeDefined();
    expect(asked('previewDelivery')).toEqual([{ alignment: idOf(1), registry: registryId }]);
    await user.click(screen.getByRole('button', { name: /^Less for teaches S\.1/ }));
    await user.click(screen.getByRole('button', { name: /^More for a delivery for Practice/ }));
    expect(screen.queryByRole('button', { name: 'See what is sent' })).toBeNull();
    expect(screen.getByText('Not withdrawn')).toBeDefined();
  });

  it('tells what the background answers instead of doing it', async () => {
    world.answers.set('retry', { ok: false, problem: { code: 'S201', message: 'Full.', advice: 'Free some.' } });
    const { user } = open('outbox');
    await user.click(await screen.findByRole('button', { name: /^Retry teaches S\.1/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('S201');
  });

  it('shows fifty of many, and more when asked, with the keyboard left in its place', async () => {
    await world.database.outbox.bulkAdd(
      Array.from({ length: 60 }, (_, index) => deliveryOf(100 + index, { state: 'queued' })),
    );
    const { user } = open('outbox');
    await waitFor(async () => expect(await rows('Deliveries')).toHaveLength(50));
    expect(screen.getByText('50 of 63')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Show 50 more' }));
    await waitFor(async () => expect(await rows('Deliveries')).toHaveLength(63));
    expect(screen.queryByRole('button', { name: 'Show 50 more' })).toBeNull();
    expect(document.activeElement?.textContent).toBe('63 of 63');
  });
});

describe('the trash', () => {
  beforeEach(() =>
    world.database.trash.bulkAdd([
      removedAs(1, 0, { who: 'Marta Osei', from: 'popup' }),
      removedAs(2, 5),
      removedAs(3, 9, { from: 'file' }),
    ]),
  );

  it('shows what was removed last first, with who did it from where', async () => {
    const { container } = open('trash');
    const words = (await rows('Removed alignments')).map(({ textContent }) => textContent);
    expect(words.map((text) => /S\.\d/.exec(text ?? '')?.[0])).toEqual(['S.3', 'S.2', 'S.1']);
    expect(words[0]).toContain('from a file');
    expect(words[2]).toContain('Marta Osei, in the popup');
    expect(screen.getByRole('link', { name: /^Trash/ }).textContent).toContain('3');
    await expectAccessible(container);
  });

  it('restores one, and says what becomes of what was published', async () => {
    world.answers.set('restoreAlignments', { ok: true, value: { restored: 1, left: 0 } });
    const { user } = open('trash');
    await user.click(await screen.findByRole('button', { name: 'Restore teaches S.2' }));
    await waitFor(() => expect(spoken()).toBe('Restored 1. Where it was published, it is sent again.'));
    expect(asked('restoreAlignments')).toEqual([{ alignments: [idOf(2)] }]);
    expect(document.activeElement?.textContent).toBe('Trash');
  });

  it('restores what is picked, and counts what could not come back', async () => {
    world.answers.set('restoreAlignments', { ok: true, value: { restored: 1, left: 1 } });
    const { user, container } = open('trash');
    await user.click(await screen.findByRole('checkbox', { name: 'Pick teaches S.1' }));
    const all = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Pick all shown' });
    expect(all.indeterminate).toBe(true);
    await user.click(screen.getByRole('checkbox', { name: 'Pick teaches S.3' }));
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Restore 2' }));
    await waitFor(() => expect(spoken()).toMatch(/^Restored 1\..* 1 left as it is: said anew by now/));
    expect(asked('restoreAlignments')).toEqual([{ alignments: [idOf(3), idOf(1)] }]);
  });

  it('forgets that something is picked that went away meanwhile', async () => {
    const { user } = open('trash');
    await user.click(await screen.findByRole('checkbox', { name: 'Pick all shown' }));
    expect(screen.getByText('3 picked')).toBeDefined();
    await world.database.trash.delete(idOf(2));
    await screen.findByText('2 picked');
    await user.click(screen.getByRole('button', { name: 'None' }));
    expect(screen.queryByText(/picked$/)).toBeNull();
  });

  it('deletes one for good only after it was asked and explained', async () => {
    world.answers.set('emptyTrash', { ok: true, value: { erased: 1 } });
    const { user } = open('trash');
    await user.click(await screen.findByRole('button', { name: 'More for teaches S.1' }));
    await user.click(screen.getByRole('button', { name: 'Delete for good' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete 1 alignment for good?' }));
    await expectAccessible(document.body);
    await user.click(dialog.getByRole('button', { name: 'Keep' }));
    expect(asked('emptyTrash')).toEqual([]);
    await user.click(screen.getByRole('button', { name: 'Delete for good' }));
    await user.click(within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Delete for good' }));
    await waitFor(() => expect(spoken()).toBe('Deleted 1 for good.'));
    expect(asked('emptyTrash')).toEqual([{ alignments: [idOf(1)] }]);
  });

  it('asks for the number before more than twenty are deleted for good', async () => {
    await world.database.trash.bulkAdd(Array.from({ length: 18 }, (_, index) => removedAs(10 + index, 20 + index)));
    world.answers.set('emptyTrash', { ok: true, value: { erased: 21 } });
    const { user } = open('trash');
    const before = new Date().toISOString();
    await user.click(await screen.findByRole('button', { name: 'Empty the trash' }));
    const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete 21 alignments for good?' }));
    const erase = dialog.getByRole<HTMLButtonElement>('button', { name: 'Delete for good' });
    expect(erase.disabled).toBe(true);
    await expectAccessible(document.body);
    await user.type(dialog.getByRole('textbox', { name: 'Type 21 to go on' }), '21');
    await user.click(erase);
    await waitFor(() => expect(spoken()).toBe('Deleted 21 for good.'));
    const [request] = asked('emptyTrash') as { until: string }[];
    expect((request?.until ?? '') >= before).toBe(true);
  });

  it('tells what happened to one of them', async () => {
    await world.database.history.bulkAdd([lineOf(1, { from: 'popup' }), lineOf(1, { what: 'removed' })]);
    const { user } = open('trash');
    await user.click(await screen.findByRole('button', { name: 'More for teaches S.1' }));
    await user.click(screen.getByText('History', { selector: 'summary' }));
    const lines = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent);
    expect(lines[0]).toMatch(/^Removed/);
    expect(lines[1]).toMatch(/^Made.*in the popup$/);
  });
});

describe('the history', () => {
  it('says who did what from where, and of a change what it said before and since', async () => {
    await world.database.alignments.add(keptAs(1));
    await world.database.history.bulkAdd([
      lineOf(1, { from: 'popup' }),
      lineOf(1, {
        what: 'changed',
        who: 'Marta Osei',
        from: 'library',
        before: { relation: 'teaches', fit: 'exact', note: 'Task 3' },
        after: { relation: 'teaches', fit: 'major' },
      }),
      lineOf(2, { what: 'withdrawn', from: 'outbox', registry: 'Practice', who: 'Marta Osei' }),
    ]);
    const { container } = open('history');
    const [withdrawn, changed, made] = (await rows('Lines of the history')).map(({ textContent }) => textContent);
    expect(withdrawn).toMatch(/Withdrawn from Practice.*no longer kept.*lessons\.example.*by the outbox$/);
    expect(changed).toMatch(
      /ChangedFit exact now majorNote taken away: Task 3teaches S\.1.*Marta Osei, in the library$/,
    );
    expect(made).toMatch(/Made.*in the popup$/);
    await expectAccessible(container);
  });

  it('shows fifty of many, and more when asked', async () => {
    await world.database.history.bulkAdd(Array.from({ length: 60 }, (_, index) => lineOf(index)));
    const { user } = open('history');
    await waitFor(async () => expect(await rows('Lines of the history')).toHaveLength(50));
    await user.click(screen.getByRole('button', { name: 'Show 50 more' }));
    await waitFor(async () => expect(await rows('Lines of the history')).toHaveLength(60));
    expect(screen.getByText('60 shown')).toBeDefined();
  });
});
