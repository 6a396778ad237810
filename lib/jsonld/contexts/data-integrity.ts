import { type Context, coerced, plain, scoped } from './terms.ts';

const security = 'https://w3id.org/security#';
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';

function relationship(name: string): Context {
  return { '@id': security + name, '@type': '@id', '@container': '@set' };
}

/**
 * Data Integrity 1.0 (https://w3id.org/security/data-integrity/v2): the terms of a DataIntegrityProof, every one with the
 * official definition. Verifiable Credentials 2.0 brings them along; a credential of 1.1 names this context beside its own.
 */
export const dataIntegrity: Context = {
  '@protected': true,
  id: '@id',
  type: '@type',
  proof: { '@id': `${security}proof`, '@type': '@id', '@container': '@graph' },
  DataIntegrityProof: scoped(`${security}DataIntegrityProof`, {
    ...plain(security, 'challenge domain nonce'),
    ...coerced(security, '@id', 'previousProof verificationMethod'),
    ...coerced('http://purl.org/dc/terms/', dateTime, 'created'),
    expires: { '@id': `${security}expiration`, '@type': dateTime },
    cryptosuite: { '@id': `${security}cryptosuite`, '@type': `${security}cryptosuiteString` },
    proofValue: { '@id': `${security}proofValue`, '@type': `${security}multibase` },
    proofPurpose: {
      '@id': `${security}proofPurpose`,
      '@type': '@vocab',
      '@context': {
        '@protected': true,
        id: '@id',
        type: '@type',
        assertionMethod: relationship('assertionMethod'),
        authentication: relationship('authenticationMethod'),
        capabilityInvocation: relationship('capabilityInvocationMethod'),
        capabilityDelegation: relationship('capabilityDelegationMethod'),
        keyAgreement: relationship('keyAgreementMethod'),
      },
    },
  }),
};
