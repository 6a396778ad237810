/** Something that was backed up by itself, as far as the rules look at it. */
type Aged = {
  id: string;
  /** ISO 8601 in UTC. */
  at: string;
  bytes: number;
};

const hour = 3_600_000;
const day = 24 * hour;
const week = 7 * day;

/** How many of the newest automatic backups are kept. */
const newestKept = 5;

/** Of how many weeks before that one each is kept. */
const weeksKept = 3;

/** The most bytes that automatic backups take together. */
export const mostBackupBytes = 50_000_000;

/** Less than a day, so that a daily alarm that comes a moment early is not skipped until the next. */
const restTime = 20 * hour;

/** Whether it is time for an automatic backup. One of the future was made by a clock that was wrong. */
export function isBackupDue(newest: string | undefined, now: Date): boolean {
  if (!newest) return true;
  const age = now.getTime() - Date.parse(newest);
  return age >= restTime || age < 0;
}

/**
 * The automatic backups to be dropped, by id: all but the newest five and the last of each of the three weeks before them.
 * Where those take more than 50 MB, the oldest go first, but never the newest of all.
 */
export function backupsToDrop(backups: readonly Aged[], most = mostBackupBytes): string[] {
  const byAge = [...backups].sort((one, other) => other.at.localeCompare(one.at));
  const newest = byAge.slice(0, newestKept);
  // Weeks of the calendar, so that the last of one stays while days pass.
  const weeks = new Set<number>();
  const weekly = byAge.slice(newestKept).filter(({ at }) => {
    const number = Math.floor(Date.parse(at) / week);
    if (weeks.has(number) || weeks.size === weeksKept) return false;
    weeks.add(number);
    return true;
  });
  let bytes = 0;
  const kept = [...newest, ...weekly].filter((one, place) => {
    bytes += one.bytes;
    return place === 0 || bytes <= most;
  });
  const ids = new Set(kept.map(({ id }) => id));
  return byAge.flatMap(({ id }) => (ids.has(id) ? [] : [id]));
}

/** After how many changes the person is reminded to make a backup. */
const manyChanges = 50;

/** After how long the person is reminded of any change, in milliseconds: 14 days. */
const longUnsaved = 14 * day;

/** For how long "not now" is an answer, in milliseconds: a week. */
const hush = week;

/** What speaks for a reminder. */
export type Unsaved = {
  /** Changes since the last backup that was downloaded. */
  changes: number;
  /** When that was, else when the first change was made; ISO 8601 in UTC. Absent where there is neither. */
  since?: string | undefined;
  /** When the person said "not now" last, ISO 8601 in UTC. */
  hushed?: string | undefined;
};

/** Whether to remind the person to make a backup: after 50 changes, or of any after 14 days, and once a week at most. */
export function isReminderDue({ changes, since, hushed }: Unsaved, now: Date): boolean {
  if (changes === 0) return false;
  // A "not now" of the future was said under a clock that was wrong.
  const quiet = hushed === undefined ? hush : Math.abs(now.getTime() - Date.parse(hushed));
  if (quiet < hush) return false;
  return changes >= manyChanges || (since !== undefined && now.getTime() - Date.parse(since) >= longUnsaved);
}
