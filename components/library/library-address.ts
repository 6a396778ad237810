import { useSyncExternalStore } from 'react';
import { Relation } from '../../lib/domain/resource-alignment.ts';
import { type LibraryFilter, libraryStates } from '../../lib/queries/library-rows.ts';

/** What the part of the address behind `#` names: a tab (`library?relation=teaches`), or a thing (`skill/urn%3Aone`). */
export type LibraryAddress = { name: string; of: string; filter: LibraryFilter };

/** Reads it. What it does not know of a filter is left out; what cannot be decoded names nothing. */
export function readLibraryAddress(hash: string): LibraryAddress {
  const [path = '', query = ''] = hash.replace(/^#/, '').split(/\?(.*)/s);
  const [name = '', rest = ''] = path.split(/\/(.*)/s);
  const asked = new URLSearchParams(query);
  const relation = Relation.options.find((one) => one === asked.get('relation'));
  const state = libraryStates.find((one) => one === asked.get('state'));
  const words = asked.get('words')?.trim();
  return {
    name,
    of: decoded(rest),
    filter: { ...(relation && { relation }), ...(state && { state }), ...(words && { words }) },
  };
}

/** The address of the library under a filter: `#library?relation=teaches`. */
export function filterAddress(filter: LibraryFilter): string {
  const said = Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const query = new URLSearchParams(said).toString();
  return query ? `#library?${query}` : '#library';
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
