import { describe, expect, it } from 'vitest';
import { casePackage } from '../../lib/skill-documents/case-package.ts';
import { countsOf, describeDocument, readAll } from './contract.ts';
import { documentFrom, fixture, hasShared, noticeLeftOut, sharedDocument } from './documents.ts';

describeDocument({ document: casePackage, skills: { 'kitchen-1.1.json': 2, 'workshop-1.0.json': 11 } });

/** The last digits of a uri, which tell the fixtures' items apart. */
const short = (uri: string | undefined) => uri?.replace(/.*0{2,}/, '');

describe('a CASE package', () => {
  it('comes with its publisher, the words of its licence, its version and its state', async () => {
    const { frameworks } = await readAll(casePackage, fixture('case-package', 'workshop-1.0.json'));
    expect(frameworks).toEqual([
      {
        uri: 'https://case.example/ims/case/v1p0/CFDocuments/5b1d0000-0000-4000-8000-000000000001',
        name: 'Workshop standards',
        description: 'What a beginner learns in the workshop.',
        publisher: 'Trades press',
        license: 'Creative Commons Attribution 4.0',
        version: '3',
        language: 'en',
        status: 'draft',
        modified: '2026-02-01T00:00:00+00:00',
      },
    ]);
  });

  it('keeps its tree: children in sequence, several roots, groupings last, circles cut, strays at the top', async () => {
    const { skills, warnings } = await readAll(casePackage, fixture('case-package', 'workshop-1.0.json'));
    const places = skills.map(({ uri, parent, position }) => [short(uri), short(parent), position]);
    expect(places).toEqual([
      ['10', undefined, 1],
      ['11', '10', 2],
      ['12', '10', 1],
      ['13', '10', undefined],
      ['14', '10', 4],
      ['20', undefined, 2],
      ['21', '20', 1],
      ['22', undefined, undefined],
      ['23', '22', undefined],
      ['24', undefined, undefined],
      ['25', undefined, undefined],
    ]);
    expect(countsOf(warnings)).toEqual({ I431: 1, I432: 1, I434: 1, I435: 1 });
  });

  it('says what was replaced, what ran out, what is the very same, and nothing of what is only related', async () => {
    const { skills } = await readAll(casePackage, fixture('case-package', 'workshop-1.0.json'));
    const states = skills.flatMap(({ uri, status, replacedBy, sameAs }) =>
      status || sameAs ? [[short(uri), status, short(replacedBy), sameAs]] : [],
    );
    expect(states).toEqual([
      ['11', undefined, undefined, ['urn:guid:6D2A4B']],
      ['13', 'replaced', '14', undefined],
    ]);
  });

  it('gives an item its code, level, kind, keywords, and its own language and licence before those of the whole', async () => {
    const { skills } = await readAll(casePackage, fixture('case-package', 'workshop-1.0.json'));
    expect(skills[0]).toMatchObject({
      name: 'Hand tools',
      statement: 'Uses hand tools.',
      code: 'W.1',
      level: '09, 10',
    });
    expect(skills[1]).toMatchObject({ type: 'CFItem', category: 'Standard', keywords: ['chisel', 'edge'] });
    expect(skills[1]?.statement).toBe('Sharpens a chisel to a *mirror* edge.');
    expect(skills[2]?.language).toBe('en-GB');
    expect(skills[5]?.license).toBe('https://creativecommons.org/publicdomain/zero/1.0/');
    expect(skills[9]?.category).toBe('Task');
    expect(skills[10]?.uri).toBe('urn:uuid:5b1d0000-0000-4000-8000-000000000025');
  });

  it('of version 1.1 is read as well, and all of a framework that is out of force is out of force', async () => {
    const { frameworks, skills } = await readAll(casePackage, fixture('case-package', 'kitchen-1.1.json'));
    expect(frameworks[0]?.status).toBe('deprecated');
    expect(skills.map(({ status }) => status)).toEqual(['deprecated', 'deprecated']);
    expect(skills[1]).toMatchObject({ parent: skills[0]?.uri, position: 1 });
  });

  it('is refused with the number of the entry where something else stands among its items', async () => {
    const text = JSON.stringify({
      CFDocument: { title: 'T' },
      CFItems: [{ fullStatement: 'A', uri: 'https://a.example/1' }, 7],
    });
    await expect(readAll(casePackage, documentFrom('odd.json', text))).rejects.toMatchObject({
      problem: { code: 'I410', message: expect.stringContaining('CFItems[1]') },
    });
  });

  it('is refused where two items have one identifier, and where it has none', async () => {
    const item = { fullStatement: 'A', uri: 'https://a.example/1' };
    const text = (CFItems: unknown[]) =>
      documentFrom('p.json', JSON.stringify({ CFDocument: { title: 'T' }, CFItems }));
    await expect(readAll(casePackage, text([item, item]))).rejects.toMatchObject({ problem: { code: 'I411' } });
    await expect(readAll(casePackage, text([]))).rejects.toMatchObject({ problem: { code: 'I412' } });
  });
});

const packages: [string, number, number][] = [
  ['AdoptedTestFramework', 1, 1],
  ['ItemTypeTestFramework', 1, 1],
  ['MarkdownFramework', 2, 2],
  ['Ordering', 28, 1],
  ['SequenceNumberFramework', 2, 2],
  ['SmartLevelFramework', 14, 2],
  ['Utf8TestFramework', 1, 1],
];
noticeLeftOut('packages of OpenSALT', packages.length);

describe.skipIf(!hasShared)('packages of OpenSALT', () => {
  it.each(packages)('%s holds %i items, %i of them at the top', async (name, count, atTop) => {
    const { skills, warnings } = await readAll(casePackage, sharedDocument(`registries/case/opensalt_${name}.json`));
    expect([skills.length, skills.filter(({ parent }) => !parent).length, warnings]).toEqual([count, atTop, []]);
  });
});
