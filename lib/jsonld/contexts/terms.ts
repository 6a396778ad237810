/** The value of an `@context` member, as JSON-LD 1.1, section 9.15 defines it. Written by us, so never checked again. */
export type Context = Readonly<Record<string, unknown>>;

/** Maps each of the space-separated names to the IRI that the namespace gives it; values stay as they are written. */
export function plain(namespace: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, namespace + name]));
}

/** The same with a type coercion: `@id` where values are addresses, else the IRI of a datatype. */
export function coerced(namespace: string, type: string, names: string): Record<string, Context> {
  return Object.fromEntries(names.split(' ').map((name) => [name, { '@id': namespace + name, '@type': type }]));
}

/** The same with a container (JSON-LD 1.1, section 4.3 and 4.6): `@set`, `@list` or `@language`. */
export function contained(namespace: string, container: string, names: string): Record<string, Context> {
  return Object.fromEntries(
    names.split(' ').map((name) => [name, { '@id': namespace + name, '@container': container }]),
  );
}

/** A class whose terms hold only inside its own nodes (JSON-LD 1.1, section 4.1.8, type-scoped contexts), protected. */
export function scoped(iri: string, terms: Context): Context {
  return { '@id': iri, '@context': { '@protected': true, id: '@id', type: '@type', ...terms } };
}
