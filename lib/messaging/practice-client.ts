import { browser } from 'wxt/browser';
import type { PracticeAsked } from './practice-protocol.ts';

/** Asks the practice page in a tab; rejects where it is not there any more. The answer is for whoever asked to check. */
export function askPractice(tab: number, asked: PracticeAsked): Promise<unknown> {
  return browser.tabs.sendMessage(tab, asked);
}
