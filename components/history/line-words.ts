import type { ActedFrom, HistoryLine } from '../../lib/domain/history-line.ts';

const acts: Record<HistoryLine['what'], string> = {
  created: 'Made',
  changed: 'Changed',
  removed: 'Removed',
  imported: 'Imported',
  restored: 'Restored',
  published: 'Published',
  withdrawn: 'Withdrawn',
  erased: 'Deleted for good',
};

const places: Record<ActedFrom, string> = {
  popup: 'in the popup',
  panel: 'in the side panel',
  library: 'in the library',
  options: 'in the options',
  file: 'from a file',
  backup: 'from a backup',
  outbox: 'by the outbox',
};

/** What happened, in words: "Published to Northgate". */
export function actWords({ what, registry }: Pick<HistoryLine, 'what' | 'registry'>): string {
  if (!registry) return acts[what];
  return `${acts[what]} ${what === 'withdrawn' ? 'from' : 'to'} ${registry}`;
}

/** Who did it and from where: "Marta Osei, in the popup". Empty where neither was written down. */
export function actorWords({ who, from }: Pick<HistoryLine, 'who' | 'from'>): string {
  const place = from && places[from];
  // The outbox acts by itself; whoever is written there only set it up.
  return [from === 'outbox' ? undefined : who, place].filter((part) => part !== undefined).join(', ');
}
