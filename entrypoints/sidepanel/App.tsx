import { useEffect, useState } from 'react';
import { SignaturesContext } from '../../components/identity/signatures-context.ts';
import { openActiveTab } from '../../components/resource/open-active-tab.ts';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { WorkStrip } from '../../components/worklist/WorkStrip.tsx';
import { ask } from '../../lib/messaging/client.ts';
import { openSignatures } from '../../lib/messaging/signing-client.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** The side panel, Firefox's sidebar: one database, and the surface of the popup for whatever tab is in front. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  const [signatures] = useState(() => openSignatures(() => new Worker('/signing-worker.js')));
  useEffect(() => {
    void ask('prepare', {});
    return openActiveTab({ follows: true });
  }, []);
  return (
    <DatabaseContext value={database}>
      <SignaturesContext value={signatures}>
        <ErrorBoundary>
          <div className="with-work">
            <WorkStrip />
            <PageSurface place="panel" />
          </div>
        </ErrorBoundary>
      </SignaturesContext>
    </DatabaseContext>
  );
}
