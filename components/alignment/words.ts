import type { PassageState } from '../../lib/domain/evidence.ts';
import { Fit, Relation } from '../../lib/domain/resource-alignment.ts';
import { type Skill, sentenceOf } from '../../lib/domain/skill.ts';
import type { SkillRelation } from '../../lib/domain/skill-alignment.ts';
import { t } from '../../lib/language/words.ts';

/** A relation as the screens name it. */
export const relationWord = (relation: Relation) => t(`alignment.relation.${relation}`);

/** The sentence that explains a relation where it is chosen. */
export const relationGloss = (relation: Relation) => t(`alignment.relation.${relation}.gloss`);

/** A fit as the screens name it. */
export const fitWord = (fit: Fit) => t(`alignment.fit.${fit}`);

/** The sentence that explains a fit where it is chosen. */
export const fitGloss = (fit: Fit) => t(`alignment.fit.${fit}.gloss`);

/** What became of a quoted passage. */
export const passageWord = (state: PassageState) => t(`alignment.passage.${state}`);

/** What a skill is called where there is room for little: its code, else its name, else its statement. */
export const calledOf = (skill: Pick<Skill, 'code' | 'name' | 'statement'>) =>
  skill.code || skill.name || sentenceOf(skill);

/** The relations that stand in the first row; the rest are behind "more". */
export const firstRelations: readonly Relation[] = ['teaches', 'assesses', 'requires'];

/** All relations in the order in which they are offered. */
export const allRelations: readonly Relation[] = Relation.options;

/** All fits in the order in which they are offered. */
export const allFits: readonly Fit[] = Fit.options;

/** A relation from skill to skill as the screens name it. */
export const skillRelationWord = (relation: SkillRelation) => t(`alignment.skills.${relation}`);
