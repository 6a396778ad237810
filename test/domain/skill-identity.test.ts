import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { skillIdentity } from '../../lib/domain/skill-identity.ts';

const id = '1f0f9f6e-4c53-4a37-9c44-6d2f5c1f5a0b';
const cass = 'https://cass.example/api/data/schema.cassproject.org.0.4.Competency';

/** Uris of one skill each, and where it is known that they are of one. */
const twins: [string, string[]][] = [
  [
    'both schemes, with and without a slash',
    ['http://a.example/s/1', 'https://a.example/s/1', 'https://A.example:443/s/1/', 'http://a.example:80/s/./1'],
  ],
  [
    'UUIDs in either case',
    [`https://osmt.example/api/skills/${id}`, `https://osmt.example/api/skills/${id.toUpperCase()}`],
  ],
  ['URNs in either case', [`urn:uuid:${id}`, `URN:UUID:${id.toUpperCase()}`]],
  [
    'versions of CASS',
    [`${cass}/${id}`, `${cass}/${id}/1700000000000`, `${cass}/${id}/1`, `http:${cass.slice(6)}/${id}/`],
  ],
  [
    'twins of ASN',
    [
      'http://asn.jesandco.org/resources/S114340E',
      'http://purl.org/ASN/resources/S114340E',
      'https://asn.desire2learn.com/resources/s114340e',
      'https://purl.org/asn/resources/S114340E/',
    ],
  ],
  [
    'resource, graph and CTID',
    [
      `ce-${id}`,
      `CE-${id.toUpperCase()}`,
      `https://credentialengineregistry.org/resources/ce-${id}`,
      `https://credentialengineregistry.org/graph/ce-${id}`,
      `http://credentialengineregistry.org/ce-registry/resources/CE-${id}/`,
      `https://www.onetcenter.org/ctdlasn/resources/ce-${id}`,
    ],
  ],
  [
    'twins of Lightcast',
    [
      'https://skills.emsidata.com/skills/KS125LS6N7WP4S6SFTCK',
      'https://lightcast.io/open-skills/skills/KS125LS6N7WP4S6SFTCK',
      'http://www.lightcast.io/open-skills/skills/ks125ls6n7wp4s6sftck/python',
    ],
  ],
  [
    'versions of OSMT’s API',
    [
      `https://osmt.example/api/skills/${id}`,
      `https://osmt.example/api/v3/skills/${id}`,
      `https://osmt.example/api/v2/skills/${id}`,
      `-https://osmt.example/api/skills/${id}`,
    ],
  ],
  [
    'versions of the CASE service',
    [`https://case.example/ims/case/v1p0/CFItems/${id}`, `https://case.example/ims/case/v1p1/CFItems/${id}`],
  ],
];

/** Uris that look alike and are of different skills. */
const strangers: [string, string][] = [
  ['https://a.example/s/1', 'https://b.example/s/1'],
  ['https://a.example/s/1', 'https://a.example/s/2'],
  ['https://a.example/S/a', 'https://a.example/s/a'],
  ['https://a.example/s?id=1', 'https://a.example/s?id=2'],
  ['https://a.example/s#1', 'https://a.example/s#2'],
  ['https://a.example:8080/s', 'https://a.example/s'],
  ['https://a.example/skills/1/1700000000000', 'https://a.example/skills/1'],
  ['https://a.example/asn/resources/S1', 'https://b.example/asn/resources/S1'],
  ['http://purl.org/ASN/resources/S1', 'http://purl.org/ASN/resources/D1'],
  ['http://purl.org/ASN/scheme/S1', 'http://asn.jesandco.org/resources/S1'],
  [`https://a.example/resources/${id}`, `https://b.example/resources/${id}`],
  ['https://lightcast.io/open-skills/categories/1', 'https://skills.emsidata.com/skills/1'],
  ['urn:isbn:a', 'urn:isbn:A'],
  ['urn:uuid:1', 'urn:guid:1'],
];

const addresses = fc.oneof(
  fc.webUrl({ withFragments: true, withQueryParameters: true, validSchemes: ['http', 'https'] }),
  fc.constantFrom(...twins.flatMap(([, uris]) => uris)),
  fc.constantFrom(...strangers.flat()),
  fc.string(),
  fc.uuid().map((one) => `urn:uuid:${one}`),
);

describe('the identity of a skill', () => {
  it.each(twins)('is one for %s', (_, uris) => {
    expect(new Set(uris.map(skillIdentity)).size).toBe(1);
  });

  it.each(strangers)('tells %s from %s', (one, other) => {
    expect(skillIdentity(one)).not.toBe(skillIdentity(other));
  });

  it('is its own identity', () => {
    fc.assert(fc.property(addresses, (uri) => skillIdentity(skillIdentity(uri)) === skillIdentity(uri)));
  });

  it('does not depend on the scheme, a slash at the end, or white space around the uri', () => {
    const plain = fc.webUrl({ validSchemes: ['https'] });
    fc.assert(
      fc.property(plain, (uri) => {
        const key = skillIdentity(uri);
        expect(skillIdentity(uri.replace(/^https/, 'http'))).toBe(key);
        expect(skillIdentity(` ${uri}\n`)).toBe(key);
        expect(skillIdentity(`${uri.replace(/\/+$/, '')}/`)).toBe(key);
      }),
    );
  });

  it('keeps addresses apart that differ in more than that', () => {
    const segment = fc.stringMatching(/^[a-z]{1,8}$/);
    const path = fc
      .tuple(segment, fc.array(segment, { maxLength: 4 }))
      .map(([host, parts]) => `https://${[`${host}.example`, ...parts].join('/')}`);
    fc.assert(
      fc.property(path, path, (one, other) => (skillIdentity(one) === skillIdentity(other)) === (one === other)),
    );
  });
});
