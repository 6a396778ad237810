import { useEffect, useState } from 'react';
import { SignaturesContext } from '../../components/identity/signatures-context.ts';
import { openActiveTab } from '../../components/resource/open-active-tab.ts';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { ask } from '../../lib/messaging/client.ts';
import { openSignatures } from '../../lib/messaging/signing-client.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** The popup: one database, the tab it was opened on, and the surface that shows it. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  const [signatures] = useState(() => openSignatures(() => new Worker('/signing-worker.js')));
  useEffect(() => {
    void ask('prepare', {});
    return openActiveTab();
  }, []);
  return (
    <DatabaseContext value={database}>
      <SignaturesContext value={signatures}>
        <ErrorBoundary>
          <PageSurface />
        </ErrorBoundary>
      </SignaturesContext>
    </DatabaseContext>
  );
}
