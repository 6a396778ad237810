import { spokenLanguage, t } from '../../lib/language/words.ts';
import type { SearchGroup } from '../../lib/state/search.ts';

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
  return new Intl.RelativeTimeFormat(spokenLanguage(), { style: 'short' }).format(
    -Math.floor((now - at) / milliseconds),
    unit,
  );
}

/** When a registry may be asked again: the time of day, and the day where it is not today. */
export function untilWords(until: number, now: number): string {
  const isToday = new Date(until).toDateString() === new Date(now).toDateString();
  const format = new Intl.DateTimeFormat(spokenLanguage(), {
    timeStyle: 'short',
    ...(!isToday && { dateStyle: 'medium' }),
  });
  return format.format(until);
}

/** What is spoken when the search comes to rest: how many skills there are, who found them, and who did not answer. */
export function spokenResults(
  shown: number,
  found: number,
  late: number,
  places: number,
  failed: readonly SearchGroup[],
): string {
  const sentences = [
    shown === found
      ? t('skill.spoken.all', { count: found, places })
      : t('skill.spoken.filtered', { shown, count: found, places }),
    ...(late > 0 ? [t('skill.lateSpoken', { count: late })] : []),
    ...failed.map(({ name }) => t('skill.failed', { name })),
  ];
  return sentences.join(' ');
}
