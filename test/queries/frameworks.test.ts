import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Skill } from '../../lib/domain/skill.ts';
import { branchOf, frameworksKept, pathTo, staleAlignments } from '../../lib/queries/frameworks.ts';
import { alignmentsOf } from '../../lib/queries/kept.ts';
import { searchLocalSkills, skillKept } from '../../lib/queries/search-local-skills.ts';
import { createTree } from '../../lib/services/framework-tree.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { putBranches } from '../../lib/store/frameworks.ts';
import { skillOf } from '../services/import-world.ts';
import { patient } from '../services/support.ts';
import { keptFramework } from '../support/frameworks.ts';
import { newAlignment } from '../support/samples.ts';

let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const below = (code: string, parent: string, over: Partial<Skill> = {}) =>
  skillOf(code, { parent: skillOf(parent).uri, ...over });

async function keepTree(skills: Skill[]): Promise<void> {
  const tree = createTree();
  for (const skill of skills) tree.add(skill);
  await putBranches(database, tree.branches('maths'));
}

describe('the path to a skill', () => {
  it('leads from the top down to what stands above it', async () => {
    const skills = [skillOf('A'), below('B', 'A'), below('C', 'B')];
    await keepTree(skills);
    const paths = await Promise.all(skills.map((skill) => pathTo(database, 'maths', skill)));
    expect(paths).toEqual([[], [skillOf('A').uri], [skillOf('A').uri, skillOf('B').uri]]);
  });

  it('is that of the tree where parents are missing or go round in a circle', async () => {
    const skills = [below('A', 'nowhere'), below('B', 'C'), below('C', 'B'), below('D', 'C')];
    await keepTree(skills);
    for (const skill of skills) {
      const path = await pathTo(database, 'maths', skill);
      const branch = await branchOf(database, 'maths', path.at(-1) ?? '');
      expect(
        branch.map(({ uri }) => uri),
        skill.name,
      ).toContain(skill.uri);
    }
  });
});

describe('searching this device', () => {
  it('names the framework of each skill, and leaves out what is switched off or not visible yet', async () => {
    const index = openSkillIndex(database);
    for (const id of ['maths', 'science', 'arriving']) await index.add([skillOf(id)], { framework: id });
    await database.frameworks.bulkPut([
      keptFramework({ id: 'maths', name: 'Maths', uri: 'urn:x-test:maths' }),
      keptFramework({ id: 'science', name: 'Science', uri: 'urn:x-test:science', enabled: false }),
    ]);
    const found = await searchLocalSkills(database, 'skill', patient);
    expect(found.map(({ name, source }) => [name, source])).toEqual([
      ['Skill maths', { registry: 'maths', name: 'Maths' }],
    ]);
    expect((await skillKept(database, skillOf('maths').uri, patient))?.name).toBe('Skill maths');
    expect(await skillKept(database, skillOf('science').uri, patient)).toBeUndefined();
  });
});

describe('alignments to skills that changed', () => {
  it('are listed, counted by framework and told in the list of a page, unless only a hidden framework says so', async () => {
    const alignment = await addAlignment(database, newAlignment(), new Date('2026-03-01T10:00:00.000Z'));
    const stale = { uri: alignment.skill.uri, status: 'replaced', replacedBy: skillOf('B').uri } as const;
    await database.staleSkills.put({ ...stale, framework: 'arriving' });
    expect(await staleAlignments(database)).toEqual([]);
    await database.frameworks.put(keptFramework({ id: 'maths' }));
    await database.staleSkills.put({ ...stale, framework: 'maths' });
    expect(await staleAlignments(database)).toEqual([{ alignment, stale: { ...stale, framework: 'maths' } }]);
    expect((await frameworksKept(database)).map(({ staleAlignments }) => staleAlignments)).toEqual([1]);
    expect((await alignmentsOf(database, alignment.resource)).map(({ stale }) => stale?.status)).toEqual(['replaced']);
  });
});
