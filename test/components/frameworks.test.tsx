// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Frameworks } from '../../components/framework/Frameworks.tsx';
import { FrameworkTree } from '../../components/framework/FrameworkTree.tsx';
import { registryTree } from '../../components/framework/tree-source.ts';
import type { TreeNode } from '../../lib/domain/skill-tree.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { keptFramework } from '../support/frameworks.ts';
import { newAlignment, registryId } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, keptRegistry, show, world } from './screen.tsx';

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
});

const heard: string[] = [];
function showFrameworks(registries = [keptRegistry()]) {
  heard.length = 0;
  return {
    ...show(<Frameworks registries={registries} onSay={(text) => heard.push(text)} />),
    user: userEvent.setup(),
  };
}
const table = (rows: string[]) => new File([rows.join('\n')], 'shop-skills.csv', { type: 'text/csv' });
const choose = async (user: ReturnType<typeof userEvent.setup>, ...files: File[]) => {
  await screen.findByRole('button', { name: 'Import a file' });
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('no file field');
  await user.upload(input, files);
};
const importTable = async (user: ReturnType<typeof userEvent.setup>, rows = ['Skill,Says', 'Sawing,Saws a plank.']) => {
  await choose(user, table(rows));
  await user.click(await screen.findByRole('button', { name: 'Read it' }));
  await user.click(await screen.findByRole('button', { name: /^(Import|Replace what is here)$/ }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
};

describe('importing a file', () => {
  it('asks what the columns of an unknown table hold, shows what it is, keeps it, and can be undone', async () => {
    const { user, container } = showFrameworks();
    await choose(user, table(['Skill,Says', 'Sawing,Saws a plank.', 'Planing,Planes a board.']));
    const dialog = within(await screen.findByRole('dialog', { name: /^Import shop-skills\.csv/ }));
    expect((await dialog.findByRole<HTMLSelectElement>('combobox', { name: /^Name/ })).value).toBe('Skill');
    await user.selectOptions(dialog.getByRole('combobox', { name: /^Statement/ }), 'Says');
    await user.click(dialog.getByRole('button', { name: 'Read it' }));
    const preview = within(await screen.findByRole('dialog'));
    expect((await preview.findByText('2 skills')).parentElement?.textContent).toContain('no licence stated');
    expect(preview.getByText(/Saws a plank/, { selector: 'li span' })).toBeDefined();
    await expectAccessible(document.body);
    expect(await world.database.frameworks.count()).toBe(0);
    await user.click(preview.getByRole('button', { name: 'Import' }));
    expect(await screen.findByText(/^Imported /)).toBeDefined();
    const [kept] = await world.database.frameworks.toArray();
    expect(kept).toMatchObject({ skills: 2, origin: { from: 'file', file: 'shop-skills.csv' } });
    expect(heard.at(-1)).toMatch(/^Imported .*, 2 skills\.$/);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await world.database.frameworks.count()).toBe(0));
    expect(await screen.findByRole('list', { name: /last day/ })).toBeDefined();
  });

  it('says what is wrong with each bad file of several, and keeps none of them', async () => {
    const { user } = showFrameworks();
    const page = new File(['<!doctype html><title>Not found</title>'], 'framework.json');
    const cut = new File(['{"CFDocument": {"uri": "x"'], 'cut.json');
    await choose(user, page, cut);
    const first = within(await screen.findByRole('dialog', { name: /framework\.json/ }));
    const alert = await first.findByRole('alert');
    expect(alert.textContent).toContain('I404');
    expect(alert.textContent).toContain('Nothing was imported.');
    expect(first.getByText('One more after it.')).toBeDefined();
    await user.click(first.getByRole('button', { name: 'Close' }));
    const second = within(await screen.findByRole('dialog', { name: /cut\.json/ }));
    expect((await second.findByRole('alert')).textContent).toContain('I405');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await world.database.frameworks.count()).toBe(0);
    expect(await world.database.shelf.count()).toBe(0);
  });

  it('says what a newer file changes before it takes the place of the one that is kept', async () => {
    const { user } = showFrameworks();
    await importTable(user);
    await user.click(screen.getByRole('button', { name: 'Fine' }));
    await choose(user, table(['Skill,Says', 'Sawing,Saws two planks.', 'Gluing,Glues.']));
    await user.click(await screen.findByRole('button', { name: 'Read it' }));
    await screen.findByRole('button', { name: 'Replace what is here' });
    expect(screen.getByText(/It is here already/).textContent).toMatch(/\d+ new, \d+ changed, \d+ gone/);
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await world.database.frameworks.toArray()).toMatchObject([{ skills: 1 }]);
  });
});

describe('a framework that is kept', () => {
  it('says what it is and owes, links its licence only where that is an address, and counts what is stale', async () => {
    const { skill } = newAlignment();
    await world.database.frameworks.bulkPut([
      keptFramework({ license: 'https://creativecommons.org/licenses/by/4.0/' }),
      keptFramework({
        id: 'maths',
        uri: 'urn:example:maths',
        name: 'Maths',
        publisher: 'Harbour',
        license: 'javascript:alert(1)',
        attribution: 'Made by Harbour.',
        version: '2',
        origin: { from: 'registry', registry: registryId, uri: 'https://case.example/doc' },
      }),
    ]);
    await addAlignment(world.database, newAlignment(), new Date());
    await world.database.staleSkills.put({ framework: 'maths', uri: skill.uri, status: 'deprecated' });
    const { container } = showFrameworks();
    const maths = within(await screen.findByRole('article', { name: 'Maths' }));
    for (const text of ['Harbour', 'version 2', 'Made by Harbour.', 'from Practice', 'javascript:alert(1)']) {
      expect(maths.getByText(text)).toBeDefined();
    }
    expect(maths.queryByRole('link')).toBeNull();
    expect(maths.getByText('1 alignment is to a skill that changed')).toBeDefined();
    const starter = within(screen.getByRole('article', { name: 'Starter library' }));
    expect(starter.getByRole('link', { name: 'CC BY 4.0' }).getAttribute('href')).toContain('creativecommons');
    expect(starter.queryByRole('button', { name: 'Remove' })).toBeNull();
    await expectAccessible(container);
  });

  it('is switched off, removed and brought back', async () => {
    const { user } = showFrameworks();
    await importTable(user);
    const [{ name } = keptFramework()] = await world.database.frameworks.toArray();
    const card = within(screen.getByRole('article', { name }));
    await user.click(card.getByRole('checkbox', { name: 'Search it when I search' }));
    expect(await card.findByText('Not searched')).toBeDefined();
    await user.click(card.getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(screen.queryByRole('article', { name })).toBeNull());
    await user.click(screen.getByRole('button', { name: `Bring back ${name}` }));
    expect(await screen.findByRole('article', { name })).toBeDefined();
  });

  it('is asked for again with what its server said of it, and said to be unchanged', async () => {
    const address = 'https://case.example/doc.json';
    await world.database.frameworks.put(
      keptFramework({ id: 'a', name: 'Maths', origin: { from: 'address', address }, validators: { etag: '"7"' } }),
    );
    world.answers.set('stageDocument', { ok: true, value: { state: 'unchanged' } });
    const { user } = showFrameworks();
    await user.click(await screen.findByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText('Maths has not changed since it was imported')).toBeDefined();
    expect(world.requested).toContainEqual({ name: 'stageDocument', request: { address, known: { etag: '"7"' } } });
    world.answers.set('stageDocument', { ok: true, value: { state: 'moved', to: 'https://new.example/doc.json' } });
    await user.click(screen.getByRole('button', { name: 'Refresh' }));
    await user.click(await screen.findByRole('button', { name: 'Fetch it there' }));
    await waitFor(() =>
      expect(world.requested.at(-1)).toEqual({
        name: 'stageDocument',
        request: { address: 'https://new.example/doc.json' },
      }),
    );
  });
});

describe('a registry’s frameworks', () => {
  it('are listed page by page, filtered, and fetched by one click', async () => {
    const framework = (name: string) => ({ uri: `urn:example:${name}`, name });
    world.answers.set('listFrameworks', {
      ok: true,
      value: { frameworks: [framework('Maths'), framework('Science')], total: 3, next: '2' },
    });
    const { user, container } = showFrameworks();
    await user.click(await screen.findByRole('button', { name: 'From a registry' }));
    await screen.findByRole('button', { name: 'Import Science' });
    world.answers.set('listFrameworks', { ok: true, value: { frameworks: [framework('Art')], total: 3 } });
    await user.click(screen.getByRole('button', { name: 'Show more' }));
    await screen.findByRole('button', { name: 'Import Art' });
    expect(world.requested.filter(({ name }) => name === 'listFrameworks').map(({ request }) => request)).toEqual([
      { registry: registryId },
      { registry: registryId, next: '2' },
    ]);
    expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    await user.type(screen.getByRole('textbox', { name: 'Only with these words' }), 'mat');
    expect(screen.queryByRole('button', { name: 'Import Art' })).toBeNull();
    await expectAccessible(container);
    const problem = { code: 'R310', message: 'Practice did not answer.' };
    world.answers.set('stageFramework', { ok: false, problem });
    await user.click(screen.getByRole('button', { name: 'Import Maths' }));
    expect((await screen.findByRole('alert')).textContent).toContain('R310');
    expect(world.requested.at(-1)).toEqual({
      name: 'stageFramework',
      request: { registry: registryId, uri: 'urn:example:Maths' },
    });
  });
});

describe('a registry’s framework', () => {
  const listed = { ok: true, value: { frameworks: [{ uri: 'urn:example:maths', name: 'Maths' }] } };

  it('is opened there, level by level, and leads back to the list and its button', async () => {
    world.answers.set('listFrameworks', listed);
    const counting = { uri: 'urn:example:1', name: 'Counting', statement: 'Counts to ten.', type: 'Competency' };
    world.answers.set('listChildren', { ok: true, value: [counting] });
    const { user, container } = showFrameworks();
    await user.click(await screen.findByRole('button', { name: 'From a registry' }));
    await user.click(await screen.findByRole('button', { name: 'Browse Maths' }));
    await user.click(await screen.findByRole('row', { name: /Counting/ }));
    expect(screen.getByText(/Counts to ten/)).toBeDefined();
    expect(world.requested.at(-1)).toEqual({
      name: 'listChildren',
      request: { registry: registryId, uri: 'urn:example:maths' },
    });
    expect(screen.getByRole('button', { name: 'Import Maths' })).toBeDefined();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'All frameworks' }));
    expect(screen.queryByRole('treegrid')).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Browse Maths' }));
    const filter = screen.getByRole('textbox', { name: 'Only with these words' });
    await user.type(filter, 'x');
    await user.clear(filter);
    expect(screen.getByRole('button', { name: 'Browse Maths' })).toBeDefined();
    expect(document.activeElement).toBe(filter);
    expect(world.requested.filter(({ name }) => name === 'listFrameworks')).toHaveLength(1);
    expect(await world.database.frameworks.count()).toBe(0);
  });

  it.each([
    { kind: 'esco', browse: 1, import: 0 },
    { kind: 'case', browse: 0, import: 1 },
    { kind: 'osmt', browse: 1, import: 1 },
  ] as const)('of the kind $kind can be browsed and imported as that kind allows', async (able) => {
    world.answers.set('listFrameworks', listed);
    const { user } = showFrameworks([keptRegistry({ kind: able.kind })]);
    await user.click(await screen.findByRole('button', { name: 'From a registry' }));
    await screen.findByText('Maths');
    expect(screen.queryAllByRole('button', { name: 'Browse Maths' })).toHaveLength(able.browse);
    expect(screen.queryAllByRole('button', { name: 'Import Maths' })).toHaveLength(able.import);
  });

  it('is not offered by a registry whose kind lists none', async () => {
    world.answers.set('listFrameworks', listed);
    const { user } = showFrameworks([
      keptRegistry({ id: crypto.randomUUID(), kind: 'lightcast', name: 'Lightcast' }),
      keptRegistry({ name: 'Harbour' }),
    ]);
    await user.click(await screen.findByRole('button', { name: 'From a registry' }));
    await screen.findByText('Maths');
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Harbour']);
    expect(world.requested.every(({ request }) => request.registry === registryId)).toBe(true);
  });

  it('is not offered where no registry lists any', async () => {
    showFrameworks([keptRegistry({ kind: 'lightcast' })]);
    await screen.findByRole('button', { name: 'Import a file' });
    expect(screen.queryByRole('button', { name: 'From a registry' })).toBeNull();
  });
});

describe('the tree', () => {
  const chosen: TreeNode[] = [];
  const node = (name: string, over: Partial<TreeNode> = {}): TreeNode => ({
    uri: `https://skills.example/${name}`,
    name,
    statement: name,
    type: 'CFItem',
    ...over,
  });

  it('opens level by level with the keyboard, asks once for each, and tells what was chosen', async () => {
    chosen.length = 0;
    world.answers.set('listChildren', {
      ok: true,
      value: [node('Grade 1', { code: '1' }), node('Grade 2', { children: 0 })],
    });
    const source = registryTree(registryId, 'urn:example:doc');
    const { container } = show(<FrameworkTree label="Maths" source={source} onChoose={(one) => chosen.push(one)} />);
    const user = userEvent.setup();
    const first = await screen.findByRole('row', { name: /Grade 1/ });
    expect(first.getAttribute('aria-expanded')).toBe('false');
    expect(screen.getByRole('row', { name: /Grade 2/ }).getAttribute('aria-expanded')).toBeNull();
    await expectAccessible(container);
    world.answers.set('listChildren', { ok: true, value: [node('Adding', { children: 0 })] });
    await user.tab();
    await user.keyboard('{ArrowRight}');
    await screen.findByRole('row', { name: /Adding/ });
    await user.keyboard('{ArrowLeft}{ArrowRight}{ArrowDown}{Enter}');
    expect(chosen.map(({ name }) => name)).toEqual(['Adding']);
    expect(world.requested.map(({ request }) => request.uri)).toEqual([
      'urn:example:doc',
      'https://skills.example/Grade 1',
    ]);
  });

  it('says why a level cannot be had, and asks again when it is opened again', async () => {
    world.answers.set('listChildren', { ok: false, problem: { code: 'R310', message: 'Practice did not answer.' } });
    const source = registryTree(registryId, 'urn:example:doc');
    show(<FrameworkTree label="Maths" source={source} onChoose={() => {}} />);
    expect((await screen.findByRole('alert')).textContent).toContain('R310');
    world.answers.set('listChildren', { ok: true, value: [node('Grade 1')] });
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('row', { name: /Grade 1/ })).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leads from a search inside a framework to the place of the hit', async () => {
    const { user } = showFrameworks();
    await importTable(user, [
      'id,Skill,Parent',
      'urn:x-one:1,Wood,',
      'urn:x-one:2,Sawing,urn:x-one:1',
      'urn:x-one:3,Ripping,urn:x-one:2',
    ]);
    await user.click(screen.getByRole('button', { name: 'Browse' }));
    await screen.findByRole('row', { name: /Wood/ });
    expect(screen.queryByRole('row', { name: /Ripping/ })).toBeNull();
    await user.type(screen.getByRole('searchbox', { name: /^Find in/ }), 'ripp');
    await user.click(await screen.findByRole('button', { name: /Ripp/ }));
    const row = await screen.findByRole('row', { name: /Ripping/ });
    expect(row.getAttribute('aria-level')).toBe('3');
    await waitFor(() => expect(row.contains(document.activeElement)).toBe(true));
  });
});
