import { t } from '../../lib/language/words.ts';

type Props = { count: number; onAlign(): void };

/** How many skills are marked, in the foot of the list, and the way on with them. */
export function MarkedCount({ count, onAlign }: Props) {
  return (
    <div className="marked-count">
      <span>{t('skill.marks', { count })}</span>
      <button type="button" className="btn btn-small push" onClick={() => onAlign()}>
        {t('skill.marks.align', { count })}
      </button>
    </div>
  );
}
