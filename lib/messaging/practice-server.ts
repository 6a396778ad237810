import { browser } from 'wxt/browser';
import { PracticeAsked } from './practice-protocol.ts';

/** What is done for a script's file, with what its call is told; the answer travels as JSON. */
export type PracticeScripts = Readonly<Record<string, (...args: never[]) => unknown>>;

/** Answers the background in the practice page, until the answered function is called. */
export function servePractice(scripts: PracticeScripts): () => void {
  const listener = (
    message: unknown,
    sender: { id?: string; tab?: unknown },
    respond: (answer: unknown) => void,
  ): true | undefined => {
    // What the screens ask of the background is heard here, too, and is none of our business.
    const { data } = PracticeAsked.safeParse(message);
    if (!data || sender.id !== browser.runtime.id || sender.tab) return undefined;
    const run = Object.hasOwn(scripts, data.practise) ? scripts[data.practise] : undefined;
    respond((run as ((...args: unknown[]) => unknown) | undefined)?.(...data.args) ?? null);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
