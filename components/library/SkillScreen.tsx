import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { alignedTo } from '../../lib/queries/library-things.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { LibraryTable } from './LibraryTable.tsx';
import { useLibraryAddress } from './library-address.ts';

/** One skill, and every page that is aligned to it. */
export function SkillScreen() {
  const { of: uri } = useLibraryAddress();
  const known = useKept((database) => alignedTo(database, uri), [uri]);
  return (
    <main className="main">
      <div className="toolbar">
        <h1 className="statement" data-own-words="">
          {known?.skill ? <SkillText skill={known.skill} /> : uri}
        </h1>
        {/^https?:/i.test(uri) && (
          <a className="btn push" href={uri} target="_blank" rel="noreferrer">
            {t('library.openSkill')}
          </a>
        )}
      </div>
      {!known && <p className="block muted">{t('library.looking')}</p>}
      {known?.ids.length === 0 && <p className="block muted">{t('library.skillEmpty')}</p>}
      {known && known.ids.length > 0 && <LibraryTable ids={known.ids} />}
    </main>
  );
}
