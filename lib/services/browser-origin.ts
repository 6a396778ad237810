import type { Browser } from 'wxt/browser';

/** The part of `browser.declarativeNetRequest` that is needed. */
export type SessionRules = Pick<typeof Browser.declarativeNetRequest, 'getSessionRules' | 'updateSessionRules'>;

/** `tabs.TAB_ID_NONE`: the request belongs to no tab. */
const noTab = -1;

/**
 * Makes `hideOrigin`. Browsers put `Origin: chrome-extension://...` on an extension's POST and DELETE; servers that keep
 * a list of allowed origins, as OSMT does with Spring's CORS filter, answer those with 403 although they answer any
 * program that sends no Origin at all. One session rule for each host takes the header off the requests that our own
 * background makes: `own` is the extension's host, and a website's worker, which has no tab either, keeps its header.
 * Session rules outlive the worker, not the browser, so every connection makes sure of its own.
 */
export function createHideOrigin(rules: SessionRules, own: string) {
  let turn: Promise<void> = Promise.resolve();
  // A search connects to all registries at once, and two rules made at once would take the same id.
  return function hideOrigin(host: string): Promise<void> {
    turn = turn.then(
      () => ensureRule(host),
      () => ensureRule(host),
    );
    return turn;
  };

  async function ensureRule(host: string): Promise<void> {
    const standing = await rules.getSessionRules();
    if (standing.some(({ condition }) => condition.requestDomains?.includes(host))) return;
    const id = 1 + Math.max(0, ...standing.map((rule) => rule.id));
    await rules.updateSessionRules({
      addRules: [
        {
          id,
          action: { type: 'modifyHeaders', requestHeaders: [{ header: 'origin', operation: 'remove' }] },
          condition: {
            requestDomains: [host],
            initiatorDomains: [own],
            tabIds: [noTab],
            resourceTypes: ['xmlhttprequest'],
          },
        },
      ],
    });
  }
}
