import type { StatementHistory } from '../../lib/domain/history-line.ts';
import type { SkillReference } from '../../lib/domain/skill-alignment.ts';
import { shortName, skillRelationWord } from '../crosswalk/words.ts';
import { skillAddress } from '../library/library-address.ts';
import { Words } from '../ui/Words.tsx';
import { Change } from './ChangeWords.tsx';

type Props = { skills: StatementHistory };

/** A statement from skill to skill as a line of the history tells it. */
export function StatementWords({ skills: { subject, object, before, after } }: Props) {
  const said = after ?? before;
  const relation = <span className="relation">{said && skillRelationWord(said.relation)}</span>;
  return (
    <span className="clamp-2">
      <Words
        of="history.statement"
        values={{ subject: <Name skill={subject} />, relation, object: <Name skill={object} /> }}
      />
    </span>
  );
}

/** What a change of it changed: the relation, the note. Nothing where that is not known. */
export function StatementChange({ skills: { before, after } }: Props) {
  if (!before || !after) return null;
  const parts = (['relation', 'note'] as const).filter((part) => (before[part] ?? '') !== (after[part] ?? ''));
  if (parts.length === 0) return null;
  return (
    <ul className="changes">
      {parts.map((part) => (
        <li key={part}>
          {part === 'relation' ? (
            <Change part={part} was={skillRelationWord(before.relation)} is={skillRelationWord(after.relation)} />
          ) : (
            <Change part={part} was={before.note || undefined} is={after.note || undefined} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Name({ skill }: { skill: SkillReference }) {
  const { code, name } = skill;
  return (
    <a href={skillAddress(skill.uri)} dir="auto" data-own-words="">
      {code && name && code !== name ? `${code} ${name}` : shortName(skill)}
    </a>
  );
}
