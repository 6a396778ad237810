import { useEffect, useState } from 'react';
import type { Evidence, PassageState } from '../../lib/domain/evidence.ts';
import { ask } from '../../lib/messaging/client.ts';
import { usePage } from '../../lib/state/page.ts';

/**
 * Whether a passage still stands on the page in hand. Undefined while it is looked for, and where nobody can look: no
 * passage, a page that is closed to extensions, a tab that went on to another page.
 */
export function usePassage(evidence: Evidence | undefined): PassageState | undefined {
  const tab = usePage((state) => state.tab);
  const isThere = usePage((state) => state.reading !== undefined && !state.reading.problem && !state.change);
  const [found, setFound] = useState<{ of: Evidence; state: PassageState }>();
  useEffect(() => {
    if (!evidence || !isThere || tab === undefined) return undefined;
    let isWaiting = true;
    void ask('findPassage', { tab, evidence }).then((answer) => {
      if (isWaiting && answer.ok && answer.value) setFound({ of: evidence, state: answer.value });
    });
    return () => {
      isWaiting = false;
    };
  }, [evidence, isThere, tab]);
  return isThere && found && found.of === evidence ? found.state : undefined;
}
