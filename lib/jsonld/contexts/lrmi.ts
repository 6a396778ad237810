import { type Context, coerced } from './terms.ts';

/**
 * LRMI terms (https://www.dublincore.org/specifications/lrmi/lrmi_terms/). LRMI publishes no context document, so this
 * one is ours: the namespace as `@vocab`, and addresses for the terms whose range is one.
 */
export const lrmi: Context = {
  id: '@id',
  type: '@type',
  '@vocab': 'http://purl.org/dcx/lrmi-terms/',
  lrmi: 'http://purl.org/dcx/lrmi-terms/',
  schema: 'http://schema.org/',
  dct: 'http://purl.org/dc/terms/',
  ...coerced('lrmi:', '@id', 'targetUrl useRightsUrl isBasedOnUrl'),
};
