import { describe, expect, it } from 'vitest';
import { freshIndex, indexOf, namesFor, skill } from './support.ts';

describe('searching', () => {
  it('answers nothing from an empty index or for an empty query', async () => {
    expect(await namesFor(await freshIndex(), 'slope')).toEqual([]);
    const index = await indexOf('Slope');
    expect(await namesFor(index, '')).toEqual([]);
    expect(await namesFor(index, ' .,;!? ')).toEqual([]);
    expect(await namesFor(index, 'slope', 0)).toEqual([]);
  });

  it('finds a word in name, statement, keywords and category, in that order of worth', async () => {
    const index = await indexOf(
      skill('Stated', { statement: 'Finds the slope of a line.' }),
      skill('Sorted', { category: 'Lines and slope' }),
      skill('Named after slope'),
      skill('Tagged', { keywords: ['slope'] }),
    );
    expect(await namesFor(index, 'slope')).toEqual(['Named after slope', 'Tagged', 'Sorted', 'Stated']);
  });

  it('puts the skill first whose whole name was typed, in any case and order of words', async () => {
    const index = await indexOf(
      'Use supply chain management software',
      'Manage supply chain risks',
      'Supply chain management',
      skill('Logistics', { statement: 'Supply chain management of goods.' }),
    );
    expect((await namesFor(index, 'SUPPLY chain management'))[0]).toBe('Supply chain management');
    expect((await namesFor(index, 'management supply chain'))[0]).toBe('Supply chain management');
  });

  it('puts skills with every word before those with some, however good', async () => {
    const index = await indexOf(
      'Use CDC Supply Chain',
      'Supply Chain',
      skill('Logistics', { statement: 'Can manage the chain by which a company gets its supply of goods.' }),
    );
    expect((await namesFor(index, 'manage supply chain'))[0]).toBe('Logistics');
    expect(await namesFor(index, 'manage supply chain')).toHaveLength(3);
  });

  it('finds by the beginning of each word, and ranks the finished word above the begun', async () => {
    const index = await indexOf('Slopes of lines', 'Slope', 'Sloping roofs', 'Horses');
    expect(await namesFor(index, 'slop')).toHaveLength(3);
    expect((await namesFor(index, 'slope'))[0]).toBe('Slope');
    expect(await namesFor(index, 'li slo')).toContain('Slopes of lines');
    expect(await namesFor(index, 'h')).toEqual(['Horses']);
  });

  it('finds other inflections, even where they share less than a row of the index', async () => {
    const index = await indexOf('Running a shop', 'Study skies', 'Plan lessons', 'Negotiate prices');
    expect(await namesFor(index, 'run')).toEqual(['Running a shop']);
    expect(await namesFor(index, 'runs')).toEqual(['Running a shop']);
    expect(await namesFor(index, 'studies sky')).toContain('Study skies');
    expect(await namesFor(index, 'planning lesson')).toContain('Plan lessons');
    expect(await namesFor(index, 'price negotiation')).toContain('Negotiate prices');
  });

  it('has one skill with the words as typed on the first page, however well other inflections stand', async () => {
    const names = Array.from({ length: 30 }, (_, number) => `Power ${number}`);
    const index = await indexOf(...names, skill('Exponents', { statement: 'Calculates with powers of ten.' }));
    expect(await namesFor(index, 'powers')).toContain('Exponents');
    expect(await namesFor(index, 'powers', 5)).toContain('Exponents');
    expect((await namesFor(index, 'powers', 40)).filter((name) => name === 'Exponents')).toHaveLength(1);
  });

  it('ranks the word above a longer one that begins with it', async () => {
    const index = await indexOf('Javanese', 'JavaScript', 'Java (computer programming)');
    expect((await namesFor(index, 'java'))[0]).toBe('Java (computer programming)');
  });

  it('gives scores from 0 to 1, above one half exactly where every word was found', async () => {
    const index = await indexOf('Supply chain', 'Supply', 'Chain');
    const hits = await index.search('supply chain');
    expect(hits.map(({ skill, score }) => [skill.name, score > 0.5 && score <= 1])).toEqual([
      ['Supply chain', true],
      ['Supply', false],
      ['Chain', false],
    ]);
  });

  it('searches only in the frameworks asked for, and says where a hit comes from', async () => {
    const index = await freshIndex();
    await index.add([skill('Slope of a line')], { framework: 'maths' });
    await index.add([skill('Slope of a roof')], { framework: 'building' });
    const hits = await index.search('slope', { frameworks: ['building'] });
    expect(hits.map(({ skill, framework }) => [skill.name, framework])).toEqual([['Slope of a roof', 'building']]);
    expect(await index.search('slope', { frameworks: [] })).toEqual([]);
    expect(await index.search('slope')).toHaveLength(2);
  });

  it('answers an address once, as it was added last', async () => {
    const index = await freshIndex();
    await index.add([skill('Slope', { uri: 'urn:one' })], { framework: 'first' });
    await index.add([skill('Slope, revised', { uri: 'urn:one' })], { framework: 'second' });
    expect(await namesFor(index, 'slope')).toEqual(['Slope, revised']);
  });

  it('answers as many skills as asked for', async () => {
    const index = await indexOf(...Array.from({ length: 40 }, (_, number) => `Slope ${number}`));
    expect(await namesFor(index, 'slope')).toHaveLength(10);
    expect(await namesFor(index, 'slope', 25)).toHaveLength(25);
    expect(await namesFor(index, 'slope', 100)).toHaveLength(40);
  });

  it('rejects with the reason of its signal', async () => {
    const index = await indexOf('Slope');
    const reason = new Error('typed on');
    await expect(index.search('slope', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    const controller = new AbortController();
    const search = index.search('slope', { signal: controller.signal });
    queueMicrotask(() => controller.abort(reason));
    await expect(search).rejects.toBe(reason);
  });
});

describe('correcting', () => {
  it.each([
    ['a letter missing', 'managment'],
    ['a letter too many', 'managgement'],
    ['another letter', 'menagement'],
    ['two letters exchanged', 'manaegment'],
    ['the first letter wrong', 'nanagement'],
    ['two mistakes in a long word', 'maangemnet'],
  ])('finds a word with %s', async (_, query) => {
    const index = await indexOf('Management of supplies', 'Bookkeeping');
    expect(await namesFor(index, query)).toEqual(['Management of supplies']);
  });

  it('leaves alone what is found as typed, and what is too short or far off', async () => {
    const index = await indexOf('Form', 'From');
    expect(await namesFor(index, 'form')).toEqual(['Form']);
    expect(await namesFor(index, 'xy')).toEqual([]);
    expect(await namesFor(index, 'fxyz')).toEqual([]);
  });

  it('corrects a word that exists where the words do not meet otherwise', async () => {
    const index = await indexOf('Fill in a form', 'Read from a book');
    expect((await namesFor(index, 'read form'))[0]).toBe('Read from a book');
  });
});

describe('scripts and signs', () => {
  it.each([
    ['diacritics left out', 'Crème brûlée zubereiten', 'creme brulee'],
    ['diacritics put in', 'Resume writing', 'résumé'],
    ['sharp s', 'Straße bauen', 'strasse'],
    ['Greek', 'Ανάλυση δεδομένων', 'αναλυση'],
    ['Cyrillic', 'Управление проектами', 'проектами'],
    ['Arabic', 'إدارة المشاريع', 'إدارة'],
    ['Hindi', 'परियोजना प्रबंधन', 'प्रबंधन'],
    ['Hangul', '프로젝트 관리', '프로젝트'],
    ['Chinese', '机器学习工程', '学习'],
    ['Japanese', 'データ分析の基礎', '分析'],
    ['Thai', 'การจัดการโครงการ', 'โครงการ'],
    ['full width forms', 'ＡＢＣ analysis', 'abc'],
    ['letters beyond the basic plane', 'Read 𐐀𐐁𐐂𐐃𐐄 aloud', '𐐨𐐩𐐪𐐫'],
    ['C++', 'C++ programming', 'c++'],
    ['C#', 'C# programming', 'c#'],
  ])('finds %s', async (_, name, query) => {
    const index = await indexOf(skill(name, { language: 'und' }), 'Something else');
    expect((await namesFor(index, query))[0]).toBe(name);
  });

  it('takes names of object members and broken text for words like any other', async () => {
    const hostile = [
      '__proto__ pollution',
      'constructor',
      'toString hasOwnProperty',
      'half \ud83d pair',
      '<script>alert(1)</script>',
    ];
    const index = await indexOf(...hostile);
    expect(await namesFor(index, '__proto__')).toEqual(['__proto__ pollution']);
    expect(await namesFor(index, 'constructor')).toEqual(['constructor']);
    expect(await namesFor(index, 'hasownproperty')).toEqual(['toString hasOwnProperty']);
    expect(await namesFor(index, 'half \udc00 pair')).toEqual(['half \ud83d pair']);
    expect(await namesFor(index, 'script alert')).toEqual(['<script>alert(1)</script>']);
  });
});

describe('finding one thing', () => {
  it.each([
    ['K.CC.A.1', 'K.CC.A.1'],
    ['k.cc.a.1', 'K.CC.A.1'],
    ['K.CC.A.1', 'CCSS.Math.Content.K.CC.A.1'],
    ['RL.K.1', 'CCSS.ELA-Literacy.RL.K.1'],
    ['15-1252', '15-1252.00'],
    ['2.A.1.a', '2.A.1.a'],
    ['2.A.1', '2.A.1.a'],
    ['13699', '13699'],
  ])('finds %s by the notation %s', async (query, code) => {
    const index = await indexOf(skill('Wanted', { code }), skill('Count to 1', { code: 'X.9' }));
    expect((await namesFor(index, query))[0]).toBe('Wanted');
  });

  it('takes what only looks like a notation for words', async () => {
    const index = await indexOf('Apply ISO 9001 of 2015');
    expect(await namesFor(index, 'iso 9001:2015')).toEqual(['Apply ISO 9001 of 2015']);
  });

  const uuid = 'fac4775a-39d0-4bc4-a014-26ea1461bd8a';
  it.each([
    ['its address', 'https://lib.example/api/skills/7', 'https://lib.example/api/skills/7'],
    [
      'its address under the other scheme',
      `http://data.europa.eu/esco/skill/${uuid}`,
      `https://data.europa.eu/esco/skill/${uuid}`,
    ],
    ['its UUID', `http://data.europa.eu/esco/skill/${uuid}`, uuid.toUpperCase()],
    ['its CTID', `https://registry.example/resources/ce-${uuid}`, `ce-${uuid}`],
    ['its urn', `urn:uuid:${uuid}`, `urn:uuid:${uuid}`],
    ['its ASN twin', 'http://asn.jesandco.org/resources/S2366906', 'http://purl.org/ASN/resources/S2366906'],
    [
      'its address with a version',
      `https://cass.example/data/${uuid}`,
      `https://cass.example/data/${uuid}/1690000000000`,
    ],
  ])('finds a skill by %s', async (_, uri, query) => {
    const index = await indexOf(skill('Wanted', { uri }), skill('Other', { uri: 'https://lib.example/api/skills/8' }));
    expect(await namesFor(index, query)).toEqual(['Wanted']);
  });

  it('puts the very address before one that ends alike', async () => {
    const index = await indexOf(
      skill('There', { uri: 'https://there.example/7' }),
      skill('Here', { uri: 'https://here.example/7' }),
    );
    expect((await namesFor(index, 'https://here.example/7'))[0]).toBe('Here');
  });
});
