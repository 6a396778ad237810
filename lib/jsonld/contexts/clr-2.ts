import { type Context, coerced } from './terms.ts';

const clr = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#';

/**
 * Comprehensive Learner Record 2.0 (https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json): the record, its subject and
 * the associations between achievements; everything else in one is Open Badges. As in the official context nothing is
 * protected, and `xsd:` stands for itself, since no prefix of that name is defined there.
 */
export const clr2: Context = {
  id: '@id',
  type: '@type',
  ClrCredential: {
    '@id': `${clr}ClrCredential`,
    '@context': { id: '@id', type: '@type', ...coerced(clr, 'xsd:boolean', 'partial') },
  },
  ClrSubject: {
    '@id': `${clr}ClrSubject`,
    '@context': {
      id: '@id',
      type: '@type',
      cred: 'https://www.w3.org/2018/credentials#',
      obi: 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#',
      achievement: listOf('achievement', 'obi:Achievement'),
      association: listOf('association', `${clr}Association`),
      verifiableCredential: listOf('verifiableCredential', 'cred:verifiableCredential'),
      identifier: listOf('identifier-1', 'obi:Identifier'),
    },
  },
  Association: {
    '@id': `${clr}Association`,
    '@context': {
      associationType: `${clr}AssociationType`,
      ...coerced(clr, 'xsd:anyURI', 'sourceId targetId'),
    },
  },
};

function listOf(name: string, type: string): Context {
  return { '@id': clr + name, '@type': type, '@container': '@set' };
}
