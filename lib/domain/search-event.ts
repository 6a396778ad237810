import type { Problem } from './problem.ts';
import type { FoundSkill } from './skill.ts';

/** What a registry answered to a search. */
export type SearchAnswer = {
  skills: FoundSkill[];
  /** How many there are in all, where the registry says so. */
  total?: number;
  /** When it said so, in milliseconds since the epoch. */
  at: number;
};

/** What one registry has to say to a search. Each says `asking` and one more thing later; whoever is left out says none. */
export type SearchEvent = { registry: string; name: string } & (
  | {
      state: 'asking';
      /** What it answered to the same text before, to be shown until it answers. */
      kept?: SearchAnswer;
    }
  | ({ state: 'answered' } & SearchAnswer)
  | {
      state: 'failed';
      problem: Problem;
      /** It asked to be left alone until then, in milliseconds since the epoch: asking it sooner asks nobody. */
      until?: number;
    }
);
