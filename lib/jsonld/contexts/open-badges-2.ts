import { type Context, coerced, plain } from './terms.ts';

/** Open Badges 2.0 (https://w3id.org/openbadges/v2): the terms of a BadgeClass, an Assertion and their profiles. */
export const openBadges2: Context = {
  id: '@id',
  type: '@type',
  extensions: 'https://w3id.org/openbadges/extensions#',
  obi: 'https://w3id.org/openbadges#',
  cred: 'https://w3id.org/credentials#',
  dc: 'http://purl.org/dc/terms/',
  schema: 'http://schema.org/',
  sec: 'https://w3id.org/security#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  AlignmentObject: 'schema:AlignmentObject',
  Endorsement: 'cred:Credential',
  hosted: 'obi:HostedBadge',
  signed: 'obi:SignedBadge',
  ...plain(
    'obi:',
    'Assertion BadgeClass Criteria Evidence Extension HostedBadge IdentityObject Image Issuer Profile ' +
      'RevocationList SignedBadge VerificationObject allowedOrigins audience endorsementComment narrative ' +
      'revocationReason salt targetCode uid verificationProperty',
  ),
  ...plain(
    'schema:',
    'caption description email genre name targetDescription targetFramework targetName targetUrl telephone version',
  ),
  tags: 'schema:keywords',
  identity: 'obi:identityHash',
  ...coerced('schema:', '@id', 'author image url'),
  ...coerced('obi:', '@id', 'alignment badge criteria evidence issuer recipient revocationList'),
  ...coerced('dc:', '@id', 'creator'),
  ...coerced('dc:', 'xsd:dateTime', 'created'),
  ...coerced('obi:', 'xsd:boolean', 'hashed revoked'),
  claim: { '@id': 'cred:claim', '@type': '@id' },
  endorsement: { '@id': 'cred:credential', '@type': '@id' },
  expires: { '@id': 'sec:expiration', '@type': 'xsd:dateTime' },
  issuedOn: { '@id': 'obi:issueDate', '@type': 'xsd:dateTime' },
  related: { '@id': 'dc:relation', '@type': '@id' },
  verification: { '@id': 'obi:verify', '@type': '@id' },
  verify: 'verification',
};
