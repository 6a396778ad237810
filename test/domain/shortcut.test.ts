import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conflictsAmong, type KeyPress, keysOf } from '../../lib/domain/shortcut.ts';

const nothing = { ctrlKey: false, altKey: false, shiftKey: false, metaKey: false };
const press = (code: string, over: Partial<KeyPress> = {}): KeyPress => ({ ...nothing, key: '', code, ...over });

describe('the keys that were pressed', () => {
  it.each([
    ['Alt+Shift+A', press('KeyA', { altKey: true, shiftKey: true })],
    ['Ctrl+7', press('Digit7', { ctrlKey: true })],
    ['Ctrl+Alt+Comma', press('Comma', { ctrlKey: true, altKey: true })],
    ['F2', press('F2')],
    ['Shift+F12', press('F12', { shiftKey: true })],
    ['Ctrl+Up', press('ArrowUp', { ctrlKey: true })],
  ])('are %s as a manifest writes them', (keys, pressed) => {
    expect(keysOf(pressed, false)).toBe(keys);
  });

  it.each([
    ['a letter alone', press('KeyA')],
    ['a letter with Shift', press('KeyA', { shiftKey: true })],
    ['a modifier', press('AltLeft', { altKey: true })],
    ['a key that no manifest names', press('Backslash', { ctrlKey: true })],
    ['a name that every object has', press('constructor', { ctrlKey: true })],
    ['a function key that few have', press('F13')],
    ['the Windows key', press('KeyA', { metaKey: true })],
  ])('are no shortcut where they are %s', (_, pressed) => {
    expect(keysOf(pressed, false)).toBeUndefined();
  });

  it('keep Command and Control apart on a Mac, and take the key by its place', () => {
    expect(keysOf(press('KeyA', { key: 'å', metaKey: true }), true)).toBe('Command+A');
    expect(keysOf(press('KeyA', { ctrlKey: true, altKey: true }), true)).toBe('MacCtrl+Alt+A');
  });
});

describe('conflicts', () => {
  it('are keys that were suggested and are not there', () => {
    const commands = [
      { name: 'open', keys: '', suggested: 'Alt+Shift+A' },
      { name: 'other', keys: '' },
      { name: 'fine', keys: 'Alt+Shift+Q', suggested: 'Alt+Shift+Q' },
    ];
    expect([...conflictsAmong(commands)]).toEqual([['open', { is: 'none' }]]);
  });

  it('are the same keys for two, whichever is looked at', () => {
    const commands = [
      { name: 'open', keys: 'Alt+A' },
      { name: 'quote', keys: 'Alt+A' },
    ];
    expect([...conflictsAmong(commands)]).toEqual([
      ['open', { is: 'same', as: 'quote' }],
      ['quote', { is: 'same', as: 'open' }],
    ]);
  });

  it('are never with itself, and always of both', () => {
    const command = fc.record({ keys: fc.constantFrom('', 'Alt+A', 'Alt+B'), suggested: fc.constant('Alt+A') });
    fc.assert(
      fc.property(fc.array(command, { maxLength: 5 }), (some) => {
        const commands = some.map((one, index) => ({ ...one, name: `command-${index}` }));
        for (const [name, conflict] of conflictsAmong(commands)) {
          if (conflict.is === 'none') continue;
          expect(conflict.as).not.toBe(name);
          expect(conflictsAmong(commands).get(conflict.as)?.is).toBe('same');
        }
      }),
    );
  });
});
