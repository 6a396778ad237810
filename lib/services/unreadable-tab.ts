import type { Problem } from '../domain/problem.ts';

const alignByAddress = 'Its address can be aligned all the same; give it a title.';
const alignElsewhere = 'If the resource has an address that others can open, align that one.';

/**
 * Why the browser keeps extensions out of a tab, told by its address alone; undefined where pages of that kind can be
 * read. Codes P101 and P104.
 */
export function closedByAddress(address: string): Problem | undefined {
  if (!URL.canParse(address)) {
    return {
      code: 'P101',
      message: 'This tab shows a page of the browser, closed to extensions, or none yet.',
      advice: alignElsewhere,
    };
  }
  const url = new URL(address);
  if (url.protocol === 'http:' || url.protocol === 'https:') return undefined;
  if (url.protocol === 'file:') {
    return {
      code: 'P104',
      message: 'This is a file on your disk, which others cannot open by its address.',
      advice: alignElsewhere,
    };
  }
  return { code: 'P101', message: 'This is a page of the browser, closed to extensions.', advice: alignElsewhere };
}

/**
 * Why a tab could not be read although pages of its kind can be: a PDF (P102), an extension store (P103; each browser
 * closes its own and lets others be read), or the browser refused for another reason (P105).
 */
export function closedOnReading(address: string, contentType?: string): Problem {
  if (contentType === 'application/pdf' || (contentType === undefined && /\.pdf$/i.test(new URL(address).pathname))) {
    return {
      code: 'P102',
      message: 'This tab shows a PDF.',
      advice: `Extensions cannot look inside the browser’s PDF viewer. ${alignByAddress}`,
    };
  }
  if (isStore(new URL(address))) {
    return { code: 'P103', message: 'Extension stores are closed to extensions.', advice: alignByAddress };
  }
  return { code: 'P105', message: 'The browser did not let Plumbline read this page.', advice: alignByAddress };
}

function isStore({ hostname, pathname }: URL): boolean {
  return (
    hostname === 'chromewebstore.google.com' ||
    hostname === 'addons.mozilla.org' ||
    hostname === 'microsoftedge.microsoft.com' ||
    (hostname === 'chrome.google.com' && pathname.startsWith('/webstore'))
  );
}
