import type { FormatId } from '../../lib/domain/bundle.ts';
import type { OfferedChoice } from '../../lib/domain/format-description.ts';
import { t, type WordKey } from '../../lib/language/words.ts';

/** What a choice about a format is called; with a value, what that is called. A test holds that each has words. */
export function choiceWords(
  format: FormatId,
  name: OfferedChoice['name'],
  value?: OfferedChoice['values'][number],
): string {
  // Not every format offers every choice: no type says which keys there are.
  const say = t as (key: WordKey) => string;
  const kept = value?.replaceAll('.', '-');
  return say((kept ? `format.${format}.${name}.${kept}` : `format.${format}.${name}`) as WordKey);
}
