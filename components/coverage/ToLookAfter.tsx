import { hostOf } from '../../lib/domain/web-address.ts';
import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import type { FrameworkLine } from '../../lib/queries/frameworks.ts';
import { pageTitles } from '../../lib/queries/known-alignments.ts';
import { resourceAddress } from '../library/library-address.ts';

/** How many pages are named. */
const most = 30;

type Props = { framework: FrameworkLine; pages: readonly string[] };

/** What else wants a look: pages that align to nothing, and alignments to skills that changed. Nothing where nothing does. */
export function ToLookAfter({ framework: { staleAlignments }, pages }: Props) {
  const shown = pages.slice(0, most);
  const titles = useKept((database) => pageTitles(database, shown), [shown.join('\n')]);
  if (pages.length === 0 && staleAlignments === 0) return null;
  return (
    <section className="look-after" aria-label={t('coverage.toLookAfter')}>
      <h2 className="label">{t('coverage.toLookAfter')}</h2>
      {staleAlignments > 0 && (
        <p>
          <a href="/options.html#frameworks" target="_blank" rel="noreferrer">
            {t('framework.stale', { count: staleAlignments })}
          </a>
        </p>
      )}
      {pages.length > 0 && (
        <details>
          <summary>
            {t('coverage.pages')} <span className="quiet">{number(pages.length)}</span>
          </summary>
          <ul className="stack">
            {shown.map((page) => (
              <li key={page}>
                <a href={resourceAddress(page)} title={page} dir="auto" data-own-words>
                  {titles?.get(page) ?? page}
                </a>{' '}
                <span className="quiet" data-own-words>
                  {hostOf(page)}
                </span>
              </li>
            ))}
          </ul>
          {pages.length > most && <p className="quiet">{t('coverage.pages.more', { count: pages.length - most })}</p>}
        </details>
      )}
    </section>
  );
}
