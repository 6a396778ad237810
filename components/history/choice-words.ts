import type { ChoicePart } from '../../lib/domain/choice-difference.ts';
import type { AlignmentChoice } from '../../lib/domain/resource-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { fitWord, relationWord } from '../alignment/words.ts';

/** A part of a choice as the screens name it. */
export const partWord = (part: ChoicePart) => t(`history.part.${part}`);

/** What a choice says in one part, in words; undefined where it says nothing. */
export function partOf(choice: AlignmentChoice, part: ChoicePart): string | undefined {
  switch (part) {
    case 'relation':
      return relationWord(choice.relation);
    case 'fit':
      return fitWord(choice.fit);
    case 'note':
      return choice.note || undefined;
    case 'evidence':
      return choice.evidence && t('history.quote', { text: choice.evidence.quote.exact });
  }
}
