import type { Problem } from './problem.ts';
import type { FoundSkill } from './skill.ts';

/** What one registry has to say to a search. Each registry says `asking` at once and one more thing later. */
export type SearchEvent = { registry: string; name: string } & (
  | { state: 'asking' }
  | { state: 'answered'; skills: FoundSkill[]; total?: number }
  | { state: 'failed'; problem: Problem }
);
