import type { ColumnMap } from '../../lib/domain/document-kind.ts';
import type { ColumnField } from './ColumnMapper.tsx';

/** What a column of a table of skills can hold, as the person is asked. */
export const skillColumns: readonly ColumnField<keyof ColumnMap>[] = [
  { field: 'name', label: 'framework.column.name', hint: 'framework.column.name.hint', required: true },
  { field: 'statement', label: 'framework.column.statement', hint: 'framework.column.statement.hint' },
  { field: 'code', label: 'framework.column.code' },
  { field: 'uri', label: 'framework.column.uri', hint: 'framework.column.uri.hint' },
  { field: 'parent', label: 'framework.column.parent', hint: 'framework.column.parent.hint' },
  { field: 'category', label: 'framework.column.category' },
  { field: 'keywords', label: 'framework.column.keywords' },
  { field: 'level', label: 'framework.column.level' },
];

/** A column map with all that is needed, which is the name; undefined for any other. */
export function wholeSkillColumns({ name, ...others }: Partial<ColumnMap>): ColumnMap | undefined {
  return name === undefined ? undefined : { name, ...others };
}
