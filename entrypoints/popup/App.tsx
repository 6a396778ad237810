import { useEffect, useState } from 'react';
import { SignaturesContext } from '../../components/identity/signatures-context.ts';
import { openAsked } from '../../components/resource/open-asked.ts';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { ask } from '../../lib/messaging/client.ts';
import { openSignatures } from '../../lib/messaging/signing-client.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** The popup: one database, the tab it was opened on or what its address asks for, and the surface that shows it. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  const [signatures] = useState(() => openSignatures(() => new Worker('/signing-worker.js')));
  useEffect(() => {
    void ask('prepare', {});
    return openAsked(location.search);
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
