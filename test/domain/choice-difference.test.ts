import { describe, expect, it } from 'vitest';
import { differingParts } from '../../lib/domain/choice-difference.ts';
import type { AlignmentChoice } from '../../lib/domain/resource-alignment.ts';
import { evidence } from '../support/samples.ts';

const choice: AlignmentChoice = { relation: 'teaches', fit: 'major', note: 'Task 3', evidence: evidence() };

describe('two choices', () => {
  it.each<[string, AlignmentChoice, string[]]>([
    ['nothing', { ...choice }, []],
    ['nothing, where a quote is a copy', { ...choice, evidence: structuredClone(evidence()) }, []],
    ['the relation', { ...choice, relation: 'assesses' }, ['relation']],
    ['the fit and the note', { ...choice, fit: 'exact', note: 'Task 4' }, ['fit', 'note']],
    ['a note that is gone', { relation: 'teaches', fit: 'major', evidence: evidence() }, ['note']],
    ['a quote that is gone', { relation: 'teaches', fit: 'major', note: 'Task 3' }, ['evidence']],
    ['another quote', { ...choice, evidence: evidence('which pump') }, ['evidence']],
  ])('differ in %s', (_what, other, parts) => {
    expect(differingParts(choice, other)).toEqual(parts);
    expect(differingParts(other, choice)).toEqual(parts);
  });

  it('do not differ in a note that is empty and one that is not there', () => {
    const { note: _, ...without } = choice;
    expect(differingParts({ ...choice, note: '' }, without)).toEqual([]);
  });

  it('differ where the same words are quoted at another place', () => {
    const elsewhere = { ...evidence(), position: { type: 'TextPositionSelector' as const, start: 900, end: 931 } };
    expect(differingParts(choice, { ...choice, evidence: elsewhere })).toEqual(['evidence']);
  });
});
