// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { Backup } from '../../components/backup/Backup.tsx';
import { BackupReminder } from '../../components/backup/BackupReminder.tsx';
import { RestorePreviewFacts } from '../../components/backup/RestorePreviewFacts.tsx';
import { restoredWords, restWords } from '../../components/backup/words.ts';
import type { RestorePreview } from '../../lib/domain/backup.ts';
import { t } from '../../lib/language/words.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { alignmentsOf } from '../services/backup-world.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { newAlignment } from '../support/samples.ts';
import { held } from './held.ts';
import { inWorld, show, world } from './screen.tsx';

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

const files: Blob[] = [];
beforeEach(() => {
  files.length = 0;
  URL.createObjectURL = (blob) => `blob:${files.push(blob as Blob)}`;
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  speakPseudo();
});

/** Everything on the screen, dialogs as well, was said by a message. `kit`: what the kit says by itself. */
function expectSaid(kit: readonly string[] = []) {
  for (const part of document.body.children) {
    if (part.matches('[data-live-announcer]')) continue;
    expect([unsaid(part), unsaidNames(part, kit)]).toEqual([[], []]);
  }
}

const heard: string[] = [];

it('says by messages what is kept, what a backup would change, and what it did', async () => {
  await addAlignment(world.database, newAlignment(), new Date('2026-03-01T10:00:00.000Z'));
  const user = userEvent.setup();
  show(<Backup onSay={(text) => heard.push(text)} />);
  await user.click(await screen.findByRole('button', { name: t('backup.make') }));
  await waitFor(() => expect(files).toHaveLength(1));
  await world.database.alignments.bulkPut(alignmentsOf(24));
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const bytes = new Uint8Array((await files[0]?.arrayBuffer()) ?? new ArrayBuffer());
  if (input) await user.upload(input, new File([bytes], 'spring.gz'));
  const dialog = within(await screen.findByRole('dialog'));
  await user.click((await dialog.findAllByRole('radio'))[1] as HTMLElement);
  expectSaid(['Dismiss']);
  await user.type(dialog.getByRole('textbox'), '24');
  await user.click(dialog.getByRole('button', { name: t('backup.restore.do') }));
  await screen.findByRole('button', { name: t('backup.undo') });
  await screen.findByText(t('backup.automatic.before'));
  expectSaid();
  for (const text of heard) expect(text).toMatch(/^⟦.*⟧$/);
});

it('says by messages all that a preview can hold', () => {
  const some = { fresh: 1, later: 2, earlier: 3, missing: 4, same: 5, kept: 6 };
  const preview: RestorePreview = {
    made: '2026-03-01T10:00:00.000Z',
    settings: {},
    kinds: { alignments: some, resources: some, skillAlignments: some },
    rows: { history: 3, outbox: 1, trash: 2, pins: 1 },
    ...{ twins: 1, homeless: 2, withdrawn: 3 },
    registries: ['Practice'],
    frameworks: [{ name: 'Maths', skills: 3 }],
  };
  for (const mode of ['merge', 'replace'] as const) {
    const { unmount } = show(<RestorePreviewFacts preview={preview} mode={mode} onMode={() => {}} />);
    expectSaid();
    unmount();
  }
  expect(restWords(preview.rows)).toHaveLength(4);
  expect(restoredWords({ added: 1, overwritten: 2, removed: 3, frameworks: 4 } as never)).toMatch(/^⟦/);
});

it('says by messages that nothing was put elsewhere', async () => {
  const { history } = world.database;
  await history.bulkAdd(
    Array.from({ length: 120 }, () => ({ at: '2026-01-01T10:00:00.000Z', kind: 'alignment-added' }) as never),
  );
  show(<BackupReminder />);
  await screen.findByRole('button', { name: t('backup.make') });
  expectSaid();
});
