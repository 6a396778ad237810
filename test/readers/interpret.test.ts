import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { expandText } from '../../lib/jsonld/index.ts';
import { readPage } from '../../lib/readers/index.ts';
import { type Interpretation, interpret } from '../../lib/readers/interpret.ts';
import type { SyntaxNodes } from '../../lib/readers/terms.ts';
import { documentOf } from './suites.ts';

async function interpreted(html: string, url = 'https://lessons.example/page', loaded = url): Promise<Interpretation> {
  const reading = { ...readPage(documentOf(html, url)), loaded };
  const said: SyntaxNodes[] = [];
  for (const { syntax, expanded, text } of reading.documents) {
    const nodes = expanded ?? (text === undefined ? [] : (await expandText(text, { baseUrl: url })).nodes);
    said.push({ syntax, nodes });
  }
  return interpret(
    said.flatMap(({ nodes }) => nodes),
    reading,
    said,
  );
}

function fixture(name: string, url?: string): Promise<Interpretation> {
  return interpreted(readFileSync(new URL(`../fixtures/pages/${name}.html`, import.meta.url), 'utf8'), url);
}

const jsonLd = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
const course = (more: object) => jsonLd({ '@context': 'https://schema.org', '@type': 'Course', name: 'A', ...more });
const aligned = (object: object) => course({ educationalAlignment: { '@type': 'AlignmentObject', ...object } });
const codes = ({ warnings }: Interpretation) => warnings.map(({ code }) => code);

describe('a lesson in modern JSON-LD', () => {
  const page = () => fixture('modern-json-ld', 'https://lessons.example/fractions?utm_source=mail');

  it('keeps the title the author gave over og:title, and the other visible', async () => {
    const { resource } = await page();
    expect(resource.fields.title).toEqual([
      { value: 'Adding fractions', by: 'json-ld' },
      { value: 'Adding fractions - learn it fast!', by: 'meta' },
      { value: 'Adding fractions | Lessons', by: 'tab' },
    ]);
  });

  it('takes the lesson, not the organisation or the breadcrumbs', async () => {
    const { resource } = await page();
    expect(resource.fields.type?.[0]).toEqual({ value: 'lesson', by: 'json-ld' });
    expect(resource.fields.author).toEqual([{ value: 'Ada Osei', by: 'json-ld' }]);
    expect(resource.canonical).toBe('https://lessons.example/fractions');
  });

  it('gives values in words', async () => {
    const { fields } = (await page()).resource;
    expect(fields.license).toEqual([
      { value: 'CC BY 4.0', uri: 'https://creativecommons.org/licenses/by/4.0/', by: 'json-ld' },
      { value: 'CC BY-NC 4.0', uri: 'https://creativecommons.org/licenses/by-nc/4.0/', by: 'meta' },
    ]);
    expect(fields.time).toEqual([{ value: '1 h 30 min', by: 'json-ld' }]);
    expect(fields.age).toEqual([{ value: '8-9', by: 'json-ld' }]);
    expect(fields.audience).toEqual([{ value: 'student', by: 'json-ld' }]);
    expect(fields.level).toEqual([{ value: 'Grade 3', by: 'json-ld' }]);
    expect(fields.keyword?.map(({ value }) => value)).toEqual(['fractions', 'addition', 'denominators']);
    expect(fields.accessibility?.map(({ value }) => value)).toEqual(['alternative text', 'reading order']);
    expect(fields.language).toEqual([{ value: 'en', by: 'tab' }]);
  });

  it('reads terms, texts and addresses as skills, and a twin once', async () => {
    const { declared } = await page();
    expect(declared).toEqual([
      {
        relation: 'teaches',
        syntax: 'json-ld',
        skill: {
          uri: 'https://skills.example/s/1',
          name: 'Add fractions',
          statement: 'Adds fractions with like denominators.',
          code: '4.NF.B.3',
          framework: { name: 'Maths skills', uri: 'https://skills.example/set' },
        },
      },
      { relation: 'teaches', syntax: 'json-ld', skill: { name: 'Explain a common denominator' } },
      { relation: 'assesses', syntax: 'json-ld', skill: { name: '4.NF.B.3', code: '4.NF.B.3' } },
      { relation: 'requires', syntax: 'json-ld', skill: { uri: 'https://skills.example/s/0' } },
    ]);
  });
});

describe('alignments as pages really write them', () => {
  it('reads types without scheme, lower-case properties, name for targetName, placeholders for addresses', async () => {
    const page = await fixture('malformed-microdata');
    expect(page.declared[0]).toEqual({
      relation: 'educationalLevel',
      asWritten: 'Educational level',
      syntax: 'microdata',
      skill: { name: '2', framework: { name: 'US Grade Levels' } },
    });
    expect(page.resource.fields.level).toEqual([{ value: '2', by: 'microdata' }]);
    expect(codes(page)).toContain('alignment-address-unusable');
  });

  it('makes an alignment of each alignmentType and each notation', async () => {
    const { declared } = await fixture('malformed-microdata');
    expect(declared.slice(1).map(({ relation, skill }) => `${relation} ${skill.code}`)).toEqual([
      'teaches ccss.ela-literacy.rl.2.1',
      'teaches ccss.ela-literacy.rl.2.2',
      'assesses ccss.ela-literacy.rl.2.1',
      'assesses ccss.ela-literacy.rl.2.2',
      'educationalSubject ccss.ela-literacy.rl.2.1',
      'educationalSubject ccss.ela-literacy.rl.2.2',
    ]);
  });

  it('reads an alignment whose scope was forgotten, and doubts a framework that contradicts the code', async () => {
    const page = await fixture('spread-alignment');
    expect(page.declared).toEqual([
      {
        relation: 'requires',
        asWritten: 'http://purl.org/dcx/lrmi-vocabs/alignmentType/prerequisite',
        syntax: 'microdata',
        skill: {
          uri: 'https://skills.example/ps2-1',
          name: 'NGSS-3-PS2-1',
          code: 'NGSS-3-PS2-1',
          framework: { name: 'Common Core State Standards' },
        },
      },
    ]);
    expect(codes(page)).toEqual(['alignment-without-scope', 'framework-contradicts-code']);
  });

  it('reads both LRMI namespaces in RDFa', async () => {
    const { resource, declared } = await fixture('lrmi-rdfa');
    expect(resource.fields.use).toEqual([{ value: 'instruction', by: 'rdfa' }]);
    expect(resource.fields.license?.[0]).toMatchObject({ value: 'CC0 1.0', by: 'rdfa' });
    expect(declared).toEqual([
      { relation: 'assesses', syntax: 'rdfa', skill: { name: 'Comparer' } },
      { relation: 'textComplexity', asWritten: 'complexityLevel', syntax: 'rdfa', skill: { name: 'Niveau 3' } },
    ]);
  });

  it.each([
    ['teaches', 'teaches'],
    ['Teaches', 'teaches'],
    ['http://purl.org/dcx/lrmi-vocabs/alignmentType/assesses', 'assesses'],
    ['prerequisite', 'requires'],
    ['requires', 'requires'],
    ['Educational level', 'educationalLevel'],
    ['educationLevel', 'educationalLevel'],
    ['educationalSubject', 'educationalSubject'],
    ['reading Level', 'readingLevel'],
    ['complexityLevel', 'textComplexity'],
    ['textcomplexity', 'textComplexity'],
  ])('takes the alignmentType %s for %s', async (alignmentType, relation) => {
    const { declared, warnings } = await interpreted(aligned({ alignmentType, targetName: 'X' }));
    expect(declared.map((one) => one.relation)).toEqual([relation]);
    expect(warnings).toEqual([]);
  });

  it.each([
    ['relation-missing', { targetName: 'X' }],
    ['relation-unknown', { targetName: 'X', alignmentType: 'hinders' }],
  ])('guesses the relation and says so: %s', async (code, object) => {
    const page = await interpreted(aligned(object));
    expect(page.declared).toMatchObject([{ relation: 'teaches', skill: { name: 'X' } }]);
    expect(page.declared[0]?.asWritten).toBeDefined();
    expect(codes(page)).toEqual([code]);
  });

  it('reads the class name used as a property, and an alignment that is plain text', async () => {
    const alignments = { AlignmentObject: [{ alignmentType: 'teaches', targetName: 'SL.K.1a' }] };
    const page = await interpreted(course({ ...alignments, educationalAlignment: 'Grade 3 reading' }));
    expect(page.declared.map(({ skill }) => skill.name)).toEqual(['Grade 3 reading', 'SL.K.1a']);
    expect(codes(page)).toEqual(['alignment-as-text']);
  });

  it('reads CTDL and Open Badges where a page carries them', async () => {
    const ctdl = jsonLd({
      '@context': { ceterms: 'https://purl.org/ctdl/terms/' },
      '@type': 'ceterms:Course',
      'ceterms:name': 'A',
      'ceterms:teaches': [
        { 'ceterms:targetNode': { '@id': 'https://skills.example/1' }, 'ceterms:targetNodeName': 'S' },
      ],
      'ceterms:requires': {
        '@type': 'ceterms:ConditionProfile',
        'ceterms:targetCompetency': { 'ceterms:targetNodeName': 'R', 'ceterms:codedNotation': 'R.1' },
      },
    });
    const badge = jsonLd({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'BadgeClass',
      id: 'https://lessons.example/page',
      name: 'B',
      alignment: [{ targetName: 'Sew', targetUrl: 'https://skills.example/sew', targetCode: 'T.1' }],
    });
    expect((await interpreted(ctdl)).declared).toEqual([
      { relation: 'teaches', syntax: 'json-ld', skill: { uri: 'https://skills.example/1', name: 'S' } },
      { relation: 'requires', syntax: 'json-ld', skill: { name: 'R', code: 'R.1' } },
    ]);
    expect((await interpreted(badge)).declared).toEqual([
      {
        relation: 'teaches',
        asWritten: 'alignment',
        syntax: 'json-ld',
        skill: { uri: 'https://skills.example/sew', name: 'Sew', code: 'T.1' },
      },
    ]);
  });
});

it('says what a resource is based on, by name or by address', async () => {
  const isBasedOn = [
    'https://lessons.example/older',
    { '@type': 'Book', name: 'Sums', url: 'https://books.example/1' },
  ];
  expect((await interpreted(course({ isBasedOn }))).resource.fields.basedOn).toEqual([
    { value: 'https://lessons.example/older', uri: 'https://lessons.example/older', by: 'json-ld' },
    { value: 'Sums', uri: 'https://books.example/1', by: 'json-ld' },
  ]);
});

describe('which statement is about the page', () => {
  it('does not use what is said of another address', async () => {
    const page = await interpreted(
      course({ url: 'https://lessons.example/another', teaches: 'X' }),
      'https://lessons.example/page',
    );
    expect(page.declared).toEqual([]);
    expect(page.resource.fields.title).toBeUndefined();
    expect(page.warnings).toMatchObject([{ code: 'stale-statement', where: 'https://lessons.example/another' }]);
  });

  it.each([
    'http://lessons.example/page',
    'https://www.lessons.example/page/',
    '/page#part',
    'https://lessons.example/page?utm_source=mail',
  ])('takes %s for the page itself', async (url) => {
    const page = await interpreted(course({ url, teaches: 'X' }));
    expect(page.declared).toHaveLength(1);
    expect(page.warnings).toEqual([]);
  });

  it('tells pages apart by their queries', async () => {
    const page = await interpreted(course({ url: '/page?lesson=1' }), 'https://lessons.example/page?lesson=2');
    expect(codes(page)).toEqual(['stale-statement']);
  });

  describe('after navigation inside an application', () => {
    const [old, now] = ['https://lessons.example/kneading', 'https://lessons.example/proving'];
    const canonical = (address: string) => `<link rel="canonical" href="${address}">`;

    it('does not let an old canonical link vouch for old statements', async () => {
      const html = canonical(old) + course({ url: old, teaches: 'Knead' });
      const page = await interpreted(html, now, old);
      expect(page.declared).toEqual([]);
      expect(page.resource).toEqual({ address: now, fields: {} });
      expect(codes(page)).toEqual(['stale-statement']);
      expect((await interpreted(html, old)).declared).toHaveLength(1);
    });

    it('takes what is said of the new address, and its canonical link', async () => {
      const page = await interpreted(canonical(`${now}/`) + course({ url: now, teaches: 'Prove' }), now, old);
      expect(page.declared).toHaveLength(1);
      expect(page.resource.canonical).toBe(`${now}/`);
    });

    it('still takes the canonical link for the page where only a query was added', async () => {
      const html = canonical('https://lessons.example/dough') + course({ url: '/dough', teaches: 'Knead' });
      expect((await interpreted(html, `${old}?step=2`, old)).declared).toHaveLength(1);
    });
  });

  it('follows mainEntity past a list of other courses', async () => {
    const graph = [
      { '@type': 'Course', name: 'Other 1' },
      { '@type': 'WebPage', name: 'Page', mainEntity: { '@id': '#main' }, inLanguage: 'de' },
      { '@id': '#main', '@type': 'Course', name: 'Main', teaches: 'X' },
    ];
    const { resource, declared } = await interpreted(jsonLd({ '@context': 'https://schema.org', '@graph': graph }));
    expect(resource.fields.title).toEqual([{ value: 'Main', by: 'json-ld' }]);
    expect(resource.fields.language).toEqual([{ value: 'de', by: 'json-ld' }]);
    expect(declared.map(({ skill }) => skill.name)).toEqual(['X']);
  });

  it('lets JSON-LD speak before microdata and RDFa, whatever their order in the page', async () => {
    const html = `<div vocab="http://schema.org/" typeof="Course"><b property="name">R</b></div>
      <div itemscope itemtype="http://schema.org/Course"><b itemprop="name">M</b></div>${course({ name: 'J' })}`;
    expect((await interpreted(html)).resource.fields.title).toEqual([
      { value: 'J', by: 'json-ld' },
      { value: 'M', by: 'microdata' },
      { value: 'R', by: 'rdfa' },
    ]);
  });
});

describe('the seam of two arguments', () => {
  it('knows the syntax of nodes that stand in the reading, and takes others for JSON-LD', async () => {
    const html = '<div itemscope itemtype="http://schema.org/Course"><b itemprop="name">M</b></div>';
    const reading = readPage(documentOf(html, 'https://lessons.example/page'));
    const nodes = reading.documents.flatMap(({ expanded }) => expanded ?? []);
    const other = { '@type': ['http://schema.org/Course'], 'http://schema.org/name': [{ '@value': 'J' }] };
    expect(interpret([...nodes, other], reading).resource.fields.title).toEqual([
      { value: 'J', by: 'json-ld' },
      { value: 'M', by: 'microdata' },
    ]);
  });
});

describe('a repository item', () => {
  it('is read by its meta tags and Signposting', async () => {
    const { fields } = (await fixture('repository-item')).resource;
    expect(fields.title).toEqual([
      { value: 'Soil and water', by: 'meta' },
      { value: 'Item 123/4 - Repository', by: 'tab' },
    ]);
    expect(fields.author?.map(({ value }) => value)).toEqual(['Okafor, N.', 'Lind, M.']);
    expect(fields.date).toEqual([{ value: '2019-03', by: 'meta' }]);
    expect(fields.keyword?.map(({ value }) => value)).toEqual(['soil', 'water', 'erosion']);
    expect(fields.license?.at(-1)).toMatchObject({ value: 'CC BY-SA 4.0' });
    expect(fields.partOf).toEqual([{ value: 'Field Notes', by: 'meta' }]);
  });
});
