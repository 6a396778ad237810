import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  guessedAlignmentColumns,
  proposedAlignmentColumns,
  wholeAlignmentColumns,
} from '../../lib/domain/alignment-columns.ts';

const address = 'https://a.example/';

describe('what the columns of a table of alignments hold', () => {
  it('is told by headings, where the column of pages holds web addresses', () => {
    const headings = ['URL', 'Title', 'Competency', 'Alignment Type'];
    const columns = { resource: 'URL', title: 'Title', skillName: 'Competency', relation: 'Alignment Type' };
    expect(proposedAlignmentColumns({ headings, rows: [[address, 'Pay', 'Count', 'teaches']] })).toEqual(columns);
    expect(proposedAlignmentColumns({ headings, rows: [['7', 'Pay', 'Count', 'teaches']] })).toBeUndefined();
  });

  it('is still told where a row or two hold no address', () => {
    const table = {
      headings: ['URL', 'Skill'],
      rows: [
        [address, 'Count'],
        ['none', 'Sort'],
        [address, 'Add'],
      ],
    };
    expect(proposedAlignmentColumns(table)).toEqual({ resource: 'URL', skillName: 'Skill' });
  });

  it('is guessed for the page by what a column holds, but never taken for granted by that', () => {
    const table = { headings: ['Kurs', 'Wo', 'Skill'], rows: [['7', address, 'Count']] };
    expect(guessedAlignmentColumns(table)).toEqual({ resource: 'Wo', skillName: 'Skill' });
    expect(proposedAlignmentColumns(table)).toBeUndefined();
  });

  it('guesses no page where the only addresses are those of the skills', () => {
    const table = { headings: ['Skill URL', 'Skill'], rows: [[address, 'Count']] };
    expect(guessedAlignmentColumns(table)).toEqual({ skillUri: 'Skill URL', skillName: 'Skill' });
  });

  it('is enough with a page and anything that names a skill', () => {
    for (const field of ['skillUri', 'skillName', 'skillStatement', 'skillCode'])
      expect(wholeAlignmentColumns({ resource: 'A', [field]: 'B' })).toEqual({ resource: 'A', [field]: 'B' });
    expect(wholeAlignmentColumns({ resource: 'A', title: 'B', framework: 'C' })).toBeUndefined();
    expect(wholeAlignmentColumns({ skillName: 'B' })).toBeUndefined();
  });

  it('names columns of the table alone, and none twice', () => {
    const heading = fc.constantFrom('URL', 'Link', 'Title', 'Skill', 'Code', 'Note', 'Fit', '__proto__', 'x');
    const tables = fc.uniqueArray(heading, { minLength: 1 }).chain((headings) =>
      fc.record({
        headings: fc.constant(headings),
        rows: fc.array(fc.array(fc.constantFrom(address, 'words', ''), { maxLength: 9 }), { maxLength: 4 }),
      }),
    );
    const holds = fc.property(tables, (table) => {
      const named = Object.values(guessedAlignmentColumns(table));
      expect(new Set(named).size).toBe(named.length);
      for (const one of named) expect(table.headings).toContain(one);
    });
    fc.assert(holds, { numRuns: 500 });
  });
});
