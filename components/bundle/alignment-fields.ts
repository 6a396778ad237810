import type { AlignmentColumns } from '../../lib/domain/alignment-columns.ts';
import type { ColumnField } from '../framework/ColumnMapper.tsx';

/** What a column of a table of alignments can hold, as the person is asked. */
export const alignmentFields: readonly ColumnField<keyof AlignmentColumns>[] = [
  { field: 'resource', label: 'Page', hint: 'Its web address; needed.', required: true },
  { field: 'title', label: 'Page title' },
  { field: 'skillName', label: 'Skill', hint: 'Its name; or one of the next three.' },
  { field: 'skillStatement', label: 'Skill statement', hint: 'What the learner can do.' },
  { field: 'skillCode', label: 'Skill code' },
  { field: 'skillUri', label: 'Skill address', hint: 'An address or a urn that stays.' },
  { field: 'framework', label: 'Framework' },
  { field: 'frameworkUri', label: 'Framework address' },
  { field: 'relation', label: 'Relation', hint: 'Where a row says none, it is “teaches”.' },
  { field: 'fit', label: 'Fit', hint: 'Where a row says none, it is “major”.' },
  { field: 'note', label: 'Note' },
];
