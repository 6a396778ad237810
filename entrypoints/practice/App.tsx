import { useEffect, useState } from 'react';
import { PracticePage } from '../../components/practice/PracticePage.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { ask } from '../../lib/messaging/client.ts';
import { servePractice } from '../../lib/messaging/practice-server.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { practiceScripts } from './practice-scripts.ts';

/** The page to practise on: one database, and the answers to what is injected into other pages. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  useEffect(() => {
    void ask('prepare', {});
    return servePractice(practiceScripts(document));
  }, []);
  return (
    <DatabaseContext value={database}>
      <ErrorBoundary>
        <PracticePage />
      </ErrorBoundary>
    </DatabaseContext>
  );
}
