// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Backup } from '../../components/backup/Backup.tsx';
import { BackupReminder } from '../../components/backup/BackupReminder.tsx';
import { chooseTheme, chosenTheme } from '../../lib/state/theme.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { alignmentsOf } from '../services/backup-world.ts';
import { newAlignment } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, show, world } from './screen.tsx';

// Those of jsdom can be neither read as a stream nor kept in a database. Dexie looks at them when it is loaded.
await vi.hoisted(async () => {
  globalThis.Blob = (await import('node:buffer')).Blob as typeof Blob;
});
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
  chooseTheme('system');
});

function showBackup() {
  const shown = show(<Backup onSay={(text) => heard.push(text)} />);
  return { ...shown, user: userEvent.setup() };
}

type User = ReturnType<typeof userEvent.setup>;

async function made(user: User): Promise<Uint8Array<ArrayBuffer>> {
  await user.click(await screen.findByRole('button', { name: 'Make a backup' }));
  await waitFor(() => expect(files).toHaveLength(1));
  const [file] = files.splice(0);
  return new Uint8Array((await file?.blob.arrayBuffer()) ?? new ArrayBuffer());
}

async function choose(user: User, bytes: Uint8Array<ArrayBuffer>) {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file field');
  await user.upload(input, new File([bytes], 'spring.gz'));
  return within(await screen.findByRole('dialog'));
}

describe('the backup section', () => {
  it('makes a backup and remembers when', async () => {
    await addAlignment(world.database, newAlignment(), new Date());
    const { user, container } = showBackup();
    expect(await screen.findByText('None was downloaded yet.')).toBeDefined();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Make a backup' }));
    await waitFor(() => expect(files[0]?.name).toMatch(/^plumbline-\d{4}-\d\d-\d\d\.plumbline-backup\.gz$/));
    expect(heard.at(-1)).toBe(`Downloaded ${files[0]?.name}.`);
    expect(screen.getByText(/^The last one was downloaded on/)).toBeDefined();
    const noted = await world.extension.areas.local.get('backup:downloaded');
    expect(noted).toMatchObject({ 'backup:downloaded': { upTo: 1 } });
  });

  it('shows what a backup would change, restores it, and takes that back', async () => {
    await addAlignment(world.database, newAlignment(), new Date('2026-03-01T10:00:00.000Z'));
    chooseTheme('dark');
    const { user } = showBackup();
    const bytes = await made(user);
    chooseTheme('light');
    await world.database.alignments.bulkPut(alignmentsOf(2));
    const dialog = await choose(user, bytes);
    const row = await dialog.findByRole('row', { name: /^Alignments/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['0', '0', '0', '1']);
    await expectAccessible(document.body);
    await user.click(dialog.getByRole('radio', { name: /^Replace/ }));
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['0', '0', '2', '1']);
    await user.click(dialog.getByRole('button', { name: 'Restore' }));
    expect(await screen.findByText('Restored spring.gz')).toBeDefined();
    expect(await world.database.alignments.count()).toBe(1);
    expect(heard.at(-1)).toBe('Restored spring.gz. 2 removed.');
    expect(chosenTheme()).toBe('dark');
    expect(world.requested.map(({ name }) => name)).toContain('publish');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(heard.at(-1)).toBe('Undone: spring.gz.'));
    expect(await world.database.alignments.count()).toBe(3);
    expect(chosenTheme()).toBe('light');
  });

  it('asks for the number where much would be lost', async () => {
    const { user } = showBackup();
    const bytes = await made(user);
    await world.database.alignments.bulkPut(alignmentsOf(24));
    const dialog = await choose(user, bytes);
    await user.click(await dialog.findByRole('radio', { name: /^Replace/ }));
    const button = dialog.getByRole<HTMLButtonElement>('button', { name: 'Restore' });
    expect(button.disabled).toBe(true);
    await user.type(dialog.getByRole('textbox', { name: 'Type 24 to go on' }), '24');
    await expectAccessible(document.body);
    await user.click(button);
    await screen.findByText('Restored spring.gz');
    expect(await world.database.alignments.count()).toBe(0);
  });

  it('says what is wrong with a file, shows what can be read of it, and changes nothing', async () => {
    await world.database.alignments.bulkPut(alignmentsOf(3));
    const { user } = showBackup();
    const bytes = await made(user);
    const dialog = await choose(user, bytes.slice(0, bytes.length - 20));
    expect((await dialog.findByRole('alert')).textContent).toContain('B702');
    expect(dialog.queryByRole('button', { name: 'Restore' })).toBeNull();
    await expectAccessible(document.body);
    await user.click(dialog.getByRole('button', { name: 'Close' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await world.database.backups.count()).toBe(0);
  });

  it('lists the automatic backups, hands one over and restores one', async () => {
    await world.database.alignments.bulkPut(alignmentsOf(1));
    const { user, container } = showBackup();
    expect(await screen.findByText(/^None yet/)).toBeDefined();
    const body = new Blob([await made(user)]);
    const at = '2026-03-01T10:00:00.000Z';
    await world.database.backups.add({ id: crypto.randomUUID(), at, alignments: 1, mark: '', body });
    const list = within(await screen.findByRole('list', { name: 'Automatic backups' }));
    expect(list.getByRole('listitem').textContent).toMatch(/1 alignment\d+ bytes|1 alignment\d+ kB/);
    await expectAccessible(container);
    await user.click(list.getByRole('button', { name: /^Download/ }));
    await waitFor(() => expect(files[0]?.name).toBe('plumbline-2026-03-01.plumbline-backup.gz'));
    await world.database.alignments.clear();
    await user.click(list.getByRole('button', { name: /^Restore/ }));
    await user.click(await screen.findByRole('button', { name: 'Restore' }));
    await screen.findByText(/^Restored /, { selector: 'strong' });
    expect(await world.database.alignments.count()).toBe(1);
    expect(await list.findByText('before a restore')).toBeDefined();
  });

  it('says where there was no room for the last automatic backup', async () => {
    await world.extension.areas.local.set({ 'backup:full': true });
    showBackup();
    expect(await screen.findByText('There was no room for the last one')).toBeDefined();
  });
});

describe('the reminder', () => {
  const old = new Date(Date.now() - 15 * 86_400_000);

  it('is one line after two weeks, until the person does not want it', async () => {
    const create = vi.fn(async () => {});
    held.browser = { ...world.extension.browser, tabs: { ...world.extension.browser.tabs, create } };
    await addAlignment(world.database, newAlignment(), old);
    const { container } = show(<BackupReminder />);
    const user = userEvent.setup();
    expect(await screen.findByText('Your alignments are only on this device.')).toBeDefined();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Make a backup' }));
    expect(create).toHaveBeenCalledWith({ url: expect.stringMatching(/options\.html#backup$/) });
    await user.click(screen.getByRole('button', { name: 'Not now' }));
    expect(container.textContent).toBe('');
    expect(Object.keys(await world.extension.areas.local.get('backup:hushed'))).toHaveLength(1);
  });

  it('is quiet where everything is in a backup that was downloaded', async () => {
    await addAlignment(world.database, newAlignment(), old);
    await world.extension.areas.local.set({ 'backup:downloaded': { at: old.toISOString(), upTo: 1 } });
    const { container } = show(<BackupReminder />);
    await world.database.history.toArray();
    await new Promise((done) => setImmediate(done));
    expect(container.textContent).toBe('');
  });
});
