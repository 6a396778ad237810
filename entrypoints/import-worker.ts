import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { serveImports } from '../lib/messaging/import-server.ts';
import { createKeepFrameworks } from '../lib/services/keep-frameworks.ts';
import { createSweepFrameworks, importLock } from '../lib/services/sweep-frameworks.ts';
import { recognise } from '../lib/skill-documents/index.ts';
import { tableIn } from '../lib/skill-documents/table-sample.ts';
import { openSkillIndex } from '../lib/skill-index/index.ts';
import { PlumblineDatabase } from '../lib/store/database.ts';

/** The dedicated worker that a page starts to import skills: wiring only. It ends with its page. */
export default defineUnlistedScript(() => {
  const database = new PlumblineDatabase();
  const index = openSkillIndex(database);
  const now = () => new Date();
  const handlers = createKeepFrameworks({
    database,
    index,
    recognise,
    tableIn,
    sweep: createSweepFrameworks(database, index, now),
    exclusively: (work) => navigator.locks.request(importLock, work),
    now,
    newId: () => crypto.randomUUID(),
  });
  // biome-ignore lint/suspicious/noConsole: the one place of this context where the unexpected is logged
  serveImports(self, handlers, (error) => console.error('Plumbline: import', error));
});
