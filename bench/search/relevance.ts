import { readFileSync } from 'node:fs';
import type { Skill } from '../../lib/domain/skill.ts';

/** A query, and what a person said of which skills answer it. */
export type JudgedQuery = { text: string; grade(skill: Skill): number };

/**
 * Reads the judged queries: a line each, `query | 3 | 2 | 1`, the latter patterns without regard to case. A skill is
 * worth 3 where its name fits the first, 2 where it fits the second, 1 where any of its texts fits the third, else 0.
 * Patterns and not lists of addresses, so that the judgement holds for any file of skills.
 */
export function readJudgedQueries(file: string): JudgedQuery[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  return lines.filter((line) => line !== '' && !line.startsWith('#')).map(judgedQuery);
}

function judgedQuery(line: string): JudgedQuery {
  const [text = '', ...patterns] = line.split(' | ').map((part) => part.trim());
  const [meant, close, touching] = patterns.map((pattern) => new RegExp(pattern, 'iu'));
  if (!meant || !close || !touching) throw new Error(`not a judged query: ${line}`);
  const grade = ({ name, statement, category, keywords }: Skill) => {
    if (meant.test(name)) return 3;
    if (close.test(name)) return 2;
    return touching.test([name, statement, category ?? '', ...keywords].join(' ')) ? 1 : 0;
  };
  return { text, grade };
}

/**
 * Makes a judge of the first ten skills that a query finds: their normalised discounted cumulative gain, gain
 * 2^grade - 1 (Burges et al. 2005), from 0 to 1. What the best ten of all would gain is reckoned once. Undefined where
 * no skill answers the query at all.
 */
export function judgeOf(query: JudgedQuery, all: readonly Skill[]): ((found: readonly Skill[]) => number) | undefined {
  const ideal = gain(all.map(query.grade).sort((one, other) => other - one));
  return ideal === 0 ? undefined : (found) => gain(found.map(query.grade)) / ideal;
}

function gain(grades: readonly number[]): number {
  return grades.slice(0, 10).reduce((sum, grade, index) => sum + (2 ** grade - 1) / Math.log2(index + 2), 0);
}
