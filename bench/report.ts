import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import type { Goal, Row } from './result.ts';

/** What the figures were measured on; asks Chromium's executable for its version. */
export function machineNow(chromium: string): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const browser = execFileSync(chromium, ['--version'], { encoding: 'utf8' }).trim();
  const system = `${type()} ${release()}`;
  return `${cpu?.model.trim()}, ${cpus().length} cores, ${memory} GB, ${system}, Node ${process.version}, ${browser}`;
}

/** The rows as Markdown tables, one for each work: a line for each candidate, a column for each metric. */
export function tablesOf(rows: readonly Row[]): string {
  const works = new Set(rows.map(({ part, work }) => `${part}: ${work}`));
  const tableFor = (title: string) => tableOf(rows.filter(({ part, work }) => `${part}: ${work}` === title));
  return Array.from(works, (title) => `${title}\n\n${tableFor(title)}`).join('\n\n');
}

function tableOf(rows: readonly Row[]): string {
  const metrics = [...new Set(rows.map(({ metric, unit }) => `${metric}, ${unit}`))];
  const candidates = [...new Set(rows.map(({ candidate }) => candidate))];
  const lines = candidates.map((candidate) => {
    const own = rows.filter((row) => row.candidate === candidate);
    return [candidate, ...metrics.map((metric) => cell(own.find((one) => `${one.metric}, ${one.unit}` === metric)))];
  });
  return markdown(['candidate', ...metrics], lines);
}

function cell(row: Row | undefined): string {
  if (!row) return '';
  return row.p95 === undefined ? figure(row.median) : `${figure(row.median)} (p95 ${figure(row.p95)})`;
}

/** Three digits that count, or all before the point. */
function figure(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3)));
}

/** The goals as a Markdown table. */
export function goalsTable(goals: readonly Goal[]): string {
  return markdown(
    ['goal', 'measured', ''],
    goals.map(({ id, goal, measured, met }) => [`${id}: ${goal}`, measured, met ? 'met' : 'MISSED']),
  );
}

function markdown(head: string[], lines: string[][]): string {
  const widths = head.map((title, at) => Math.max(title.length, ...lines.map((line) => line[at]?.length ?? 0)));
  const row = (cells: string[]) => `| ${cells.map((text, at) => text.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width) => '-'.repeat(width));
  return [head, rule, ...lines].map(row).join('\n');
}
