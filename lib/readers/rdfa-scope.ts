import { initialPrefixes, initialTerms, openGraph, xhv } from './initial-context.ts';
import { isAbsolute, resolveIri } from './iri.ts';
import { words } from './page.ts';

/** An element's attributes by name. */
export type Attributes = Partial<Record<string, string>>;

/** How names and texts are to be understood inside an element. */
export type Scope = {
  language: string;
  /** Declared prefixes in lower case, `''` for a plain `xmlns`; without those of the initial context. */
  prefixes: ReadonlyMap<string, string>;
  /** Where terms belong, `''` for none. */
  vocabulary: string;
};

/** Turns the names that RDFa attributes hold into IRIs. Blank nodes are named `_:r0` and so on, one for each label. */
export type Names = {
  blank(): string;
  /** TERMorCURIEorAbsIRIs (RDFa Core 1.1, section 7.4.3); what means nothing is left out. */
  expand(text: string | undefined, scope: Scope): string[];
  /** SafeCURIEorCURIEorIRI: a safe CURIE that means nothing counts as if the attribute were not there. */
  reference(text: string | undefined, scope: Scope): string | undefined;
};

/** What holds inside an element: RDFa Core 1.1, section 7.5, steps 2 to 4. */
export function scopeOf(given: Attributes, outer: Scope, base: string): Scope {
  const { vocab } = given;
  const language = given.lang ?? given['xml:lang'];
  const prefixes = prefixesOf(given, outer.prefixes);
  if (vocab == null && language == null && prefixes === outer.prefixes) return outer;
  return {
    language: language ?? outer.language,
    prefixes,
    vocabulary: vocab == null ? outer.vocabulary : vocab.trim() && resolveIri(vocab, base),
  };
}

/** `xmlns:` first, since `prefix` has the last word. */
function prefixesOf(given: Attributes, outer: Scope['prefixes']): Scope['prefixes'] {
  const spaces = Object.keys(given).filter((name) => /^xmlns(:|$)/.test(name));
  const tokens = words(given.prefix);
  if (!spaces.length && !tokens.length) return outer;
  const prefixes = new Map(outer);
  for (const name of spaces) prefixes.set(name.slice(6).toLowerCase(), given[name] ?? '');
  for (let at = 1; at < tokens.length; at += 2) {
    const [, prefix] = /^(.+):$/.exec(tokens[at - 1] ?? '') ?? [];
    if (prefix) prefixes.set(prefix.toLowerCase(), tokens[at] ?? '');
  }
  return prefixes;
}

/** Names for one page. */
export function createNames(base: string): Names {
  const labels = new Map<string, string>();
  let blanks = 0;
  const blank = () => `_:r${blanks++}`;

  function expandOne(token: string, scope: Scope): string | undefined {
    if (token.includes(':')) return curie(token, scope) ?? (isAbsolute(token) ? resolveIri(token, base) : undefined);
    if (!/^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(token)) return undefined;
    return scope.vocabulary ? resolveIri(scope.vocabulary + token, base) : initialTerms.get(token.toLowerCase());
  }

  function curie(token: string, { prefixes }: Scope): string | undefined {
    const [, written, rest = ''] = /^([^:]*):(.*)$/s.exec(token) ?? [];
    if (written == null) return undefined;
    const prefix = written.toLowerCase();
    if (prefix === '_') {
      const label = labels.get(rest) ?? blank();
      labels.set(rest, label);
      return label;
    }
    const address = prefix ? (prefixes.get(prefix) ?? initialPrefixes.get(prefix) ?? openGraph(prefix)) : xhv;
    return address && resolveIri(address + rest, base);
  }

  return {
    blank,
    expand: (text, scope) => words(text).flatMap((token) => expandOne(token, scope) ?? []),
    reference(text, scope) {
      if (text == null) return undefined;
      const safe = /^\s*\[(.*)\]\s*$/s.exec(text)?.[1];
      return safe == null ? (curie(text.trim(), scope) ?? resolveIri(text, base)) : curie(safe, scope);
    },
  };
}
