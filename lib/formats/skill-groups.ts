import type { Bundle } from '../domain/bundle.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { Skill } from '../domain/skill.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';

/** A skill as it is written by formats that are about skills, and the statements that start from it. */
export type SkillGroup = { skill: Skill; statements: SkillAlignment[] };

/** What a format wants to know of each thing that passes, such as to count what is lost of it. */
export type Passing = {
  skill?(skill: Skill): void;
  statement?(statement: SkillAlignment): void;
  alignment?(alignment: ResourceAlignment): void;
};

/**
 * The skills of a bundle, one group in memory: those that go along by themselves, then the subjects of statements (those
 * that follow one another with the same subject make one group), then the skills to which pages are aligned. Of each skill
 * the first state is told; a subject that was told before comes again with its statements, as a statement names it. Only
 * the identifiers of what was told are remembered. Rejects with the signal's reason.
 */
export async function* skillGroups(
  bundle: Bundle,
  signal?: AbortSignal,
  passing: Passing = {},
): AsyncGenerator<SkillGroup> {
  const told = new Set<string>();
  const isNew = ({ uri }: { uri: string }) => !told.has(uri) && Boolean(told.add(uri));
  for await (const skill of bundle.skills ?? []) {
    signal?.throwIfAborted();
    passing.skill?.(skill);
    if (isNew(skill)) yield { skill, statements: [] };
  }
  let group: SkillGroup | undefined;
  for await (const statement of bundle.skillAlignments ?? []) {
    signal?.throwIfAborted();
    passing.statement?.(statement);
    if (group && group.skill.uri !== statement.subject.uri) {
      yield group;
      group = undefined;
    }
    told.add(statement.subject.uri);
    group ??= { skill: { statement: '', ...statement.subject, type: '', keywords: [] }, statements: [] };
    group.statements.push(statement);
  }
  if (group) yield group;
  for await (const alignment of bundle.alignments) {
    signal?.throwIfAborted();
    passing.alignment?.(alignment);
    if (isNew(alignment.skill)) yield { skill: alignment.skill, statements: [] };
  }
}
