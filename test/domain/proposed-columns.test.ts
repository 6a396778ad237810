import { describe, expect, it } from 'vitest';
import { proposedColumns } from '../../lib/domain/proposed-columns.ts';

describe('what the columns of a table seem to hold', () => {
  it('is told by their headings, in several languages', () => {
    const headings = ['Parent', 'Skill Name', 'Description', 'URL', 'Code', 'Category', 'Keywords', 'Level'];
    const rows = [['', 'Sowing', 'Sows.', 'https://a.example/1', 'S1', 'Garden', 'seed', '5']];
    expect(proposedColumns({ headings, rows })).toEqual({
      parent: 'Parent',
      name: 'Skill Name',
      statement: 'Description',
      uri: 'URL',
      code: 'Code',
      category: 'Category',
      keywords: 'Keywords',
      level: 'Level',
    });
    expect(
      proposedColumns({ headings: ['Nr.', 'Bezeichnung', 'Beschreibung'], rows: [['1', 'Säen', 'Sät aus.']] }),
    ).toEqual({ code: 'Nr.', name: 'Bezeichnung', statement: 'Beschreibung' });
  });

  it('takes an id for an address only where it is one', () => {
    const headings = ['id', 'name'];
    expect(proposedColumns({ headings, rows: [['urn:uuid:1', 'A']] })).toEqual({ uri: 'id', name: 'name' });
    expect(proposedColumns({ headings, rows: [['7', 'A']] })).toEqual({ code: 'id', name: 'name' });
  });

  it('takes a statement for the name where there is no other, else the first column of words', () => {
    expect(proposedColumns({ headings: ['Statement'], rows: [['Sows.']] })).toEqual({ name: 'Statement' });
    expect(proposedColumns({ headings: ['X', 'Y', 'Z'], rows: [['1', 'https://a.example', 'Sowing']] })).toEqual({
      name: 'Z',
    });
    expect(proposedColumns({ headings: ['X', 'Y'], rows: [['1', '2']] })).toBeUndefined();
  });
});
