import { useState } from 'react';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** The library page. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  return (
    <DatabaseContext value={database}>
      <ErrorBoundary>
        <LibraryPage />
      </ErrorBoundary>
    </DatabaseContext>
  );
}
