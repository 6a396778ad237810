import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostOf, isWebAddress, pageAddress, typedAddress, WebAddress } from '../../lib/domain/web-address.ts';

describe('an address on the web', () => {
  it.each([
    ['https://a.example/', true],
    ['http://127.0.0.1:8080/a?b#c', true],
    ['HTTPS://A.EXAMPLE', true],
    ['https://bücher.example/ä', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt://https://a.example', false],
    ['data:text/html,x', false],
    ['blob:https://a.example/1', false],
    ['file:///a', false],
    ['ftp://a.example/', false],
    ['https://me@a.example/', false],
    ['https://me:pw@a.example/', false],
    ['//a.example/', false],
    ['/a', false],
    ['', false],
    ['https://', false],
  ])('%j: %s', (text, is) => {
    expect(isWebAddress(text)).toBe(is);
    expect(WebAddress.safeParse(text).success).toBe(is);
  });

  it('is at most 4,096 characters long where it is kept', () => {
    const long = (length: number) => 'https://a.example/'.padEnd(length, 'x');
    expect(WebAddress.safeParse(long(4096)).success).toBe(true);
    expect(WebAddress.safeParse(long(4097)).success).toBe(false);
  });
});

describe('the address by which a page is known', () => {
  it.each([
    ['https://a.example/b?c=d#e', 'https://a.example/b?c=d'],
    ['https://a.example', 'https://a.example/'],
    ['https://A.example/%7Eb/../c', 'https://a.example/c'],
    ['https://me:pw@a.example:443/', 'https://a.example/'],
    ['chrome://settings', undefined],
    ['nothing', undefined],
  ])('%j: %j', (text, address) => {
    expect(pageAddress(text)).toBe(address);
  });

  it('is one for all fragments, and stays what it is', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (url, fragment) => {
        const address = pageAddress(url);
        expect(address && isWebAddress(address)).toBe(true);
        expect(pageAddress(`${url.replace(/#.*$/, '')}#${encodeURIComponent(fragment)}`)).toBe(address);
        expect(pageAddress(address ?? '')).toBe(address);
      }),
    );
  });
});

describe('an address as a person types it', () => {
  it.each([
    [' a.example ', 'https://a.example/'],
    ['a.example:8080/b', 'https://a.example:8080/b'],
    ['localhost:8080', 'https://localhost:8080/'],
    ['http://a.example', 'http://a.example/'],
    ['javascript:alert(1)', undefined],
    ['me@a.example', undefined],
    ['me:pw@a.example', undefined],
    ['two words', undefined],
    ['', undefined],
  ])('%j: %j', (text, href) => {
    expect(typedAddress(text)?.href).toBe(href);
  });

  it('never becomes anything but an address on the web', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.constantFrom('javascript:', 'data:', 'file:').chain((scheme) => fc.string().map((rest) => scheme + rest)),
        ),
        (text) => {
          const url = typedAddress(text);
          expect(url === undefined || isWebAddress(url.href)).toBe(true);
        },
      ),
    );
  });
});

it('names a host as a person reads it', () => {
  expect(['https://a.example:8080/b', 'urn:uuid:1', 'x'].map(hostOf)).toEqual(['a.example:8080', 'urn:uuid:1', 'x']);
});
