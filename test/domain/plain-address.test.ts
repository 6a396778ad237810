import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainAddress } from '../../lib/domain/plain-address.ts';

const page = 'https://lessons.example/graph?unit=3&lang=de';

describe('an address made plain', () => {
  it.each([
    ['http', 'http://lessons.example/graph?unit=3&lang=de'],
    ['www.', 'https://www.lessons.example/graph?unit=3&lang=de'],
    ['capital letters in the host', 'https://Lessons.Example/graph?unit=3&lang=de'],
    ['the port that goes without saying', 'https://lessons.example:443/graph?unit=3&lang=de'],
    ['a slash at the end', 'https://lessons.example/graph/?unit=3&lang=de'],
    ['a fragment', 'https://lessons.example/graph?unit=3&lang=de#task-4'],
    ['a text to be found', 'https://lessons.example/graph?unit=3&lang=de#:~:text=slope'],
    ['what follows a click', 'https://lessons.example/graph?utm_source=mail&unit=3&fbclid=x&lang=de&UTM_Term=y'],
    ['the order of parameters', 'https://lessons.example/graph?lang=de&unit=3'],
    ['needless percent-encoding', 'https://lessons.example/%67raph?unit=%33&lang=de'],
  ])('does without %s', (_, address) => {
    expect(plainAddress(address)).toBe(plainAddress(page));
  });

  it.each([
    ['another case in the path', 'https://lessons.example/Graph?unit=3&lang=de'],
    ['the name of the index', 'https://lessons.example/graph/index.html?unit=3&lang=de'],
    ['another host', 'https://m.lessons.example/graph?unit=3&lang=de'],
    ['another port', 'https://lessons.example:8443/graph?unit=3&lang=de'],
    ['a parameter that may choose what is shown', 'https://lessons.example/graph?unit=3&lang=de&ref=home'],
    ['values of one parameter in another order', 'https://lessons.example/graph?unit=3&lang=de&lang=en'],
    ['a page that an application names behind #', 'https://lessons.example/graph?unit=3&lang=de#/lesson/3'],
    ['a page named behind #!', 'https://lessons.example/graph?unit=3&lang=de#!lesson'],
  ])('is another one by %s', (_, address) => {
    expect(plainAddress(address)).not.toBe(plainAddress(page));
  });

  it('keeps the values of one parameter in their order', () => {
    expect(plainAddress('https://lessons.example/?b=2&a=2&a=1')).toBe('lessons.example?a=2&a=1&b=2');
  });

  it('leaves alone what is no web address, and a host that is only www', () => {
    expect(plainAddress('urn:isbn:9780131103627')).toBe('urn:isbn:9780131103627');
    expect(plainAddress('not an address')).toBe('not an address');
    expect(plainAddress('https://www.example/')).toBe('www.example');
  });

  it('is plain already once it is plain', () => {
    const address = fc.webUrl({ withQueryParameters: true, withFragments: true, validSchemes: ['http', 'https'] });
    fc.assert(
      fc.property(address, (one) => {
        expect(plainAddress(`https://${plainAddress(one)}`)).toBe(plainAddress(one));
      }),
      { numRuns: 2000 },
    );
  });

  it('is the same whatever is added that does not count', () => {
    const kept = fc.webUrl({ withQueryParameters: true, validSchemes: ['https'] });
    const campaign = fc.constantFrom('utm_source=a', 'utm_campaign=b%20c', 'gclid=1', 'fbclid=', 'msclkid');
    fc.assert(
      fc.property(kept, campaign, fc.boolean(), (one, parameter, first) => {
        const url = new URL(one);
        const parts = url.search.slice(1).split('&').filter(Boolean);
        url.search = `?${(first ? [parameter, ...parts] : [...parts, parameter]).join('&')}`;
        url.protocol = 'http:';
        url.hash = 'part-2';
        expect(plainAddress(url.href)).toBe(plainAddress(one));
      }),
    );
  });
});
