import { t } from '../../lib/language/words.ts';
import type { Notice } from '../../lib/state/view.ts';
import { savedWords } from '../alignment/SavedSeveral.tsx';

/** What the live region says of a notice. Problems are alerts of their own and not said twice. */
export function spokenOf(notice: Notice | undefined): string {
  switch (notice?.kind) {
    case 'saved':
      return notice.sending ? 'Saved on this device and queued.' : 'Saved on this device.';
    case 'savedSeveral':
      return savedWords(notice.created, notice.changed);
    case 'takenBack':
      return t('alignment.takenBack');
    case 'removed':
      return 'Removed. Undo brings it back.';
    case 'yielded':
      return 'Your version is let go. Undo brings it back.';
    case 'restored':
      return 'It is back.';
    case 'queued':
      return notice.count === 1 ? '1 alignment queued.' : `${notice.count} alignments queued.`;
    default:
      return '';
  }
}
