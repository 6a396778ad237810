import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Counting,
  type CoverageTally,
  countIn,
  coverageOf,
  coverageStates,
  defaultCounting,
  linesInView,
  tallyAlignment,
  tallyBySkill,
} from '../../lib/domain/coverage.ts';
import { Fit, Relation } from '../../lib/domain/resource-alignment.ts';
import { isCounted } from '../../lib/domain/skill-outline.ts';
import { nodeAt, outlineFrom, someTree } from '../support/outlines.ts';

const outline = outlineFrom({
  '': [nodeAt('urn:x-test:ratios'), nodeAt('urn:x-test:old', { status: 'deprecated' })],
  'urn:x-test:ratios': [nodeAt('urn:x-test:1'), nodeAt('urn:x-test:2'), nodeAt('urn:x-test:3')],
});

type Said = { to: string; relation: Relation; fit?: Fit; published?: boolean };
function tallied(...said: Said[]): CoverageTally {
  const tally: CoverageTally = new Map();
  for (const { to, relation, fit = 'major', published = false } of said)
    tallyAlignment(tally, { skill: { uri: `urn:x-test:${to}` }, relation, fit }, published);
  return tallyBySkill(tally);
}
const counting = (over: Partial<Counting> = {}): Counting => ({ ...defaultCounting, ...over });

describe('what is covered', () => {
  it('tells a skill that is taught and never assessed from one that is assessed, both, or neither', () => {
    const tally = tallied(
      { to: '1', relation: 'teaches' },
      { to: '1', relation: 'teaches' },
      { to: '2', relation: 'assesses' },
      { to: '2', relation: 'requires' },
      { to: '3', relation: 'educationalLevel' },
    );
    const { lines, figures } = coverageOf(outline, tally, counting());
    expect(lines.map(({ state }) => state)).toEqual([undefined, 'taughtOnly', 'assessedOnly', 'neither', undefined]);
    expect(lines[1]?.pages).toEqual({ teaches: 2, assesses: 0, requires: 0 });
    expect(lines[0]).toMatchObject({ skills: 3, taught: 1, assessed: 1, required: 1 });
    expect(figures).toMatchObject({ skills: 3, states: { neither: 1, taughtOnly: 1, assessedOnly: 1, both: 0 } });
  });

  it('counts the fits and the published ones that it is asked for', () => {
    const tally = tallied(
      { to: '1', relation: 'teaches', fit: 'broad' },
      { to: '2', relation: 'teaches', fit: 'exact', published: true },
      { to: '3', relation: 'teaches', fit: 'exact' },
    );
    const taught = (over: Partial<Counting>) => coverageOf(outline, tally, counting(over)).figures.taught;
    expect([taught({}), taught({ fits: Fit.options }), taught({ fits: [] }), taught({ published: true })]).toEqual([
      2, 3, 0, 1,
    ]);
  });

  it('counts what names a heading for the skills below it only where it is asked to', () => {
    const tally = tallied({ to: 'ratios', relation: 'teaches' });
    expect(coverageOf(outline, tally, counting()).figures.taught).toBe(0);
    expect(coverageOf(outline, tally, counting({ below: true })).figures.taught).toBe(3);
  });

  it('knows a skill by another of its addresses', () => {
    const tree = outlineFrom({ '': [nodeAt('https://skills.example/api/skills/5')] });
    const tally: CoverageTally = new Map();
    for (const uri of ['https://skills.example/api/v3/skills/5', 'http://skills.example/api/skills/5'])
      tallyAlignment(tally, { skill: { uri }, relation: 'teaches', fit: 'major' }, false);
    expect(coverageOf(tree, tallyBySkill(tally), counting()).lines[0]?.pages.teaches).toBe(2);
  });
});

describe('what is shown', () => {
  const tally = tallied({ to: '1', relation: 'teaches' }, { to: '1', relation: 'assesses' });
  const covered = coverageOf(outline, tally, counting());

  it('keeps what stands above a gap, and nothing that is none', () => {
    expect(linesInView(outline, covered, 'gaps', new Set())).toEqual([0, 2, 3]);
    expect(linesInView(outline, covered, 'both', new Set())).toEqual([0, 1]);
    expect(linesInView(outline, covered, 'assessedOnly', new Set())).toEqual([]);
    expect(linesInView(outline, covered, 'all', new Set())).toEqual([0, 1, 2, 3, 4]);
  });

  it('shows nothing below a closed line', () => {
    expect(linesInView(outline, covered, 'all', new Set(['urn:x-test:ratios']))).toEqual([0, 4]);
  });
});

const someSaid = fc.array(
  fc.record({
    to: fc.nat(30).map(String),
    relation: fc.constantFrom(...Relation.options),
    fit: fc.constantFrom(...Fit.options),
    published: fc.boolean(),
  }),
  { maxLength: 40 },
);
const someCounting = fc.record({
  fits: fc.subarray([...Fit.options]),
  published: fc.boolean(),
  below: fc.boolean(),
});

it('counts what a plain count of each skill counts, whatever the tree and the alignments', () => {
  fc.assert(
    fc.property(someTree, someSaid, someCounting, (below, said, how) => {
      const tree = outlineFrom(below);
      const { lines, figures } = coverageOf(tree, tallied(...said), how);
      const counts = (relation: Relation, uris: readonly string[]) =>
        said.some(
          (one) =>
            uris.includes(`urn:x-test:${one.to}`) &&
            one.relation === relation &&
            how.fits.includes(one.fit) &&
            (one.published || !how.published),
        );
      const skills = tree.flatMap((line, place) => {
        if (!isCounted(line, place)) return [];
        const uris = [line.node.uri];
        for (let above = how.below ? line.parent : -1; above >= 0; above = tree[above]?.parent ?? -1)
          uris.push(tree[above]?.node.uri ?? '');
        return [{ place, taught: counts('teaches', uris), assessed: counts('assesses', uris) }];
      });
      expect(figures.skills).toBe(skills.length);
      expect(figures.taught).toBe(skills.filter(({ taught }) => taught).length);
      expect(figures.states.assessedOnly).toBe(skills.filter(({ taught, assessed }) => assessed && !taught).length);
      expect(coverageStates.reduce((sum, state) => sum + figures.states[state], 0)).toBe(figures.skills);
      for (const [place, line] of lines.entries()) {
        const inside = skills.filter((one) => one.place >= place && one.place < (tree[place]?.end ?? 0));
        expect([line.skills, line.taught]).toEqual([inside.length, inside.filter(({ taught }) => taught).length]);
      }
    }),
  );
});

it('shows exactly the skills that pass, and each with all that stands above it', () => {
  const views = ['gaps', ...coverageStates] as const;
  fc.assert(
    fc.property(someTree, someSaid, fc.constantFrom(...views), (below, said, view) => {
      const tree = outlineFrom(below);
      const covered = coverageOf(tree, tallied(...said), defaultCounting);
      const shown = linesInView(tree, covered, view, new Set());
      const skills = shown.filter((place) => covered.lines[place]?.state);
      expect(skills).toHaveLength(countIn(covered.figures, view));
      for (const place of skills) {
        const state = covered.lines[place]?.state;
        expect(view === 'gaps' ? state !== 'both' : state === view).toBe(true);
        for (let above = tree[place]?.parent ?? -1; above >= 0; above = tree[above]?.parent ?? -1)
          expect(shown).toContain(above);
      }
      expect(shown).toEqual([...shown].sort((one, other) => one - other));
    }),
  );
});
