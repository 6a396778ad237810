import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { TabReading } from '../../lib/domain/tab-reading.ts';
import { expandText } from '../../lib/jsonld/index.ts';
import { readPage } from '../../lib/readers/index.ts';
import type { Injected } from '../../lib/services/frames.ts';
import { createReadTab, type ReadTabNeeds } from '../../lib/services/read-tab.ts';
import { site } from '../support/pages/serve-pages.mjs';

const base = 'https://lessons.example/';

/** The answer of a page's own document, and of its frames. */
const only = (result: unknown): Injected => ({
  answers: [{ frame: { id: 0, url: base, title: '' }, result }],
  leftOut: 0,
});

/** Reads one of the sample pages as the extension would: the injected reader's answer crosses as JSON. */
function readSample(name: string) {
  const { window } = new JSDOM(readFileSync(join(site, name), 'utf8'), { url: `${base}${name}` });
  return readWith({
    tab: async () => ({ url: `${base}${name}#part`, title: window.document.title }),
    inject: async () => {
      const reading = { ...readPage(window.document), contentType: window.document.contentType };
      return only(JSON.parse(JSON.stringify(reading)));
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

it('expands JSON-LD against the base element of the page', async () => {
  const course = { '@context': 'https://schema.org', '@type': 'Course', name: 'A', teaches: { '@id': 'skills/1' } };
  const html = `<base href="/courses/"><script type="application/ld+json">${JSON.stringify(course)}</script>`;
  const { window } = new JSDOM(html, { url: `${base}page` });
  const { declared } = await readWith({
    tab: async () => ({ url: `${base}page`, title: '' }),
    inject: async () => only(JSON.parse(JSON.stringify(readPage(window.document)))),
  });
  expect(declared.map(({ skill }) => skill.uri)).toEqual([`${base}courses/skills/1`]);
});

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
    const inject = async () => only({ ...readPage(window.document), contentType: {} });
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

describe('a page with frames', () => {
  const readingOf = (name: string) => {
    const { window } = new JSDOM(readFileSync(join(site, name), 'utf8'), { url: `${base}${name}` });
    return JSON.parse(JSON.stringify(readPage(window.document)));
  };
  const frame = (id: number, title: string) => ({ id, url: `${base}${id}`, title });
  const readFramed = (own: string, inner: unknown[], leftOut = 0) =>
    readWith({
      tab: async () => ({ url: `${base}${own}`, title: 'A tab' }),
      inject: async () => ({
        answers: [readingOf(own), ...inner].map((result, id) => ({ frame: frame(id, `Frame ${id}`), result })),
        leftOut,
      }),
    });

  it('takes from a frame what the page does not say, and names the frame', async () => {
    const reading = await readFramed('framed.html', [readingOf('broken.html')]);
    expect(reading.declared).toMatchObject([{ skill: { name: 'Read isobars' }, frame: 'Frame 1' }]);
    expect(reading.resource?.fields.type).toMatchObject([{ value: 'tutorial', by: 'json-ld', frame: 'Frame 1' }]);
    expect(valuesOf(reading, 'title')).toEqual(['Course room: week 3 (tab)']);
    expect(reading.frames).toMatchObject([{ title: 'Frame 1', sources: [{ syntax: 'json-ld', items: 2 }, {}] }]);
    expect(reading.warnings.map(({ where }) => where)).toEqual(['script 1, frame “Frame 1”']);
  });

  it('leaves the word to the page where it says something of the kind itself', async () => {
    const alone = await readSample('lesson.html');
    const reading = await readFramed('lesson.html', [readingOf('broken.html')]);
    expect(reading.declared).toEqual(alone.declared);
    expect(reading.resource?.fields).toMatchObject(alone.resource?.fields ?? {});
    expect(reading.sources).toEqual(alone.sources);
    expect(reading.frames).toHaveLength(1);
  });

  it('takes each thing from the first frame that says it, and lists none that says nothing', async () => {
    const inner = ['plain.html', 'broken.html', 'lesson.html'].map(readingOf);
    const reading = await readFramed('framed.html', inner);
    expect(reading.declared).toHaveLength(1);
    expect(reading.resource?.fields.type?.[0]?.frame).toBe('Frame 2');
    expect(reading.resource?.fields.author?.[0]?.frame).toBe('Frame 3');
    expect(reading.frames?.map(({ title }) => title)).toEqual(['Frame 2', 'Frame 3']);
  });

  it('counts frames that kept us out, or answered something else', async () => {
    const reading = await readFramed('framed.html', [{ url: 1 }, undefined], 2);
    expect(reading.framesLeftOut).toBe(4);
    expect(reading).not.toHaveProperty('frames');
  });

  it('reads a frame without an address of its own as part of the page', async () => {
    const inner = { ...readingOf('lesson.html'), url: 'about:srcdoc', base: `${base}framed.html` };
    const reading = await readFramed('framed.html', [inner]);
    expect(reading.warnings.map(({ code }) => code)).toEqual(['stale-statement']);
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
    ['answers nothing', async () => only(undefined)],
    ['answers something else', async () => only({ url: 1, documents: 'no' })],
  ])('can be aligned by address and title where the injection %s', async (_case, inject) => {
    const reading = await readWith({ tab: async () => ({ url: `${base}a#b`, title: 'A' }), inject });
    expect(reading).toMatchObject({
      resource: { address: `${base}a`, fields: { title: [{ value: 'A', by: 'tab' }] } },
      problem: { code: 'P105' },
    });
  });

  it('tells a PDF by its content type, whatever its address', async () => {
    const { window } = new JSDOM('', { url: `${base}plan` });
    const inject = async () => only({ ...readPage(window.document), contentType: 'application/pdf' });
    const reading = await readWith({ tab: async () => ({ url: `${base}plan`, title: '' }), inject });
    expect(reading.problem?.code).toBe('P102');
    expect(reading.resource?.fields).toEqual({});
  });

  it('is an answer, too, where the tab is gone', async () => {
    const reading = await readWith({ tab: () => Promise.reject(new Error('No tab with id: 7.')), inject: never });
    expect(reading.problem?.code).toBe('P101');
  });
});
