import { browser } from 'wxt/browser';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useBackupNotes } from './use-backup-notes.ts';
import { useReminder } from './use-reminder.ts';

/** One quiet line, once a week at most, where much was changed since the last backup was downloaded. */
export function BackupReminder() {
  const { notes, noteHushed } = useBackupNotes();
  if (!useReminder(notes)) return null;
  const open = () => void browser.tabs.create({ url: browser.runtime.getURL('/options.html#backup') });
  return (
    <div className="notice notice-line">
      <Icon name="info" />
      <div className="body">
        <span>{t('backup.reminder.line')}</span>
        <span className="row">
          <button type="button" className="link" onClick={open}>
            {t('backup.make')}
          </button>
          <button type="button" className="link" onClick={noteHushed}>
            {t('backup.reminder.later')}
          </button>
        </span>
      </div>
    </div>
  );
}
