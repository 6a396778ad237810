import { moment, time } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import type { SearchGroup } from '../../lib/state/search.ts';

/** When a registry may be asked again: the time of day, and the day where it is not today. */
export function untilWords(until: number, now: number): string {
  const isToday = new Date(until).toDateString() === new Date(now).toDateString();
  return isToday ? time(until) : moment(until);
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
