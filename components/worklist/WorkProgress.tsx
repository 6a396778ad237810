import { pagesIn, type WorkCounts } from '../../lib/domain/work-list.ts';
import { t } from '../../lib/language/words.ts';

type Props = {
  counts: WorkCounts;
  /** Whose progress it is. */
  label: string;
};

/** How far the work on a list is, in words and as a bar: done, skipped, what is left. */
export function WorkProgress({ counts, label }: Props) {
  const { done, skipped } = counts;
  const total = pagesIn(counts);
  const words = t('work.progress', { done, total, skipped });
  const share = (part: number) => ({ inlineSize: `${total === 0 ? 0 : (part / total) * 100}%` });
  return (
    <div className="work-progress">
      <span className="quiet">{words}</span>
      <div
        className="progress"
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done + skipped}
        aria-valuetext={words}
        data-own-words
      >
        <span style={share(done)} />
        <span style={share(skipped)} />
      </div>
    </div>
  );
}
