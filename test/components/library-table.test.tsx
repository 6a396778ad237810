// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import { deliveryOf, idOf, keptAs, lineOf } from '../support/library-rows.ts';
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

beforeEach(() => {
  location.hash = '';
});

const files: { name: string; blob: Blob }[] = [];
beforeEach(() => {
  files.length = 0;
  let last: Blob | undefined;
  URL.createObjectURL = (blob) => {
    last = blob as Blob;
    return 'blob:1';
  };
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    if (last) files.push({ name: this.download, blob: last });
  });
});

const asked = (name: string) => world.requested.filter((one) => one.name === name).map(({ request }) => request);
const minute = (number: number) => new Date(Date.UTC(2026, 2, 1, 10, number)).toISOString();

/** The bytes of a file that was handed to the browser; jsdom's own has no way to ask for them. */
function bytesOf(blob: Blob | undefined): Promise<ArrayBuffer> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as ArrayBuffer);
    reader.readAsArrayBuffer(blob ?? new Blob());
  });
}

/** Opens the library's table. */
async function open(hash = 'library') {
  location.hash = hash;
  const user = userEvent.setup();
  const { container } = show(<LibraryPage />);
  const table = await screen.findByRole('grid');
  await waitFor(() => expect(table.querySelector('[aria-busy]')).toBeNull());
  return { user, container, table };
}

describe('the table of the library', () => {
  beforeEach(async () => {
    await world.database.registries.add(registry());
    await world.database.alignments.bulkAdd([
      keptAs(1, { modified: minute(1) }),
      keptAs(2, { modified: minute(2), relation: 'assesses' }),
      keptAs(3, { modified: minute(3), note: 'Only task 3' }),
    ]);
    await world.database.outbox.add(
      deliveryOf(3, { state: 'delivered', receipt: { revision: 1, at: minute(3) }, uri: 'urn:x-test:3' }),
    );
  });

  it('says of each alignment its page, relation, skill, fit and state, the latest changed first', async () => {
    const { container, table } = await open();
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map(({ textContent }) => /S\.\d/.exec(textContent ?? '')?.[0])).toEqual(['S.3', 'S.2', 'S.1']);
    expect(rows[0]?.textContent).toMatch(/lessons\.example.*teaches.*S\.3.*major.*Published/);
    expect(rows[1]?.textContent).toMatch(/assesses.*Here only/);
    expect(screen.getByText('3 alignments')).toBeDefined();
    await expectAccessible(container);
  });

  it('keeps the filter in the address, and finds words', async () => {
    const { user } = await open('library?state=here');
    expect(screen.getByText('2 alignments')).toBeDefined();
    await user.click(screen.getByRole('checkbox', { name: 'assesses 1' }));
    await screen.findByText('1 alignment');
    expect(location.hash).toBe('#library?state=here&relation=assesses');
    await user.type(screen.getByRole('searchbox'), 'nowhere');
    await user.click(await screen.findByRole('link', { name: 'Show all' }));
    await screen.findByText('3 alignments');
    expect(screen.getByRole('searchbox')).toHaveProperty('value', '');
    await user.type(screen.getByRole('searchbox'), 'task');
    await screen.findByText('1 alignment');
    expect(location.hash).toBe('#library?words=task');
  });

  it('says of each value what choosing it would show, and keeps that true while others write', async () => {
    const { user, container } = await open();
    const facet = (name: string) => within(screen.getByRole('group', { name }));
    const lines = (name: string) =>
      facet(name)
        .getAllByRole('checkbox')
        .map((box) => box.closest('label')?.textContent);
    await screen.findByRole('checkbox', { name: 'teaches 2' });
    expect(lines('State')).toEqual(['Published1', 'On its way0', 'Not published0', 'Here only2']);
    expect(lines('Relation')).toEqual(['teaches2', 'assesses1']);
    await user.click(facet('State').getByRole('checkbox', { name: 'Here only 2' }));
    await screen.findByText('2 alignments');
    expect(lines('Relation')).toEqual(['teaches1', 'assesses1']);
    expect(lines('State')[0]).toBe('Published1');
    await user.click(facet('State').getByRole('checkbox', { name: 'Published 1' }));
    await screen.findByText('3 alignments');
    await world.database.transaction('rw', [world.database.alignments, world.database.history], async () => {
      await world.database.alignments.add(keptAs(4, { relation: 'requires' }));
      await world.database.history.add(lineOf(4));
    });
    await screen.findByRole('checkbox', { name: 'requires 1' });
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Without the filter State: Here only' }));
    await screen.findByText('1 alignment');
    expect(location.hash).toBe('#library?state=published');
  });

  it('saves a filter under a name, opens it, renames it, and removes it with a way back', async () => {
    const { user, container } = await open('library?relation=assesses');
    world.answers.set('keepView', { ok: true, value: null });
    world.answers.set('removeView', { ok: true, value: null });
    await user.click(await screen.findByRole('button', { name: 'Save this view' }));
    await user.type(screen.getByRole('textbox', { name: 'Name of the view' }), 'To be tested{Enter}');
    await screen.findAllByText('View saved: To be tested');
    const [{ id }] = asked('keepView') as [{ id: string }];
    expect(asked('keepView')).toEqual([{ id, name: 'To be tested', filter: 'relation=assesses' }]);
    const modified = minute(1);
    await world.database.views.add({ id, name: 'To be tested', filter: 'relation=assesses', modified });
    const link = await screen.findByRole('link', { name: 'To be tested 1' });
    expect(link.getAttribute('aria-current')).toBe('true');
    expect(screen.queryByRole('button', { name: 'Save this view' })).toBeNull();
    await expectAccessible(container);
    await user.click(screen.getByRole('link', { name: 'Everything 3' }));
    await screen.findByText('3 alignments');
    await user.click(link);
    await screen.findByText('1 alignment');
    expect(location.hash).toBe('#library?relation=assesses');
    await user.click(screen.getByRole('button', { name: 'Rename the view To be tested' }));
    await user.type(screen.getByRole('textbox', { name: 'Name of the view' }), ' again{Enter}');
    await waitFor(() => expect(asked('keepView')).toHaveLength(2));
    await user.click(await screen.findByRole('button', { name: 'Remove the view To be tested' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(asked('keepView')).toHaveLength(3));
    expect(asked('removeView')).toEqual([{ id }]);
    expect(asked('keepView').at(-1)).toEqual({ id, name: 'To be tested', filter: 'relation=assesses' });
  });

  it('is gone through by keys, with the row at the cursor beside it', async () => {
    await world.database.history.bulkAdd([lineOf(3), lineOf(3, { what: 'changed', who: 'Ivo Brandt', from: 'popup' })]);
    const { user, container, table } = await open();
    const at = () => document.getElementById(table.getAttribute('aria-activedescendant') ?? '')?.textContent;
    table.focus();
    await user.keyboard('{ArrowDown}');
    expect(at()).toContain('S.3');
    const detail = screen.getByRole('complementary', { name: 'The alignment in the row' });
    await within(detail).findByText('Only task 3');
    await within(detail).findByText(/Ivo Brandt/);
    await expectAccessible(container);
    await user.keyboard('{End}{ArrowDown}');
    expect(at()).toContain('S.1');
    await user.keyboard('{ArrowUp} ');
    expect(at()).toContain('S.2');
    expect(await screen.findByText('1 picked')).toBeDefined();
    await user.keyboard(' {Home}');
    await waitFor(() => expect(screen.queryByText('1 picked')).toBeNull());
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary', { name: 'The alignment in the row' })).toBeNull();
    await user.click(within(table).getAllByText('assesses')[0] as HTMLElement);
    expect(at()).toContain('S.2');
    await user.keyboard('{Enter}');
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(keptAs(2).resource);
  });

  it('changes what is picked in one message, says what came of it, and takes it back', async () => {
    world.answers.set('massEdit', { ok: true, value: { undo: idOf(9), changed: 2, left: 1 } });
    world.answers.set('takeBack', { ok: true, value: { restored: 2, left: 0 } });
    const { user, container } = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Pick all that pass the filters' }));
    await expectAccessible(container);
    await user.selectOptions(screen.getByRole('combobox', { name: 'Change to' }), 'exact');
    await user.click(screen.getByRole('button', { name: 'Change 3' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    await screen.findAllByText('2 alignments are as before.');
    expect(asked('massEdit')).toEqual([{ alignments: [idOf(3), idOf(2), idOf(1)], act: { fit: 'exact' } }]);
    expect(asked('takeBack')).toEqual([{ undo: idOf(9) }]);
    expect(screen.getByRole('status').textContent).toBe('2 alignments are as before.');
  });

  it('exports what is picked, in several formats as one file', async () => {
    const { user } = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Pick teaches S.1' }));
    await user.click(screen.getByRole('checkbox', { name: 'Pick assesses S.2' }));
    await user.click(screen.getByRole('button', { name: 'Export 2' }));
    const dialog = await screen.findByRole('dialog', { name: 'Export 2 alignments' });
    await expectAccessible(dialog);
    await user.click(within(dialog).getByText('Further formats, packed together as a ZIP'));
    await user.click(within(dialog).getByRole('checkbox', { name: 'Table (CSV)' }));
    await user.click(within(dialog).getByRole('button', { name: 'Export 2 alignments in 2 formats' }));
    await waitFor(() => expect(files).toHaveLength(1));
    expect(files[0]?.name).toMatch(/^plumbline-picked-.*\.zip$/);
    const entries = unzipSync(new Uint8Array(await bytesOf(files[0]?.blob)));
    const table = Object.entries(entries).find(([name]) => name.endsWith('.csv'))?.[1];
    expect(strFromU8(table ?? new Uint8Array()).match(/S\.\d/g)).toEqual(['S.1', 'S.2']);
    expect(within(dialog).getByRole('status').textContent).toMatch(/plumbline-picked/);
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('publishes what does not stand there yet, and says how many that is', async () => {
    world.answers.set('publish', { ok: true, value: { queued: 2 } });
    const { user } = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Pick all that pass the filters' }));
    await user.click(await screen.findByRole('button', { name: 'Publish 2 of 3: 1 stands there already' }));
    await screen.findAllByText(/^2 alignments are on the way/);
    expect(asked('publish')).toEqual([{ alignments: [idOf(2), idOf(1)] }]);
  });

  it('asks for the number before it removes a good part of what is kept', async () => {
    await world.database.alignments.bulkAdd(Array.from({ length: 30 }, (_, index) => keptAs(index + 10)));
    world.answers.set('massEdit', { ok: true, value: { undo: idOf(9), changed: 33, left: 0 } });
    const { user } = await open();
    await user.click(screen.getByRole('checkbox', { name: 'Pick all that pass the filters' }));
    await user.click(screen.getByRole('button', { name: 'Remove 33' }));
    const dialog = await screen.findByRole('alertdialog');
    expect(asked('massEdit')).toEqual([]);
    await expectAccessible(dialog);
    await user.type(within(dialog).getByRole('textbox'), '33');
    await user.click(within(dialog).getByRole('button', { name: 'Remove 33' }));
    await screen.findAllByText('33 alignments moved to the trash.');
    expect(asked('massEdit')).toHaveLength(1);
  });

  it('has only the rows in view in the document, and says how many there are', async () => {
    await world.database.alignments.bulkAdd(Array.from({ length: 500 }, (_, index) => keptAs(index + 10)));
    const { table } = await open();
    expect(table.getAttribute('aria-rowcount')).toBe('504');
    expect(table.querySelectorAll('tr').length).toBeLessThan(60);
  });

  it('leads to what is known of a page, and to every page that is aligned to a skill', async () => {
    const { user } = await open();
    await user.click(screen.getAllByRole('link', { name: 'lessons.example' })[0] as HTMLElement);
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(keptAs(3).resource);
    const page = await screen.findByRole('link', { name: 'Open the page' });
    expect(page.getAttribute('href')).toBe(keptAs(3).resource);
    await expectAccessible(document.body);
    await user.click(screen.getByRole('link', { name: /S\.3/ }));
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(4));
    await expectAccessible(document.body);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x'])('opens nothing at %s', async (address) => {
    location.hash = `resource/${encodeURIComponent(address)}`;
    show(<LibraryPage />);
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(address);
    expect(screen.queryByRole('link', { name: 'Open the page' })).toBeNull();
  });
});
