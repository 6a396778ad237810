import { expect, it } from 'vitest';
import { relationOf } from '../../lib/domain/alignment-type.ts';
import { Relation } from '../../lib/domain/resource-alignment.ts';

it.each(Relation.options)('knows its own word %s, in any case', (relation) => {
  expect(relationOf(relation)).toBe(relation);
  expect(relationOf(relation.toUpperCase())).toBe(relation);
});

it.each([
  ['http://purl.org/dcx/lrmi-vocabs/alignmentType/prerequisite', 'requires'],
  ['https://example.org/terms#Complexity Level', 'textComplexity'],
  ['lrmi:teaches', 'teaches'],
  [' Educational level ', 'educationalLevel'],
  ['education_level', 'educationalLevel'],
  ['Grade-Level', 'educationalLevel'],
  ['reading level.', 'readingLevel'],
  ['taught', 'teaches'],
] as const)('reads %j as %s', (word, relation) => {
  expect(relationOf(word)).toBe(relation);
});

it.each([undefined, '', 'supports', '__proto__', 'constructor', 'teaches/', '123'])('knows no relation %j', (word) => {
  expect(relationOf(word)).toBeUndefined();
});
