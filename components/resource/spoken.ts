import { t } from '../../lib/language/words.ts';
import type { Notice } from '../../lib/state/view.ts';
import { savedWords } from '../alignment/SavedSeveral.tsx';

/** What the live region says of a notice. Problems are alerts of their own and not said twice. */
export function spokenOf(notice: Notice | undefined): string {
  switch (notice?.kind) {
    case 'saved':
      return t(notice.sending ? 'resource.say.savedSending' : 'resource.say.saved');
    case 'savedSeveral':
      return savedWords(notice.created, notice.changed);
    case 'takenBack':
      return t('alignment.takenBack');
    case 'removed':
      return t('resource.say.removed');
    case 'yielded':
      return t('resource.say.yielded');
    case 'restored':
      return t('resource.say.restored');
    case 'queued':
      return t('resource.say.queued', { count: notice.count });
    default:
      return '';
  }
}
