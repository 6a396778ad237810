import { isWebAddress } from '../domain/web-address.ts';

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

/** Origin and the path segments up to, not including, the first that `ends` says yes to; no trailing slash. */
export function cutAddress(url: URL, ends: (segment: string) => boolean): string {
  const segments = url.pathname.split('/').filter((segment) => segment !== '');
  const end = segments.findIndex((segment) => ends(segment.toLowerCase()));
  return [url.origin, ...(end < 0 ? segments : segments.slice(0, end))].join('/');
}
