// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import { R310, R315, R320 } from '../../lib/domain/problems.ts';
import { t } from '../../lib/language/words.ts';
import { deliveryOf, keptAs, lineOf, removedAs } from '../support/library-rows.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { evidence } from '../support/samples.ts';
import { held } from './held.ts';
import { inWorld, registry, show, world } from './screen.tsx';

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
const statement = '22222222-2222-4222-8222-222222222222';

beforeEach(async () => {
  speakPseudo();
  await world.database.registries.bulkAdd([registry(), registry({ id: other, name: 'Harbour' })]);
});

async function open(tab: string) {
  location.hash = tab;
  const user = userEvent.setup();
  show(<LibraryPage />);
  await waitFor(() => expect(document.querySelector('h1')).toBeTruthy());
  return user;
}

/** Every button of this name, as assistive technology reads it, pressed one after the other. */
async function pressAll(user: ReturnType<typeof userEvent.setup>, name: (text: string) => boolean) {
  for (const button of await screen.findAllByRole('button', { name })) await user.click(button);
}

/** Our own name alone needs no message. */
function expectSaid() {
  const texts = unsaid(document.body).filter((text) => text !== 'Plumbline');
  expect([texts, unsaidNames(document.body)]).toEqual([[], []]);
}

/** What a message begins with, whatever it is told. */
const begins = (message: string) => (text: string) => text.startsWith(message.slice(0, 4));

it.each(['library', 'library?relation=teaches', 'outbox', 'trash', 'history', 'resource/x', 'skill/x'])(
  'says by messages that there is nothing in the %s',
  async (tab) => {
    await open(tab);
    await waitFor(() => expect(document.querySelector('h2, main p.muted')).toBeTruthy());
    expectSaid();
  },
);

it('says by messages what is aligned, and what is done with what is picked', async () => {
  await world.database.alignments.bulkAdd([keptAs(1), keptAs(2, { relation: 'assesses' })]);
  const user = await open('library');
  await user.click(await screen.findByRole('checkbox', { name: t('library.pickAll') }));
  await screen.findByText(t('library.picked', { count: 2 }));
  expectSaid();
});

it('says by messages how far each delivery is and what can be done about it', async () => {
  await world.database.alignments.bulkAdd([keptAs(1), keptAs(2), keptAs(3)]);
  await world.database.skillAlignments.add({
    id: statement,
    subject: { uri: 'https://skills.example/a', name: 'Reading a graph' },
    relation: 'prerequisite',
    object: { uri: 'https://skills.example/b', name: 'Graph literacy' },
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-01T10:00:00.000Z',
    revision: 1,
  });
  await world.database.outbox.bulkAdd([
    deliveryOf(1, { state: 'failed', attempts: 8, uri: 'urn:x-test:1', problem: R315({ name: 'Practice' }) }),
    deliveryOf(2, { state: 'paused', registry: other, action: 'withdraw', problem: R320({ name: 'Harbour' }) }),
    deliveryOf(3, { state: 'sending', uri: 'urn:x-test:3', receipt: { revision: 1, at: '2026-03-01T10:00:00.000Z' } }),
    deliveryOf(4, { state: 'queued', registry: '00000000-0000-4000-8000-000000000000' }),
    deliveryOf(5, { state: 'queued', alignment: statement, nextTry: Date.now() + 600_000 }),
  ]);
  world.answers.set('previewDelivery', {
    ok: true,
    value: {
      method: 'POST',
      address: 'https://cass.example/api',
      headers: [],
      body: '{}',
      dryRun: { outcome: 'none', problem: R310({ name: 'Practice' }) },
    },
  });
  const user = await open('outbox');
  const more = t('outbox.more', { delivery: 'x' });
  await pressAll(user, begins(more));
  expectSaid();
  await pressAll(user, (name) => name === t('outbox.preview'));
  await screen.findAllByText(t('outbox.preview.help'));
  await pressAll(user, (name) => name === t('outbox.drop'));
  expectSaid();
  await user.click(screen.getByRole('radio', { name: begins(t('outbox.filter.withdrawn')) }));
  await screen.findByText(t('outbox.none'));
  expectSaid();
});

it('says by messages what was removed, and what deleting it for good means', async () => {
  await world.database.trash.bulkAdd([
    ...Array.from({ length: 25 }, (_, index) => removedAs(index + 1, index, { who: 'Marta Osei', from: 'panel' })),
    removedAs(40, 40),
  ]);
  world.answers.set('restoreAlignments', { ok: true, value: { restored: 20, left: 2 } });
  const user = await open('trash');
  await user.click(await screen.findByRole('checkbox', { name: t('trash.pickAll') }));
  await user.click(
    screen.getByRole('button', {
      name: t('alignment.more', { relation: t('alignment.relation.teaches'), skill: 'S.40' }),
    }),
  );
  await user.click(screen.getByText(t('history.of'), { selector: 'summary' }));
  await screen.findByText(t('history.nothing'));
  expectSaid();
  await user.click(screen.getByRole('button', { name: t('trash.emptyIt') }));
  await screen.findByRole('alertdialog');
  expectSaid();
  await user.click(screen.getByRole('button', { name: t('trash.erase.keep') }));
  await user.click(screen.getByRole('button', { name: t('trash.restoreCount', { count: 26 }) }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain(t('trash.restored', { count: 20 })));
  expectSaid();
});

it('says by messages what happened, part by part', async () => {
  const before = { relation: 'teaches', fit: 'major', note: 'One' } as const;
  const moved = { ...evidence(), position: { type: 'TextPositionSelector', start: 1, end: 9 } as const };
  await world.database.alignments.add(keptAs(1));
  await world.database.history.bulkAdd([
    ...(['created', 'removed', 'imported', 'restored', 'erased', 'published', 'withdrawn'] as const).map((what) =>
      lineOf(1, { what, from: 'outbox' }),
    ),
    lineOf(2, { what: 'published', registry: 'Practice', from: 'outbox' }),
    lineOf(1, { what: 'withdrawn', registry: 'Practice', who: 'Marta Osei', from: 'file' }),
    lineOf(1, { what: 'changed', before, after: { relation: 'assesses', fit: 'exact', note: 'Two' } }),
    lineOf(1, { what: 'changed', before, after: { relation: 'teaches', fit: 'major', evidence: evidence() } }),
    lineOf(1, { what: 'changed', before: { ...before, evidence: evidence() }, after: { ...before, evidence: moved } }),
    lineOf(1, { what: 'changed', before: { ...before, evidence: evidence() }, after: before }),
    lineOf(1, { what: 'changed', before: { relation: 'teaches', fit: 'major' }, after: before }),
  ]);
  await open('history');
  await waitFor(() => expect(document.querySelectorAll('.changes')).toHaveLength(5));
  expectSaid();
});
