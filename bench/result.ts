/** A figure of the report. */
export type Row = {
  /** The part of the bench: `reading`, `search`. */
  part: string;
  /** What was done, and on what: `a page of 4 MB`. */
  work: string;
  /** Who did it: `plumbline` is ours, `floor` a physical limit, any other the package by its name. */
  candidate: string;
  metric: string;
  median: number;
  /** Given where there are enough values for one to be told. */
  p95?: number;
  unit: string;
};

/** A goal, what was measured for it, and whether that meets it. */
export type Goal = { id: string; goal: string; measured: string; met: boolean };

/** What a part of the bench answers. */
export type PartResult = { rows: Row[]; goals: Goal[] };

/** The value below which `share` of the values lie. NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle value. NaN where there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** A goal that is met by what is no more than `most`. */
export function atMost(id: string, goal: string, measured: number, most: number): Goal {
  return { id, goal, measured: measured.toFixed(2), met: measured <= most };
}

/** A goal that is met by what is no less than `least`. */
export function atLeast(id: string, goal: string, measured: number, least: number): Goal {
  return { id, goal, measured: measured.toFixed(2), met: measured >= least };
}
