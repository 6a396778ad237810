import type { Skill } from '../domain/skill.ts';
import type { OnetOccupation, Weighed } from './onet-element.ts';

/** What was found below one part of one occupation. */
export type OnetFinds = { occupation: OnetOccupation; found: Weighed[] };

/**
 * The skills of several occupations in the order in which to show them, each once with the occupations that it was found
 * by. First what has all the words that were typed in its name, then what has them in its statement, then the rest: of
 * every part the most important, then of every part the next.
 */
export function ranked(finds: readonly OnetFinds[], text: string): Skill[] {
  const words = wordsIn(text);
  const bySkill = new Map<string, { skill: Skill; fit: number; turn: number }>();
  for (const { occupation, found } of finds) {
    const sorted = [...found].sort((one, other) => other.importance - one.importance);
    for (const [turn, { skill }] of sorted.entries()) {
      const seen = bySkill.get(skill.uri);
      const by = { code: occupation.code, name: occupation.title };
      const occupations = [...(seen?.skill.occupations ?? []), by];
      bySkill.set(skill.uri, {
        skill: { ...(seen?.skill ?? skill), occupations },
        fit: fitOf(skill, words),
        turn: Math.min(turn, seen?.turn ?? turn),
      });
    }
  }
  return [...bySkill.values()]
    .sort((one, other) => other.fit - one.fit || one.turn - other.turn)
    .map(({ skill }) => skill);
}

function fitOf({ name, statement }: Skill, words: string[]): number {
  if (words.length === 0) return 0;
  return hasAll(name, words) ? 2 : hasAll(statement, words) ? 1 : 0;
}

function hasAll(text: string, words: string[]): boolean {
  const standing = wordsIn(text);
  return words.every((word) => standing.some((one) => one.startsWith(word)));
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
