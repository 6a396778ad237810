import type { Loss } from '../domain/bundle.ts';
import type { SkillSnapshot } from '../domain/skill.ts';
import { lossWords } from './loss-words.ts';

/** What a format may leave out, in the order in which it is shown, each with the key of its sentence for a person. */
export type LossTable<What extends string> = Readonly<Record<What, keyof typeof lossWords>>;

/** Counts what is lost while a bundle is written. */
export type LossTally<What extends string> = {
  /** One alignment loses this. `details` names what exactly; a sentence that has room for them lists the names. */
  add(what: What, details?: Iterable<string>): void;
  /** What was lost so far, in the table's order; a fresh array each time. */
  list(): Loss[];
};

/** Starts a tally for a format's table. */
export function tallyLosses<What extends string>(table: LossTable<What>): LossTally<What> {
  const counts = new Map<What, number>();
  const named = new Map<What, Set<string>>();
  return {
    add(what, details = []) {
      counts.set(what, (counts.get(what) ?? 0) + 1);
      const names = named.get(what) ?? new Set();
      for (const detail of details) names.add(detail);
      named.set(what, names);
    },
    list() {
      const whats = (Object.keys(table) as What[]).filter((what) => counts.has(what));
      return whats.map((what) => {
        const details = [...(named.get(what) ?? [])].sort();
        const message = lossWords[table[what]].replace('{details}', details.join(', '));
        return { what, message, key: `loss.${table[what]}`, details, count: counts.get(what) ?? 0 };
      });
    },
  };
}

/** The details of a skill for which no format about resources has a property, by name, as far as the skill has them. */
export function lostSkillDetails({ category, keywords, occupations, language, license }: SkillSnapshot): string[] {
  const details: string[] = [];
  if (category !== undefined) details.push('category');
  if (keywords.length > 0) details.push('keywords');
  if (occupations && occupations.length > 0) details.push('occupations');
  if (language !== undefined) details.push('language');
  if (license !== undefined) details.push('license');
  return details;
}
