import { type Facet, libraryStates } from '../../lib/domain/library-filter.ts';
import { Fit, Relation } from '../../lib/domain/resource-alignment.ts';
import { t } from '../../lib/language/words.ts';
import { fitWord, relationWord } from '../alignment/words.ts';
import { stateWords } from './state-words.ts';

/** A facet as the screen names it. */
export const facetName = (facet: Facet) => t(`library.facet.${facet}`);

/** A value of a facet in words; `own` where they are nobody's to translate: the name of a framework, a person. */
export function valueWord(facet: Facet, value: string): { words: string; own: boolean } {
  if (facet === 'relation') return { words: relationWord(Relation.parse(value)), own: false };
  if (facet === 'fit') return { words: fitWord(Fit.parse(value)), own: false };
  if (facet === 'evidence')
    return { words: t(value === 'quoted' ? 'library.evidence.quoted' : 'library.evidence.none'), own: false };
  if (facet === 'state') {
    const state = libraryStates.find((one) => one === value) ?? 'here';
    return { words: stateWords[state].label(), own: false };
  }
  if (value !== '') return { words: value, own: true };
  return {
    words: t(facet === 'who' ? 'library.nobody' : facet === 'kind' ? 'library.noKind' : 'library.noFramework'),
    own: false,
  };
}
