import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isCounted, outlineOf } from '../../lib/domain/skill-outline.ts';
import { nodeAt, outlineFrom, someTree } from '../support/outlines.ts';

it('lists a tree from the top down, each line above what is below it', () => {
  const lines = outlineFrom({
    '': [nodeAt('urn:x-test:a'), nodeAt('urn:x-test:d')],
    'urn:x-test:a': [nodeAt('urn:x-test:b'), nodeAt('urn:x-test:c')],
  });
  expect(lines.map(({ node, depth, parent, end }) => [node.uri.slice(-1), depth, parent, end])).toEqual([
    ['a', 0, -1, 3],
    ['b', 1, 0, 2],
    ['c', 1, 0, 3],
    ['d', 0, -1, 4],
  ]);
});

it('ends where a tree goes round in a circle, and is not stopped by its depth', () => {
  expect(outlineOf((uri) => [nodeAt(uri === 'urn:x-test:a' ? 'urn:x-test:b' : 'urn:x-test:a')])).toHaveLength(2);
  const deep = outlineOf((uri) => {
    const depth = uri === '' ? 0 : Number(uri.slice(11));
    return depth < 20_000 ? [nodeAt(`urn:x-test:${depth + 1}`)] : [];
  });
  expect(deep).toHaveLength(20_000);
  expect(deep.at(-1)).toMatchObject({ depth: 19_999, parent: 19_998, end: 20_000 });
});

it('counts what has nothing below it and is in force', () => {
  const lines = outlineFrom({
    '': [
      nodeAt('urn:x-test:a'),
      nodeAt('urn:x-test:b', { status: 'replaced' }),
      nodeAt('urn:x-test:c', { status: 'draft' }),
    ],
    'urn:x-test:a': [nodeAt('urn:x-test:d')],
  });
  expect(lines.filter(isCounted).map(({ node }) => node.uri)).toEqual(['urn:x-test:d', 'urn:x-test:c']);
});

it('has every line of a tree once, between where it stands and where its parent ends', () => {
  fc.assert(
    fc.property(someTree, (below) => {
      const lines = outlineFrom(below);
      expect(lines).toHaveLength(Object.values(below).flat().length);
      for (const [place, { parent, end, depth }] of lines.entries()) {
        const above = lines[parent];
        expect(end).toBeGreaterThan(place);
        expect(depth).toBe(above ? above.depth + 1 : 0);
        if (above) expect(parent < place && end <= above.end).toBe(true);
      }
    }),
  );
});
