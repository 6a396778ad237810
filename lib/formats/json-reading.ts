/** An object of a document that others wrote. Members are read by `memberOf` alone. */
export type Entry = Readonly<Record<string, unknown>>;

/** The value of a text as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** The objects in a value that may be one or a list of them; everything else is left out. */
export function entriesIn(value: unknown): Entry[] {
  const list: unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is Entry => typeof one === 'object' && one !== null && !Array.isArray(one));
}

/** What an object itself has under a name; never what it inherits. */
export function memberOf(entry: Entry | undefined, name: string): unknown {
  return entry && Object.hasOwn(entry, name) ? entry[name] : undefined;
}

/**
 * The first text of a value in one of JSON-LD's forms: a text, `@value`, a language map, `@id`, or a list of these
 * (JSON-LD 1.1, sections 4.2 and 4.3). Undefined where there is none.
 */
export function wordIn(value: unknown, depth = 0): string | undefined {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > 3) return undefined;
  if (Array.isArray(value)) return firstWord(value, depth);
  const entry = value as Entry;
  for (const name of ['@value', '@id', 'id', 'en']) {
    const word = wordIn(memberOf(entry, name), depth + 1);
    if (word !== undefined) return word;
  }
  const languages = Object.keys(entry).filter((name) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(name));
  return firstWord(
    languages.map((name) => memberOf(entry, name)),
    depth,
  );
}

function firstWord(values: unknown[], depth: number): string | undefined {
  for (const value of values.slice(0, 100)) {
    const word = wordIn(value, depth + 1);
    if (word !== undefined) return word;
  }
  return undefined;
}

/** The last part of each of a node's types: `CreativeWork` of an address, of a dotted name and of the bare word. */
export function typesOf(entry: Entry): string[] {
  const types: unknown[] = [memberOf(entry, '@type') ?? memberOf(entry, 'type')].flat();
  return types.flatMap((type) => (typeof type === 'string' ? [type.split(/[./:#]/).at(-1) ?? ''] : []));
}
