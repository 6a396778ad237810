import { useState } from 'react';
import type { CrosswalkRow } from '../../lib/domain/crosswalk.ts';
import type { Problem } from '../../lib/domain/problem.ts';
import { isCounterpart, type SkillAlignment } from '../../lib/domain/skill-alignment.ts';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';
import { t } from '../../lib/language/words.ts';
import { ask } from '../../lib/messaging/client.ts';
import { useKeptForm } from '../../lib/state/kept-form.ts';
import { emptyPair, PairForm } from './pair-form.ts';
import { shortName, skillRelationWord } from './words.ts';

type Needs = {
  /** What stands between the two frameworks by now. */
  rows: readonly CrosswalkRow[];
  onSay(text: string): void;
  /** It is saved. */
  onSaved(statement: SkillAlignment): void;
};

/** Two skills in hand: what is chosen and typed is kept as a draft until it is saved. */
export function usePair({ rows, onSay, onSaved }: Needs) {
  const { form, restoredAt, change, settle, discard } = useKeptForm('pair', PairForm, emptyPair);
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const { subject, object, relation, note, editing } = form;
  const standing = statementIn(rows, form);
  const conflict = problem?.code === 'S220' && editing !== undefined;

  const forget = () => setProblem(undefined);
  /** Chooses one or both skills; what stands between the two already is then in hand, to be changed. */
  const choose = (chosen: Pick<PairForm, 'left' | 'right' | 'subject' | 'object'>) => {
    forget();
    // What was said of two other skills is not said of these.
    const before = editing ? { ...form, relation: emptyPair.relation, note: emptyPair.note } : form;
    const pair = { ...before, ...chosen, editing: undefined };
    const said = statementIn(rows, pair) ?? statementIn(rows, { ...pair, relation: 'prerequisite' });
    change(said ? takenFrom(pair, said) : pair);
  };
  /** Decides relation and note. A relation of the other sort is another statement: nothing is covered beforehand. */
  const decide = (decided: PairForm) => {
    const isSameSort = isCounterpart(decided.relation) === isCounterpart(relation);
    const said = isSameSort ? undefined : statementIn(rows, decided);
    const other = said && { id: said.id, revision: said.revision };
    change(isSameSort ? decided : { ...decided, editing: other });
  };
  const save = async (revision = editing?.revision) => {
    if (!subject || !object) return;
    const choice = { relation, ...(note.trim() && { note: note.trim() }) };
    setSaving(true);
    const answer =
      editing && revision !== undefined
        ? await ask('changeSkillAlignment', { id: editing.id, revision, choice })
        : await ask('relateSkills', { pair: { subject, object }, choice });
    setSaving(false);
    setProblem(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    settle();
    const words = { subject: shortName(subject), relation: skillRelationWord(relation), object: shortName(object) };
    onSay(t('crosswalk.saved', words));
    onSaved(answer.value);
  };
  const now = rows.find(({ statement }) => statement.id === editing?.id)?.statement;
  return {
    form,
    restoredAt,
    saving,
    problem: conflict ? undefined : problem,
    standing,
    /** Set where another window was first; what stands there now, if anything does. */
    conflict: conflict ? { now } : undefined,
    choose,
    decide,
    save: () => save(),
    /** Lets theirs stand: it is in hand as it is now, or nothing is. */
    yieldToTheirs: () => {
      forget();
      if (now) change(takenFrom(form, now));
      else discard();
    },
    insist: () => {
      if (now) return save(now.revision);
      forget();
      change({ ...form, editing: undefined });
      return undefined;
    },
    discard: () => {
      forget();
      discard();
    },
    begin: (next: PairForm) => {
      forget();
      change(next);
    },
  };
}

function takenFrom(form: PairForm, { id, revision, relation, note = '' }: SkillAlignment): PairForm {
  return { ...form, relation, note, editing: { id, revision } };
}

/** What is said of the two skills already, of the same sort as the form's relation. */
function statementIn(rows: readonly CrosswalkRow[], { subject, object, relation }: PairForm) {
  if (!subject || !object) return undefined;
  const [one, other] = [skillIdentity(subject.uri), skillIdentity(object.uri)];
  return rows.find(
    ({ statement }) =>
      skillIdentity(statement.subject.uri) === one &&
      skillIdentity(statement.object.uri) === other &&
      isCounterpart(statement.relation) === isCounterpart(relation),
  )?.statement;
}
