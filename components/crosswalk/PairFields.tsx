import { type FormEvent, type ReactNode, type Ref, useId } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import type { SkillAlignment, SkillReference } from '../../lib/domain/skill-alignment.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import { t } from '../../lib/language/words.ts';
import { SkillText } from '../skill/SkillText.tsx';
import { KeyWords } from '../ui/KeyWords.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import type { PairForm } from './pair-form.ts';
import { SkillRelationChoice } from './SkillRelationChoice.tsx';
import { skillRelationWord } from './words.ts';

type Props = {
  form: PairForm;
  box: Ref<HTMLFormElement>;
  /** What stands between the two already and would be changed. */
  standing: SkillAlignment | undefined;
  saving: boolean;
  problem: Problem | undefined;
  conflict: ReactNode;
  onChange(form: PairForm): void;
  onSave(): void;
};

/** Two chosen skills, how the first stands to the second, and why. */
export function PairFields({ form, box, standing, saving, problem, conflict, onChange, onSave }: Props) {
  const title = useId();
  const { subject, object, relation, note } = form;
  const isOne = subject && object && skillIdentity(subject.uri) === skillIdentity(object.uri);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (subject && object && !isOne && !saving) onSave();
  };
  return (
    <form className="pair" aria-labelledby={title} onSubmit={submit} ref={box}>
      <h2 id={title} className="label">
        {t('crosswalk.pair')}
      </h2>
      {conflict}
      {problem && <ProblemNotice problem={problem} />}
      <Chosen skill={subject} hint={t('crosswalk.choose')} />
      <Chosen skill={object} hint={t('crosswalk.choose.other')} />
      {isOne && <p className="state state-draft">{t('crosswalk.same')}</p>}
      {standing && !conflict && (
        <p className="muted">{t('crosswalk.standing', { relation: skillRelationWord(standing.relation) })}</p>
      )}
      <SkillRelationChoice value={relation} onChange={(chosen) => onChange({ ...form, relation: chosen })} />
      <label className="field">
        <span className="label">
          {t('crosswalk.note')} <span className="quiet">{t('crosswalk.note.optional')}</span>
        </span>
        <textarea
          className="input"
          rows={2}
          maxLength={4000}
          value={note}
          onChange={({ target }) => onChange({ ...form, note: target.value })}
        />
      </label>
      <button type="submit" className="btn btn-primary" disabled={!subject || !object || isOne || saving}>
        {t(standing ? 'crosswalk.save.change' : 'crosswalk.save')}
      </button>
      <p className="quiet keys">
        <KeyWords>{t('crosswalk.keys')}</KeyWords>
      </p>
    </form>
  );
}

function Chosen({ skill, hint }: { skill: SkillReference | undefined; hint: string }) {
  if (!skill) return <p className="chosen-skill is-empty muted">{hint}</p>;
  return (
    <div className="chosen-skill">
      <p className="statement" dir="auto">
        <SkillText skill={{ ...skill, statement: skill.statement ?? '' }} />
      </p>
      {skill.framework?.name && (
        <p className="quiet" dir="auto" data-own-words>
          {skill.framework.name}
        </p>
      )}
    </div>
  );
}
