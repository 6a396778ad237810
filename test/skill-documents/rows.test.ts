import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { decoded } from '../../lib/skill-documents/decode.ts';
import { dialectOf, firstRows, type Row, rowsIn } from '../../lib/skill-documents/rows.ts';
import { documentFrom } from './documents.ts';

/** The rows of a text that comes in these pieces. */
async function rowsOf(pieces: Iterable<string>, beginning = [...pieces].join('')): Promise<Row[]> {
  async function* coming() {
    yield* pieces;
  }
  const rows: Row[] = [];
  for await (const row of rowsIn(coming(), dialectOf(beginning), { name: 'x.csv' })) rows.push(row);
  return rows;
}

const cellsOf = (rows: Row[]) => rows.map(({ cells }) => cells);

/** Texts as people and programs put them into cells: quotes, line ends, delimiters, formulas, any script. */
const cell = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '"',
        '""',
        '\n',
        '\r\n',
        '\r',
        ',',
        ';',
        '\t',
        '|',
        '=1+1',
        '-2',
        '@x',
        "'",
        ' ',
        '\u2028',
        '\ufeff',
      ),
      fc.string({ unit: 'grapheme', maxLength: 6 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** Tables under two headings that no delimiter occurs in, so that their delimiter can be told. */
const table = fc.array(fc.tuple(cell, cell), { maxLength: 8 }).map((rows) => [['Name', 'Statement'], ...rows]);

describe('rows of a table', () => {
  it('are what was written, in each dialect, wherever the file was cut into pieces', async () => {
    const dialects = fc.record({
      delimiter: fc.constantFrom(',', ';', '\t', '|'),
      newline: fc.constantFrom('\n', '\r\n', '\r'),
      quotes: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        table,
        dialects,
        fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
        async (rows, dialect, sizes) => {
          const text = Papa.unparse(rows, dialect);
          const pieces: string[] = [];
          for (let at = 0; at < text.length; ) {
            const size = sizes.next().value ?? 1;
            pieces.push(text.slice(at, at + size));
            at += size;
          }
          const written = rows
            .map((row) => row.map((one) => one.trim()))
            .filter((row) => row.some((one) => one !== ''));
          expect(cellsOf(await rowsOf(pieces, text))).toEqual(written);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('survive the way through bytes in each encoding, with a byte order mark or, in UTF-8, without', async () => {
    const text = 'Name;Satz\n"Säen; 播种";"زرع\n\u{1f331} ""so"""\n';
    const utf16 = (order: 'le' | 'be') => {
      const bytes = new DataView(new ArrayBuffer(2 + 2 * text.length));
      for (const [at, unit] of [0xfeff, ...Array.from(text, () => 0)].entries())
        if (at === 0) bytes.setUint16(0, unit, order === 'le');
      for (let at = 0; at < text.length; at++) bytes.setUint16(2 + 2 * at, text.charCodeAt(at), order === 'le');
      return new Uint8Array(bytes.buffer);
    };
    for (const content of [text, `\ufeff${text}`, utf16('le'), utf16('be')]) {
      const pieces: string[] = [];
      for await (const piece of decoded(documentFrom('x.csv', content))) pieces.push(piece);
      expect(cellsOf(await rowsOf(pieces))).toEqual([
        ['Name', 'Satz'],
        ['Säen; 播种', 'زرع\n\u{1f331} "so"'],
      ]);
    }
  });

  it('in another encoding are refused in words that help', async () => {
    const latin = new Uint8Array([...new TextEncoder().encode('Name,Satz\n'), 0x53, 0xe4, 0x65, 0x6e, 0x2c, 0x0a]);
    const reading = async () => {
      for await (const _ of decoded(documentFrom('x.csv', latin)));
    };
    await expect(reading()).rejects.toMatchObject({
      problem: { code: 'I402', advice: expect.stringContaining('save it as UTF-8') },
    });
  });

  it('know the lines on which they begin, after cells of several lines, blank lines and mixed line ends', async () => {
    const text = 'a,b\r\n\n"one\ntwo\r\nthree",x\n,\nlast,"y"';
    const whole = (await rowsOf([text])).map(({ line, cells }) => [line, cells[0]]);
    expect(whole).toEqual([
      [1, 'a'],
      [3, 'one\ntwo\r\nthree'],
      [7, 'last'],
    ]);
    expect((await rowsOf(text)).map(({ line, cells }) => [line, cells[0]])).toEqual(whole);
  });

  it('between broken quotation marks are refused by the line on which they begin', async () => {
    const broken: [text: string, line: number][] = [
      ['a,b\n1,2\n"3" and,4\n5,6\n', 3],
      ['a,b\n"one\ntwo",2\n3,"4', 4],
      ['a,b\n"x"y"\n', 2],
    ];
    for (const [text, line] of broken) {
      for (const pieces of [[text], [...text]]) {
        await expect(rowsOf(pieces), text).rejects.toMatchObject({
          problem: { code: 'I413', message: expect.stringContaining(`on line ${line}.`) },
        });
      }
    }
  });

  it('that never end are given up long before the end of the file', async () => {
    let taken = 0;
    async function* endless() {
      yield 'a,b\n"opened,';
      for (; taken < 10_000; taken++) yield 'x'.repeat(64 * 1024);
    }
    const reading = async () => {
      for await (const _ of rowsIn(endless(), dialectOf('a,b\n'), { name: 'x.csv' }));
    };
    await expect(reading()).rejects.toMatchObject({
      problem: { code: 'I414', message: expect.stringContaining('on line 2 ') },
    });
    expect(taken).toBeLessThan(20);
  });
});

describe('the dialect of a table', () => {
  it('is told by its headings, whatever stands in them between quotation marks', () => {
    expect(dialectOf('a;b;"c,d,e,f"\n1,2,3,4;5;6\n')).toEqual({ delimiter: ';', lineEnd: '\n' });
    expect(dialectOf('a\tb\r\n1,2\t3\r\n').delimiter).toBe('\t');
    expect(dialectOf('\r\n\r\na|b\r\n').delimiter).toBe('|');
    expect(dialectOf('"a\nb",c\r1,2\r')).toEqual({ delimiter: ',', lineEnd: '\r' });
    expect(dialectOf('alone')).toEqual({ delimiter: ',', lineEnd: '\n' });
  });

  it('shows no more rows than asked for', () => {
    expect(firstRows('a,b\n\n1,2\n3,4\n5,6\n', 4).map(({ line }) => line)).toEqual([1, 3, 4]);
    expect(firstRows('', 4)).toEqual([]);
  });
});
