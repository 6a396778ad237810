import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import type { AlignmentFormat, WriteOptions } from '../../lib/formats/format.ts';
import { textOf } from '../../lib/formats/index.ts';
import {
  anyBundle,
  goldenBundle,
  hostileIdentifiers,
  hostileTexts,
  plainAlignment,
  type TestBundle,
} from './bundles.ts';

/** What a format's own test adds to the contract. */
export type FormatCase = {
  format: AlignmentFormat;
  /** Throws where the text is not what the format's specification asks for, or does not say what the bundle says. */
  judge(text: string, bundle: TestBundle, options: WriteOptions): Promise<void>;
  /** For each thing that may be lost: whether an alignment of the bundle loses it. */
  losses: Record<string, (alignment: ResourceAlignment, bundle: TestBundle) => boolean>;
  golden: string;
};

/** Bundles tried for each format. */
const runs = 300;

/** Holds for every format: what is written is judged, streams, is harmless, and loses exactly what it says. */
export function describeFormat({ format, judge, losses, golden }: FormatCase): void {
  const write = (bundle: TestBundle, options: WriteOptions = {}) => textOf(format.write(bundle, options));
  const optionsToTry = fc.record({ alignmentObjects: fc.boolean(), indent: fc.constantFrom(0, 2) });

  describe(`${format.id}, by the contract of formats`, () => {
    it('writes the golden file', async () => {
      const text = await write(goldenBundle());
      await judge(text, goldenBundle(), {});
      await expect(`${text}\n`).toMatchFileSnapshot(`../fixtures/golden/${golden}`);
    });

    it(`satisfies its judge for any of ${runs} bundles`, async () => {
      const judged = fc.asyncProperty(anyBundle, optionsToTry, async (bundle, options) => {
        await judge(await write(bundle, options), bundle, options);
      });
      await fc.assert(judged, { numRuns: runs });
    }, 60_000);

    it('loses exactly what it says, counted', async () => {
      const counted = fc.asyncProperty(anyBundle, async (bundle) => {
        const written = format.write(bundle);
        await textOf(written);
        const expected = Object.entries(losses)
          .map(([what, isLost]) => [what, bundle.alignments.filter((one) => isLost(one, bundle)).length])
          .filter(([, count]) => count);
        expect(Object.fromEntries(written.losses.map(({ what, count }) => [what, count]))).toEqual(
          Object.fromEntries(expected),
        );
      });
      await fc.assert(counted, { numRuns: runs });
    }, 60_000);

    it('tells each loss in a sentence, and answers a fresh list each time', async () => {
      const written = format.write(goldenBundle());
      expect(written.losses).toEqual([]);
      await textOf(written);
      for (const { message } of written.losses) expect(message).toMatch(/^[A-Z].*\.$/);
      expect(written.losses).toEqual(written.losses);
      expect(written.losses).not.toBe(written.losses);
    });

    it.each(hostileTexts.map((text) => [text.slice(0, 40), text]))(
      'is harmless and whole with %j',
      async (_, hostile) => {
        const { skill } = plainAlignment();
        const alignment = plainAlignment({
          note: hostile.slice(0, 2000),
          skill: {
            ...skill,
            name: hostile,
            statement: hostile,
            code: hostile,
            type: hostile,
            framework: { name: hostile },
          },
        });
        const fields = {
          title: [{ value: hostile, by: 'meta' as const }],
          author: [{ value: hostile, by: 'meta' as const }],
        };
        const address = alignment.resource;
        const bundle = {
          ...goldenBundle(),
          resources: new Map([[address, { address, fields }]]),
          alignments: [alignment],
        };
        const text = await write(bundle, { alignmentObjects: true });
        expect(text).not.toContain('<');
        expect(text).toBe(Buffer.from(text, 'utf8').toString('utf8'));
        expect(hasLoneSurrogate(JSON.parse(text))).toBe(false);
        await judge(text, bundle, { alignmentObjects: true });
      },
    );

    it.each(hostileIdentifiers)('never writes %j as an identifier', async (uri) => {
      const { skill } = plainAlignment();
      const alignment = plainAlignment({ skill: { ...skill, uri, framework: { name: 'Own', uri } } });
      const bundle = { ...goldenBundle(), author: { name: 'Jo', uri }, alignments: [alignment] };
      const text = await write(bundle, { alignmentObjects: true });
      for (const [, value] of membersOf(JSON.parse(text))) {
        if (typeof value === 'string') expect(value).not.toBe(uri);
      }
      await judge(text, bundle, { alignmentObjects: true });
    });

    it('writes the same from a list, a generator and an async generator', async () => {
      const bundle = goldenBundle();
      const list = await write(bundle);
      function* each() {
        yield* bundle.alignments;
      }
      async function* later() {
        yield* bundle.alignments;
      }
      expect(await textOf(format.write({ ...bundle, alignments: each() }))).toBe(list);
      expect(await textOf(format.write({ ...bundle, alignments: later() }))).toBe(list);
    });

    it('holds two resources in memory at once, however many there are', async () => {
      let taken = 0;
      let given = 0;
      async function* many() {
        for (taken = 1; taken <= 1000; taken += 1)
          yield plainAlignment({ resource: `https://lessons.example/${taken}` });
      }
      for await (const _ of format.write({ ...goldenBundle(), alignments: many() }).chunks) {
        given += 1;
        expect(taken - given).toBeLessThanOrEqual(3);
      }
      expect(given).toBeGreaterThanOrEqual(1000);
    });

    it('writes several resources in one document that its judge accepts', async () => {
      const resources = ['https://lessons.example/1', 'https://lessons.example/2', 'https://lessons.example/3'];
      const alignments = resources.map((resource) => plainAlignment({ resource }));
      const bundle = { ...goldenBundle(), resources: new Map(), alignments };
      for (const indent of [0, 2, 4]) await judge(await write(bundle, { indent }), bundle, { indent });
    });

    it('writes one line where no indentation is asked for, of the same content', async () => {
      const text = await write(goldenBundle(), { indent: 0 });
      expect(text).not.toContain('\n');
      expect(JSON.parse(text)).toEqual(JSON.parse(await write(goldenBundle())));
    });

    it('writes an empty document for no alignments', async () => {
      const bundle = { ...goldenBundle(), alignments: [] };
      await judge(await write(bundle), bundle, {});
    });

    it('stops with the reason of the signal', async () => {
      const controller = new AbortController();
      const reason = new Error('closed');
      function* endless() {
        for (let number = 1; ; number += 1) {
          if (number === 10) controller.abort(reason);
          yield plainAlignment({ resource: `https://lessons.example/${number}` });
        }
      }
      const written = format.write({ ...goldenBundle(), alignments: endless() }, { signal: controller.signal });
      await expect(textOf(written)).rejects.toBe(reason);
    });
  });
}

/** Every member of a JSON value, at any depth, as name and value. */
export function* membersOf(value: unknown): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) {
    yield [name, inner];
    yield* membersOf(inner);
  }
}

function hasLoneSurrogate(value: unknown): boolean {
  return [...membersOf([value])].some(([, inner]) => typeof inner === 'string' && /\p{Cs}/u.test(inner));
}
