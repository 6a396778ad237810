import type { Compared, RestoreMode } from '../domain/backup.ts';
import { sameContent } from '../domain/same-content.ts';

/** A record whose every save has a revision. */
type Revised = { modified: string; revision: number };

/** What becomes of the records of one kind. */
export type Settled<Row> = {
  added: Row[];
  overwritten: { before: Row; after: Row }[];
  removed: Row[];
  /** Records of the backup that were left out because another one says the same here. */
  twins: number;
  counts: Compared;
  /** The revision of every record that stands afterwards, by its key. */
  revisions: Map<string, number>;
  keyOf(row: Row): string;
};

/** What tells one record of a kind from another. */
export type Telling<Row> = {
  keyOf(row: Row): string;
  /** What only one record may say; absent where that is the key. */
  statementOf?(row: Row): string;
  /** The least revision of a record that comes back; default 1. */
  leastOf?(row: Row): number;
};

/**
 * What becomes of the records of one kind where those of a backup are merged into them, or take their place. Which state
 * is the later one, `modified` says; a revision alone makes no difference.
 */
export function settleRecords<Row extends Revised>(
  here: readonly Row[],
  there: readonly Row[],
  mode: RestoreMode,
  { keyOf, statementOf, leastOf = () => 1 }: Telling<Row>,
): Settled<Row> {
  const standing = new Map(here.map((row) => [keyOf(row), row]));
  const filed = new Set(there.map(keyOf));
  const counts: Compared = { kept: here.length, fresh: 0, same: 0, later: 0, earlier: 0, missing: 0 };
  const fresh: Row[] = [];
  const differing: { before: Row; row: Row }[] = [];
  for (const row of there) {
    const before = standing.get(keyOf(row));
    const verdict = !before ? 'fresh' : verdictOf(before, row);
    counts[verdict] += 1;
    if (!before) fresh.push({ ...row, revision: Math.max(row.revision, leastOf(row)) });
    else if (verdict === 'later' || (verdict === 'earlier' && mode === 'replace')) differing.push({ before, row });
  }
  const missing = here.filter((row) => !filed.has(keyOf(row)));
  counts.missing = missing.length;
  const overwritten = differing.map(({ before, row }) => ({
    before,
    // Higher than what any window saw of it, so that none of them overwrites it unseen.
    after: { ...row, revision: Math.max(before.revision, row.revision) + 1 },
  }));
  const removed = mode === 'replace' ? missing : [];
  const applied =
    mode === 'merge' && statementOf
      ? withoutTwins(here, fresh, overwritten, statementOf, keyOf)
      : { added: fresh, overwritten, twins: 0 };
  const revisions = new Map(here.map((row) => [keyOf(row), row.revision]));
  for (const row of removed) revisions.delete(keyOf(row));
  for (const row of applied.added) revisions.set(keyOf(row), row.revision);
  for (const { after } of applied.overwritten) revisions.set(keyOf(after), after.revision);
  return { ...applied, removed, counts, revisions, keyOf };
}

function verdictOf<Row extends Revised>(here: Row, there: Row): 'same' | 'later' | 'earlier' {
  if (sameContent({ ...here, revision: 0 }, { ...there, revision: 0 })) return 'same';
  return there.modified > here.modified ? 'later' : 'earlier';
}

/** Leaves out what would make two records say the same; again and again, since one that changes makes room for another. */
function withoutTwins<Row>(
  here: readonly Row[],
  fresh: readonly Row[],
  overwritten: readonly { before: Row; after: Row }[],
  statementOf: (row: Row) => string,
  keyOf: (row: Row) => string,
) {
  const owners = new Map(here.map((row) => [statementOf(row), keyOf(row)]));
  const isFree = (row: Row) => (owners.get(statementOf(row)) ?? keyOf(row)) === keyOf(row);
  const added: Row[] = [];
  const changed: { before: Row; after: Row }[] = [];
  let waiting = [...overwritten, ...fresh.map((after) => ({ before: undefined, after }))];
  for (let count = -1; waiting.length !== count; ) {
    count = waiting.length;
    waiting = waiting.filter(({ before, after }) => {
      if (!isFree(after)) return true;
      if (before) owners.delete(statementOf(before));
      owners.set(statementOf(after), keyOf(after));
      if (before) changed.push({ before, after });
      else added.push(after);
      return false;
    });
  }
  return { added, overwritten: changed, twins: waiting.length };
}

/** What has to be written so that a table holds these rows. */
export function changesTo<Row>(
  here: readonly Row[],
  wanted: readonly Row[],
  keyOf: (row: Row) => string,
): { put: Row[]; remove: string[] } {
  const standing = new Map(here.map((row) => [keyOf(row), row]));
  const keys = new Set(wanted.map(keyOf));
  return {
    put: wanted.filter((row) => !sameContent(standing.get(keyOf(row)), row)),
    remove: [...standing.keys()].filter((key) => !keys.has(key)),
  };
}
