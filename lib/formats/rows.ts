import type * as z from 'zod/mini';
import { F502Misfit, F502MisfitAt } from '../domain/problems.ts';
import type { WarningTally } from './incoming.ts';

/** What the rows of a list are. */
type RowKind = 'page' | 'alignment' | 'skill' | 'statement';

/** The rows of a list that fit a schema; each that does not is left out and warned of. Empty where there is no list. */
export function rowsOf<Schema extends z.ZodMiniType>(
  list: unknown,
  schema: Schema,
  what: RowKind,
  warnings: WarningTally,
): z.infer<Schema>[] {
  if (list === undefined) return [];
  const rows = Array.isArray(list) ? list : [list];
  return rows.flatMap((row) => {
    const result = schema.safeParse(row);
    if (result.success) return [result.data];
    const place = result.error.issues[0]?.path.map(String).join('.');
    warnings.add(place ? F502MisfitAt({ what, place }) : F502Misfit({ what }));
    return [];
  });
}
