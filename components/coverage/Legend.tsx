import { number } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { heats } from './CoverageTable.tsx';

/** What the colours of the table mean. */
export function Legend() {
  return (
    <p className="legend">
      <span>{t('coverage.legend')}</span>
      {heats.map((least, step) => (
        <span key={least}>
          <i className={`heat-${step + 1}`} aria-hidden="true" />
          {wordsOf(least, heats[step + 1])}
        </span>
      ))}
      <span>
        <i className="heat-none" aria-hidden="true" />
        {t('coverage.legend.none')}
      </span>
      <span>
        <i className="heat-gap" aria-hidden="true" />
        {t('coverage.legend.gap')}
      </span>
    </p>
  );
}

function wordsOf(least: number, next: number | undefined): string {
  if (next === undefined) return t('coverage.legend.more', { least });
  return next === least + 1 ? number(least) : t('coverage.legend.range', { least, most: next - 1 });
}
