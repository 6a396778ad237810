import { useState } from 'react';
import { OptionsPage } from '../../components/registry/OptionsPage.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** The options page. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  return (
    <DatabaseContext value={database}>
      <ErrorBoundary>
        <OptionsPage />
      </ErrorBoundary>
    </DatabaseContext>
  );
}
