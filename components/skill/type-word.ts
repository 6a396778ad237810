import { wordFor } from '../../lib/domain/skill.ts';
import { t } from '../../lib/language/words.ts';

/** What a skill's source calls it, as the screens name that: "standard", "competency", "skill". */
export const typeWord = (type: string) => t(`skill.type.${wordFor(type)}`);
