import { useState } from 'react';
import { ImportsContext } from '../../components/framework/imports-context.ts';
import { SignaturesContext } from '../../components/identity/signatures-context.ts';
import { OptionsPage } from '../../components/registry/OptionsPage.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { openImports } from '../../lib/messaging/import-client.ts';
import { openSignatures } from '../../lib/messaging/signing-client.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** The options page. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  const [imports] = useState(() => openImports(() => new Worker('/import-worker.js')));
  const [signatures] = useState(() => openSignatures(() => new Worker('/signing-worker.js')));
  return (
    <DatabaseContext value={database}>
      <ImportsContext value={imports}>
        <SignaturesContext value={signatures}>
          <ErrorBoundary>
            <OptionsPage />
          </ErrorBoundary>
        </SignaturesContext>
      </ImportsContext>
    </DatabaseContext>
  );
}
