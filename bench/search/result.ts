/** A figure of the report. */
export type Row = {
  part: 'search';
  /** What was done, with how many skills: `cold, 100000 skills`. */
  work: string;
  candidate: string;
  metric: string;
  median: number;
  p95?: number;
  unit: 'ms' | 'MB' | '%' | 'nDCG@10';
};

/** A goal, what was measured for it, and whether that meets it. */
export type Goal = { id: string; goal: string; measured: string; met: boolean };

/** The value below which `share` of the values lie. NaN where there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** The middle value. NaN where there are none. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
