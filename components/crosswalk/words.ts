import { sentenceOf } from '../../lib/domain/skill.ts';
import type { SkillReference, SkillRelation } from '../../lib/domain/skill-alignment.ts';
import { t } from '../../lib/language/words.ts';

/** A relation between two skills as the screens name it. */
export const skillRelationWord = (relation: SkillRelation) => t(`crosswalk.relation.${relation}`);

/** The sentence that explains a relation between two skills where it is chosen. */
export const skillRelationGloss = (relation: SkillRelation) => t(`crosswalk.relation.${relation}.gloss`);

/** A skill in as few words as it can be told by: its code, its name, or what it says. */
export function shortName({ code, name, statement = '' }: Pick<SkillReference, 'code' | 'name' | 'statement'>): string {
  return code || name || sentenceOf({ name, statement });
}
