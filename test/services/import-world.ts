import 'fake-indexeddb/auto';
import type { Framework } from '../../lib/domain/framework.ts';
import type { Skill } from '../../lib/domain/skill.ts';
import { branchOf, frameworksRetired, staleSkillsAmong } from '../../lib/queries/frameworks.ts';
import { searchLocalSkills } from '../../lib/queries/search-local-skills.ts';
import type { ImportNeeds } from '../../lib/services/import-skills.ts';
import { createSweepFrameworks } from '../../lib/services/sweep-frameworks.ts';
import type { SkillDocument } from '../../lib/skill-documents/skill-document.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { patient } from './support.ts';

/** A document of the tests: frameworks with their skills, and where reading it fails if it does. */
export type Sheet = { frameworks: { framework: Framework; skills: Skill[] }[]; breaksAt?: number };

/** A file that holds a sheet. */
export function sheetFile(sheet: Sheet, name = 'sheet.json'): File {
  return new File([JSON.stringify(sheet)], name);
}

/** A skill of a framework. Every one says "skill", so that a search for it finds all. */
export function skillOf(code: string, more: Partial<Skill> = {}): Skill {
  return {
    uri: `https://frameworks.example/${code}`,
    name: `Skill ${code}`,
    statement: `The learner shows skill ${code}.`,
    code,
    type: 'Competency',
    keywords: [],
    ...more,
  };
}

/** A framework of the tests. */
export function frameworkNamed(name: string, more: Partial<Framework> = {}): Framework {
  return { uri: `https://frameworks.example/${name.toLowerCase()}`, name, ...more };
}

/** Reads sheets: JSON with skills, handed out one by one. */
const sheets: SkillDocument = {
  id: 'rsd-json',
  label: 'Test sheet',
  recognises: () => true,
  async read({ body }) {
    const { frameworks, breaksAt }: Sheet = JSON.parse(await body.text());
    async function* handOut(skills: Skill[]) {
      for (const [at, skill] of skills.entries()) {
        if (at === breaksAt) throw new Error('broken sheet');
        yield skill;
      }
    }
    return {
      frameworks: frameworks.map(({ framework, skills }) => ({ framework, skills: handOut(skills) })),
      warnings: [],
    };
  },
};

/** What imports need, over a database; ids count up and the clock can be set. */
export function needsOver(database: PlumblineDatabase, clock: { now: Date }, over: Partial<ImportNeeds> = {}) {
  const index = openSkillIndex(database);
  const needs: ImportNeeds = {
    database,
    index,
    recognise: async () => sheets,
    tableIn: async () => ({ headings: [], rows: [] }),
    sweep: createSweepFrameworks(database, index, () => clock.now),
    exclusively: (work) => work(),
    now: () => clock.now,
    newId: () => crypto.randomUUID(),
    ...over,
  };
  return needs;
}

/** All that a person can see of the frameworks kept, apart from the ids that they are kept under. */
export async function visible(database: PlumblineDatabase) {
  const frameworks = await database.frameworks.orderBy(':id').toArray();
  const found = await searchLocalSkills(database, 'skill', patient);
  const seen = frameworks.map(async ({ id, uri, skills, enabled }) => {
    const top = await branchOf(database, id, '');
    const below = await Promise.all(top.map((node) => branchOf(database, id, node.uri)));
    return {
      uri,
      skills,
      off: enabled === false,
      top: top.map(({ name }) => name),
      below: below.flat().map(({ name }) => name),
      found: found.flatMap((skill) => (skill.source.registry === id ? [skill.name] : [])).sort(),
    };
  });
  const uris = await database.staleSkills.orderBy('uri').uniqueKeys();
  const stale = [...(await staleSkillsAmong(database, uris.map(String))).values()];
  return {
    frameworks: (await Promise.all(seen)).sort((one, other) => one.uri.localeCompare(other.uri)),
    retired: (await frameworksRetired(database)).map(({ uri }) => uri).sort(),
    stale: stale.map(({ uri, status, replacedBy }) => [uri, status, replacedBy]),
  };
}

/** Every row of every store. */
export async function everything(database: PlumblineDatabase): Promise<Record<string, unknown>> {
  const rows = database.tables.map(async (table) => {
    const keys = await table.toCollection().primaryKeys();
    return [table.name, { keys, rows: await table.toArray() }] as const;
  });
  return Object.fromEntries(await Promise.all(rows));
}

/** A database whose holder dies at its n-th writing transaction: that one is rolled back, and nothing is written after. */
export async function mortalDatabase(
  name: string,
  dieAt: number,
): Promise<{ database: PlumblineDatabase; writes(): number }> {
  const database = new PlumblineDatabase(name);
  const { prototype } = IDBDatabase;
  const begin = prototype.transaction;
  let count = 0;
  const mortal: typeof begin = function (this: IDBDatabase, stores, mode, options) {
    const transaction = begin.call(this, stores, mode, options);
    if (mode === 'readwrite') count += 1;
    if (count >= dieAt) transaction.abort();
    return transaction;
  };
  // Dexie takes the method as it is when it opens; the index asks the open database for it.
  prototype.transaction = mortal;
  try {
    await database.open();
  } finally {
    prototype.transaction = begin;
  }
  database.backendDB().transaction = mortal;
  return { database, writes: () => count };
}
