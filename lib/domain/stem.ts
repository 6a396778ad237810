/** An ending, what stands in its place, and how many letters have to be left before it. */
type Ending = readonly [ending: string, replacement: string, left: number];

/**
 * Inflections of each language, without their diacritics, longest first. Light on purpose: it is better to miss a
 * relative than to take two strangers for one word.
 */
const endings: Record<string, readonly (readonly Ending[])[]> = {
  en: [
    [
      ['ies', 'y', 2],
      ['sses', 'ss', 2],
      ['shes', 'sh', 2],
      ['ches', 'ch', 2],
      ['xes', 'x', 2],
      ['ss', 'ss', 1],
      ['us', 'us', 1],
      ['is', 'is', 1],
      ['s', '', 3],
    ],
    [
      ['ements', 'e', 4],
      ['ement', 'e', 4],
      ['ment', '', 4],
      ['ings', '', 3],
      ['ing', '', 3],
      ['ied', 'y', 2],
      ['ed', '', 3],
      ['tion', 't', 5],
    ],
    [['e', '', 3]],
  ],
  de: [
    [
      ['innen', '', 4],
      ['ungen', '', 4],
      ['ern', '', 4],
      ['ung', '', 4],
      ['em', '', 4],
      ['en', '', 3],
      ['er', '', 4],
      ['es', '', 4],
      ['e', '', 3],
      ['s', '', 4],
      ['n', '', 4],
    ],
  ],
  es: [
    [
      ['aciones', 'acion', 2],
      ['iones', 'ion', 2],
      ['ces', 'z', 3],
      ['es', '', 4],
      ['s', '', 3],
    ],
    [
      ['a', '', 3],
      ['o', '', 3],
      ['e', '', 3],
    ],
  ],
  fr: [
    [
      ['eaux', 'eau', 2],
      ['aux', 'al', 3],
      ['s', '', 3],
      ['x', '', 4],
    ],
    [
      ['ee', '', 4],
      ['e', '', 3],
    ],
  ],
  pt: [
    [
      ['coes', 'cao', 2],
      ['oes', 'ao', 2],
      ['ais', 'al', 2],
      ['eis', 'el', 2],
      ['ns', 'm', 3],
      ['es', '', 4],
      ['s', '', 3],
    ],
    [
      ['a', '', 3],
      ['o', '', 3],
      ['e', '', 3],
    ],
  ],
};

/** Languages (primary subtags of BCP 47) whose words are stemmed. */
export const stemmedLanguages: readonly string[] = Object.keys(endings);

/**
 * The language by which a skill's words are stemmed: the primary subtag of its BCP 47 tag. English where the skill
 * names none, since the sources that name none write English.
 */
export function stemmingLanguage(tag: string | undefined): string {
  return tag ? (tag.toLowerCase().split(/[-_]/, 1)[0] ?? '') : 'en';
}

/** A folded word without its inflection, or the word itself where the language is not one of `stemmedLanguages`. */
export function stem(word: string, language: string): string {
  if (!Object.hasOwn(endings, language) || word.length < 4) return word;
  const stemmed = (endings[language] ?? []).reduce(withoutEnding, word);
  return language === 'en' ? single(stemmed, word) : stemmed;
}

function withoutEnding(word: string, step: readonly Ending[]): string {
  const found = step.find(([ending, , left]) => word.length - ending.length >= left && word.endsWith(ending));
  return found ? word.slice(0, word.length - found[0].length) + found[1] : word;
}

/** English doubles the last consonant before `-ing` and `-ed`: planning is of plan, but telling of tell. */
function single(stemmed: string, word: string): string {
  return /([bdgmnprt])\1$/.test(stemmed) && /(?:ing|ings|ed)$/.test(word) ? stemmed.slice(0, -1) : stemmed;
}
