// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { ExportView } from '../../components/bundle/ExportView.tsx';
import { YourAlignments } from '../../components/bundle/YourAlignments.tsx';
import { SignaturesContext } from '../../components/identity/signatures-context.ts';
import { FormatId } from '../../lib/domain/bundle.ts';
import { formats, textOf } from '../../lib/formats/index.ts';
import { t } from '../../lib/language/words.ts';
import type { Signatures } from '../../lib/messaging/signing-client.ts';
import { createKeepIdentity } from '../../lib/services/keep-identity.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { goldenBundle, plainAlignment } from '../formats/bundles.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { newAlignment } from '../support/samples.ts';
import { held } from './held.ts';
import { inWorld, show, world } from './screen.tsx';

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
  URL.createObjectURL = () => 'blob:1';
  URL.revokeObjectURL = () => {};
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  speakPseudo();
});

const heard: string[] = [];
function showAlignments() {
  heard.length = 0;
  return { ...show(<YourAlignments onSay={(text) => heard.push(text)} />), user: userEvent.setup() };
}
/** Everything on the screen, dialogs as well, was said by a message. */
function expectSaid() {
  for (const part of document.body.children) {
    if (!part.matches('[data-live-announcer]')) expect([unsaid(part), unsaidNames(part)]).toEqual([[], []]);
  }
}
async function choose(user: ReturnType<typeof userEvent.setup>, name: string, text: string) {
  await screen.findByRole('button', { name: t('bundle.import.alignments') });
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file field');
  await user.upload(input, new File([text], name));
}

it('says by messages what each format is, and what can be chosen about it', async () => {
  await createKeepIdentity(world.database, () => new Date()).makeKey();
  const ask = vi.fn().mockResolvedValue({ ok: true, value: '{}' });
  const written = { text: '{}', mediaType: 'application/json', fileName: 'a.json' };
  const losses = [{ what: 'fit', message: '…', count: 3 }];
  world.answers.set('exportResource', { ok: true, value: { ...written, losses } });
  show(
    <SignaturesContext value={{ ask } as Signatures}>
      <ExportView address="https://a.example/" title="Graphs" version="1" onBack={() => {}} onSay={() => {}} />
    </SignaturesContext>,
  );
  expectSaid();
  const list = screen.getByRole('combobox', { name: (name) => name.startsWith(t('bundle.format')) });
  for (const format of FormatId.options) {
    await userEvent.selectOptions(list, format);
    expectSaid();
  }
  await userEvent.click(await screen.findByRole('checkbox', { name: (name) => name.startsWith(t('bundle.sign')) }));
  await screen.findByRole('button', { name: t('bundle.downloadSignature') });
  await screen.findByRole('button', { name: t('bundle.back') });
  expectSaid();
});

it('says by messages what is kept, and what became of an export of all of it', async () => {
  await addAlignment(world.database, newAlignment(), new Date());
  const { user } = showAlignments();
  expect(screen.getByText(t('bundle.counting'))).toBeDefined();
  await user.click(await screen.findByText(t('bundle.everything.furtherAsZip')));
  await user.click(screen.getByRole('checkbox', { name: t('format.csv.label') }));
  expectSaid();
  await user.click(
    screen.getByRole('button', { name: t('bundle.everything.doFormats', { alignments: 1, formats: 2 }) }),
  );
  await waitFor(() => expect(heard).toHaveLength(1));
  expect(heard[0]).toMatch(/^⟦.*plúmblïnê-|^⟦.*plümblïnê-.*⟧$/);
});

it('says by messages what a file would change, and what it changed', async () => {
  await world.database.alignments.bulkAdd([
    plainAlignment({ fit: 'minor', revision: 2, note: 'Mine.' }),
    plainAlignment({ id: crypto.randomUUID(), relation: 'readingLevel' }),
  ]);
  const { user } = showAlignments();
  const theirs = { ...goldenBundle(), alignments: [plainAlignment({ fit: 'exact' })] };
  await choose(user, 'theirs.json', await textOf(formats.plumbline.write(theirs)));
  const dialog = within(await screen.findByRole('dialog'));
  const take = await dialog.findByRole('radio', { name: t('bundle.conflicts.theirs') });
  expectSaid();
  await user.click(take);
  await user.click(dialog.getByRole('button', { name: t('bundle.import') }));
  await screen.findByText(t('bundle.imported', { name: 'theirs.json' }));
  expectSaid();
  await user.click(screen.getByRole('button', { name: t('bundle.undo') }));
  await waitFor(() => expect(heard.at(-1)).toBe(t('bundle.undone', { name: 'theirs.json' })));
});

it('says by messages what the columns of a table hold, and what is new in it', async () => {
  const { user } = showAlignments();
  await choose(user, 'course.csv', 'Wo;Was;Kennung\nhttps://a.example/one;Read a pay slip;urn:example:1\n');
  await screen.findByRole('button', { name: t('framework.columns.read') });
  expectSaid();
  for (const [column, heading] of [
    ['skillName', 'Was'],
    ['skillUri', 'Kennung'],
  ] as const) {
    const field = screen.getByRole('combobox', { name: (name) => name.startsWith(t(`bundle.column.${column}`)) });
    await user.selectOptions(field, heading);
  }
  await user.click(screen.getByRole('button', { name: t('framework.columns.read') }));
  await screen.findByRole('list', { name: t('bundle.newAlignments') });
  expectSaid();
});
