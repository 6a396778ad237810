import type { Facet } from '../../lib/domain/skill-filter.ts';
import type { SearchGroup } from '../../lib/state/search.ts';

/** How each facet is called where it is offered. */
export const facetWords: Record<Facet, { label: string; all: string }> = {
  framework: { label: 'Framework', all: 'All frameworks' },
  type: { label: 'Type', all: 'All types' },
  level: { label: 'Level', all: 'All levels' },
};

const steps: [unit: Intl.RelativeTimeFormatUnit, milliseconds: number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** How long ago something was: "5 min. ago"; undefined where it is not a minute yet. */
export function agoOf(at: number, now: number): string | undefined {
  const step = steps.find(([, milliseconds]) => now - at >= milliseconds);
  if (!step) return undefined;
  const [unit, milliseconds] = step;
  return new Intl.RelativeTimeFormat(undefined, { style: 'short' }).format(
    -Math.floor((now - at) / milliseconds),
    unit,
  );
}

/** When a registry may be asked again: the time of day, and the day where it is not today. */
export function untilWords(until: number, now: number): string {
  const isToday = new Date(until).toDateString() === new Date(now).toDateString();
  const format = new Intl.DateTimeFormat(undefined, { timeStyle: 'short', ...(!isToday && { dateStyle: 'medium' }) });
  return format.format(until);
}

/** `1 skill`, `4 skills`. */
export function skillsOf(count: number): string {
  return count === 1 ? '1 skill' : `${count} skills`;
}

/** What is spoken when the search comes to rest: how many skills there are, who found them, and who did not answer. */
export function spokenResults(
  shown: number,
  found: number,
  late: number,
  places: number,
  failed: readonly SearchGroup[],
): string {
  const from = `from ${places === 1 ? '1 place' : `${places} places`}`;
  const sentences = [
    shown === found ? `${skillsOf(found)} ${from}.` : `${shown} of ${skillsOf(found)} ${from} pass the filter.`,
    ...(late > 0 ? [`${late} more just came in, at the end.`] : []),
    ...failed.map(({ name }) => `${name} did not answer.`),
  ];
  return sentences.join(' ');
}
