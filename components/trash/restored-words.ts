import type { TakenBack } from '../../lib/domain/undo-record.ts';
import { t } from '../../lib/language/words.ts';

/** What restoring did, in words. */
export function restoredWords({ restored, left }: TakenBack): string {
  const sentences = [
    t('trash.restored', { count: restored }),
    ...(left > 0 ? [t('trash.restored.left', { count: left })] : []),
  ];
  return sentences.join(' ');
}
