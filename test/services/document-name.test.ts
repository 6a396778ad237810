import fc from 'fast-check';
import { expect, it } from 'vitest';
import { documentName } from '../../lib/services/document-name.ts';

it.each([
  ['https://a.example/files/skills.csv', {}, 'skills.csv'],
  ['https://a.example/files/skills.csv/', {}, 'skills.csv'],
  ['https://a.example/api/skills/1', { 'content-type': 'application/json; charset=utf-8' }, '1.json'],
  ['https://a.example/F%C3%A4higkeiten', { 'content-type': 'text/csv' }, 'Fähigkeiten.csv'],
  ['https://a.example/%E0%A4', {}, '%E0%A4'],
  ['https://a.example', { 'content-type': 'application/ld+json' }, 'a.example.json'],
  [
    'https://a.example/export?id=1',
    { 'content-disposition': 'attachment; filename="all skills.csv"' },
    'all skills.csv',
  ],
  ['https://a.example/x', { 'content-disposition': 'attachment; filename="../../etc/passwd"' }, '.. .. etc passwd'],
])('%s with %j is called %s', (address, headers, name) => {
  expect(documentName(address, new Headers(headers as Record<string, string>))).toBe(name);
});

it('is a name and never a path, whatever a server says', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true }), fc.string(), (address, said) => {
      const printable = said.replace(/[^\x20-\x7e]/g, '');
      const headers = new Headers({ 'content-disposition': `attachment; filename="${printable}"` });
      const name = documentName(address, headers);
      expect(name).toMatch(/^[^/\\\p{C}]+$/u);
      expect(name.length).toBeLessThan(300);
    }),
  );
});
