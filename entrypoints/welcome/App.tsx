import { useEffect, useState } from 'react';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { WelcomePage } from '../../components/welcome/WelcomePage.tsx';
import { ask } from '../../lib/messaging/client.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** The page that greets a new person. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  useEffect(() => void ask('prepare', {}), []);
  return (
    <DatabaseContext value={database}>
      <ErrorBoundary>
        <WelcomePage />
      </ErrorBoundary>
    </DatabaseContext>
  );
}
