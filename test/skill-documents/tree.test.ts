import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Branch } from '../../lib/domain/skill-tree.ts';
import { type TreeSkill, treeOf } from '../../lib/skill-documents/tree.ts';

function skill(uri: string, over: Partial<TreeSkill> = {}): TreeSkill {
  return { uri, name: `Name of ${uri}`, statement: `Does ${uri}.`, type: 'CFItem', ...over };
}

/** The children of each branch by their uris. */
function shapeOf(branches: Branch[]): Record<string, string[]> {
  return Object.fromEntries(branches.map(({ node, children }) => [node, children.map(({ uri }) => uri)]));
}

/** Frameworks of up to 40 skills: any parent, itself and strangers included, and any position. */
const anyFramework = fc
  .array(
    fc.record({ parent: fc.option(fc.nat(45)), position: fc.option(fc.double({ noNaN: true }), { nil: undefined }) }),
    {
      maxLength: 40,
    },
  )
  .map((places) =>
    places.map(({ parent, position }, at) =>
      skill(`s${at}`, { position, ...(parent !== null && { parent: `s${parent}` }) }),
    ),
  );

describe('the tree of a framework', () => {
  it('has one branch for each line with something below it, in order, and says how many stand below each', () => {
    const { branches, cut, orphans } = treeOf('f', [
      skill('a', { code: 'A', language: 'en', status: 'draft' }),
      skill('a2', { parent: 'a', position: 2 }),
      skill('a3', { parent: 'a' }),
      skill('a1', { parent: 'a', position: 1 }),
      skill('a11', { parent: 'a1' }),
      skill('b'),
    ]);
    expect(branches.map(({ framework, node, parent }) => [framework, node, parent])).toEqual([
      ['f', '', undefined],
      ['f', 'a', undefined],
      ['f', 'a1', 'a'],
    ]);
    expect(shapeOf(branches)).toEqual({ '': ['a', 'b'], a: ['a1', 'a2', 'a3'], a1: ['a11'] });
    expect(branches[0]?.children).toEqual([
      {
        uri: 'a',
        name: 'Name of a',
        statement: 'Does a.',
        code: 'A',
        type: 'CFItem',
        status: 'draft',
        language: 'en',
        children: 3,
      },
      { uri: 'b', name: 'Name of b', statement: 'Does b.', type: 'CFItem', children: 0 },
    ]);
    expect([cut, orphans]).toEqual([[], []]);
  });

  it('cuts each circle at one place, says where, and keeps what hangs on it', () => {
    const { branches, cut } = treeOf('f', [
      skill('a', { parent: 'c' }),
      skill('b', { parent: 'a' }),
      skill('c', { parent: 'b' }),
      skill('self', { parent: 'self' }),
      skill('below', { parent: 'b' }),
    ]);
    expect(cut).toEqual(['a', 'self']);
    expect(shapeOf(branches)).toEqual({ '': ['a', 'self'], a: ['b'], b: ['c', 'below'] });
  });

  it('puts at the top what stands below a stranger, and says so', () => {
    const { branches, orphans } = treeOf('f', [skill('a', { parent: 'elsewhere' }), skill('b', { parent: 'a' })]);
    expect(orphans).toEqual(['a']);
    expect(shapeOf(branches)).toEqual({ '': ['a'], a: ['b'] });
  });

  it('of nothing is an empty top', () => {
    expect(treeOf('f', [])).toEqual({ branches: [{ framework: 'f', node: '', children: [] }], cut: [], orphans: [] });
  });

  it('takes names that objects have of themselves', () => {
    const { branches } = treeOf('f', [skill('__proto__'), skill('constructor', { parent: '__proto__' })]);
    expect(branches.map(({ node, children }) => [node, children.length])).toEqual([
      ['', 1],
      ['__proto__', 1],
    ]);
  });

  it('holds every skill exactly once, reached from the top, with true counts, whatever the parents', () => {
    fc.assert(
      fc.property(anyFramework, (skills) => {
        const { branches, cut, orphans } = treeOf('f', skills);
        const byNode = new Map(branches.map((branch) => [branch.node, branch]));
        const reached: string[] = [];
        const open = [''];
        for (let node = open.pop(); node !== undefined; node = open.pop()) {
          for (const child of byNode.get(node)?.children ?? []) {
            reached.push(child.uri);
            expect(child.children).toBe(byNode.get(child.uri)?.children.length ?? 0);
            if (byNode.has(child.uri)) open.push(child.uri);
          }
        }
        expect(reached.toSorted()).toEqual(skills.map(({ uri }) => uri).toSorted());
        const atTop = new Set(byNode.get('')?.children.map(({ uri }) => uri));
        for (const uri of [...cut, ...orphans]) expect(atTop.has(uri)).toBe(true);
        const moved = new Set([...cut, ...orphans]);
        expect(skills.filter(({ uri, parent }) => atTop.has(uri) && parent && !moved.has(uri))).toEqual([]);
      }),
    );
  });

  it('orders every branch by position, and by the source where positions are equal or absent', () => {
    fc.assert(
      fc.property(anyFramework, (skills) => {
        const rank = new Map(
          skills.map(({ uri, position }, at) => [uri, [position ?? Number.POSITIVE_INFINITY, at] as const]),
        );
        for (const { children } of treeOf('f', skills).branches) {
          for (const [at, { uri }] of children.slice(1).entries()) {
            const [before, here] = [rank.get(children[at]?.uri ?? ''), rank.get(uri)];
            if (!before || !here) throw new Error('a line that no skill is for');
            expect(before[0] < here[0] || (before[0] === here[0] && before[1] < here[1])).toBe(true);
          }
        }
      }),
    );
  });

  it('of 100,000 skills is made though each stands below the last, and though all stand at the top', () => {
    const count = 100_000;
    const chain = Array.from({ length: count }, (_, at) => skill(`${at}`, at > 0 ? { parent: `${at - 1}` } : {}));
    expect(treeOf('f', chain).branches).toHaveLength(count);
    const ring = chain.map((one, at) => (at === 0 ? { ...one, parent: `${count - 1}` } : one));
    expect(treeOf('f', ring).cut).toEqual(['0']);
    const flat = Array.from({ length: count }, (_, at) => skill(`${at}`, { position: count - at }));
    const [top] = treeOf('f', flat).branches;
    expect([top?.children.length, top?.children[0]?.uri]).toEqual([count, `${count - 1}`]);
  });
});
