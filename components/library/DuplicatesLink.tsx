import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { duplicateGroups } from '../../lib/queries/duplicates.ts';

/** The way to pages that may have been kept twice, where there are any. */
export function DuplicatesLink() {
  const groups = useKept(duplicateGroups, []);
  if (!groups || groups.length === 0) return null;
  return <a href="#duplicates">{t('library.duplicatesLink', { count: groups.length })}</a>;
}
