import { describe, expect, it } from 'vitest';
import { asnJson } from '../../lib/skill-documents/asn-json.ts';
import { countsOf, describeDocument, readAll } from './contract.ts';
import { documentFrom, fixture, hasShared, noticeLeftOut, sharedDocument } from './documents.ts';

describeDocument({ document: asnJson, skills: { 'D9000000_measuring.json': 4 } });

describe('standards of ASN', () => {
  it('keep notation, level, label, and their twins under other addresses, one or several', async () => {
    const { skills } = await readAll(asnJson, fixture('asn-json', 'D9000000_measuring.json'));
    expect(skills[1]).toEqual({
      uri: 'http://asn.jesandco.org/resources/S9000002',
      name: 'Measure a length with a ruler.',
      statement: 'Measure a length with a ruler.',
      code: 'EX.K.M.1',
      type: 'asn:Statement',
      framework: { uri: 'http://asn.jesandco.org/resources/D9000000', name: 'D9000000 measuring' },
      category: 'Standard',
      keywords: ['K.M.1', 'M.1'],
      level: 'K, 1',
      parent: 'http://asn.jesandco.org/resources/S9000001',
      position: 0,
      sameAs: ['http://purl.org/ASN/resources/S9000002', 'https://standards.example/K/M/1', 'urn:guid:AB12'],
      language: 'en-US',
    });
    expect(skills[2]).toMatchObject({ level: 'K', position: 1 });
    expect(skills[2]?.sameAs).toContain('https://standards.example/K/M/2');
  });

  it('that are not meant for alignment are left out where nothing stands below them', async () => {
    const { skills, warnings } = await readAll(asnJson, fixture('asn-json', 'D9000000_measuring.json'));
    expect(skills.map(({ statement }) => statement)).toContain('Measuring');
    expect(skills.map(({ statement }) => statement)).not.toContain('An example, no standard.');
    expect(countsOf(warnings)).toEqual({ I433: 1 });
  });

  it('are read however deep they are nested', async () => {
    const depth = 5000;
    const open = Array.from(
      { length: depth },
      (_, at) => `{"id":"http://asn.jesandco.org/resources/S${at}","asn_x":1,"text":"${at}","children":[`,
    );
    const source = documentFrom('deep.json', `[${open.join('')}${']}'.repeat(depth)}]`);
    const { skills } = await readAll(asnJson, source);
    expect(skills).toHaveLength(depth);
    expect(skills.at(-1)?.parent).toBe(`http://asn.jesandco.org/resources/S${depth - 2}`);
  });
});

noticeLeftOut('documents of ASN', 1);

describe.skipIf(!hasShared)('Common Core mathematics', () => {
  it('holds 703 statements, every one with its twin or its exact match', async () => {
    const { frameworks, skills, warnings } = await readAll(
      asnJson,
      sharedDocument('registries/asn/asn_D10003FB_ccss_math.json.gz'),
    );
    expect(frameworks[0]?.uri).toBe('http://asn.jesandco.org/resources/D10003FB');
    const leftOut = warnings.reduce((sum, { count }) => sum + count, 0);
    expect(skills.length + leftOut).toBe(703);
    expect(skills.filter(({ parent }) => !parent)).toHaveLength(17);
    expect(skills.find(({ code }) => code === 'CCSS.Math.Content.K.CC.A.1')).toMatchObject({
      statement: 'Count to 100 by ones and by tens.',
      keywords: ['K.CC.1'],
    });
  });
});
