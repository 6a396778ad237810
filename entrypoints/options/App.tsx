import { useState } from 'react';
import { BulkContext } from '../../components/framework/bulk-context.ts';
import { SignaturesContext } from '../../components/identity/signatures-context.ts';
import { OptionsPage } from '../../components/registry/OptionsPage.tsx';
import { AllAtOnce } from '../../components/ui/AllAtOnce.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { openBulk } from '../../lib/messaging/bulk-client.ts';
import { openSignatures } from '../../lib/messaging/signing-client.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import type { PageDrafts } from '../../lib/state/drafts.ts';
import { PageDraftsContext } from '../../lib/state/kept-form.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

type Props = { drafts: PageDrafts };

/** The options page. */
export function App({ drafts }: Props) {
  const [database] = useState(() => new PlumblineDatabase());
  const [bulk] = useState(() => openBulk(() => new Worker('/bulk-worker.js')));
  const [signatures] = useState(() => openSignatures(() => new Worker('/signing-worker.js')));
  return (
    <DatabaseContext value={database}>
      <BulkContext value={bulk}>
        <SignaturesContext value={signatures}>
          <PageDraftsContext value={drafts}>
            <ErrorBoundary>
              <AllAtOnce>
                <OptionsPage />
              </AllAtOnce>
            </ErrorBoundary>
          </PageDraftsContext>
        </SignaturesContext>
      </BulkContext>
    </DatabaseContext>
  );
}
