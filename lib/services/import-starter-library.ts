import * as z from 'zod/mini';
import type { KeptFramework } from '../domain/framework.ts';
import { Occupation, type Skill } from '../domain/skill.ts';
import { starterLibrary } from '../domain/starter-library.ts';
import type { SkillIndex } from '../skill-index/index.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { createTree } from './framework-tree.ts';

/** The shipped file: a Collection of Rich Skill Descriptors (RSD specification, Publish a Collection). */
const Collection = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  license: z.string(),
  inLanguage: z.string(),
  skills: z.array(
    z.object({
      id: z.string(),
      skillName: z.string(),
      skillStatement: z.string(),
      category: z.string(),
      keywords: z.array(z.string()),
      occupations: z.optional(z.array(z.object({ codedNotation: z.string(), targetNodeName: z.string() }))),
    }),
  ),
});

/** What importing the starter library needs. */
export type StarterNeeds = {
  database: PlumblineDatabase;
  index: SkillIndex;
  /** The shipped file's text. */
  read(): Promise<string>;
  /** The extension's version: the library is imported anew when it changes. */
  version: string;
};

/**
 * Makes the import of the library that comes with the extension. Cheap to call again: it does nothing where this
 * version's library is here already, and begins anew where an import was cut short. The library of the version before
 * answers searches until this one is whole.
 */
export function createImportStarterLibrary({ database, index, read, version }: StarterNeeds) {
  return async function importStarterLibrary(signal: AbortSignal): Promise<void> {
    const id = starterLibrary.framework;
    const [mark, before] = await Promise.all([database.imports.get(id), database.frameworks.get(id)]);
    if (mark?.version === version && before) return;
    const text = await read();
    const skills = skillsOf(text);
    const at = new Date().toISOString();
    const row = frameworkOf(text, { skills: skills.length, imported: at, version });
    await index.add(skills, { framework: id, replace: true, signal });
    const { imports, frameworks, branches } = database;
    await database.transaction('rw', imports, frameworks, branches, async () => {
      await branches.bulkPut([...treeOf(skills).branches(id)]);
      await frameworks.put({ ...row, ...(before?.enabled === false && { enabled: false }) });
      await imports.put({ framework: id, version, skills: skills.length, at });
    });
  };
}

function treeOf(skills: readonly Skill[]) {
  const tree = createTree();
  for (const skill of skills) tree.add(skill);
  return tree;
}

function frameworkOf(
  text: string,
  about: Pick<KeptFramework, 'skills' | 'imported'> & { version: string },
): KeptFramework {
  const { id: uri, description, license, inLanguage: language } = Collection.parse(JSON.parse(text));
  const { framework: id, source } = starterLibrary;
  return { id, uri, name: source.name, description, license, language, origin: { from: 'extension' }, ...about };
}

/** The library's skills in our shape. Throws where the shipped file is not what it should be. */
export function skillsOf(text: string): Skill[] {
  const { id, name, license, inLanguage, skills } = Collection.parse(JSON.parse(text));
  return skills.map((skill) => ({
    uri: skill.id,
    name: skill.skillName,
    statement: skill.skillStatement,
    type: 'RichSkillDescriptor',
    framework: { uri: id, name },
    category: skill.category,
    keywords: skill.keywords,
    ...(skill.occupations && {
      occupations: skill.occupations.map(({ codedNotation, targetNodeName }) =>
        Occupation.parse({ code: codedNotation, name: targetNodeName }),
      ),
    }),
    language: inLanguage,
    license,
  }));
}
