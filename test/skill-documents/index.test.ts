import { describe, expect, it } from 'vitest';
import { DocumentKind } from '../../lib/domain/document-kind.ts';
import { ProblemError } from '../../lib/domain/problem.ts';
import { recognise, skillDocuments } from '../../lib/skill-documents/index.ts';
import { jsonOf, largestJson } from '../../lib/skill-documents/sample.ts';
import { readAll } from './contract.ts';
import { documentFrom, fixturesOf } from './documents.ts';

const rsd = JSON.stringify({
  id: 'https://a.example/1',
  skillName: 'Überblick',
  skillStatement: 'Behält den Überblick. 🌱',
});

function utf16(text: string, { littleEndian = true, mark = true } = {}): Uint8Array {
  const marked = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let at = 0; at < marked.length; at++) view.setUint16(at * 2, marked.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const refused: [string, string, string | Uint8Array][] = [
  ['nothing', 'I400', ''],
  ['blanks', 'I400', ' \n\t '],
  ['a workbook', 'I401', Uint8Array.of(0x50, 0x4b, 3, 4, 20, 0, 6, 0)],
  ['an old workbook', 'I401', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1)],
  ['a PDF', 'I401', '%PDF-1.7'],
  ['a packed file', 'I401', Uint8Array.of(0x1f, 0x8b, 8, 0)],
  ['other bytes', 'I401', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 9, 9, 9, 9)],
  ['Latin 1', 'I402', Uint8Array.of(...new TextEncoder().encode('name;statement\nCaf'), 0xe9, 0x20, 0x61)],
  ['UTF-16 without a mark', 'I402', utf16('name,statement', { mark: false })],
  ['UTF-32', 'I402', Uint8Array.of(0xff, 0xfe, 0, 0, 0x7b, 0, 0, 0)],
  ['half a UTF-16 character', 'I402', utf16('{"a": 1}').slice(0, -1)],
  ['a page', 'I404', '\ufeff<!-- saved --><!DOCTYPE html><title>Sign in</title>'],
  ['a page as XHTML', 'I404', '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">'],
  ['JSON that breaks off', 'I405', rsd.slice(0, -5)],
  ['JSON with a comma too many', 'I405', '{"skillName": "A",}'],
];

describe('the table of documents', () => {
  it('has each kind under its own id', () => {
    for (const [id, { id: own, label }] of Object.entries(skillDocuments)) {
      expect(own).toBe(id);
      expect(DocumentKind.options).toContain(id);
      expect(label).not.toBe('');
    }
  });

  it('has fixtures of each kind', () => {
    for (const id of Object.keys(skillDocuments)) expect(fixturesOf(DocumentKind.parse(id)), id).not.toEqual([]);
  });
});

describe('recognising a document', () => {
  it.each(refused)('refuses %s as %s, in sentences, whatever its name', async (_, code, content) => {
    await expect(recognise(documentFrom('skills.json', content))).rejects.toMatchObject({
      problem: {
        code,
        message: expect.stringMatching(/^“skills\.json” .*\.$/),
        advice: expect.stringMatching(/^Nothing was imported\. .*\.$/),
      },
    });
  });

  it('tells JSON that breaks off from JSON that is wrong', async () => {
    await expect(recognise(documentFrom('a', rsd.slice(0, -5)))).rejects.toThrow(/breaks off before its end/);
    await expect(recognise(documentFrom('a', '{"skillName": "A",}'))).rejects.toThrow(/not valid JSON/);
  });

  it.each([
    ['UTF-8', new TextEncoder().encode(rsd)],
    ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${rsd}`)],
    ['UTF-16', utf16(rsd)],
    ['UTF-16, big end first', utf16(rsd, { littleEndian: false })],
  ])('reads %s', async (_, bytes) => {
    const source = documentFrom('a', bytes);
    expect((await recognise(source))?.id).toBe('rsd-json');
    expect(await jsonOf(source)).toEqual(JSON.parse(rsd));
  });

  it('does not take the end of its sample for the end of a letter', async () => {
    const long = JSON.stringify({ pad: 'x'.repeat(64 * 1024 - 10), tail: '🌱ü'.repeat(100), skills: [] });
    for (let shift = 0; shift < 4; shift++) {
      expect(await recognise(documentFrom('a', `${' '.repeat(shift)}${long}`))).toBeUndefined();
    }
  });

  it('refuses wrong bytes behind its sample, too', async () => {
    const bytes = new Uint8Array(70_000).fill(0x20);
    bytes.set(new TextEncoder().encode('{"skills": 1'));
    bytes[69_000] = 0xe9;
    bytes[69_999] = 0x7d;
    await expect(jsonOf(documentFrom('a', bytes))).rejects.toMatchObject({ problem: { code: 'I402' } });
  });

  it('names the limit of JSON and does not parse beyond it', async () => {
    const body = new Blob([rsd, new Uint8Array(largestJson).fill(0x20)]);
    await expect(recognise({ name: 'large.json', body })).rejects.toMatchObject({
      problem: { code: 'I403', message: expect.stringMatching(/JSON is read up to 60 MB\.$/) },
    });
  });

  it('does not know JSON that holds no skills', async () => {
    for (const text of [
      '[]',
      '{}',
      '[1, null, "skos CF ceasn asn_ skillStatement"]',
      '{"CFDocuments": []}',
      '['.repeat(50_000) + ']'.repeat(50_000),
    ]) {
      expect(await recognise(documentFrom('a.json', text))).toBeUndefined();
    }
  });

  it.each(['@graph', '@context', 'children', 'skills', 'CFItems', 'CFDocument', 'dcterms_description', '@value'])(
    'ends in a problem however deep a document is nested under %s',
    async (key) => {
      const depth = 20_000;
      const telling = '"type":"x","asn_":"ceasn skos CF fullStatement skillStatement"';
      for (const [open, close] of [
        [`{${telling},"${key}":[`, ']}'] as const,
        [`{${telling},"${key}":`, '}'] as const,
      ]) {
        const source = documentFrom('deep.json', `${open.repeat(depth)}1${close.repeat(depth)}`);
        await recognise(source);
        for (const document of Object.values(skillDocuments)) {
          await expect(readAll(document, source, { columns: { name: 'Name' } }), document.id).rejects.toBeInstanceOf(
            ProblemError,
          );
        }
      }
    },
  );

  it('stops with the reason it was given', async () => {
    const signal = AbortSignal.abort('not now');
    await expect(recognise(documentFrom('a', rsd), signal)).rejects.toBe('not now');
  });
});
