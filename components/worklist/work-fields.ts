import type { WorkColumns } from '../../lib/work-sources/work-table.ts';
import type { ColumnField } from '../framework/ColumnMapper.tsx';

/** What the columns of a table of pages can hold, in the order in which it is asked. */
export const workFields: readonly ColumnField<keyof WorkColumns>[] = [
  { field: 'address', label: 'work.column.address', required: true },
  { field: 'title', label: 'work.column.title' },
];
