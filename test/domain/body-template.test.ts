import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filled, isJsonType, templateFault } from '../../lib/domain/body-template.ts';
import { firstNonJson } from '../../lib/domain/json-place.ts';

const values = {
  content: '{"n":1}',
  address: 'https://a.example/?a="b"',
  title: 'Lines & "dots"',
  id: 'i',
  revision: '3',
};
const json = 'application/json';

describe('a body template', () => {
  it('puts what is written in as it stands, and a text as the inside of a JSON string', () => {
    const template = '{"a":{{content}},"b":"{{ contentJson }}","c":"{{title}}","d":"{{id}}-{{revision}}"}';
    expect(JSON.parse(filled(template, values, json))).toEqual({
      ...{ a: { n: 1 }, b: '{"n":1}', c: 'Lines & "dots"', d: 'i-3' },
    });
  });

  it('escapes a page’s words as the media type needs it', () => {
    const made = (mediaType: string) => filled('{{title}}', values, mediaType);
    expect(made('application/atom+xml')).toBe('Lines &amp; &quot;dots&quot;');
    expect(made('text/html; charset=utf-8')).toBe('Lines &amp; &quot;dots&quot;');
    expect(made('application/x-www-form-urlencoded')).toBe('Lines+%26+%22dots%22');
    expect(made('text/plain')).toBe(values.title);
  });

  it('lets no page break out of a JSON string, whatever it is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (title) => {
        const body = filled('{"title":"{{title}}","more":{{content}}}', { ...values, title }, 'application/ld+json');
        expect(JSON.parse(body)).toEqual({ title, more: { n: 1 } });
      }),
    );
  });

  it('takes a page’s words for words, where they look like placeholders or replacements, too', () => {
    const title = '{{content}} $& $1';
    expect(filled('{{title}}|{{content}}', { ...values, title }, 'text/plain')).toBe(`${title}|{"n":1}`);
  });

  it.each([
    ['{{content}}', true],
    ['{"a": {{content}}, "b": "{{title}} at {{address}}"}', true],
    ['{"a": "{{contentJson}}"}', false],
    ['[{{content}}]', true],
  ])('is fine as %s', (template, contentIsJson) => {
    expect(templateFault(template, json, contentIsJson)).toBeUndefined();
  });

  it.each([
    ['{"a": {{body}}}', true, '{{body}}'],
    ['{"a": 1}', true, 'nothing of an alignment'],
    ['{"a": {{content}}', true, 'line 1, character 18'],
    ['{"a": "{{content}}"}', true, 'line 1, character 10'],
    ['{\n  "a": {{content}},\n  "b": {{title}}\n}', true, 'line 3, character 8'],
    ['{"a": {{content}}}', false, '"{{contentJson}}"'],
  ])('is refused as %j, and the sentence says where', (template, contentIsJson, saying) => {
    expect(templateFault(template, json, contentIsJson)?.message).toContain(saying);
  });

  it('need be no JSON where the media type says so', () => {
    expect(templateFault('<a>{{content}}</a>', 'application/xml', false)).toBeUndefined();
    expect([json, 'application/ld+json; charset=utf-8', 'text/csv', 'application/jsonx'].map(isJsonType)).toEqual([
      ...[true, true, false, false],
    ]);
  });
});

describe('the first place that is no JSON', () => {
  it.each([
    ['', 1, 1],
    ['{"a":1,}', 1, 8],
    ['[1 2]', 1, 4],
    ['[01]', 1, 2],
    ['{"a":1}\n x', 2, 2],
    ['{"a"\n:"b', 2, 2],
    ['TRUE', 1, 1],
  ])('of %j is line %i, character %i', (text, line, column) => {
    expect(firstNonJson(text)).toEqual({ line, column });
  });

  it('is nowhere in what JSON.parse takes, and somewhere in what it does not', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-0.5e3',
      'null',
      ' ',
      '\n',
      '"\\u00e9"',
      'x',
      '0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        expect(firstNonJson(text) === undefined).toBe(parses(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('ends at any depth', () => {
    expect(firstNonJson('['.repeat(50_000))).toBeDefined();
  });
});

function parses(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
