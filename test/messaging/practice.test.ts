import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { servePractice } from '../../lib/messaging/practice-server.ts';
import { makeExtension, own, ownId } from './extension.ts';

const held = vi.hoisted(() => ({ browser: undefined as unknown }));
vi.mock('wxt/browser', () => ({
  get browser() {
    return held.browser;
  },
}));

let extension: ReturnType<typeof makeExtension>;
let stop: () => void;
const find = vi.fn((words: string) => ({ state: 'exact', words }));

beforeEach(() => {
  extension = makeExtension();
  held.browser = extension.browser;
  extension.sendAs({ id: ownId, origin: own });
  stop = servePractice({ '/passage-finder.js': find, '/page-reader.js': () => undefined });
});
afterEach(() => stop());

const send = (message: unknown) => extension.browser.runtime.sendMessage(message);

it('does what the background asks for and answers what came of it', async () => {
  expect(await send({ practise: '/passage-finder.js', args: ['slope'] })).toEqual({ state: 'exact', words: 'slope' });
  expect(await send({ practise: '/page-reader.js', args: [] })).toBeNull();
});

it.each([['/other.js'], ['__proto__'], ['constructor'], ['toString']])('does nothing for %s', async (practise) => {
  expect(await send({ practise, args: [] })).toBeNull();
});

it.each([
  ['what screens ask of the background', { name: 'readTab', request: { tab: 1 } }],
  ['anything else', 'practise'],
  ['a request with more to it', { practise: '/page-reader.js', args: [], more: true }],
])('leaves %s to whom it is for', async (_what, message) => {
  await expect(send(message)).rejects.toThrow('Receiving end');
});

it.each([
  ['another extension', { id: 'other' }],
  ['a script in a page', { id: ownId, tab: { id: 4 } }],
])('does not answer %s', async (_who, sender) => {
  extension.sendAs(sender);
  await expect(send({ practise: '/page-reader.js', args: [] })).rejects.toThrow('Receiving end');
});

it('answers nobody once the page lets go', async () => {
  stop();
  await expect(send({ practise: '/page-reader.js', args: [] })).rejects.toThrow('Receiving end');
});
