import { number } from '../../lib/language/format.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { workLists } from '../../lib/queries/work.ts';

/** How many pages of all lists are left, beside the tab's label; nothing where none is. */
export function WorkCount() {
  const lists = useKept(workLists, []);
  const open = (lists ?? []).reduce((sum, { counts }) => sum + counts.open, 0);
  return open > 0 ? <span className="count">{number(open)}</span> : null;
}
