import type { Skill } from '../domain/skill.ts';
import { noSkills } from './document-problem.ts';
import { type LineLedger, newLineLedger } from './line-ledger.ts';
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
   * Whether a row may stand before the one that it is below. The table is read twice then, and nothing is handed out
   * before all its identifiers are known. Default false.
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
  const { table, name, tally, skillsOf, mayRepeat = false, parentsAnywhere = false, signal } = reading;
  signal?.throwIfAborted();
  const seen = newLineLedger();
  const known = parentsAnywhere ? await identifiersIn(reading) : seen;
  let count = 0;
  for await (const row of table.rows(tally, signal)) {
    for (const one of skillsOf(row, tally)) {
      const { uri } = one.skill;
      const first = seen.add(uri, row.line);
      if (first !== undefined && mayRepeat) continue;
      if (first !== undefined) throw repeatedRow(name, uri, first, row.line);
      count += 1;
      if (count > mostTableSkills) throw tooManyRows(name, mostTableSkills);
      yield placed(one, known, () => reading.isPart || tally.count('I444', row.line));
      // Whoever reads may have been told to stop while it held the skill.
      signal?.throwIfAborted();
    }
  }
  if (count === 0) throw noSkills(name);
}

/** All identifiers of a table. A fault in it rejects here, before anything is handed out. */
async function identifiersIn({ table, skillsOf, signal }: TableReading): Promise<LineLedger> {
  const ledger = newLineLedger();
  const unheard = newLineTally();
  for await (const row of table.rows(unheard, signal)) {
    for (const { skill } of skillsOf(row, unheard)) ledger.add(skill.uri, row.line);
  }
  return ledger;
}

/** The skill in its place: below what the table holds of it, else at the top. */
function placed({ skill, below = [] }: TableSkill, known: LineLedger, tellOfStranger: () => void): Skill {
  const parent = below.find((uri) => uri !== skill.uri && known.has(uri));
  if (parent !== undefined) return { ...skill, parent };
  if (below.length > 0) tellOfStranger();
  return skill;
}
