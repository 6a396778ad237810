import { t } from '../../lib/language/words.ts';
import { useDraft } from '../../lib/state/draft.ts';

/** A passage that was quoted from the page's menu and waits for its skill. */
export function QuotedPassage() {
  const { quoted, quote } = useDraft();
  if (!quoted) return null;
  return (
    <section className="block joined" aria-label={t('menu.quoted')}>
      <div className="section-head">
        <span className="label">{t('menu.quoted')}</span>
        <span className="quiet">{t('menu.quotedNext')}</span>
        <button type="button" className="link push" onClick={() => quote(undefined)}>
          {t('menu.quotedRemove')}
        </button>
      </div>
      <blockquote className="quote" dir="auto">
        <p data-own-words="">{quoted.quote.exact}</p>
      </blockquote>
    </section>
  );
}
