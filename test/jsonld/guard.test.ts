import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../lib/jsonld/guard.ts';
import { expand, expandText } from '../../lib/jsonld/index.ts';

const context = 'https://schema.org';

function codes({ warnings }: { warnings: { code: string }[] }): string[] {
  return warnings.map((warning) => warning.code);
}

function nested(depth: number): string {
  return `${'{"hasPart":'.repeat(depth)}{"name":"x"}${'}'.repeat(depth)}`;
}

describe('expand, given what would break the processor', () => {
  it('refuses nesting from one level over the limit to a hundred thousand', async () => {
    for (const depth of [limits.depth + 1, 1_000, 100_000]) {
      const read = await expandText(nested(depth));
      expect(read.nodes).toEqual([]);
      expect(codes(read)).toEqual(['json-ld-too-deep']);
    }
  });

  it('reads nesting up to the limit', async () => {
    const read = await expand({ '@context': context, ...JSON.parse(nested(limits.depth)) });
    expect(codes(read)).toEqual([]);
    expect(JSON.stringify(read.nodes)).toContain('"http://schema.org/name":[{"@value":"x"}]');
  });

  it('refuses an object that contains itself', async () => {
    const circle: Record<string, unknown> = { '@context': context };
    circle.hasPart = circle;
    expect(codes(await expand(circle))).toEqual(['json-ld-too-deep']);
  });

  it.each<[string, () => unknown]>([
    ['300,000 nodes', () => ({ '@context': context, '@graph': Array.from({ length: 300_000 }, () => ({})) })],
    ['one long text', () => ({ '@context': context, name: 'x'.repeat(limits.characters) })],
    ['long keys', () => ({ ['k'.repeat(limits.characters + 1)]: 1 })],
    ['contexts at thousands of nodes', () => Array.from({ length: 4_000 }, () => ({ '@context': context, name: 'x' }))],
    [
      'many definitions for many nodes',
      () => ({
        '@context': Object.fromEntries(
          Array.from({ length: 5_000 }, (_, number) => [`t${number}`, 'http://t.example/']),
        ),
        '@graph': Array.from({ length: 2_000 }, () => ({ t1: 'x' })),
      }),
    ],
  ])('refuses %s', async (_, document) => {
    const read = await expand(document());
    expect(read.nodes).toEqual([]);
    expect(codes(read)).toEqual(['json-ld-too-large']);
  });

  it('reads a large but ordinary page', async () => {
    const graph = Array.from({ length: 5_000 }, (_, number) => ({
      '@type': 'Course',
      name: `Course ${number}`,
      url: `/${number}`,
    }));
    const read = await expand({ '@context': context, '@graph': graph }, { baseUrl: 'https://lessons.example/' });
    expect(codes(read)).toEqual([]);
    expect(read.nodes).toHaveLength(5_000);
  });

  it('leaves the document that it was given as it was', async () => {
    const text = '{"@context":["https://schema.org","https://unknown.example/"],"name":"x","__proto__":{"name":"y"}}';
    const document = JSON.parse(text);
    await expand(document);
    expect(JSON.stringify(document)).toBe(text);
  });

  it('takes no statement from a __proto__ member', async () => {
    const text =
      '{"@context":"https://schema.org","@type":"Course","__proto__":{"name":"smuggled","@id":"https://x.example/"}}';
    const read = await expandText(text);
    expect(read).toEqual({ nodes: [{ '@type': ['http://schema.org/Course'] }], warnings: [] });
  });

  it('drops __proto__ and changes no prototype, wherever such keys stand', async () => {
    const key = fc.oneof(
      fc.constantFrom(
        '__proto__',
        'constructor',
        'prototype',
        'toString',
        '@context',
        '@type',
        '@id',
        '@graph',
        '@value',
        '@list',
        '@set',
        '@reverse',
        '@index',
        '@language',
        '@import',
        '@nest',
        '@included',
        'name',
        'about',
      ),
      fc.string({ maxLength: 6 }),
    );
    const { document } = fc.letrec<{ document: unknown }>((tie) => ({
      document: fc.oneof(
        { depthSize: 'small', withCrossShrink: true },
        fc.oneof(
          fc.string({ maxLength: 12 }),
          fc.integer(),
          fc.boolean(),
          fc.constant(null),
          fc.webUrl(),
          fc.constant(context),
        ),
        fc.array(tie('document'), { maxLength: 3 }),
        fc
          .array(fc.tuple(key, tie('document')), { maxLength: 4 })
          .map((members) =>
            JSON.parse(
              `{${members.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join()}}`,
            ),
          ),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(document, async (value) => {
        const { nodes, warnings } = await expand(value, { baseUrl: 'https://lessons.example/' });
        expect(Array.isArray(nodes) && Array.isArray(warnings)).toBe(true);
        expect(({} as { name?: unknown }).name).toBeUndefined();
        expectPlain(nodes);
      }),
      { numRuns: 1_000 },
    );
  });
});

/** Every object inside has the ordinary prototype and no `__proto__` of its own. */
function expectPlain(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) {
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(Object.hasOwn(value, '__proto__')).toBe(false);
  }
  for (const inner of Object.values(value)) expectPlain(inner);
}
