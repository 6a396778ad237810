import { isWebAddress } from '../../../lib/domain/web-address.ts';

/** A text without halves of surrogate pairs, as every writer must leave it. */
export function whole(text: string): string {
  return text.replace(/\p{Cs}/gu, '\ufffd');
}

/** An address that may be opened, percent-encoded where no IRI may hold the character; undefined for anything else. */
export function openable(uri: string | undefined): string | undefined {
  if (uri === undefined || !isWebAddress(uri)) return undefined;
  const escaped = [...whole(uri).trim()].map((one) =>
    /[\s"<>\\^`{|}\ufffd]/.test(one) ? encodeURIComponent(one) : one,
  );
  return escaped.join('');
}

/** An identifier that a document may carry: an openable address or a urn. */
export function identifying(uri: string | undefined): string | undefined {
  return uri?.startsWith('urn:uuid:') ? uri : openable(uri);
}

/** Leaves out members that are undefined. */
export function present<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;
}
