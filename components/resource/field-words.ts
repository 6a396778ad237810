import type { FieldName, SaidBy } from '../../lib/domain/learning-resource.ts';

/** Fields as the screens name them, in the order in which all of them are listed. */
export const fieldWords: Record<FieldName, string> = {
  title: 'Title',
  description: 'Description',
  type: 'Type',
  author: 'Author',
  publisher: 'Publisher',
  language: 'Language',
  level: 'Level',
  license: 'Licence',
  subject: 'Subject',
  keyword: 'Keywords',
  audience: 'Audience',
  age: 'Age',
  time: 'Time',
  use: 'Use',
  interactivity: 'Interactivity',
  date: 'Date',
  image: 'Picture',
  partOf: 'Part of',
  basedOn: 'Based on',
  accessibility: 'Accessibility',
};

/** Who says a value, as the screens name it. */
export const saidByWords: Record<SaidBy, string> = {
  'json-ld': 'JSON-LD',
  microdata: 'microdata',
  rdfa: 'RDFa',
  meta: 'meta',
  tab: 'page',
  person: 'you',
};

/** A language by its name in the reader's own language, or the tag itself where it is none (`en` is "English"). */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames(undefined, { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
