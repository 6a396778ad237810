import type { SkillSource } from './skill.ts';

/** The library of skills that comes with the extension: its place in the index, and how it is named as a source. */
export const starterLibrary = {
  /** The framework under which the skill index keeps it. */
  framework: 'starter',
  source: { registry: 'starter', name: 'Starter library' } satisfies SkillSource,
} as const;
