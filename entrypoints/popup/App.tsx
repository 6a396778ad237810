import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { ErrorBoundary } from '../../components/ui/ErrorBoundary.tsx';
import { pageAddress } from '../../lib/domain/web-address.ts';
import { ask } from '../../lib/messaging/client.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import { draftFor, keepDrafts, useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';

/** The popup: one database, the tab it was opened on, and the surface that shows it. */
export function App() {
  const [database] = useState(() => new PlumblineDatabase());
  useEffect(() => {
    let stopKeeping: (() => void) | undefined;
    void openOnActiveTab().then((stop) => {
      stopKeeping = stop;
    });
    void ask('prepare', {});
    return () => stopKeeping?.();
  }, []);
  return (
    <DatabaseContext value={database}>
      <ErrorBoundary>
        <PageSurface />
      </ErrorBoundary>
    </DatabaseContext>
  );
}

async function openOnActiveTab(): Promise<() => void> {
  const { begin, take, fail } = usePage.getState();
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url ?? '';
  begin(url);
  const address = pageAddress(url) ?? url;
  const draft = await draftFor(browser.storage.session, address);
  if (draft) useDraft.getState().restore(draft);
  const stop = keepDrafts(browser.storage.session, address);
  const answer = await ask('readTab', { tab: tab?.id ?? -1 });
  if (answer.ok) take(answer.value);
  else fail(answer.problem);
  return stop;
}
