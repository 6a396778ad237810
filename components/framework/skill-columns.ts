import type { ColumnMap } from '../../lib/domain/document-kind.ts';
import type { ColumnField } from './ColumnMapper.tsx';

/** What a column of a table of skills can hold, as the person is asked. */
export const skillColumns: readonly ColumnField<keyof ColumnMap>[] = [
  { field: 'name', label: 'Name', hint: 'A short name; needed.', required: true },
  { field: 'statement', label: 'Statement', hint: 'What the learner can do.' },
  { field: 'code', label: 'Code' },
  { field: 'uri', label: 'Identifier', hint: 'An address or a urn that stays.' },
  { field: 'parent', label: 'Stands below', hint: 'Identifier or code of the one above.' },
  { field: 'category', label: 'Category' },
  { field: 'keywords', label: 'Keywords' },
  { field: 'level', label: 'Level' },
];

/** A column map with all that is needed, which is the name; undefined for any other. */
export function wholeSkillColumns({ name, ...others }: Partial<ColumnMap>): ColumnMap | undefined {
  return name === undefined ? undefined : { name, ...others };
}
