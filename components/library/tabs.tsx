import type { ReactNode } from 'react';
import { t } from '../../lib/language/words.ts';
import { CoverageScreen } from '../coverage/CoverageScreen.tsx';
import { CrosswalkScreen } from '../crosswalk/CrosswalkScreen.tsx';
import { HistoryScreen } from '../history/HistoryScreen.tsx';
import { OutboxCount } from '../outbox/OutboxCount.tsx';
import { OutboxScreen } from '../outbox/OutboxScreen.tsx';
import { TrashCount } from '../trash/TrashCount.tsx';
import { TrashScreen } from '../trash/TrashScreen.tsx';
import { WorkCount } from '../worklist/WorkCount.tsx';
import { WorkScreen } from '../worklist/WorkScreen.tsx';
import { DuplicatesScreen } from './DuplicatesScreen.tsx';
import { LibraryScreen } from './LibraryScreen.tsx';
import { ResourceScreen } from './ResourceScreen.tsx';
import { SkillScreen } from './SkillScreen.tsx';

/** A tab of the library. */
type LibraryTab = {
  /** Its name in the address: `#outbox`. */
  id: string;
  label(): string;
  /** What stands below the tabs, `main` included. */
  Screen(props: {
    /** Says something to the page's live region. */
    onSay(text: string): void;
  }): ReactNode;
  /** How much there is, beside the label. */
  Count?(): ReactNode;
};

/** The tabs of the library, in their order; the first is shown where the address names none. */
export const libraryTabs: readonly [LibraryTab, ...LibraryTab[]] = [
  { id: 'library', label: () => t('library.tab'), Screen: LibraryScreen },
  { id: 'work', label: () => t('work.lists'), Screen: WorkScreen, Count: WorkCount },
  { id: 'coverage', label: () => t('coverage.tab'), Screen: CoverageScreen },
  { id: 'crosswalk', label: () => t('crosswalk.tab'), Screen: CrosswalkScreen },
  { id: 'outbox', label: () => t('outbox.title'), Screen: OutboxScreen, Count: OutboxCount },
  { id: 'trash', label: () => t('trash.title'), Screen: TrashScreen, Count: TrashCount },
  { id: 'history', label: () => t('history.title'), Screen: HistoryScreen },
];

/** What is reached by a link from a row and stands in no tab: `#resource/<address>`, `#skill/<uri>`. */
export const libraryThings: readonly LibraryTab[] = [
  { id: 'resource', label: () => t('library.page'), Screen: ResourceScreen },
  { id: 'skill', label: () => t('library.skill'), Screen: SkillScreen },
  { id: 'duplicates', label: () => t('library.duplicates'), Screen: DuplicatesScreen },
];
