import { describe, expect, it } from 'vitest';
import { textOf } from '../../lib/formats/index.ts';
import { openBadges2 } from '../../lib/formats/open-badges-2.ts';
import { goldenBundle, plainAlignment } from './bundles.ts';
import { describeFormat } from './contract.ts';
import { badgeLosses } from './judges/badge-losses.ts';
import { expandSafely } from './judges/json-ld.ts';
import { documentsOf, expectBadgeClass, expectTargets } from './judges/open-badges.ts';

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
  losses: {
    ...badgeLosses(['title', 'description', 'keyword']),
    'skill type': ({ skill }) => skill.type !== '',
    image: () => true,
  },
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
});
