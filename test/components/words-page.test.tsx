// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { AlignmentList } from '../../components/alignment/AlignmentList.tsx';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { FieldName } from '../../lib/domain/learning-resource.ts';
import { P101, R310, R315, S226 } from '../../lib/domain/problems.ts';
import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { t } from '../../lib/language/words.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { type Notice, useView } from '../../lib/state/view.ts';
import { addAlignment, changeAlignment, removeAlignment } from '../../lib/store/alignments.ts';
import { putRegistry } from '../../lib/store/registries.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { evidence, foundSkill, newAlignment, registryId } from '../support/samples.ts';
import { held } from './held.ts';
import { delivery, inWorld, keptAlignment, registry, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);
beforeEach(speakPseudo);

const { resource } = newAlignment();
const syntaxes = ['json-ld', 'microdata', 'rdfa', 'meta'] as const;
const reading: TabReading = {
  resource: {
    ...resource,
    fields: {
      ...Object.fromEntries(FieldName.options.map((name) => [name, [{ value: 'Own', by: 'meta' as const }]])),
      title: [{ value: 'Reading a graph', by: 'json-ld' }],
      level: [
        { value: 'Grade 8', by: 'json-ld', frame: 'Task' },
        { value: 'Beginner', by: 'rdfa', frame: 'Task' },
        { value: 'Other', by: 'tab' },
        { value: 'Another', by: 'person' },
      ],
    },
  },
  declared: syntaxes.map((syntax, index) => ({
    relation: 'teaches',
    syntax,
    skill: { name: 'Ratio', ...(index > 0 && { uri: `https://skills.example/${syntax}` }) },
  })),
  sources: syntaxes.map((syntax) => ({ syntax, items: 1 })),
  warnings: [],
  frames: [{ url: 'https://lessons.example/task', title: 'Task', sources: [{ syntax: 'meta', items: 1 }] }],
  framesLeftOut: 2,
};

function open(read: TabReading = reading) {
  const user = userEvent.setup();
  const { container } = show(<PageSurface />);
  act(() => usePage.getState().take(read));
  return { user, container };
}

/** Data that stands in names: of a row's skill, a registry, a page. */
const own = ['Practice', 'Reading a graph'];
const expectSaid = () => expect([unsaid(document.body), unsaidNames(document.body, own)]).toEqual([[], []]);
const button = (name: string) => screen.findByRole('button', { name });
const moreOf = (open = false) =>
  t(open ? 'alignment.less' : 'alignment.more', { relation: t('alignment.relation.teaches'), skill: '7.RF.B.2' });

it('says by messages what a page is, what it declares, and what there is to begin with', async () => {
  const { user } = open();
  expectSaid();
  await user.click(await button(t('resource.differ', { count: 3 })));
  await screen.findAllByRole('button', { name: t('alignment.adopt') });
  expectSaid();
});

it('says by messages that a page is read, and that it says nothing of itself', async () => {
  show(<PageSurface />);
  expectSaid();
  act(() => usePage.getState().take({ resource, declared: [], sources: [], warnings: [] }));
  await screen.findByText(t('resource.card.nothing'));
  await screen.findByText(t('skill.library.own'));
  expectSaid();
});

it('says by messages how a page is named that cannot be read', async () => {
  const { user } = open({ declared: [], sources: [], warnings: [], problem: P101 });
  expectSaid();
  await user.click(await button(t('resource.name.align')));
  await screen.findByText(t('resource.name.addressRefused'));
  expectSaid();
});

it('says by messages what a page is aligned to, and what became of that', async () => {
  const kept = await addAlignment(
    world.database,
    newAlignment({ choice: { relation: 'teaches', fit: 'major', note: 'Task 3', evidence: evidence() } }),
    new Date(),
    'popup',
  );
  await putRegistry(world.database, registry());
  const { user } = open();
  await user.click(await button(moreOf()));
  await user.click(screen.getByText(t('history.of')));
  await screen.findByText(t('history.act.created'));
  await screen.findByText(t('resource.foot.unpublished', { count: 1 }));
  expectSaid();
  world.answers.set('findAlignments', {
    ok: true,
    value: ['teaches', 'assesses', undefined].map((relation, index) => ({
      uri: `https://cass.example/${index}`,
      ...(relation ? { relation } : {}),
      skill: { uri: `https://skills.example/${index}`, name: 'Ratio' },
      ...(index > 1 && { by: 'Marta Osei' }),
      own: index === 0,
      at: kept.created,
    })),
  });
  await user.click(await button(t('alignment.others.look')));
  await screen.findByText(t('alignment.byNobody'));
  expectSaid();
  world.answers.set('previewDelivery', {
    ok: true,
    value: { method: 'POST', address: 'https://cass.example/api', headers: [], body: '{}' },
  });
  await user.click(await button(t('resource.foot.whatIsSent')));
  await screen.findByText(t('outbox.preview.help'));
  expectSaid();
});

it.each([
  { state: 'queued' },
  { state: 'queued', registry: 'gone' },
  { state: 'queued', problem: R310({ name: 'Practice' }) },
  { state: 'sending' },
  { state: 'sending', registry: 'gone' },
  { state: 'delivered' },
  { state: 'delivered', receipt: { revision: 1, at: '2026-03-01T10:00:00.000Z' } },
  { state: 'failed' },
  { state: 'failed', problem: R315({ name: 'Practice' }) },
] as const)('says by messages that a delivery is $state', (over) => {
  for (const status of ['deprecated', 'replaced', 'gone'] as const) {
    show(
      <AlignmentList
        alignments={[
          keptAlignment({
            deliveries: [delivery(over)],
            stale: { uri: foundSkill().uri, framework: 'starter', status },
          }),
        ]}
        registryNames={new Map([[registryId, 'Practice']])}
        onEdit={() => {}}
        onRemove={() => {}}
      />,
    );
  }
  expectSaid();
});

it('says by messages what can be chosen of an alignment', async () => {
  const { user } = open();
  act(() => usePage.setState({ tab: 7 }));
  act(() => useDraft.getState().begin(foundSkill()));
  await button(t('alignment.moreRelations'));
  world.answers.set('readSelection', { ok: true, value: null });
  await user.click(await button(t('alignment.evidence.use')));
  await screen.findByText(t('alignment.evidence.nothing'), { selector: '.hint' });
  expectSaid();
  world.answers.set('findPassage', { ok: true, value: 'changed' });
  world.answers.set('readSelection', { ok: true, value: { ...evidence(), frame: 'Task' } });
  await user.click(await button(t('alignment.evidence.use')));
  await screen.findByText(t('alignment.passage.changed'));
  await user.click(await button(t('alignment.moreRelations')));
  expectSaid();
});

it.each(['changed', 'removed'] as const)('says by messages that another window %s an alignment', async (what) => {
  const kept = await addAlignment(world.database, newAlignment(), new Date());
  open({ ...reading, declared: [] });
  act(() => useDraft.getState().edit(kept));
  act(() => useDraft.getState().choose({ note: 'Mine' }));
  if (what === 'removed') await removeAlignment(world.database, kept, new Date(), 'library');
  else {
    const choice = { relation: 'assesses', fit: 'exact' } as const;
    await changeAlignment(world.database, { id: kept.id, revision: 1, choice, publishTo: [] }, new Date(), 'library');
  }
  await screen.findByText(t(`alignment.conflict.${what}`));
  expectSaid();
});

it('says by messages what became of what was done last', async () => {
  const kept = await addAlignment(world.database, newAlignment(), new Date());
  open();
  const undo = crypto.randomUUID();
  act(() => useDraft.getState().begin(foundSkill()));
  const { draft } = useDraft.getState();
  act(() => useDraft.getState().discard());
  if (!draft) throw new Error('no draft');
  const notices: Notice[] = [
    { kind: 'saved', alignment: kept, created: true, sending: true },
    { kind: 'saved', alignment: kept, created: false, sending: false },
    { kind: 'savedSeveral', undo, created: 2, changed: 1, sending: true },
    { kind: 'removed', undo },
    { kind: 'yielded', draft },
    { kind: 'takenBack', left: 1 },
    { kind: 'restored' },
    { kind: 'queued', count: 2 },
  ];
  for (const notice of notices) {
    act(() => useView.getState().show('page', notice));
    await waitFor(() => expect(screen.getAllByRole('status').some(({ textContent }) => textContent)).toBe(true));
    expectSaid();
  }
  act(() => useView.getState().show('page', { kind: 'problem', problem: S226 }));
  await screen.findByRole('alert');
  expectSaid();
});
