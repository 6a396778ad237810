import { describe, expect, it } from 'vitest';
import { type OnetPlace, onetAddress, onetElement, onetOccupation, onetPlace } from '../../lib/domain/onet-address.ts';
import { isWebAddress } from '../../lib/domain/web-address.ts';

const places: OnetPlace[] = [
  { of: 'element', id: '2.A.1.a' },
  { of: 'task', occupation: '29-1141.00', id: '6744' },
  { of: 'technology', name: 'C++ & “Qt” #1' },
  { of: 'occupation', occupation: '29-1141.00' },
  { of: 'group', occupation: '29-1141.00', heading: 'TechnologySkills' },
];

describe('an address of O*NET OnLine', () => {
  it.each(places)('is made of %j and read back', (place) => {
    const address = onetAddress(place);
    expect(isWebAddress(address)).toBe(true);
    expect(onetPlace(address)).toEqual(place);
  });

  it.each([
    'https://www.onetonline.org/',
    'https://www.onetonline.org/find/descriptor/result/..',
    'https://www.onetonline.org/link/summary/29-11',
    'https://onetonline.example/link/summary/29-1141.00',
    'javascript:alert(1)',
    'nonsense',
  ])('is not seen in %s', (text) => {
    expect(onetPlace(text)).toBeUndefined();
  });
});

describe('a typed code', () => {
  it.each([
    ['29-1141', '29-1141.00'],
    [' 15-1299.08 ', '15-1299.08'],
    ['291141', undefined],
    ['29-1141.0', undefined],
  ])('%j is the occupation %j', (text, code) => expect(onetOccupation(text)).toBe(code));

  it.each([
    ['2.A.1.a', '2.A.1.a'],
    ['1.A.1.a.1', '1.A.1.a.1'],
    ['2.A', '2.A'],
    ['2', undefined],
    ['7.A.1', undefined],
    ['2.A.1.a/../x', undefined],
  ])('%j is the element %j', (text, id) => expect(onetElement(text)).toBe(id));
});
