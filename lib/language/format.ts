import { spokenLanguage } from './words.ts';

/** Names in a row, as the language that is spoken joins them without an "and": "OSMT, CASS, ESCO". */
export function listOf(names: readonly string[]): string {
  return new Intl.ListFormat(spokenLanguage(), { type: 'unit', style: 'short' }).format(names);
}
