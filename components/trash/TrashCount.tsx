import { number } from '../../lib/language/format.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { trashCount } from '../../lib/queries/trash.ts';

/** How much lies in the trash, for the tab. */
export function TrashCount() {
  const count = useKept(trashCount, []);
  return count ? <span className="count">{number(count)}</span> : null;
}
