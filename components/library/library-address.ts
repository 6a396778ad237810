import { useSyncExternalStore } from 'react';
import { filterQuery, type LibraryFilter, readFilter } from '../../lib/domain/library-filter.ts';

/** What the part of the address behind `#` names: a tab (`library?relation=teaches`), or a thing (`skill/urn%3Aone`). */
export type LibraryAddress = { name: string; of: string; filter: LibraryFilter };

/** Reads it. What it does not know of a filter is left out; what cannot be decoded names nothing. */
export function readLibraryAddress(hash: string): LibraryAddress {
  const [path = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const [name = '', rest = ''] = path.split(/\/(.*)/s);
  return { name, of: decoded(rest), filter: readFilter(query) };
}

/** The address of the library under a filter: `#library?relation=teaches`. */
export function filterAddress(filter: LibraryFilter): string {
  const query = filterQuery(filter);
  return query ? `#library?${query}` : '#library';
}

/** Shows the library under a filter. */
export function goTo(filter: LibraryFilter): void {
  location.hash = filterAddress(filter);
}

/** The address of what is known of a page. */
export function resourceAddress(address: string): string {
  return `#resource/${encodeURIComponent(address)}`;
}

/** The address of every page that is aligned to a skill. */
export function skillAddress(uri: string): string {
  return `#skill/${encodeURIComponent(uri)}`;
}

/** What the window's address names now, and after each change of it. */
export function useLibraryAddress(): LibraryAddress {
  return readLibraryAddress(useSyncExternalStore(onHashChange, () => location.hash));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

function onHashChange(hear: () => void): () => void {
  window.addEventListener('hashchange', hear);
  return () => window.removeEventListener('hashchange', hear);
}
