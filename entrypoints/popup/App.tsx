import { useEffect, useState } from 'react';
import { openActiveTab } from '../../components/resource/open-active-tab.ts';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { ask } from '../../lib/messaging/client.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** The popup: one database, the tab it was opened on, and the surface that shows it. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  useEffect(() => {
    void ask('prepare', {});
    return openActiveTab();
  }, []);
  return (
    <DatabaseContext value={database}>
      <ErrorBoundary>
        <PageSurface />
      </ErrorBoundary>
    </DatabaseContext>
  );
}
