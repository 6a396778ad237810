import { type SkillAlignment, SkillRelation } from '../../lib/domain/skill-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { skillAddress } from '../library/library-address.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { Moment } from '../ui/Moment.tsx';
import { shortName, skillRelationWord } from './words.ts';

type Props = {
  statement: SkillAlignment;
  now: number;
  onRelation(relation: SkillRelation): void;
  onRemove(): void;
};

/** One statement, with its relation to be changed and the way to remove it. */
export function ReviewRow({ statement, now, onRelation, onRemove }: Props) {
  const { subject, relation, object, note, modified } = statement;
  const names = { subject: shortName(subject), relation: skillRelationWord(relation), object: shortName(object) };
  return (
    <tr>
      <td className="skill">
        <Skill skill={subject} />
      </td>
      <td>
        <span className="select">
          <select
            className="input"
            aria-label={t('crosswalk.relation.of', names)}
            value={relation}
            onChange={({ target }) => {
              const chosen = SkillRelation.options.find((one) => one === target.value);
              if (chosen) onRelation(chosen);
            }}
          >
            {SkillRelation.options.map((one) => (
              <option key={one} value={one}>
                {skillRelationWord(one)}
              </option>
            ))}
          </select>
        </span>
      </td>
      <td className="skill">
        <Skill skill={object} />
      </td>
      <td dir="auto" data-own-words>
        {note}
      </td>
      <td>
        <Moment at={modified} now={now} />
      </td>
      <td className="acts">
        <button
          type="button"
          className="btn btn-small"
          aria-label={t('crosswalk.remove.name', names)}
          onClick={onRemove}
        >
          {t('crosswalk.remove')}
        </button>
      </td>
    </tr>
  );
}

function Skill({ skill }: { skill: SkillAlignment['subject'] }) {
  return (
    <>
      <a className="clamp-2" href={skillAddress(skill.uri)} dir="auto" data-own-words>
        <SkillText skill={{ ...skill, statement: skill.statement ?? '' }} />
      </a>
      {skill.framework?.name && (
        <span className="quiet" dir="auto" data-own-words>
          {skill.framework.name}
        </span>
      )}
    </>
  );
}
