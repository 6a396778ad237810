import type { Skill } from '../../lib/domain/skill.ts';
import { sentenceOf } from '../../lib/domain/skill.ts';
import { Marked } from './Marked.tsx';

type Props = {
  skill: Pick<Skill, 'name' | 'statement' | 'code' | 'language'>;
  /** The words searched for, to be marked. */
  query?: string;
};

/** A skill in one run of text: its code, its name where neither code nor statement says it, its statement. In its own language. */
export function SkillText({ skill, query = '' }: Props) {
  const sentence = sentenceOf(skill);
  const named = skill.name && skill.name !== sentence && skill.name !== skill.code;
  return (
    <span lang={skill.language} dir={skill.language ? 'auto' : undefined} data-own-words>
      {skill.code && <span className="code">{skill.code} </span>}
      {named && (
        <>
          <strong className="strong">
            <Marked text={skill.name} query={query} />
          </strong>
          {' · '}
        </>
      )}
      <Marked text={sentence} query={query} />
    </span>
  );
}
