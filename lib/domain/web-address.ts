import * as z from 'zod/mini';

/**
 * Whether a text is an absolute http or https address without a user name or password in it.
 * Everything that becomes a link, a request or a stored page address passes here first.
 */
export function isWebAddress(text: string): boolean {
  const url = parse(text);
  return url !== undefined && (url.protocol === 'https:' || url.protocol === 'http:') && !url.username && !url.password;
}

/** An absolute http(s) address without credentials, at most 4,096 characters. Other schemes are refused. */
export const WebAddress = z
  .string()
  .check(z.maxLength(4096), z.refine(isWebAddress, { error: 'not an http or https address' }));
export type WebAddress = z.infer<typeof WebAddress>;

/**
 * The address by which a page is known here: without fragment and credentials, otherwise as the browser writes it
 * (WHATWG URL, section 4.5). The same page reached by two fragments is one resource.
 * Answers undefined where the text is no http(s) address.
 */
export function pageAddress(text: string): WebAddress | undefined {
  const url = parse(text);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  url.hash = '';
  url.username = '';
  url.password = '';
  return url.href;
}

/** The host of an address as a person reads it (`lessons.example`), or the whole text where it has none. */
export function hostOf(address: string): string {
  return parse(address)?.host || address;
}

/**
 * An address as a person types or pastes it: `https://` is put before a bare host. Undefined where it is no http(s)
 * address or has a user name or password in it.
 */
export function typedAddress(text: string): URL | undefined {
  const typed = text.trim();
  const bareHost = /^[^\s/:@?#]+(:\d{1,5})?([/?#]|$)/.test(typed);
  const address = bareHost ? `https://${typed}` : typed;
  return isWebAddress(address) ? new URL(address) : undefined;
}

function parse(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
