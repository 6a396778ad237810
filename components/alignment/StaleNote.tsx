import { type FoundSkill, sentenceOf } from '../../lib/domain/skill.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import type { StaleSkill } from '../../lib/queries/frameworks.ts';
import { skillKept } from '../../lib/queries/search-local-skills.ts';
import { Icon } from '../ui/Icon.tsx';

type Props = {
  stale: StaleSkill;
  /** Begins an alignment to the skill that took its place. */
  onReplace?(skill: FoundSkill): void;
};

const words = {
  deprecated: 'Changed at its source: no longer in force',
  replaced: 'Changed at its source: replaced',
  gone: 'Changed at its source: no longer there',
} as const;

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
        {words[status]}
      </p>
      {replacement && onReplace && (
        <button type="button" className="link" onClick={() => onReplace(replacement)}>
          Align to{' '}
          <span lang={replacement.language}>{replacement.code ?? replacement.name ?? sentenceOf(replacement)}</span>{' '}
          instead
        </button>
      )}
    </div>
  );
}
