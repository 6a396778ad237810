import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type BackupNotes, backupNotes, notesIn } from '../../lib/domain/backup-notes.ts';
import { useWaiting } from '../../lib/queries/all-at-once.ts';

/** What is noted about backups, and the two things a screen notes. Undefined until it is read. */
export function useBackupNotes() {
  const [notes, setNotes] = useState<BackupNotes>();
  useWaiting(!notes);
  useEffect(() => {
    let isShown = true;
    void browser.storage.local.get(Object.keys(backupNotes)).then((kept) => isShown && setNotes(notesIn(kept)));
    return () => {
      isShown = false;
    };
  }, []);
  return {
    notes,
    /** A backup with all lines of the history up to this one is in the person's hands. */
    noteDownloaded: (upTo: number) => {
      const downloaded = { at: new Date().toISOString(), upTo };
      setNotes((before) => ({ full: false, ...before, downloaded }));
      void browser.storage.local.set({ 'backup:downloaded': downloaded });
    },
    /** The person does not want to be reminded now. */
    noteHushed: () => {
      const hushed = new Date().toISOString();
      setNotes((before) => ({ full: false, ...before, hushed }));
      void browser.storage.local.set({ 'backup:hushed': hushed });
    },
  };
}
