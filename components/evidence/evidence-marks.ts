import { type EvidenceMark, type MarkWords, mostMarks } from '../../lib/domain/evidence-mark.ts';
import { type SkillSnapshot, sentenceOf } from '../../lib/domain/skill.ts';
import { listOf } from '../../lib/language/format.ts';
import { directionOf } from '../../lib/language/locales.ts';
import { spokenLanguage, t } from '../../lib/language/words.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';
import { relationWord } from '../alignment/words.ts';

/** The longest name of a skill on a card, in UTF-16 units. */
const longestName = 300;

/** A mark with the alignments whose evidence it is: several may quote the same passage. */
export type MarkOf = { mark: EvidenceMark; alignments: string[] };

/** The passages that alignments quote, each once, with what the page is to say of them. */
export function marksOf(alignments: readonly KeptAlignment[]): MarkOf[] {
  const byPassage = new Map<string, KeptAlignment[]>();
  for (const alignment of alignments) {
    if (!alignment.evidence) continue;
    const { quote, position } = alignment.evidence;
    const key = JSON.stringify([quote.exact, quote.prefix, quote.suffix, position.start]);
    byPassage.set(key, [...(byPassage.get(key) ?? []), alignment]);
  }
  return [...byPassage.values()].slice(0, mostMarks).flatMap(([first, ...others]) => {
    if (!first?.evidence) return [];
    const same = [first, ...others];
    return [{ mark: markOf(first.evidence, same), alignments: same.map(({ id }) => id) }];
  });
}

function markOf(evidence: EvidenceMark['evidence'], same: readonly KeptAlignment[]): EvidenceMark {
  const shows = same.slice(0, 50).map(({ relation, skill }) => ({
    relation: relationWord(relation),
    skill: nameOf(skill),
    ...(skill.language && { language: skill.language }),
  }));
  const name = listOf(shows.map(({ relation, skill }) => t('evidence.mark', { relation, skill }))).slice(0, 1000);
  return { evidence, shows, names: { exact: name, changed: t('evidence.mark.changed', { mark: name }) } };
}

function nameOf(skill: SkillSnapshot): string {
  const name = [skill.code, skill.name || sentenceOf(skill)].filter(Boolean).join(' ');
  return name.length > longestName ? `${name.slice(0, longestName)}…` : name;
}

/** What all marks of the page say alike, in the language that is spoken here. */
export function markWords(): MarkWords {
  const language = spokenLanguage();
  return {
    language,
    direction: directionOf(language),
    group: t('evidence.marks'),
    changed: t('evidence.wordsChanged'),
  };
}
