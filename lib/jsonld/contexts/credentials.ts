import { type Context, coerced, plain, scoped } from './terms.ts';

const cred = 'https://www.w3.org/2018/credentials#';
const dateTime = 'http://www.w3.org/2001/XMLSchema#dateTime';
const proof = { '@id': 'https://w3id.org/security#proof', '@type': '@id', '@container': '@graph' };
const references = 'credentialSchema credentialStatus credentialSubject evidence issuer refreshService termsOfUse';

/** Verifiable Credentials 2.0 (https://www.w3.org/ns/credentials/v2): what stands around a credential's subject. */
export const credentials2: Context = {
  '@protected': true,
  id: '@id',
  type: '@type',
  ...plain('https://schema.org/', 'description name'),
  VerifiableCredential: scoped(`${cred}VerifiableCredential`, {
    ...coerced(cred, '@id', references),
    ...coerced(cred, dateTime, 'validFrom validUntil'),
    ...plain('https://schema.org/', 'description name'),
    proof,
  }),
};

/** Verifiable Credentials 1.1 (https://www.w3.org/2018/credentials/v1), for reading what was issued before 2.0. */
export const credentials1: Context = {
  '@protected': true,
  id: '@id',
  type: '@type',
  VerifiableCredential: scoped(`${cred}VerifiableCredential`, {
    ...coerced(cred, '@id', references),
    ...coerced(cred, dateTime, 'expirationDate issuanceDate issued validFrom validUntil'),
    proof,
  }),
  proof,
};
