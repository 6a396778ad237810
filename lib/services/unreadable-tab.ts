import type { Problem } from '../domain/problem.ts';
import { P101, P101None, P102, P103, P104, P105 } from '../domain/problems.ts';

/**
 * Why the browser keeps extensions out of a tab, told by its address alone; undefined where pages of that kind can be
 * read. Codes P101 and P104.
 */
export function closedByAddress(address: string): Problem | undefined {
  if (!URL.canParse(address)) {
    return P101None;
  }
  const url = new URL(address);
  if (url.protocol === 'http:' || url.protocol === 'https:') return undefined;
  if (url.protocol === 'file:') {
    return P104;
  }
  return P101;
}

/**
 * Why a tab could not be read although pages of its kind can be: a PDF (P102), an extension store (P103; each browser
 * closes its own and lets others be read), or the browser refused for another reason (P105).
 */
export function closedOnReading(address: string, contentType?: string): Problem {
  if (contentType === 'application/pdf' || (contentType === undefined && /\.pdf$/i.test(new URL(address).pathname))) {
    return P102;
  }
  if (isStore(new URL(address))) {
    return P103;
  }
  return P105;
}

function isStore({ hostname, pathname }: URL): boolean {
  return (
    hostname === 'chromewebstore.google.com' ||
    hostname === 'addons.mozilla.org' ||
    hostname === 'microsoftedge.microsoft.com' ||
    (hostname === 'chrome.google.com' && pathname.startsWith('/webstore'))
  );
}
