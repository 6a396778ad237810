import { browser } from 'wxt/browser';
import { type ConnectionTest, originPattern } from '../../lib/domain/registry.ts';
import { ask } from '../../lib/messaging/client.ts';

/** A connection test as its card shows it. */
export type TestState = 'running' | ConnectionTest;

/**
 * Asks the browser for the host of an address. To be called straight from a click: after an await the browser no longer
 * sees one. Answers whether it was granted.
 */
export function askPermission(address: string): Promise<boolean> {
  return browser.permissions.request({ origins: [originPattern(address)] });
}

/** Runs a connection test and tells its state, first that it runs. */
export async function runTest(id: string, tell: (test: TestState) => void): Promise<void> {
  tell('running');
  const answer = await ask('testRegistry', { id });
  tell(answer.ok ? answer.value : { steps: [], problem: answer.problem });
}
