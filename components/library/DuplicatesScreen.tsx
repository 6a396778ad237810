import { useState } from 'react';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { duplicateGroups } from '../../lib/queries/duplicates.ts';
import { ShowMore } from '../ui/ShowMore.tsx';
import { ActNotices, useActs } from './ActNotices.tsx';
import { DuplicateGroup } from './DuplicateGroup.tsx';

/** How many groups are shown at first, and how many more come at once. */
const step = 10;

/** Pages that may have been kept twice, to be compared and made one. */
export function DuplicatesScreen({ onSay }: { onSay(text: string): void }) {
  const acts = useActs(onSay);
  const [limit, setLimit] = useState(step);
  const groups = useKept(duplicateGroups, []);
  return (
    <main className="main duplicates">
      <div className="toolbar">
        <h1 ref={acts.heading} tabIndex={-1}>
          {t('library.duplicates')}
        </h1>
        {groups && groups.length > 0 && (
          <span className="muted">{t('library.duplicateCount', { count: groups.length })}</span>
        )}
        <a className="btn btn-small push" href="#library">
          {t('library.back')}
        </a>
      </div>
      <ActNotices acts={acts} />
      {!groups && <p className="block muted">{t('library.looking')}</p>}
      {groups?.length === 0 && (
        <div className="empty">
          <h2>{t('library.noDuplicates')}</h2>
          <p>{t('library.noDuplicatesHelp')}</p>
        </div>
      )}
      {groups && groups.length > 0 && <p className="block muted">{t('library.duplicatesHelp')}</p>}
      {groups?.slice(0, limit).map((group) => (
        <DuplicateGroup key={group.plain} group={group} onEnd={acts.end} />
      ))}
      {groups && groups.length > step && (
        <ShowMore
          shown={Math.min(limit, groups.length)}
          total={groups.length}
          more={groups.length > limit}
          step={step}
          onMore={() => setLimit(limit + step)}
        />
      )}
    </main>
  );
}
