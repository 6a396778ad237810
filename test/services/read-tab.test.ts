import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { TabReading } from '../../lib/domain/tab-reading.ts';
import { expandText } from '../../lib/jsonld/index.ts';
import { readPage } from '../../lib/readers/index.ts';
import { createReadTab, type ReadTabNeeds } from '../../lib/services/read-tab.ts';
import { site } from '../support/pages/serve-pages.mjs';

const base = 'https://lessons.example/';

/** Reads one of the sample pages as the extension would: the injected reader's answer crosses as JSON. */
function readSample(name: string) {
  const { window } = new JSDOM(readFileSync(join(site, name), 'utf8'), { url: `${base}${name}` });
  return readWith({
    tab: async () => ({ url: `${base}${name}#part`, title: window.document.title }),
    inject: async () => {
      const reading = { ...readPage(window.document), contentType: window.document.contentType };
      return JSON.parse(JSON.stringify(reading));
    },
  });
}

async function readWith(needs: Omit<ReadTabNeeds, 'expandText'>): Promise<TabReading> {
  const reading = await createReadTab({ ...needs, expandText })(7);
  // What the screens get has to be of the shape that they were promised.
  expect(TabReading.parse(JSON.parse(JSON.stringify(reading)))).toEqual(JSON.parse(JSON.stringify(reading)));
  return reading;
}

const valuesOf = ({ resource }: TabReading, name: keyof NonNullable<TabReading['resource']>['fields']) =>
  (resource?.fields[name] ?? []).map(({ value, by }) => `${value} (${by})`);

describe('the sample pages', () => {
  it('reads a lesson in JSON-LD with everything that it declares', async () => {
    const reading = await readSample('lesson.html');
    expect(reading.problem).toBeUndefined();
    expect(reading.resource?.address).toBe(`${base}lesson.html`);
    expect(valuesOf(reading, 'title')[0]).toBe('The slope of a line (json-ld)');
    expect(valuesOf(reading, 'author')[0]).toBe('Ines Varga (json-ld)');
    expect(valuesOf(reading, 'level')[0]).toBe('Grade 8 (json-ld)');
    const declared = reading.declared.map(({ relation, skill }) => `${relation} ${skill.code ?? skill.name}`);
    expect(declared.sort()).toEqual([
      'requires M6.GEO.1',
      expect.stringMatching(/^requires /),
      'teaches M8.LIN.2',
      expect.stringMatching(/^teaches /),
      'teaches Say what a slope means in a story about speed',
    ]);
    expect(reading.sources.find(({ syntax }) => syntax === 'json-ld')).toBeDefined();
  });

  it.each([
    ['quiz.html', 'microdata', 'Check yourself: reading graphs', 'assesses', 2],
    ['course.html', 'rdfa', 'Keeping bees in a town', 'teaches', 2],
    ['bruchrechnen.html', 'json-ld', 'Brüche addieren', 'teaches', 1],
  ] as const)('reads %s in %s', async (name, syntax, title, relation, count) => {
    const reading = await readSample(name);
    expect(valuesOf(reading, 'title')[0]).toBe(`${title} (${syntax})`);
    expect(reading.declared.filter((one) => one.relation === relation && one.syntax === syntax)).toHaveLength(count);
  });

  it('reads meta tags where there is nothing else', async () => {
    const reading = await readSample('item.html');
    expect(valuesOf(reading, 'title')[0]).toBe('Water levels of the Mill Brook, 1990 to 2020 (meta)');
    expect(reading.resource?.canonical).toBe('https://repository.millbrook.example/items/42');
  });

  it('warns of a malformed block and reads the one after it', async () => {
    const reading = await readSample('broken.html');
    expect(reading.warnings.length).toBeGreaterThan(0);
    expect(JSON.stringify(reading.warnings)).toMatch(/script 1|block 1/);
    expect(reading.declared).toMatchObject([
      { relation: 'teaches', skill: { name: 'Read isobars', code: 'G9.WEA.2' } },
    ]);
  });

  it('reads a page whose form hides the content type from scripts', async () => {
    const { window } = new JSDOM('<title>Hidden</title>', { url: `${base}hidden` });
    const inject = async () => ({ ...readPage(window.document), contentType: {} });
    const reading = await readWith({ tab: async () => ({ url: `${base}hidden`, title: 'Hidden' }), inject });
    expect(reading.problem).toBeUndefined();
    expect(valuesOf(reading, 'title')[0]).toContain('Hidden');
  });

  it('has the tab’s title where the page says nothing else', async () => {
    const reading = await readSample('plain.html');
    expect(reading).toMatchObject({ declared: [], warnings: [] });
    expect(valuesOf(reading, 'title')[0]).toContain('Tying a bowline');
  });
});

describe('a tab that cannot be read', () => {
  const never = async () => {
    throw new Error('must not be injected');
  };

  it('injects nothing where the address says that it is no use', async () => {
    const reading = await readWith({
      tab: async () => ({ url: 'chrome://settings/', title: 'Settings' }),
      inject: never,
    });
    expect(reading).toEqual({
      declared: [],
      sources: [],
      warnings: [],
      problem: expect.objectContaining({ code: 'P101' }),
    });
  });

  it.each([
    ['refuses', () => Promise.reject(new Error('Cannot access contents of the page'))],
    ['answers nothing', async () => undefined],
    ['answers something else', async () => ({ url: 1, documents: 'no' })],
  ])('can be aligned by address and title where the injection %s', async (_case, inject) => {
    const reading = await readWith({ tab: async () => ({ url: `${base}a#b`, title: 'A' }), inject });
    expect(reading).toMatchObject({
      resource: { address: `${base}a`, fields: { title: [{ value: 'A', by: 'tab' }] } },
      problem: { code: 'P105' },
    });
  });

  it('tells a PDF by its content type, whatever its address', async () => {
    const { window } = new JSDOM('', { url: `${base}plan` });
    const inject = async () => ({ ...readPage(window.document), contentType: 'application/pdf' });
    const reading = await readWith({ tab: async () => ({ url: `${base}plan`, title: '' }), inject });
    expect(reading.problem?.code).toBe('P102');
    expect(reading.resource?.fields).toEqual({});
  });

  it('is an answer, too, where the tab is gone', async () => {
    const reading = await readWith({ tab: () => Promise.reject(new Error('No tab with id: 7.')), inject: never });
    expect(reading.problem?.code).toBe('P101');
  });
});
