import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { formats, recogniseFormat } from '../lib/formats/index.ts';
import { serveBulk } from '../lib/messaging/bulk-server.ts';
import { createKeepAlignments } from '../lib/services/keep-alignments.ts';
import { createKeepBackups } from '../lib/services/keep-backups.ts';
import { createKeepFolders } from '../lib/services/keep-folders.ts';
import { createKeepFrameworks } from '../lib/services/keep-frameworks.ts';
import { createSweepFrameworks, importLock } from '../lib/services/sweep-frameworks.ts';
import { recognise } from '../lib/skill-documents/index.ts';
import { tableIn } from '../lib/skill-documents/table-sample.ts';
import { openSkillIndex } from '../lib/skill-index/index.ts';
import { PlumblineDatabase } from '../lib/store/database.ts';

/** The dedicated worker that a page starts to import, to export, to back up and to restore: wiring only. It ends with its page. */
export default defineUnlistedScript(() => {
  const database = new PlumblineDatabase();
  const index = openSkillIndex(database);
  const now = () => new Date();
  const newId = () => crypto.randomUUID();
  const writing = {
    database,
    index,
    sweep: createSweepFrameworks(database, index, now),
    exclusively: <T>(work: () => Promise<T>) => navigator.locks.request(importLock, work),
    now,
    newId,
  };
  const frameworks = createKeepFrameworks({ ...writing, recognise, tableIn });
  const backups = createKeepBackups(writing);
  const alignments = createKeepAlignments({ database, formats, recognise: recogniseFormat, now, newId });
  const handlers = { ...frameworks, ...alignments, ...backups, ...createKeepFolders(database) };
  // biome-ignore lint/suspicious/noConsole: the one place of this context where the unexpected is logged
  serveBulk(self, handlers, (error) => console.error('Plumbline: import', error));
});
