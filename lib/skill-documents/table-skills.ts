import type { Skill } from '../domain/skill.ts';
import { cutCircles } from './circles.ts';
import { noSkills } from './document-problem.ts';
import { newLineLedger } from './line-ledger.ts';
import { type LineTally, newLineTally } from './line-tally.ts';
import type { Row } from './rows.ts';
import type { Table } from './table.ts';
import { repeatedRow, tooManyRows } from './table-problem.ts';

/** Most skills that are read of one table. */
export const mostTableSkills = 1_000_000;

/** A skill as its row has it. */
export type TableSkill = {
  skill: Skill;
  /** The uris of what its row puts it below, of which the first one that the table holds becomes its parent. */
  below?: readonly string[];
};

/** How a kind of table is read. */
export type TableReading = {
  table: Table;
  /** Name of the document, for problems. */
  name: string;
  tally: LineTally;
  /** The skills of a row; none where the row is about something else, which is counted. */
  skillsOf(row: Row, tally: LineTally): TableSkill[];
  /** Whether the same skill may come in many rows, of which the first is taken. Default: two are refused. */
  mayRepeat?: boolean;
  /**
   * Whether a row may stand before the one that it is below. The table is read twice then: nothing is handed out before
   * all places are known, and what is below what stands in memory. Default false: a parent stands before its children.
   */
  parentsAnywhere?: boolean;
  /** Whether what skills are below usually stands in another table, so that nobody has to be told. Default false. */
  isPart?: boolean;
  signal?: AbortSignal;
};

/**
 * The skills of a table, one by one. Rejects with the signal's reason, with I411 for two rows of one identifier, I412 where
 * no row holds a skill, I413 or I414 for a row that cannot be read, and I415 for more than a million skills.
 */
export async function* tableSkills(reading: TableReading): AsyncGenerator<Skill> {
  const { table, name, tally, skillsOf, mayRepeat = false, signal } = reading;
  signal?.throwIfAborted();
  const seen = newLineLedger();
  const places = reading.parentsAnywhere ? await placesIn(reading) : undefined;
  let count = 0;
  for await (const row of table.rows(tally, signal)) {
    for (const { skill, below = [] } of skillsOf(row, tally)) {
      const first = seen.add(skill.uri, row.line);
      if (first !== undefined && mayRepeat) continue;
      if (first !== undefined) throw repeatedRow(name, skill.uri, first, row.line);
      count += 1;
      if (count > mostTableSkills) throw tooManyRows(name, mostTableSkills);
      const parent = places ? places.parents.get(skill.uri) : below.find((uri) => uri !== skill.uri && seen.has(uri));
      if (places?.cut.has(skill.uri)) tally.count('I446', row.line);
      else if (!parent && below.length > 0 && !reading.isPart) tally.count('I444', row.line);
      yield parent ? { ...skill, parent } : skill;
      // Whoever reads may have been told to stop while it held the skill.
      signal?.throwIfAborted();
    }
  }
  if (count === 0) throw noSkills(name);
}

/** What stands below what, and which circles were cut for it. */
type Places = { parents: ReadonlyMap<string, string>; cut: ReadonlySet<string> };

/** The places of all skills of a table. A fault in it rejects here, before anything is handed out. */
async function placesIn({ table, skillsOf, signal }: TableReading): Promise<Places> {
  const all = newLineLedger();
  const ways: (readonly [uri: string, below: readonly string[]])[] = [];
  const unheard = newLineTally();
  for await (const row of table.rows(unheard, signal)) {
    for (const { skill, below = [] } of skillsOf(row, unheard)) {
      all.add(skill.uri, row.line);
      if (below.length > 0) ways.push([skill.uri, below]);
    }
  }
  const parents = new Map<string, string>();
  for (const [uri, below] of ways) {
    const parent = below.find((one) => all.has(one));
    if (parent !== undefined) parents.set(uri, parent);
  }
  return { cut: new Set(cutCircles(parents)), parents };
}
