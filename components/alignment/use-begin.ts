import { useCallback } from 'react';
import { type ChosenSkill, mostChosen } from '../../lib/domain/chosen-skill.ts';
import type { AlignmentChoice } from '../../lib/domain/resource-alignment.ts';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { useView } from '../../lib/state/view.ts';

/** The ways into the form for new alignments. Each skill is completed at its registry meanwhile. */
export function useBegin() {
  const { beginSeveral, complete } = useDraft();
  const show = useView((state) => state.show);
  const { skills: marks, mark } = useMarked();

  /** Opens one form for these skills; `choice` is what is decided of it already. */
  const begin = useCallback(
    (chosen: readonly ChosenSkill[], choice: Partial<AlignmentChoice> = {}) => {
      beginSeveral(chosen.slice(0, mostChosen), choice);
      show('align');
      void completeEach(chosen, complete);
    },
    [beginSeveral, show, complete],
  );

  /** Opens the form for the marked skills, and for one more where it is not among them. */
  const beginMarked = useCallback(
    (skill?: FoundSkill) => {
      const isAmong = marks.some(({ uri }) => skill && skillIdentity(uri) === skillIdentity(skill.uri));
      const chosen = skill && !isAmong ? [...marks, skill] : marks;
      mark([]);
      begin(chosen.map((one) => ({ skill: one })));
    },
    [marks, mark, begin],
  );
  return { begin, beginMarked };
}

/** One after the other, so that no registry is asked for a hundred things at once. */
async function completeEach(chosen: readonly ChosenSkill[], complete: (skill: FoundSkill) => void): Promise<void> {
  for (const { skill } of chosen) {
    const answer = await ask('completeSkill', { skill });
    if (answer.ok) complete(answer.value);
  }
}
