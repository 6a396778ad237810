import type { TakenBack } from '../../lib/domain/undo-record.ts';

/** What restoring did, in words. */
export function restoredWords({ restored, left }: TakenBack): string {
  const went = restored === 1 ? 'Where it was published, it is sent again.' : 'What was published is sent again.';
  const back = restored === 0 ? 'Nothing was restored.' : `Restored ${restored.toLocaleString()}. ${went}`;
  if (left === 0) return back;
  return `${back} ${left.toLocaleString()} left as ${left === 1 ? 'it is' : 'they are'}: said anew by now, or no longer in the trash.`;
}
