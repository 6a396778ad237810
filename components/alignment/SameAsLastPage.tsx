import { type ChosenSkill, chosenAgain } from '../../lib/domain/chosen-skill.ts';
import type { AlignmentChoice } from '../../lib/domain/resource-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { alignmentsOfLastPage } from '../../lib/queries/skills-at-hand.ts';

type Props = {
  /** The page's address. */
  address: string;
  /** Opens the form for these skills. Nothing is saved before the person says so there. */
  onBegin(chosen: readonly ChosenSkill[], choice: Partial<AlignmentChoice>): void;
};

/** For a page that is aligned to nothing yet: the skills of the page before, all at once. */
export function SameAsLastPage({ address, onBegin }: Props) {
  const last = useKept((database) => alignmentsOfLastPage(database, address), [address]);
  if (!last || last.length === 0) return null;
  const { chosen, choice } = chosenAgain(last);
  return (
    <div className="block joined">
      <button type="button" className="btn" onClick={() => onBegin(chosen, choice)}>
        {t('alignment.sameAsLast', { count: chosen.length })}
      </button>
    </div>
  );
}
