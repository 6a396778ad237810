import type { FoundSkill } from '../../lib/domain/skill.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import type { StaleSkill } from '../../lib/queries/frameworks.ts';
import { skillKept } from '../../lib/queries/search-local-skills.ts';
import { Icon } from '../ui/Icon.tsx';
import { Words } from '../ui/Words.tsx';
import { calledOf } from './words.ts';

type Props = {
  stale: StaleSkill;
  /** Begins an alignment to the skill that took its place. */
  onReplace?(skill: FoundSkill): void;
};

/** That a skill is not what it was when the page was aligned to it, and what took its place where that is known here. */
export function StaleNote({ stale, onReplace }: Props) {
  const { status, replacedBy } = stale;
  const replacement = useKept(
    async (database) => (replacedBy ? skillKept(database, replacedBy, new AbortController().signal) : undefined),
    [replacedBy],
  );
  return (
    <div className="stale-note">
      <p className="state state-draft">
        <Icon name="alert" />
        {t(`alignment.stale.${status}`)}
      </p>
      {replacement && onReplace && (
        <button type="button" className="link" onClick={() => onReplace(replacement)}>
          <Words
            of="alignment.alignTo"
            values={{
              skill: (
                <bdi lang={replacement.language} data-own-words="">
                  {calledOf(replacement)}
                </bdi>
              ),
            }}
          />
        </button>
      )}
    </div>
  );
}
