// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CoverageScreen } from '../../components/coverage/CoverageScreen.tsx';
import { coverageFileName, coverageTable } from '../../components/coverage/coverage-table.ts';
import { coverageOf, defaultCounting } from '../../lib/domain/coverage.ts';
import type { Fit, Relation } from '../../lib/domain/resource-alignment.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { keepResource } from '../../lib/store/resources.ts';
import { keptFramework } from '../support/frameworks.ts';
import { branchesOf, nodeAt, outlineFrom } from '../support/outlines.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
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

const said: string[] = [];
const tree = {
  '': [nodeAt('urn:test:ratios', { name: 'Ratios', code: '7.RF' })],
  'urn:test:ratios': [
    nodeAt('urn:test:1', { name: 'Unit rates', code: '7.RF.1' }),
    nodeAt('urn:test:2', { name: '=Slope', code: '7.RF.2' }),
    nodeAt('urn:test:3', { name: 'Percent', code: '7.RF.3' }),
  ],
};

beforeEach(() => {
  location.hash = '';
  said.length = 0;
});

async function keepTree() {
  await world.database.frameworks.bulkAdd([
    keptFramework({ id: 'maths', name: 'Harbour Maths' }),
    keptFramework({ id: 'bare', name: 'Zero', uri: 'urn:test:bare' }),
  ]);
  await world.database.branches.bulkAdd(branchesOf('maths', tree));
}

let pages = 0;
async function align(to: string, relation: Relation, fit: Fit = 'major') {
  pages += 1;
  const made = newAlignment({ choice: { relation, fit } });
  const address = `https://lessons.example/${pages}`;
  await addAlignment(
    world.database,
    { ...made, resource: { ...made.resource, address }, skill: { ...made.skill, uri: `urn:test:${to}` } },
    new Date(),
  );
}

function open() {
  const user = userEvent.setup();
  return { user, ...show(<CoverageScreen onSay={(text) => said.push(text)} />) };
}
const rowOf = async (name: RegExp) => within(await screen.findByRole('row', { name }));
const cells = async (name: RegExp) => (await rowOf(name)).getAllByRole('cell').map(({ textContent }) => textContent);
const figure = (name: RegExp) => screen.getByText(name).closest('.figure')?.querySelector('dd')?.textContent;

describe('the coverage of a framework', () => {
  it('says what to do where no framework is kept', async () => {
    const { container } = open();
    expect((await screen.findByRole('heading', { level: 2 })).textContent).toBe('No framework is kept here yet');
    await expectAccessible(container);
  });

  it('shows for each skill how many pages stand to it, and for a heading how much below it is covered', async () => {
    await keepTree();
    await align('1', 'teaches');
    await align('1', 'teaches');
    await align('1', 'requires');
    await align('2', 'assesses');
    const { container } = open();
    expect(await cells(/^7\.RF\.1/)).toEqual(['2', 'not assessed', '1']);
    expect(await cells(/^7\.RF\.2/)).toEqual(['not taught', '1', '0']);
    expect(await cells(/^7\.RF\.3/)).toEqual(['not taught', 'not assessed', '0']);
    expect(await cells(/^7\.RF Ratios/)).toEqual(['1 of 3', '1 of 3', '1 of 3']);
    expect([figure(/^skills taught/), figure(/^taught, never/), figure(/^neither/)]).toEqual(['1 of 3', '1', '1']);
    const link = screen.getByRole('link', { name: '2 pages teach it' });
    expect(link.getAttribute('href')).toBe('#skill/urn%3Atest%3A1');
    await expectAccessible(container);
  });

  it('changes as soon as something is aligned', async () => {
    await keepTree();
    open();
    expect(await cells(/^7\.RF\.3/)).toEqual(['not taught', 'not assessed', '0']);
    await act(() => align('3', 'teaches'));
    await waitFor(async () => expect(await cells(/^7\.RF\.3/)).toEqual(['1', 'not assessed', '0']));
    expect(figure(/^skills taught/)).toBe('1 of 3');
  });

  it('narrows to gaps with their headings, and folds what is below a heading', async () => {
    await keepTree();
    await align('1', 'teaches');
    await align('1', 'assesses');
    const { user } = open();
    await rowOf(/^7\.RF\.1/);
    await user.click(screen.getByRole('radio', { name: 'Gaps 2' }));
    expect(screen.queryByRole('row', { name: /^7\.RF\.1/ })).toBeNull();
    await rowOf(/^7\.RF\.2/);
    await user.click(screen.getByRole('button', { name: '7.RF Ratios' }));
    expect(screen.getByRole('button', { name: '7.RF Ratios' }).getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('row', { name: /^7\.RF\.2/ })).toBeNull();
    await user.click(screen.getByRole('radio', { name: 'Assessed, never taught 0' }));
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('No skill of this framework is like that');
    await user.click(screen.getByRole('button', { name: 'All skills' }));
    await rowOf(/^7\.RF Ratios/);
  });

  it('counts what it is asked to count', async () => {
    await keepTree();
    await align('1', 'teaches', 'broad');
    await align('ratios', 'teaches');
    const { user } = open();
    await rowOf(/^7\.RF\.1/);
    const taught = () => figure(/^skills taught/);
    expect(taught()).toBe('0 of 3');
    await user.click(screen.getByRole('checkbox', { name: 'broad and narrow' }));
    expect(taught()).toBe('1 of 3');
    await user.click(screen.getByRole('checkbox', { name: /^what names a heading/ }));
    expect(taught()).toBe('3 of 3');
    await user.click(screen.getByRole('checkbox', { name: 'published ones only' }));
    expect(taught()).toBe('0 of 3');
  });

  it('names the pages that align to nothing, and the framework that the address names', async () => {
    await keepTree();
    const address = 'https://lessons.example/left';
    await keepResource(world.database, { address, fields: { title: [{ value: 'Left', by: 'json-ld' }] } }, new Date());
    location.hash = '#coverage/bare';
    const { user } = open();
    expect((await screen.findByRole('heading', { level: 2, name: /Nothing stands/ })).textContent).toBe(
      'Nothing stands in this framework',
    );
    await user.click(screen.getByText(/^Pages that align to nothing/));
    const link = await screen.findByRole('link', { name: 'Left' });
    expect(link.getAttribute('href')).toBe(`#resource/${encodeURIComponent(address)}`);
    expect(figure(/page aligns to nothing/)).toBe('1');
  });

  it('has only the rows in view in the document', async () => {
    await world.database.frameworks.add(keptFramework({ id: 'large', name: 'Large' }));
    const skills = Array.from({ length: 2000 }, (_, index) => nodeAt(`urn:test:${index}`));
    await world.database.branches.bulkAdd(branchesOf('large', { '': skills }));
    open();
    const table = await screen.findByRole('table');
    expect(table.getAttribute('aria-rowcount')).toBe('2001');
    expect(table.querySelectorAll('tr').length).toBeLessThan(60);
  });
});

describe('the table that is exported', () => {
  const outline = outlineFrom(tree);
  const coverage = coverageOf(outline, new Map(), defaultCounting);

  it('has a line for each that is shown, and no cell that a spreadsheet would run', () => {
    expect(coverageTable(outline, coverage, [0, 2]).split('\r\n')).toEqual([
      'Level,Code,Skill,Address,teaches,assesses,requires,State,Skills below,Skills below that are taught,Skills below that are assessed',
      '1,7.RF,Ratios,urn:test:ratios,0,0,0,,3,0,0',
      `2,7.RF.2,"'=Slope",urn:test:2,0,0,0,Neither,,,`,
    ]);
  });

  it.each([
    ['Harbour Maths', 'Harbour-Maths-coverage.csv'],
    ['../../x:y', 'x-y-coverage.csv'],
    ['Größe', 'Größe-coverage.csv'],
    ['***', 'framework-coverage.csv'],
  ])('of %s is called %s', (framework, name) => {
    expect(coverageFileName(framework)).toBe(name);
  });
});

it('says everything by messages', async () => {
  await keepTree();
  await align('1', 'teaches');
  await keepResource(world.database, { address: 'https://lessons.example/left', fields: {} }, new Date());
  speakPseudo();
  open();
  await rowOf(/7\.RF\.1/);
  expect([
    unsaid(document.body),
    unsaidNames(document.body, ['Harbour Maths', 'Unit rates', '=Slope', 'Percent']),
  ]).toEqual([[], []]);
});
