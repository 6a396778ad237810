import { browser } from 'wxt/browser';
import { Errand, errandKey } from '../../lib/domain/errand.ts';
import { P107 } from '../../lib/domain/problems.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { useView } from '../../lib/state/view.ts';

/**
 * Does what was asked for on a page by the menu or by keys, once: what waits already, and what comes until the answered
 * function is called.
 */
export function heedErrand(tab: number | undefined, address: string): () => void {
  if (tab === undefined) return () => {};
  const key = errandKey(tab);
  const { session } = browser.storage;
  let isHeeding = true;
  const look = async () => {
    const { data } = Errand.safeParse((await session.get(key))[key]);
    if (!isHeeding || data?.address !== address) return;
    await session.remove(key);
    run(data);
  };
  const onChanged = (changes: Record<string, { newValue?: unknown }>) => {
    if (changes[key]?.newValue !== undefined) void look();
  };
  session.onChanged.addListener(onChanged);
  void look();
  return () => {
    isHeeding = false;
    session.onChanged.removeListener(onChanged);
  };
}

function run({ evidence }: Errand): void {
  if (evidence) useDraft.getState().quote(evidence);
  else
    useView.getState().tell({
      kind: 'problem',
      problem: P107,
    });
}
