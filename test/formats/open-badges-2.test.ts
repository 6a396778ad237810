import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../lib/domain/problem.ts';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { openBadges2 } from '../../lib/formats/open-badges-2.ts';
import { hasOfficial, noticeLeftOut, official } from '../jsonld/official-contexts.ts';
import { goldenBundle, plainAlignment } from './bundles.ts';
import { describeFormat, type RoundTrip } from './contract.ts';
import { badgeLosses, lostInBadge, normalInBadge } from './judges/badge-losses.ts';
import { expandSafely } from './judges/json-ld.ts';
import { documentsOf, expectAssertion, expectBadgeClass, expectTargets } from './judges/open-badges.ts';

const losses = {
  ...badgeLosses(['title', 'description', 'keyword']),
  'skill type': ({ skill }: ResourceAlignment) => skill.type !== '',
  image: () => true,
};
const roundTrip: RoundTrip = {
  lost: (one) => ({ ...lostInBadge(one), ...(one.skill.type !== '' && { 'skill.type': 'skill type' }) }),
  normal: normalInBadge,
};

describeFormat({
  format: openBadges2,
  golden: 'open-badges-2.json',
  async judge(text, bundle) {
    for (const { document, own } of documentsOf(text, bundle)) {
      expectBadgeClass(document);
      expectTargets(document.alignment, own);
      const [expanded] = await expandSafely(document);
      expect(expanded?.['https://w3id.org/openbadges#alignment']).toHaveLength(own.length);
    }
  },
  losses,
  roundTrip,
});

describeFormat({
  format: openBadges2,
  choices: { content: 'assertion' },
  golden: 'open-badges-2-assertion.json',
  async judge(text, bundle) {
    for (const { document, own } of documentsOf(text, bundle)) {
      const badge = expectAssertion(document);
      expectBadgeClass(badge);
      expectTargets(badge.alignment, own);
      await expandSafely(document);
    }
  },
  losses: { ...losses, learner: () => true },
  roundTrip,
});

describe('Open Badges 2.0', () => {
  it('is refused by its judge without what an alignment must have', async () => {
    const badge = JSON.parse(await textOf(openBadges2.write(goldenBundle())));
    for (const member of ['targetName', 'targetUrl']) {
      const [first, ...rest] = badge.alignment;
      expect(() => expectBadgeClass({ ...badge, alignment: [{ ...first, [member]: undefined }, ...rest] })).toThrow();
    }
    for (const member of ['id', 'type', 'name', 'description', 'image', 'criteria', 'issuer', 'alignment']) {
      expect(() => expectBadgeClass({ ...badge, [member]: undefined }), member).toThrow();
    }
  });

  it('gives a badge class of a page the same identifier whoever writes it, and another page another', async () => {
    const [first, second] = ['https://lessons.example/1', 'https://lessons.example/2'].map((resource) => ({
      ...goldenBundle(),
      author: undefined,
      alignments: [plainAlignment({ resource })],
    }));
    if (!first || !second) throw new Error('two bundles');
    const ids = await Promise.all(
      [first, { ...first, made: '2027-01-01T00:00:00.000Z' }, second].map(
        async (bundle) => JSON.parse(await textOf(openBadges2.write(bundle))).id,
      ),
    );
    expect(ids[0]).toBe(ids[1]);
    expect(ids[0]).not.toBe(ids[2]);
  });

  it('says the relations in words, one sentence each', async () => {
    const badge = JSON.parse(await textOf(openBadges2.write(goldenBundle())));
    expect(badge.criteria.narrative).toBe(
      'The page teaches: Read a pay slip.\n\nThe page assesses: Compute percentages.\n\nThe page requires beforehand: Add and subtract decimals.',
    );
  });

  it('puts a placeholder where no issuer is known', async () => {
    const badge = JSON.parse(await textOf(openBadges2.write({ ...goldenBundle(), author: undefined })));
    expect(badge.issuer).toEqual({
      id: expect.stringMatching(/^urn:uuid:/),
      type: 'Issuer',
      name: 'Issuer not named yet',
    });
  });

  it('reads the names of 1.0, and takes the page of its criteria', async () => {
    const old = {
      name: 'Pay slips',
      description: 'Reads them.',
      image: 'https://badges.example/1.png',
      criteria: 'https://lessons.example/pay-slip#criteria',
      issuer: 'https://badges.example/issuer.json',
      tags: ['wages'],
      alignment: [
        { name: 'CCSS.RST.11-12.3', url: 'https://standards.example/RST/3', description: 'Follow a procedure.' },
        { name: 'No address' },
        { url: 'javascript:alert(1)' },
      ],
    };
    const text = JSON.stringify(old);
    expect(recogniseFormat(text)).toBe('open-badges-2');
    const read = await openBadges2.read?.(text);
    expect(read?.bundle.resources).toMatchObject([{ address: 'https://lessons.example/pay-slip' }]);
    expect(read?.bundle.resources[0]?.fields).toMatchObject({
      title: [{ value: 'Pay slips' }],
      keyword: [{ value: 'wages' }],
    });
    expect(read?.bundle.alignments.map(({ skill }) => [skill.uri, skill.name, skill.statement])).toEqual([
      ['https://standards.example/RST/3', 'CCSS.RST.11-12.3', 'Follow a procedure.'],
      [expect.stringMatching(/^urn:uuid:/), 'No address', ''],
    ]);
    expect(read?.warnings.map(({ count }) => count)).toEqual([2, 1, 1]);
  });

  it('says of an assertion that names its badge by an address where the alignments are', async () => {
    const text = JSON.stringify({
      '@context': 'https://w3id.org/openbadges/v2',
      type: 'Assertion',
      badge: 'https://b.example',
    });
    const read = await openBadges2.read?.(text);
    expect(read?.bundle.alignments).toEqual([]);
    expect(read?.warnings).toMatchObject([{ code: 'F502', count: 1 }]);
  });

  it('leaves out a badge that stands for no web page', async () => {
    const badge = JSON.parse(await textOf(openBadges2.write(goldenBundle())));
    const read = await openBadges2.read?.(JSON.stringify({ ...badge, criteria: { narrative: 'Be there.' } }));
    expect(read?.bundle.alignments).toEqual([]);
    expect(read?.warnings[0]?.message).toBe('A badge names no web page that it stands for.');
  });

  it('reads hostile members as what they are', async () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const text = `{"@context":"https://w3id.org/openbadges/v2","__proto__":{"criteria":"https://x.example"},"criteria":${deep},"alignment":[null,7,"x",{"targetName":{"__proto__":1},"targetUrl":${deep}}]}`;
    const read = await openBadges2.read?.(text);
    expect(read?.bundle).toEqual({ resources: [], alignments: [], skills: [], skillAlignments: [] });
  });
});

noticeLeftOut('18 samples of Open Badges 2.0');
describe.skipIf(!hasOfficial)('samples of Open Badges 2.0', () => {
  it('are read with the alignments that they hold', async () => {
    let [read, alignments] = [0, 0];
    for (let number = 1; number <= 18; number += 1) {
      const sample = official(`ob-examples/ob2-${String(number).padStart(2, '0')}.json`);
      const back = await openBadges2.read?.(JSON.stringify(sample)).catch((error: unknown) => error);
      // One of them is the header of a signature, and no badge.
      if (back instanceof Error) expect([back instanceof ProblemError, Object.keys(sample)]).toEqual([true, ['alg']]);
      else read += 1;
      alignments += (back as { bundle?: { alignments: unknown[] } }).bundle?.alignments.length ?? 0;
      if (!JSON.stringify(sample).includes('lignment')) expect(alignments).toBe(0);
    }
    console.log(`ob2 samples: ${read} read, ${alignments} alignments`);
    expect(read).toBe(17);
  });
});
