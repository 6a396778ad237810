import type { ChoicePart } from '../../lib/domain/choice-difference.ts';
import type { AlignmentChoice } from '../../lib/domain/resource-alignment.ts';
import { fitWords, relationWord } from '../alignment/words.ts';

/** Parts of a choice as the screens name them. */
export const partWords: Record<ChoicePart, string> = {
  relation: 'Relation',
  fit: 'Fit',
  note: 'Note',
  evidence: 'Evidence',
};

/** What a choice says in one part, in words; undefined where it says nothing. */
export function partOf(choice: AlignmentChoice, part: ChoicePart): string | undefined {
  switch (part) {
    case 'relation':
      return relationWord(choice.relation);
    case 'fit':
      return fitWords[choice.fit].label;
    case 'note':
      return choice.note || undefined;
    case 'evidence':
      return choice.evidence && `“${choice.evidence.quote.exact}”`;
  }
}
