import type { KeptFramework } from '../domain/framework.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { Skill } from '../domain/skill.ts';
import type { TreeNode } from '../domain/skill-tree.ts';
import { starterLibrary } from '../domain/starter-library.ts';
import { openSkillIndex } from '../skill-index/index.ts';
import type { PlumblineDatabase, StaleSkill } from '../store/database.ts';

export type { StaleSkill } from '../store/database.ts';

/** A framework kept here, with how many alignments are to skills of it that are not what they were. */
export type FrameworkLine = KeptFramework & { staleAlignments: number };

/** An alignment to a skill that is not what it was in a framework kept here. */
export type StaleAlignment = { alignment: ResourceAlignment; stale: StaleSkill };

/** How many skills a search inside a framework shows. */
const limit = 30;

/** The frameworks kept here: the library that comes with the extension first, then by name. */
export async function frameworksKept(database: PlumblineDatabase): Promise<FrameworkLine[]> {
  const [frameworks, stale] = await Promise.all([database.frameworks.toArray(), staleAlignments(database)]);
  const comesFirst = ({ id }: KeptFramework) => (id === starterLibrary.framework ? 0 : 1);
  return frameworks
    .map((framework) => ({
      ...framework,
      staleAlignments: stale.filter((one) => one.stale.framework === framework.id).length,
    }))
    .sort((one, other) => comesFirst(one) - comesFirst(other) || one.name.localeCompare(other.name));
}

/** The frameworks that were removed or replaced in the last day and can be brought back, the last one first. */
export async function frameworksRetired(database: PlumblineDatabase): Promise<KeptFramework[]> {
  const shelved = await database.shelf.filter(({ state }) => state === 'retired').toArray();
  return shelved
    .sort((one, other) => other.at.localeCompare(one.at))
    .flatMap(({ framework }) => (framework ? [framework] : []));
}

/** What stands directly below a line of a framework kept here, in its order; `node` is the empty string for the top. */
export async function branchOf(database: PlumblineDatabase, framework: string, node: string): Promise<TreeNode[]> {
  return (await database.branches.get([framework, node]))?.children ?? [];
}

/** The uris of the lines above a skill in its framework's tree, from the top down. */
export async function pathTo(
  database: PlumblineDatabase,
  framework: string,
  { uri, parent }: Pick<Skill, 'uri' | 'parent'>,
): Promise<string[]> {
  // Only what has lines below it has a branch of its own, and that one knows where the tree was mended.
  const own = await database.branches.get([framework, uri]);
  const path: string[] = [];
  for (let above = own ? own.parent : parent; above !== undefined && !path.includes(above); ) {
    const branch = await database.branches.get([framework, above]);
    if (!branch) break;
    path.unshift(above);
    above = branch.parent;
  }
  return path;
}

/** The skills of one framework that answer a text, best first; switched off or not. */
export async function searchFramework(
  database: PlumblineDatabase,
  framework: string,
  text: string,
  signal: AbortSignal,
): Promise<Skill[]> {
  const hits = await openSkillIndex(database).search(text, { limit, frameworks: [framework], signal });
  return hits.map(({ skill }) => skill);
}

/** Every alignment to a skill that was deprecated, replaced or dropped in the release that is kept here. */
export async function staleAlignments(database: PlumblineDatabase): Promise<StaleAlignment[]> {
  // From the few that are stale, never from the alignments: of those there may be a hundred thousand.
  const stale = await visibleByUri(database, database.staleSkills.toCollection());
  const alignments = await database.alignments
    .where('skill.uri')
    .anyOf([...stale.keys()])
    .toArray();
  return alignments.flatMap((alignment) => {
    const one = stale.get(alignment.skill.uri);
    return one ? [{ alignment, stale: one }] : [];
  });
}

/** Which of some skills are not what they were, by uri. Where several frameworks kept here say so, the first word counts. */
export async function staleSkillsAmong(
  database: PlumblineDatabase,
  uris: readonly string[],
): Promise<Map<string, StaleSkill>> {
  return visibleByUri(database, database.staleSkills.where('uri').anyOf(uris));
}

async function visibleByUri(
  database: PlumblineDatabase,
  stale: { toArray(): PromiseLike<StaleSkill[]> },
): Promise<Map<string, StaleSkill>> {
  const [rows, kept] = await Promise.all([stale.toArray(), database.frameworks.toCollection().primaryKeys()]);
  const visible = new Set<string>(kept);
  return new Map(
    rows
      .filter(({ framework }) => visible.has(framework))
      .reverse()
      .map((row) => [row.uri, row]),
  );
}

/** What is kept here of a registry's frameworks: how many, with how many skills, and when the newest was imported. */
export async function frameworksOf(
  { frameworks }: PlumblineDatabase,
  registry: string,
): Promise<{ frameworks: number; skills: number; newest?: string }> {
  const own = await frameworks
    .filter(({ origin }) => origin.from === 'registry' && origin.registry === registry)
    .toArray();
  const newest = own
    .map(({ imported }) => imported)
    .sort()
    .at(-1);
  const skills = own.reduce((sum, framework) => sum + framework.skills, 0);
  return { frameworks: own.length, skills, ...(newest && { newest }) };
}
