import { browser } from 'wxt/browser';
import { type ConnectionTest, originPattern } from '../../lib/domain/registry.ts';
import { ask } from '../../lib/messaging/client.ts';

/** A connection test as its card shows it. */
export type TestState = 'running' | ConnectionTest;

/**
 * Asks the browser for the hosts of addresses, all in one question. To be called straight from a click: after an await
 * the browser no longer sees one. Answers whether they were granted.
 */
export function askPermission(...addresses: string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...new Set(addresses.map(originPattern))] });
}

/** Runs a connection test and tells its state, first that it runs. */
export async function runTest(id: string, tell: (test: TestState) => void): Promise<void> {
  tell('running');
  const answer = await ask('testRegistry', { id });
  tell(answer.ok ? answer.value : { steps: [], problem: answer.problem });
}
