import type { LibraryState } from '../../lib/domain/library-filter.ts';
import { t } from '../../lib/language/words.ts';
import type { IconName } from '../ui/Icon.tsx';

/** What became of an alignment as the table says it, with its icon and its class. */
export const stateWords: Record<LibraryState, { label(): string; icon: IconName; className: string }> = {
  published: { label: () => t('library.state.published'), icon: 'check', className: 'state state-published' },
  waiting: { label: () => t('library.state.waiting'), icon: 'clock', className: 'state' },
  failed: { label: () => t('library.state.failed'), icon: 'alert', className: 'state state-failed' },
  here: { label: () => t('library.state.here'), icon: 'info', className: 'state state-draft' },
};
