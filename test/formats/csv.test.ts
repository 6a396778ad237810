import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Evidence } from '../../lib/domain/evidence.ts';
import { csv } from '../../lib/formats/csv.ts';
import { csvLine, harmlessCell, joinedCell, plainCell, tableRows, textsOfCell } from '../../lib/formats/csv-cells.ts';
import { linksOf } from '../../lib/formats/identifier.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { goldenBundle, plainAlignment } from './bundles.ts';
import { describeFormat } from './contract.ts';
import { asWritten, isNameless, wholeValue } from './judges/incoming.ts';
import { whole } from './judges/plain.ts';

const isUnlinked = (uri: string | undefined) => uri !== undefined && linksOf(uri).iri === undefined;

/** RFC 4180 by Papa Parse: every row as long as the headings, no cell that a spreadsheet would run. */
function rowsOf(text: string): Record<string, string>[] {
  expect(text.startsWith('\ufeff')).toBe(true);
  const { data, errors } = Papa.parse<string[]>(text.slice(1), { delimiter: ',', newline: '\r\n' });
  expect(errors).toEqual([]);
  expect(data.pop()).toEqual(['']);
  const [headings = [], ...rows] = data;
  expect(new Set(headings).size).toBe(26);
  return rows.map((row) => {
    expect(row).toHaveLength(headings.length);
    for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    return Object.fromEntries(headings.map((heading, index) => [heading, row[index] ?? '']));
  });
}

describeFormat({
  format: csv,
  golden: 'csv.csv',
  text: 'other',
  async judge(text, bundle) {
    const rows = rowsOf(text);
    expect(rows.map((row) => [row['Alignment id'], row['Page address'], row.Relation, row.Fit])).toEqual(
      bundle.alignments.map(({ id, resource, relation, fit }) => [id, resource, relation, fit]),
    );
    expect(rows.map((row) => plainCell(row['Skill name'] ?? ''))).toEqual(
      bundle.alignments.map(({ skill }) => whole(skill.name)),
    );
    for (const row of rows)
      for (const heading of ['Skill address', 'Framework address', 'Licence'])
        expect(linksOf(row[heading]).iri ?? '').toBe(row[heading]);
  },
  losses: {
    identifier: ({ skill }) => linksOf(skill.uri).iri === undefined,
    source: () => true,
    author: (_, { author }) => Boolean(author?.name || author?.uri),
    'skill details': ({ skill }) =>
      (skill.occupations?.length ?? 0) > 0 || isUnlinked(skill.license) || isUnlinked(skill.framework?.uri),
    'passage address': ({ evidence }) => evidence?.address !== undefined && linksOf(evidence.address).url === undefined,
    'page details': ({ resource }, { resources }) =>
      Object.entries(resources.get(resource)?.fields ?? {}).some(([name, said]) => name !== 'title' && said.length > 0),
  },
  roundTrip: {
    lost: ({ skill }) => ({
      ...(isUnlinked(skill.uri) && { 'skill.uri': 'identifier' }),
      ...(skill.occupations?.length && { 'skill.occupations': 'skill details' }),
      ...(isUnlinked(skill.license) && { 'skill.license': 'skill details' }),
      ...(isUnlinked(skill.framework?.uri) && { 'skill.framework.uri': 'skill details' }),
    }),
    normal: (value, place) => {
      if (place === 'skill.license') return linksOf(String(value)).iri;
      if (place === 'skill.keywords')
        return (value as string[]).map((word) => whole(word).trim()).filter((word) => word !== '');
      if (place !== 'evidence') return asWritten(value, place);
      const { address, frame, ...evidence } = value as Evidence;
      const url = linksOf(address).url;
      return wholeValue({ ...evidence, ...(url && { address: url }), ...(frame && { frame }) });
    },
    isDropped: isNameless,
  },
});

describe('the table of alignments', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'=1", "''=1", "'plain", '＝1', "it's"])(
    'holds no formula for %j, and gives it back',
    (text) => {
      expect(harmlessCell(text)).not.toMatch(/^[=+\-@\t\r＝]/);
      expect(plainCell(harmlessCell(text))).toBe(text);
    },
  );

  it('gives any cells back', () => {
    const cells = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 4 });
    const back = fc.property(cells, (row) => {
      fc.pre(row.some((cell) => cell !== ''));
      expect(tableRows(csvLine(['a', 'b']) + csvLine(row))[1]).toEqual(row);
    });
    fc.assert(back, { numRuns: 1000 });
  });

  it('takes several texts of a cell apart where they were joined', () => {
    expect(textsOfCell(joinedCell(['a;b', 'c\\', 'd']))).toEqual(['a;b', 'c\\', 'd']);
    expect(textsOfCell('wages; taxes;')).toEqual(['wages', 'taxes']);
  });

  it('is read after a spreadsheet saved it with semicolons, other line ends and no mark', async () => {
    const text = await textOf(csv.write(goldenBundle()));
    const { data } = Papa.parse<string[]>(text.slice(1));
    const saved = Papa.unparse(data, { delimiter: ';', newline: '\n' });
    const back = await csv.read?.(saved);
    expect(back?.bundle.alignments).toEqual((await csv.read?.(text))?.bundle.alignments);
    expect(recogniseFormat(saved)).toBe('csv');
  });

  it('of others is read by its headings', async () => {
    const text =
      'URL,Title,Skill,Code,Alignment type\nhttps://a.example/,Pay,Read a pay slip,F.1,Assesses\nnowhere,,x,,\n';
    const read = await csv.read?.(text);
    expect(read?.bundle.alignments).toMatchObject([
      { resource: 'https://a.example/', relation: 'assesses', skill: { name: 'Read a pay slip', code: 'F.1' } },
    ]);
    expect(read?.bundle.resources).toMatchObject([{ fields: { title: [{ value: 'Pay' }] } }]);
    expect(read?.warnings).toHaveLength(2);
  });

  it('of others is read by what the person says of its columns', async () => {
    const text = 'Wo;Was;Wie gut\nhttps://a.example/;https://skills.example/1;EXACT\n';
    expect(csv.recognises?.({ text, json: undefined })).toBe(false);
    await expect(csv.read?.(text)).rejects.toMatchObject({ problem: { code: 'F501' } });
    const read = await csv.read?.(text, {
      columns: { resource: 'Wo', skillUri: 'Was', skillName: 'Was', fit: 'Wie gut' },
    });
    expect(read?.bundle.alignments).toMatchObject([
      { relation: 'teaches', fit: 'exact', skill: { uri: 'https://skills.example/1' } },
    ]);
  });

  it('of others is sampled for the person to name its columns, each heading once', () => {
    const text = 'Page,Skill,,Skill\nhttps://a.example/,Count,x\nhttps://b.example/,Sort,y,z,more\n';
    expect(csv.sample?.(text)).toEqual({
      headings: ['Page', 'Skill', 'Column 3', 'Skill (column 4)'],
      rows: [
        ['https://a.example/', 'Count', 'x', ''],
        ['https://b.example/', 'Sort', 'y', 'z'],
      ],
    });
  });

  it('is not offered for naming where nothing in it could be a page, or where it is no table', () => {
    for (const text of ['A,B\n1,2\n', 'https://a.example/\nhttps://b.example/\n', 'A,B\n', ''])
      expect(csv.sample?.(text), text).toBeUndefined();
    for (const text of ['<p>,\nhttps://a.example/,x\n', '{"a":1,\nhttps://a.example/,x\n'])
      expect(csv.sample?.(text), text).toBeUndefined();
  });

  it('samples a large table without the row that the sample cuts', () => {
    const long = 'x'.repeat(20_000);
    const rows = Array.from({ length: 40 }, (_, at) => `https://a.example/${at},${long}`);
    const sample = csv.sample?.(['Page,Text', ...rows].join('\n'));
    expect(sample?.rows.length).toBeGreaterThan(5);
    expect(sample?.rows.every(([, cell]) => cell === long)).toBe(true);
  });

  it.each([
    ['is opened and never closed', 'URL,Skill\nhttps://a.example/,"Count\nhttps://b.example/,Sort\n', 2],
    ['stands inside a quoted cell by itself', 'URL,Skill\nhttps://a.example/,A\n"https://b.example/"x,Sort\n', 3],
  ])('is refused where a quotation mark %s', async (_, text, row) => {
    await expect(csv.read?.(text)).rejects.toMatchObject({
      problem: { code: 'F501', message: `The quotation marks of this table do not match in row ${row}.` },
    });
  });

  it('is not taken for one where it lists skills', () => {
    for (const text of ['RSD Name,Skill Statement\nA,B\n', 'Canonical URL,RSD Name\nhttps://a.example/,B\n'])
      expect(csv.recognises?.({ text, json: undefined })).toBe(false);
  });

  it('keeps a note that begins like a formula', async () => {
    const text = await textOf(
      csv.write({ ...goldenBundle(), alignments: [plainAlignment({ note: '=HYPERLINK("x")' })] }),
    );
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect((await csv.read?.(text))?.bundle.alignments[0]?.note).toBe('=HYPERLINK("x")');
  });
});
