// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import { outboxId } from '../../lib/domain/outbox-entry.ts';
import { speak } from '../../lib/language/words.ts';
import { useWork } from '../../lib/state/work.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { takeBack } from '../../lib/store/undo.ts';
import { addWork, changeWork, removeWorkList } from '../../lib/store/work-lists.ts';
import english from '../../locales/en.words';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { newAlignment, registryId } from '../support/samples.ts';
import { held } from './held.ts';
import type { Requested } from './requested.ts';
import { delivery, expectAccessible, inWorld, registry, show, world } from './screen.tsx';

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

/** Has the background of these tests write as the real one does. */
function listen(): void {
  const { browser } = world.extension;
  browser.runtime.onMessage.listeners.clear();
  browser.runtime.onMessage.addListener((message, _sender, respond) => {
    const { name, request } = message as Requested;
    world.requested.push({ name, request });
    void answer(name, request as never).then(respond, (error) => respond({ ok: false, problem: error.problem }));
    return true;
  });
}
async function answer(name: string, request: never): Promise<unknown> {
  const { database } = world;
  const acts: Record<string, () => Promise<unknown>> = {
    addWork: () => addWork(database, request, now()),
    changeWork: () => changeWork(database, request, now()),
    removeWorkList: () => removeWorkList(database, (request as { id: string }).id, now()),
    takeBack: () => takeBack(database, (request as { undo: string }).undo, now()),
  };
  return { ok: true, value: (await acts[name]?.()) ?? null };
}

beforeAll(async () => {
  globalThis.Blob = (await import('node:buffer')).Blob as typeof Blob;
});
beforeEach(() => {
  localStorage.clear();
  location.hash = 'work';
  listen();
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
});
afterEach(() => {
  useWork.setState({ list: undefined, sent: undefined });
  location.hash = '';
});

const open = async () => {
  const user = userEvent.setup();
  const { container } = show(<LibraryPage />);
  await screen.findByRole('heading', { level: 1 });
  return { user, container };
};
/** A file as a person chooses it; those of jsdom cannot be read. */
const file = (text: string, name: string) => {
  const body = new Blob([text]);
  const one = new File([text], name);
  for (const method of ['stream', 'arrayBuffer', 'slice'] as const) {
    Object.defineProperty(one, method, { value: body[method].bind(body) });
  }
  return one;
};
const choose = async (user: ReturnType<typeof userEvent.setup>, one: File) => {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (input) await user.upload(input, one);
};

describe('adding a work list', () => {
  it('reads a table, says what would be added, and adds it as a list that can be taken back', async () => {
    await addAlignment(world.database, newAlignment(), now());
    const { user } = await open();
    expect(screen.getByRole('heading', { name: 'No list yet' })).toBeTruthy();
    const rows = ['title,url', 'Graphs,https://lessons.example/graph', 'One,https://lessons.example/1', 'Shelf,none'];
    await choose(user, file([...rows, 'Again,https://lessons.example/1'].join('\n'), 'Autumn.csv'));
    const dialog = await screen.findByRole('dialog');
    await within(dialog).findByText('2 new pages, from a table.');
    expect(within(dialog).getByText('1 of them is aligned already and comes in as done.')).toBeTruthy();
    expect(within(dialog).getByText('1 is named twice.')).toBeTruthy();
    expect(within(dialog).getByText(/1 entry is no address of a page/).textContent).toMatch(/none/);
    await expectAccessible(dialog);
    expect(within(dialog).getByRole<HTMLInputElement>('textbox', { name: 'Its name' }).value).toBe('Autumn');
    await user.click(within(dialog).getByRole('button', { name: 'Add 2 pages' }));
    await screen.findByRole('heading', { level: 1, name: 'Autumn' });
    expect(await screen.findByText('1 of 2 done')).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('heading', { name: 'No list yet' });
  });

  it('asks what the columns of a table hold where nothing in it looks like an address', async () => {
    const { user } = await open();
    await choose(
      user,
      file('What,Where\nGraphs,first shelf\nLines,second shelf\nOne,lessons.example/1\n', 'shelf.csv'),
    );
    const dialog = await screen.findByRole('dialog');
    await user.selectOptions(await within(dialog).findByRole('combobox', { name: 'Address of the page' }), 'Where');
    await user.click(within(dialog).getByRole('button', { name: /Read/ }));
    await within(dialog).findByText('1 new page, from a table.');
  });

  it('takes what is pasted, into a list that is there', async () => {
    await addWork(world.database, { list: { name: 'Spring' }, from: 'typed', pages: [page(1)] }, now());
    const { user } = await open();
    const field = screen.getByRole('textbox', { name: /Addresses, one a line/ });
    await user.type(field, 'https://lessons.example/1{enter}https://lessons.example/2 Two');
    await user.click(screen.getByRole('button', { name: 'Look at them' }));
    const dialog = await screen.findByRole('dialog');
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Into' }), 'Spring');
    await within(dialog).findByText('1 is in this list already and stays as it is.');
    await user.click(within(dialog).getByRole('button', { name: 'Add 1 page' }));
    await screen.findByText('0 of 2 done');
  });

  it('says by its code why a file cannot be read, and adds nothing', async () => {
    const { user } = await open();
    await choose(user, file('<!DOCTYPE x [<!ENTITY a "b">]><urlset/>', 'bomb.xml'));
    const dialog = await screen.findByRole('dialog');
    expect((await within(dialog).findByRole('alert')).textContent).toMatch(/I461/);
    await expectAccessible(dialog);
    await user.click(within(dialog).getByRole('button', { name: 'Close' }));
    expect(await world.database.workLists.count()).toBe(0);
  });
});

describe('a work list', () => {
  async function filled(pages = 3) {
    const all = Array.from({ length: pages }, (_, number) => page(number));
    await addAlignment(world.database, newAlignment(), now());
    return addWork(world.database, { list: { name: 'Autumn' }, from: 'typed', pages: [page('graph'), ...all] }, now());
  }

  it('shows what became of each page, and what a registry refused and why', async () => {
    const { list } = await filled();
    const [{ id } = { id: '' }] = await world.database.alignments.toArray();
    await world.database.registries.add(registry());
    const problem = { code: 'R403', message: 'Practice does not take it.' };
    await world.database.outbox.add(
      delivery({ id: outboxId(registryId, id), state: 'failed', alignment: id, problem }),
    );
    location.hash = `work/${list}`;
    const { container } = await open();
    const row = (await screen.findByRole('link', { name: 'Page graph' })).closest('tr') as HTMLElement;
    expect(row.textContent).toMatch(/Not published at Practice: Practice does not take it\./);
    expect(within(row).getByRole<HTMLSelectElement>('combobox').value).toBe('done');
    expect(await screen.findByText('1 page was refused by a registry')).toBeTruthy();
    await expectAccessible(container);
  });

  it('has pages given another state, taken out and brought back', async () => {
    const { list } = await filled();
    location.hash = `work/${list}`;
    const { user } = await open();
    await user.selectOptions(await screen.findByRole('combobox', { name: 'State of Page 1' }), 'Skipped');
    await screen.findByText('1 of 4 done, 1 skipped');
    await user.click(screen.getByRole('checkbox', { name: 'Pick all that are shown' }));
    await user.click(screen.getByRole('button', { name: 'Take out of the list' }));
    await screen.findByRole('heading', { name: 'No page is in this state' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByText('1 of 4 done, 1 skipped');
    await user.selectOptions(screen.getByRole('combobox', { name: 'State' }), 'Skipped');
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2));
  });

  it('is handed on as one file of all that its pages are aligned to', async () => {
    const { list } = await filled();
    await addAlignment(
      world.database,
      newAlignment({ resource: { address: page('elsewhere').address, fields: {} } }),
      now(),
    );
    const downloaded: { name: string; text: string }[] = [];
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`;
    URL.revokeObjectURL = () => {};
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(async function (this: HTMLAnchorElement) {
      const name = this.download;
      downloaded.push({ name, text: (await blobs.at(-1)?.text()) ?? '' });
    });
    location.hash = `work/${list}`;
    const { user } = await open();
    await user.click(await screen.findByText('Export what is aligned'));
    await user.click(screen.getByRole('button', { name: 'Download 1 alignment' }));
    await waitFor(() => expect(downloaded).toHaveLength(1));
    expect(downloaded[0]?.name).toMatch(/^Autumn-\d{4}-\d\d-\d\d\.plumbline\.json$/);
    const read = JSON.parse(downloaded[0]?.text ?? '{}') as { alignments: { resource: string }[] };
    expect(read.alignments.map(({ resource }) => resource)).toEqual([page('graph').address]);
  });

  it('has what its pages are aligned to published, as far as it stands nowhere yet', async () => {
    const { list } = await filled();
    await world.database.registries.add(registry());
    const [{ id } = { id: '' }] = await world.database.alignments.toArray();
    location.hash = `work/${list}`;
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Publish 1' }));
    expect(world.requested.at(-1)).toEqual({ name: 'publish', request: { alignments: [id] } });
    await screen.findByText(/1 alignment is on the way/, { selector: 'strong' });
  });

  it('is chosen to be worked through, and removed with a way back', async () => {
    const { list } = await filled();
    location.hash = `work/${list}`;
    const { user } = await open();
    await user.click(await screen.findByRole('button', { name: 'Work through it' }));
    expect(localStorage.getItem('work-list')).toBe(list);
    await user.click(screen.getByRole('button', { name: 'Remove the list' }));
    await screen.findByRole('heading', { name: 'No list yet' });
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await screen.findByRole('link', { name: 'Autumn' });
  });

  it('leaves no word of its own outside the messages', async () => {
    const { list } = await filled();
    speakPseudo();
    try {
      const { user, container } = await open();
      const main = () => container.querySelector('main') as HTMLElement;
      await waitFor(() => expect(main().textContent).toMatch(/Autumn/));
      expect(unsaid(main())).toEqual([]);
      expect(unsaidNames(main(), ['Autumn'])).toEqual([]);
      await choose(user, file('title,url\nOne,https://lessons.example/9\nTwo,none\n', 'x.csv'));
      const dialog = await screen.findByRole('dialog');
      await waitFor(() => expect(dialog.textContent).toMatch(/nêw págê/));
      expect(unsaid(dialog)).toEqual([]);
      await user.keyboard('{Escape}');
      location.hash = `work/${list}`;
      await waitFor(() => expect(main().querySelector('.work-table tbody tr')?.textContent).toBeTruthy());
      expect(unsaid(main())).toEqual([]);
    } finally {
      speak('en', english);
    }
  });
});
