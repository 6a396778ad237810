import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { IncomingAlignment } from '../../lib/domain/bundle.ts';
import { ProblemError } from '../../lib/domain/problem.ts';
import { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import type { Skill } from '../../lib/domain/skill.ts';
import { SkillAlignment } from '../../lib/domain/skill-alignment.ts';
import type { AlignmentFormat, Candidate, WriteOptions } from '../../lib/formats/format.ts';
import { textOf } from '../../lib/formats/index.ts';
import {
  anyBundle,
  goldenBundle,
  hostileIdentifiers,
  hostileTexts,
  plainAlignment,
  type TestBundle,
} from './bundles.ts';

/** What of an alignment a file may carry or lose, by the place where it stands in an IncomingAlignment. */
export type Carried =
  | 'id'
  | 'relation'
  | 'fit'
  | 'note'
  | 'evidence'
  | 'created'
  | 'modified'
  | `skill.${'uri' | 'name' | 'statement' | 'code' | 'type' | 'category' | 'keywords' | 'occupations' | 'language' | 'license'}`
  | 'skill.framework.uri'
  | 'skill.framework.name';

const everythingCarried: readonly Carried[] = [
  ...(['id', 'relation', 'fit', 'note', 'evidence', 'created', 'modified'] as const),
  ...(['uri', 'name', 'statement', 'code', 'type', 'category', 'keywords', 'occupations', 'language', 'license'].map(
    (name) => `skill.${name}`,
  ) as Carried[]),
  'skill.framework.uri',
  'skill.framework.name',
];

/** How a format is read back. */
export type RoundTrip = {
  /**
   * What of an alignment does not come back, each with the loss of the format's table under which `write` says so. What is
   * not listed has to come back as it was.
   */
  lost(alignment: ResourceAlignment, bundle: TestBundle): Partial<Record<Carried, string>>;
  /** What is written otherwise than it was kept, and so comes back otherwise: white space, characters that no text may hold. */
  normal?(value: unknown, place: Carried, one: { skill: { name: string } }): unknown;
  /** The order in which alignments come back, where it is another than the bundle's. */
  inOrder?(alignments: ResourceAlignment[], bundle: TestBundle): ResourceAlignment[];
  /** Alignments of a bundle that do not come back at all, each counted in `losses` or refused by design. */
  isDropped?(alignment: ResourceAlignment): boolean;
  options?: WriteOptions;
  /** The statements from skill to skill that come back, each as it comes back. Absent: none does. */
  statements?(bundle: TestBundle): unknown[];
};

/** What a format's own test adds to the contract. */
export type FormatCase = {
  format: AlignmentFormat;
  /** What kind of text it is. Default `json`. */
  text?: 'json' | 'other';
  /** Whether records are written just as they are kept, so that the store alone answers for their identifiers. */
  isVerbatim?: boolean;
  /** How it is read back, for formats that are. */
  roundTrip?: RoundTrip;
  /** Throws where the text is not what the format's specification asks for, or does not say what the bundle says. */
  judge(text: string, bundle: TestBundle, options: WriteOptions): Promise<void>;
  /** For each thing that may be lost: whether an alignment of the bundle loses it. */
  losses: Record<string, (alignment: ResourceAlignment, bundle: TestBundle) => boolean>;
  /** The same for each statement from skill to skill, for formats that write them. */
  statementLosses?: Record<string, (alignment: SkillAlignment, bundle: TestBundle) => boolean>;
  /** The same for each skill that goes along without an alignment to it. */
  skillLosses?: Record<string, (skill: Skill, bundle: TestBundle) => boolean>;
  /** The bundle of the golden file. Default: one page that teaches, assesses and requires one skill each. */
  goldenOf?: () => TestBundle;
  /** What a person may choose, written into the golden file and everything else. Default: what the format does unasked. */
  choices?: WriteOptions;
  golden: string;
};

/** Bundles tried for each format. */
const runs = 1000;

/** Holds for every format: what is written is judged, streams, is harmless, and loses exactly what it says. */
export function describeFormat({
  format,
  judge,
  losses,
  golden,
  text = 'json',
  isVerbatim = false,
  roundTrip,
  statementLosses = {},
  skillLosses = {},
  goldenOf = goldenBundle,
  choices = {},
}: FormatCase): void {
  const isJson = text === 'json';
  const write = (bundle: TestBundle, options: WriteOptions = {}) =>
    textOf(format.write(bundle, { ...choices, ...options }));
  const optionsToTry = fc.record({ alignmentObjects: fc.boolean(), indent: fc.constantFrom(0, 2) });

  describe(`${[format.id, ...Object.values(choices)].join(' ')}, by the contract of formats`, () => {
    it('writes the golden file', async () => {
      const text = await write(goldenOf());
      await judge(text, goldenOf(), {});
      await expect(text.endsWith('\n') ? text : `${text}\n`).toMatchFileSnapshot(`../fixtures/golden/${golden}`);
    });

    it(`satisfies its judge for any of ${runs} bundles`, async () => {
      const judged = fc.asyncProperty(anyBundle, optionsToTry, async (bundle, options) => {
        await judge(await write(bundle, options), bundle, options);
      });
      await fc.assert(judged, { numRuns: runs });
      console.log(`judge ${format.id}: ${runs} bundles hold`);
    }, 60_000);

    it('loses exactly what it says, counted', async () => {
      const counted = fc.asyncProperty(anyBundle, async (bundle) => {
        const written = format.write(bundle, choices);
        await textOf(written);
        const expected = new Map<string, number>();
        const count = <Row>(tests: Record<string, (row: Row, bundle: TestBundle) => boolean>, rows: Row[] = []) => {
          for (const [what, isLost] of Object.entries(tests))
            expected.set(what, (expected.get(what) ?? 0) + rows.filter((row) => isLost(row, bundle)).length);
        };
        count(losses, bundle.alignments);
        count(statementLosses, bundle.skillAlignments);
        count(skillLosses, bundle.skills);
        expect(Object.fromEntries(written.losses.map(({ what, count }) => [what, count]))).toEqual(
          Object.fromEntries([...expected].filter(([, count]) => count > 0)),
        );
      });
      await fc.assert(counted, { numRuns: runs });
    }, 60_000);

    it('tells each loss in a sentence, and answers a fresh list each time', async () => {
      const written = format.write(goldenOf(), choices);
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
        expect(text).toBe(Buffer.from(text, 'utf8').toString('utf8'));
        if (isJson) expect(text).not.toContain('<');
        if (isJson) expect(hasLoneSurrogate(JSON.parse(text))).toBe(false);
        await judge(text, bundle, { alignmentObjects: true });
      },
    );

    if (isJson && !isVerbatim)
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
      expect(await textOf(format.write({ ...bundle, alignments: each() }, choices))).toBe(list);
      expect(await textOf(format.write({ ...bundle, alignments: later() }, choices))).toBe(list);
    });

    it('holds two resources in memory at once, however many there are', async () => {
      let taken = 0;
      let given = 0;
      async function* many() {
        const { skill } = plainAlignment();
        for (taken = 1; taken <= 1000; taken += 1)
          yield plainAlignment({
            resource: `https://lessons.example/${taken}`,
            skill: { ...skill, uri: `https://skills.example/${taken}` },
          });
      }
      for await (const _ of format.write({ ...goldenBundle(), alignments: many() }, choices).chunks) {
        given += 1;
        expect(taken - given).toBeLessThanOrEqual(3);
      }
      expect(given).toBeGreaterThanOrEqual(1000);
    });

    it('writes several resources in one document that its judge accepts', async () => {
      const resources = ['https://lessons.example/1', 'https://lessons.example/2', 'https://lessons.example/3'];
      const alignments = resources.map((resource) => plainAlignment({ resource }));
      const bundle = { ...goldenBundle(), resources: new Map(), alignments };
      for (const indent of isJson ? [0, 2, 4] : [2]) await judge(await write(bundle, { indent }), bundle, { indent });
    });

    if (isJson)
      it('writes one line where no indentation is asked for, of the same content', async () => {
        const text = await write(goldenOf(), { indent: 0 });
        expect(text).not.toContain('\n');
        expect(JSON.parse(text)).toEqual(JSON.parse(await write(goldenOf())));
      });

    it('writes an empty document for no alignments', async () => {
      const bundle = { ...goldenBundle(), alignments: [] };
      await judge(await write(bundle), bundle, {});
    });

    if (roundTrip) describeRoundTrip(format, { options: choices, ...roundTrip }, goldenOf);

    it('stops with the reason of the signal', async () => {
      const controller = new AbortController();
      const reason = new Error('closed');
      function* endless() {
        for (let number = 1; ; number += 1) {
          if (number === 10) controller.abort(reason);
          yield plainAlignment({ resource: `https://lessons.example/${number}` });
        }
      }
      const written = format.write(
        { ...goldenBundle(), alignments: endless() },
        {
          ...choices,
          signal: controller.signal,
        },
      );
      await expect(textOf(written)).rejects.toBe(reason);
    });
  });
}

/** Holds for every format that is read: what was written comes back, less exactly the losses that `write` named. */
function describeRoundTrip(
  format: AlignmentFormat,
  { lost, normal, isDropped, inOrder = (alignments) => alignments, options, statements }: RoundTrip,
  goldenOf: () => TestBundle,
): void {
  const readBack = async (text: string) => {
    const read = await format.read?.(text);
    if (!read) throw new Error(`${format.id} has no read`);
    return read;
  };

  it(`gives back what it wrote less its losses, for any of ${runs} bundles`, async () => {
    const returns = fc.asyncProperty(storedBundle, async (bundle) => {
      const written = format.write(bundle, options);
      const text = await textOf(written);
      const named = new Set(written.losses.map(({ what }) => what));
      const left = bundle.alignments.filter((one) => !isDropped?.(one));
      const kept = inOrder(left, bundle);
      const { alignments, skillAlignments } = (await readBack(text)).bundle;
      const said = (one: IncomingAlignment | ResourceAlignment, without: Partial<Record<Carried, string>>) =>
        JSON.stringify([
          one.resource,
          ...everythingCarried.map((place) => {
            if (Object.hasOwn(without, place)) return 'lost';
            const value = valueAt(one, place);
            const said = value === undefined ? value : (normal?.(value, place, one) ?? value);
            return isNothing(said) ? null : said;
          }),
        ]);
      const places = kept.map((one) => lost(one, bundle));
      for (const loss of places.flatMap((place) => Object.values(place))) expect(named).toContain(loss);
      expect(alignments).toHaveLength(kept.length);
      const matched = alignments.map((one, index) => said(one, places[index] ?? {}));
      expect(matched).toEqual(kept.map((one, index) => said(one, places[index] ?? {})));
      if (statements) expect(skillAlignments).toEqual(statements(bundle));
    });
    await fc.assert(returns, { numRuns: runs });
    console.log(`round trip ${format.id}: ${runs} bundles`);
  }, 120_000);

  it('knows its own text, and leaves a hostile or a foreign one alone', async () => {
    const text = await textOf(format.write(goldenOf(), options));
    expect(format.recognises?.(candidate(text))).toBe(true);
    for (const other of ['', 'null', '[]', '{}', '"x"', '{"@context":{"__proto__":{"x":1}},"__proto__":{}}'])
      expect(format.recognises?.(candidate(other)), other).toBe(false);
  });

  it('ends in a problem or a reading, never in another error, whatever is cut off', async () => {
    const text = await textOf(format.write(goldenOf(), options));
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const ended = await readBack(text.slice(0, (text.length * tenth) / 10)).catch((error: unknown) => error);
      if (ended instanceof Error) expect(ended).toBeInstanceOf(ProblemError);
    }
  });
}

/** A text as `recognises` is shown it. */
export function candidate(text: string): Candidate {
  try {
    return { text, json: JSON.parse(text) };
  } catch {
    return { text, json: undefined };
  }
}

function valueAt(value: unknown, place: string): unknown {
  return place
    .split('.')
    .reduce<unknown>(
      (at, name) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[name] : undefined),
      value,
    );
}

/** Whether a value says as little as an absent one. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Bundles as the store hands them out: each record fits its schema. */
const storedBundle = anyBundle.map((bundle) => ({
  ...bundle,
  alignments: bundle.alignments.filter((one) => ResourceAlignment.safeParse(one).success),
  skillAlignments: (bundle.skillAlignments ?? []).filter((one) => SkillAlignment.safeParse(one).success),
}));

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
