import { hidden } from '../domain/delivery-preview.ts';

/**
 * The headers in which a token goes out where a person may have a user and a password in hand: as `user:password` by the
 * Basic scheme, in UTF-8 (RFC 7617, section 2.1), anything else as a bearer token (RFC 6750, section 2.1). For a preview
 * the token is dots, and so is what is made of it.
 */
export function basicOrBearer(token: string): Readonly<Record<string, string>> {
  if (token === hidden) return { authorization: hidden };
  if (!token.includes(':')) return { authorization: `Bearer ${token}` };
  const bytes = new TextEncoder().encode(token);
  return { authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` };
}
