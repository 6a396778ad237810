import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { expand, expandText } from '../../lib/jsonld/index.ts';

const schema = 'http://schema.org/';
const course = { '@type': 'Course', name: 'Reading a pay slip', url: '/pay-slip' };
const expandedCourse = {
  '@type': [`${schema}Course`],
  [`${schema}name`]: [{ '@value': 'Reading a pay slip' }],
  [`${schema}url`]: [{ '@id': 'https://lessons.example/pay-slip' }],
};
const baseUrl = 'https://lessons.example/unit-3/';

function codes(warnings: { code: string }[]): string[] {
  return warnings.map((warning) => warning.code);
}

describe('expand', () => {
  const request = vi.fn();
  beforeEach(() => {
    vi.stubGlobal('fetch', request);
    vi.stubGlobal('XMLHttpRequest', request);
  });
  afterEach(() => {
    expect(request).not.toHaveBeenCalled();
    vi.unstubAllGlobals();
  });

  it.each([
    'https://schema.org',
    'http://schema.org',
    'https://schema.org/',
    'http://www.schema.org/',
    'https://www.schema.org/docs/jsonldcontext.jsonld',
    'schema.org',
    '//schema.org/',
    ' HTTPS://Schema.org ',
  ])('reads schema.org named as %j', async (context) => {
    const { nodes, warnings } = await expand({ '@context': context, ...course }, { baseUrl });
    expect(warnings).toEqual([]);
    expect(nodes).toEqual([expandedCourse]);
  });

  it('reads an unknown vocabulary by its terms, and says so', async () => {
    const context = ['https://vocabulary.example/context.jsonld', { '@language': 'de' }];
    const { nodes, warnings } = await expand({ '@context': context, ...course }, { baseUrl });
    expect(codes(warnings)).toEqual(['unknown-context']);
    expect(warnings[0]?.message).toContain('https://vocabulary.example/context.jsonld');
    expect(nodes).toEqual([
      { ...expandedCourse, [`${schema}name`]: [{ '@value': 'Reading a pay slip', '@language': 'de' }] },
    ]);
  });

  it('never asks for a context on the local network or on the disk', async () => {
    const addresses = ['http://169.254.169.254/latest', 'http://localhost:8080/c', 'file:///etc/passwd', 'data:,{}'];
    for (const address of addresses) {
      const { warnings } = await expand({
        '@context': { '@import': address, term: { '@id': 'x:y', '@context': address } },
      });
      expect(codes(warnings)).toContain('unknown-context');
    }
  });

  it('adds only a vocabulary where protected terms stand beside the unknown context', async () => {
    const context = [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
      'https://issuer.example/terms.json',
    ];
    const { nodes, warnings } = await expand({
      '@context': context,
      type: ['VerifiableCredential', 'AchievementCredential'],
      name: 'Pay slips',
      ownTerm: 'kept',
    });
    expect(codes(warnings)).toEqual(['unknown-context']);
    expect(nodes).toEqual([
      {
        '@type': [
          'https://www.w3.org/2018/credentials#VerifiableCredential',
          'https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential',
        ],
        'https://schema.org/name': [{ '@value': 'Pay slips' }],
        [`${schema}ownTerm`]: [{ '@value': 'kept' }],
      },
    ]);
  });

  it('takes a block without context as schema.org, and says so', async () => {
    const { nodes, warnings } = await expand([course, { ...course, name: 'Second' }], { baseUrl });
    expect(codes(warnings)).toEqual(['missing-context']);
    expect(nodes).toHaveLength(2);
    expect(nodes[0]).toEqual(expandedCourse);
  });

  it('leaves a block without context alone where its terms are IRIs already', async () => {
    const expanded = [{ '@id': 'https://lessons.example/1', 'http://purl.org/dc/terms/title': [{ '@value': 'One' }] }];
    expect(await expand(expanded)).toEqual({ nodes: expanded, warnings: [] });
  });

  it.each([
    [
      'a list',
      [
        { ...course, '@context': 'https://schema.org' },
        { '@context': 'https://schema.org', '@id': 5 },
      ],
    ],
    ['a graph', { '@context': 'https://schema.org', '@graph': [course, { ...course, '@id': { no: 'text' } }] }],
  ])('loses only the bad node of %s', async (_, document) => {
    const { nodes, warnings } = await expand(document, { baseUrl });
    expect(codes(warnings)).toEqual(['json-ld-invalid']);
    expect(nodes).toEqual([expandedCourse]);
  });

  it.each([
    ['null', null],
    ['a text', 'https://attacker.example/document.jsonld'],
    ['a number', 4],
    ['an empty list', []],
    ['a context that is a number', { '@context': 4, name: 'x' }],
    ['a context that redefines a keyword', { '@context': { '@type': 'https://x.example/' }, name: 'x' }],
    ['a cyclic definition', { '@context': { a: 'b:c', b: 'a:d' }, a: 'x' }],
  ])('answers no nodes and does not throw for %s', async (_, document) => {
    expect((await expand(document)).nodes).toEqual([]);
  });

  it('gives up before work that was aborted', async () => {
    const reason = new Error('closed');
    await expect(expand(course, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  });

  it('gives up after work that was aborted meanwhile', async () => {
    const controller = new AbortController();
    const expanding = expand({ '@context': 'https://schema.org', ...course }, { signal: controller.signal });
    controller.abort(new Error('closed'));
    await expect(expanding).rejects.toThrow('closed');
  });
});

describe('expandText', () => {
  it('names the block that is no JSON', async () => {
    const { nodes, warnings } = await expandText('{"@context": nope', { where: 'script 2' });
    expect(nodes).toEqual([]);
    expect(warnings).toEqual([
      expect.objectContaining({
        code: 'json-ld-malformed',
        where: 'script 2',
        message: expect.stringMatching(/not valid JSON/),
      }),
    ]);
  });

  it('names the block in every warning', async () => {
    const { warnings } = await expandText(JSON.stringify(course), { where: 'script 1' });
    expect(warnings).toEqual([expect.objectContaining({ code: 'missing-context', where: 'script 1' })]);
  });

  it('does not parse a text over the limit', async () => {
    const parse = vi.spyOn(JSON, 'parse');
    const { warnings } = await expandText(`"${'x'.repeat(2_000_000)}"`);
    expect(codes(warnings)).toEqual(['json-ld-too-large']);
    expect(parse).not.toHaveBeenCalled();
  });
});
