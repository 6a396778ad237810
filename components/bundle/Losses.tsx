import type { Loss } from '../../lib/domain/bundle.ts';
import { lossWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';

type Props = {
  losses: readonly Loss[];
  /** Default "What this format cannot carry". */
  title?: string;
};

/** What a format cannot carry, each with how many alignments that concerns. Nothing where it carries all. */
export function Losses({ losses, title = t('bundle.losses') }: Props) {
  if (losses.length === 0) return null;
  return (
    <section className="block stack" aria-label={title}>
      <h2 className="label">{title}</h2>
      <ul className="loss">
        {losses.map((loss) => (
          <li key={loss.what}>
            <span>{lossWords(loss)}</span>
            <span className="quiet">{t('bundle.losses.count', { count: loss.count })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
