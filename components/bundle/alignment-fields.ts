import type { AlignmentColumns } from '../../lib/domain/alignment-columns.ts';
import type { ColumnField } from '../framework/ColumnMapper.tsx';

/** What a column of a table of alignments can hold, as the person is asked. */
export const alignmentFields: readonly ColumnField<keyof AlignmentColumns>[] = [
  { field: 'resource', label: 'bundle.column.resource', hint: 'bundle.column.resource.hint', required: true },
  { field: 'title', label: 'bundle.column.title' },
  { field: 'skillName', label: 'bundle.column.skillName', hint: 'bundle.column.skillName.hint' },
  { field: 'skillStatement', label: 'bundle.column.skillStatement', hint: 'bundle.column.skillStatement.hint' },
  { field: 'skillCode', label: 'bundle.column.skillCode' },
  { field: 'skillUri', label: 'bundle.column.skillUri', hint: 'bundle.column.skillUri.hint' },
  { field: 'framework', label: 'bundle.column.framework' },
  { field: 'frameworkUri', label: 'bundle.column.frameworkUri' },
  { field: 'relation', label: 'bundle.column.relation', hint: 'bundle.column.relation.hint' },
  { field: 'fit', label: 'bundle.column.fit', hint: 'bundle.column.fit.hint' },
  { field: 'note', label: 'bundle.column.note' },
];
