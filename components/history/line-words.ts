import type { HistoryLine } from '../../lib/domain/history-line.ts';
import { t } from '../../lib/language/words.ts';

/** What happened, in words: "Published to Northgate". */
export function actWords({ what, registry, movedFrom }: Pick<HistoryLine, 'what' | 'registry' | 'movedFrom'>): string {
  if (registry && what === 'published') return t('history.publishedTo', { registry });
  if (registry && what === 'withdrawn') return t('history.withdrawnFrom', { registry });
  if (movedFrom && what === 'moved') return t('history.movedFrom', { address: movedFrom });
  return t(`history.act.${what}`);
}

/** Who did it and from where: "Marta Osei, in the popup". Empty where neither was written down. */
export function actorWords({ who, from }: Pick<HistoryLine, 'who' | 'from'>): string {
  if (!from) return who ?? '';
  const place = t(`history.from.${from}`);
  // The outbox acts by itself; whoever is written there only set it up.
  return who === undefined || from === 'outbox' ? place : t('history.by', { who, place });
}
