import { type Context, coerced, plain } from './terms.ts';

/**
 * The terms of CASS's own schema that its relations use (https://schema.cassproject.org/0.4). We hold no copy of the
 * published context, so this one is ours: the namespace as `@vocab`, ends of a relation as addresses, and what all its
 * classes have from schema.org's Thing.
 */
export const cass: Context = {
  '@vocab': 'https://schema.cassproject.org/0.4/',
  schema: 'http://schema.org/',
  ceasn: 'https://purl.org/ctdlasn/terms/',
  ...plain('http://schema.org/', 'name description'),
  ...coerced('https://schema.cassproject.org/0.4/', '@id', 'source target'),
};
