// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { Frameworks } from '../../components/framework/Frameworks.tsx';
import { FrameworkTree } from '../../components/framework/FrameworkTree.tsx';
import { ImportDialog } from '../../components/framework/ImportDialog.tsx';
import { ImportMeter } from '../../components/framework/ImportMeter.tsx';
import type { ImportStep } from '../../components/framework/use-import.ts';
import type { Skill } from '../../lib/domain/skill.ts';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';
import { t } from '../../lib/language/words.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { keptFramework } from '../support/frameworks.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { newAlignment } from '../support/samples.ts';
import { held } from './held.ts';
import { inWorld, keptRegistry, show, world } from './screen.tsx';

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
  // jsdom lays nothing out, and what is not in view is not drawn.
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(600);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(400);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(30);
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  speakPseudo();
});

const heard: string[] = [];
function showFrameworks() {
  heard.length = 0;
  const shown = show(<Frameworks registries={[keptRegistry()]} onSay={(text) => heard.push(text)} />);
  return { ...shown, user: userEvent.setup() };
}
const button = (name: string) => screen.findByRole('button', { name });
/** What names itself: frameworks and skills, and the buttons of the kit, which speaks by itself. */
const own = ['Starter library', 'Mine', 'shop', 'Maths', 'Counting', 'Expand'];
/** Everything on the screen, dialogs as well, was said by a message. */
function expectSaid() {
  for (const part of document.body.children) {
    if (part.matches('[data-live-announcer]')) continue;
    expect([unsaid(part), unsaidNames(part, own)]).toEqual([[], []]);
  }
}

it('says by messages what frameworks are kept, and what became of them', async () => {
  const { skill } = newAlignment();
  const mine = { id: 'mine', uri: 'urn:example:mine', name: 'Mine', attribution: 'Made by Harbour.', version: '2' };
  await world.database.frameworks.bulkPut([
    keptFramework({ license: 'https://creativecommons.org/licenses/by/4.0/' }),
    keptFramework({ ...mine, status: 'draft', enabled: false, origin: { from: 'file', file: 'mine.csv' } }),
    ...(['address', 'registry'] as const).map((from) =>
      keptFramework({
        id: from,
        uri: `urn:example:${from}`,
        status: 'deprecated',
        origin: from === 'address' ? { from, address: 'https://a.example/' } : { from, registry: 'gone', uri: 'urn:x' },
      }),
    ),
  ]);
  await addAlignment(world.database, newAlignment(), new Date());
  await world.database.staleSkills.put({ framework: 'mine', uri: skill.uri, status: 'deprecated' });
  const { user } = showFrameworks();
  const card = within(await screen.findByRole('article', { name: 'Mine' }));
  expectSaid();
  await user.click(card.getByRole('button', { name: t('framework.remove') }));
  await button(t('framework.bringBackName', { name: 'Mine' }));
  expect(heard).toEqual([t('framework.removed', { name: 'Mine' })]);
  expectSaid();
});

it('says by messages what a table holds, what would change and what was imported', async () => {
  const { user } = showFrameworks();
  await button(t('framework.add.file'));
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file field');
  const table = () => new File(['Skill,Says\nSawing,Saws a plank.'], 'shop.csv', { type: 'text/csv' });
  await user.upload(input, [table(), table()]);
  const read = await button(t('framework.columns.read'));
  expectSaid();
  await user.click(read);
  const first = await button(t('framework.import'));
  expectSaid();
  await user.click(first);
  await user.click(await button(t('framework.columns.read')));
  // The second of the same name is the one that is here.
  await screen.findByText((text) => text.includes(t('framework.preview.same')));
  expectSaid();
  await user.click(await button(t('framework.replace')));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await screen.findByText(t('framework.imported.ready', { skills: 1 }));
  expectSaid();
});

it.each([
  { at: 'reading', wanted: { name: 'big.json', source: { stage: 'a' } } },
  { at: 'importing', wanted: { name: 'big.json', source: { stage: 'a' } }, progress: { done: 1, total: 4204 } },
] satisfies ImportStep[])('says by messages how far $at is', (step) => {
  show(<ImportDialog step={step} left={1} onName={() => {}} onKeep={() => {}} onLeave={() => {}} />);
  expectSaid();
});

it.each(['skills', 'alignments', 'records'] as const)('counts %s by messages', (things) => {
  const meter = (progress?: { done: number; total?: number }) => (
    <ImportMeter label="…" things={things} {...(progress && { progress })} onCancel={() => {}} />
  );
  const { rerender } = show(meter());
  expectSaid();
  rerender(meter({ done: 20 }));
  expectSaid();
  rerender(meter({ done: 20, total: 41 }));
  expectSaid();
});

it('says by messages what a registry lists, and what stands in it', async () => {
  const maths = {
    uri: 'urn:example:maths',
    name: 'Maths',
    version: '2',
    publisher: 'Harbour',
    skills: 12,
    license: 'own',
  };
  world.answers.set('listFrameworks', { ok: true, value: { frameworks: [maths], total: 3, next: '2' } });
  const counting = { uri: 'urn:example:1', name: 'Counting', statement: 'Counts to ten.', type: 'Competency' };
  world.answers.set('listChildren', { ok: true, value: [counting] });
  const { user } = showFrameworks();
  await user.click(await button(t('framework.add.registry')));
  const browse = await button(t('framework.browseName', { name: 'Maths' }));
  expectSaid();
  await user.click(browse);
  await user.click(await screen.findByRole('row', { name: /Counting/ }));
  expectSaid();
});

it('says by messages that a source has not changed, or has moved', async () => {
  const origin = { from: 'address', address: 'https://skills.example/a.json' } as const;
  await world.database.frameworks.put(keptFramework({ origin }));
  world.answers.set('stageDocument', { ok: true, value: { state: 'unchanged' } });
  const { user } = showFrameworks();
  await user.click(await button(t('framework.refresh')));
  await waitFor(() => expect(heard).toEqual([t('framework.fetch.unchanged', { name: 'Starter library' })]));
  expectSaid();
  world.answers.set('stageDocument', { ok: true, value: { state: 'moved', to: 'https://new.example/a.json' } });
  await user.click(await button(t('framework.refresh')));
  await button(t('framework.fetch.follow'));
  expectSaid();
});

it('says by messages what stands in a tree, that it loads, and what a search inside it finds', async () => {
  const node = (uri: string, status: NonNullable<TreeNode['status']>): TreeNode & Skill => {
    return { ...newAlignment().skill, uri, code: undefined, name: 'Counting', children: 0, status };
  };
  const nodes = [node('a', 'draft'), node('b', 'deprecated'), node('c', 'replaced')];
  const found: Skill[] = [];
  const source = { below: async () => ({ ok: true as const, value: nodes }), find: async () => [...found] };
  show(<FrameworkTree label="Maths" source={source} onChoose={() => {}} />);
  expectSaid();
  await screen.findAllByRole('row');
  expectSaid();
  await userEvent.type(screen.getByRole('searchbox'), 'a');
  await screen.findByText(t('framework.tree.none'));
  expectSaid();
  found.push(node('a', 'draft'));
  await userEvent.type(screen.getByRole('searchbox'), 'b');
  await screen.findByText(t('framework.tree.found', { count: 1 }));
  expectSaid();
});
