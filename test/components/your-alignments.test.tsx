// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { YourAlignments } from '../../components/bundle/YourAlignments.tsx';
import { formats, textOf } from '../../lib/formats/index.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { goldenBundle, plainAlignment } from '../formats/bundles.ts';
import { newAlignment } from '../support/samples.ts';
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

const heard: string[] = [];
const files: { name: string; blob: Blob }[] = [];
beforeEach(() => {
  heard.length = 0;
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

function showAlignments() {
  const shown = show(<YourAlignments onSay={(text) => heard.push(text)} />);
  return { ...shown, user: userEvent.setup() };
}

async function choose(user: ReturnType<typeof userEvent.setup>, name: string, text: string) {
  await screen.findByRole('button', { name: 'Import alignments' });
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file field');
  await user.upload(input, new File([text], name));
}

const golden = () => textOf(formats.plumbline.write(goldenBundle()));

describe('your alignments', () => {
  it('says how many there are, and exports them as a bundle', async () => {
    await addAlignment(world.database, newAlignment(), new Date());
    const { user, container } = showAlignments();
    expect(await screen.findByText(/^1 alignment of 1 page, kept on this\s+device alone\.$/)).toBeDefined();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Export 1 alignment' }));
    await waitFor(() => expect(files).toHaveLength(1));
    expect(files[0]?.name).toMatch(/^plumbline-\d{4}-\d\d-\d\d\.plumbline\.json$/);
    expect(heard.at(-1)).toMatch(/^Downloaded plumbline-/);
  });

  it('packs several formats and says afterwards what each could not carry', async () => {
    await addAlignment(world.database, newAlignment(), new Date());
    const { user } = showAlignments();
    await user.click(await screen.findByText('Further formats, packed together as a ZIP'));
    await user.click(screen.getByRole('checkbox', { name: 'LRMI (JSON-LD)' }));
    await user.click(screen.getByRole('button', { name: 'Export 1 alignment in 2 formats' }));
    await waitFor(() => expect(files[0]?.name).toMatch(/\.zip$/));
    expect(await screen.findByRole('region', { name: 'What LRMI (JSON-LD) could not carry' })).toBeDefined();
  });

  it('has nothing to export where nothing is kept', async () => {
    showAlignments();
    const button = await screen.findByRole<HTMLButtonElement>('button', { name: 'Export 0 alignments' });
    expect(button.disabled).toBe(true);
  });

  it('shows what a file would change, imports it, and takes it back', async () => {
    const { user } = showAlignments();
    await choose(user, 'spring.plumbline.json', await golden());
    const dialog = within(await screen.findByRole('dialog', { name: 'Import spring.plumbline.json' }));
    const counts = await dialog.findByText('new');
    expect(counts.parentElement?.textContent).toBe('new3');
    await expectAccessible(document.body);
    expect(await world.database.alignments.count()).toBe(0);
    await user.click(dialog.getByRole('button', { name: 'Import' }));
    expect(await screen.findByText('Imported spring.plumbline.json')).toBeDefined();
    expect(await world.database.alignments.count()).toBe(3);
    expect(heard.at(-1)).toBe('Imported spring.plumbline.json. 3 new.');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await world.database.alignments.count()).toBe(0));
    expect(heard.at(-1)).toBe('Undone: spring.plumbline.json.');
  });

  it('lets the person decide where both changed, and what becomes of what the file does not have', async () => {
    await world.database.alignments.bulkAdd([
      plainAlignment({ fit: 'minor', revision: 2 }),
      plainAlignment({ id: crypto.randomUUID(), relation: 'readingLevel' }),
    ]);
    const { user } = showAlignments();
    const text = await textOf(
      formats.plumbline.write({ ...goldenBundle(), alignments: [plainAlignment({ fit: 'exact' })] }),
    );
    await choose(user, 'theirs.plumbline.json', text);
    const dialog = within(await screen.findByRole('dialog'));
    const button = await dialog.findByRole<HTMLButtonElement>('button', { name: 'Import' });
    expect(button.disabled).toBe(true);
    expect(dialog.getByRole('list', { name: 'Differences' }).textContent).toMatch(/here: minor.*there: exact/);
    await user.click(dialog.getByRole('radio', { name: 'take theirs' }));
    await user.click(dialog.getByRole('radio', { name: /^remove 1 alignment/ }));
    await user.click(button);
    await screen.findByText('Imported theirs.plumbline.json');
    expect(await world.database.alignments.toArray()).toMatchObject([{ fit: 'exact' }]);
  });

  it('imports what would remove much only once its number is typed', async () => {
    const many = Array.from({ length: 24 }, (_, at) => {
      const { skill, ...rest } = plainAlignment();
      return { ...rest, id: crypto.randomUUID(), skill: { ...skill, uri: `https://skills.example/${at}` } };
    });
    await world.database.alignments.bulkAdd(many);
    const { user } = showAlignments();
    await choose(
      user,
      'one.plumbline.json',
      await textOf(formats.plumbline.write({ ...goldenBundle(), alignments: many.slice(0, 1) })),
    );
    const dialog = within(await screen.findByRole('dialog'));
    await user.click(await dialog.findByRole('radio', { name: /^remove 23 alignments/ }));
    const button = dialog.getByRole<HTMLButtonElement>('button', { name: 'Import' });
    expect(dialog.getByText('23 of your 24 alignments would be removed or overwritten')).toBeDefined();
    expect(button.disabled).toBe(true);
    await expectAccessible(document.body);
    const field = dialog.getByRole('textbox', { name: 'Type 23 to go on' });
    await user.type(field, '24');
    expect(button.disabled).toBe(true);
    await user.clear(field);
    await user.type(field, '23');
    await user.click(button);
    await screen.findByText('Imported one.plumbline.json');
    expect(await world.database.alignments.count()).toBe(1);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await world.database.alignments.count()).toBe(24));
  });

  it('asks what the columns of a table hold that it does not know, and imports it by that', async () => {
    const { user } = showAlignments();
    const text = 'Wo;Was\nhttps://a.example/one;Read a pay slip\nhttps://a.example/two;Count coins\n';
    await choose(user, 'course.csv', text);
    const dialog = within(await screen.findByRole('dialog', { name: 'Import course.csv' }));
    const read = await dialog.findByRole<HTMLButtonElement>('button', { name: 'Read it' });
    expect(read.disabled).toBe(true);
    expect(dialog.getByRole<HTMLSelectElement>('combobox', { name: /^Page Its/ }).value).toBe('Wo');
    expect(dialog.queryByRole('button', { name: 'Import' })).toBeNull();
    await user.selectOptions(dialog.getByRole('combobox', { name: /^Note/ }), 'Was');
    expect(read.disabled).toBe(true);
    await user.selectOptions(dialog.getByRole('combobox', { name: /^Skill Its/ }), 'Was');
    await user.selectOptions(dialog.getByRole('combobox', { name: /^Note/ }), 'In no column');
    await expectAccessible(document.body);
    await user.click(read);
    expect((await dialog.findByText('new')).parentElement?.textContent).toBe('new2');
    await user.click(dialog.getByText('What its columns hold'));
    expect(dialog.getByRole('button', { name: 'Read it again' })).toBeDefined();
    expect(dialog.getByRole<HTMLSelectElement>('combobox', { name: /^Skill Its/ }).value).toBe('Was');
    await expectAccessible(document.body);
    expect(await world.database.alignments.count()).toBe(0);
    await user.click(dialog.getByRole('button', { name: 'Import' }));
    await screen.findByText('Imported course.csv');
    const kept = await world.database.alignments.toArray();
    expect(kept.map(({ skill, note }) => [skill.name, note]).sort()).toEqual([
      ['Count coins', undefined],
      ['Read a pay slip', undefined],
    ]);
  });

  it('says why a file cannot be imported, and changes nothing', async () => {
    const { user } = showAlignments();
    await choose(user, 'page.html', '<!doctype html><p>No bundle</p>');
    const dialog = within(await screen.findByRole('dialog', { name: 'Not imported: page.html' }));
    expect(dialog.getByRole('alert').textContent).toContain('F500');
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });
});
