import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { DocumentKind } from '../../lib/domain/document-kind.ts';
import type { DocumentSource } from '../../lib/skill-documents/skill-document.ts';

const folder = new URL('../fixtures/skill-documents/', import.meta.url);

/** Files of other people's data beside the repository, which are not there on every machine. */
const shared = new URL('../../../shared/data/', import.meta.url);

/** Whether other people's data stand beside the repository. */
export const hasShared = existsSync(shared);

/** A document of other people's, by its path in their data; unpacked where it is packed. */
export function sharedDocument(path: string): DocumentSource {
  const bytes = readFileSync(new URL(path, shared));
  const name = path.split('/').at(-1) ?? path;
  return path.endsWith('.gz') ? documentFrom(name.replace(/\.gz$/, ''), gunzipSync(bytes)) : documentFrom(name, bytes);
}

/** Says how many cases were left out where other people's data are not there. */
export function noticeLeftOut(what: string, cases: number): void {
  if (!hasShared) console.warn(`left out, since ../shared/data is missing: ${cases} ${what}`);
}

/** A document with this content. */
export function documentFrom(name: string, content: string | Uint8Array, address?: string): DocumentSource {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content);
  return { name, body: new Blob([bytes]), ...(address && { address }) };
}

/** Our own small documents of a kind. */
export function fixturesOf(kind: DocumentKind): DocumentSource[] {
  const place = new URL(`${kind}/`, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .sort()
    .map((name) => documentFrom(name, readFileSync(new URL(name, place))));
}

/** One of our own small documents. */
export function fixture(kind: DocumentKind, name: string): DocumentSource {
  return documentFrom(name, readFileSync(new URL(`${kind}/${name}`, folder)));
}

/** Values that nobody expects, and texts that do harm where they are not taken as plain text. */
export const hostileValues: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1e308,
  true,
  [],
  {},
  [[[[[[['deep']]]]]]],
  nested(800),
  JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}'),
  '__proto__',
  'constructor',
  'toString',
  'javascript:alert(1)',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("https://evil.example")',
  '"\u0000\u2028\ud800',
  '𝕊𝕜𝕚𝕝𝕝\u202e',
  'https://user:word@evil.example/',
  `https://long.example/${'a'.repeat(5000)}`,
  'x'.repeat(20_000),
];

function nested(depth: number): unknown {
  return JSON.parse('{"children":['.repeat(depth) + ']}'.repeat(depth));
}

/** For each value inside a JSON text: the text with another value in its place. None where the text is no JSON. */
export function everythingIn(text: string): ((value: unknown) => string)[] {
  const places: ((value: unknown) => string)[] = [];
  let root: unknown;
  try {
    root = JSON.parse(text);
  } catch {
    return [];
  }
  function visit(holder: Record<string, unknown>): void {
    for (const key of Object.keys(holder)) {
      const inner = holder[key];
      places.push((value) => {
        holder[key] = value;
        const changed = JSON.stringify(root);
        holder[key] = inner;
        return changed;
      });
      if (typeof inner === 'object' && inner !== null) visit(inner as Record<string, unknown>);
    }
  }
  if (typeof root === 'object' && root !== null) visit(root as Record<string, unknown>);
  return places;
}
