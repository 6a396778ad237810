import { useState } from 'react';
import { BulkContext } from '../../components/framework/bulk-context.ts';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { openBulk } from '../../lib/messaging/bulk-client.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** The library page. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  const [bulk] = useState(() => openBulk(() => new Worker('/bulk-worker.js')));
  return (
    <DatabaseContext value={database}>
      <BulkContext value={bulk}>
        <ErrorBoundary>
          <LibraryPage />
        </ErrorBoundary>
      </BulkContext>
    </DatabaseContext>
  );
}
