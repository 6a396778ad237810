import type { Skill } from '../domain/skill.ts';
import { duplicate, noSkills } from './document-problem.ts';

/**
 * Hands out a framework's skills one by one, as every document does: rejects with I411 at the first identifier that comes
 * a second time, with I412 at the end where there was none at all, and with the signal's reason as soon as it is aborted.
 * `name` is the document's, for the problems.
 */
export async function* handOut(
  skills: Iterable<Skill> | AsyncIterable<Skill>,
  { name, signal }: { name: string; signal?: AbortSignal },
): AsyncGenerator<Skill> {
  const seen = new Map<string, number>();
  signal?.throwIfAborted();
  for await (const skill of skills) {
    signal?.throwIfAborted();
    const first = seen.get(skill.uri);
    seen.set(skill.uri, seen.size + 1);
    if (first !== undefined) throw duplicate(name, skill.uri, first, seen.size + 1);
    yield skill;
    // Whoever reads may have been told to stop while it held the skill.
    signal?.throwIfAborted();
  }
  if (seen.size === 0) throw noSkills(name);
}
