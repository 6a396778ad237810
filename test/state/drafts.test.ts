import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { draftKey, placeOf } from '../../lib/state/draft-shelf.ts';
import { draftsKeptFor, mostDrafts, openDrafts } from '../../lib/state/drafts.ts';
import { makeBrowser } from './browser-storages.ts';

const page = 'https://lessons.example/graph?unit=1:2';
const text = z.string();

describe('what is typed', () => {
  it('stands in localStorage before the call is over', async () => {
    const browser = makeBrowser();
    const drafts = await browser.open(7, page);
    drafts.keep('note', 'a');
    expect(browser.storage.getItem(`draft:7:note:${page}`)).toContain('"a"');
  });

  it('is there in the next window, though nothing else got out of the one that closed', async () => {
    const browser = makeBrowser();
    const window = await browser.surface(7, page, true);
    window.drafts.keep('note', 'a');
    window.close();
    expect(browser.local.size).toBe(0);
    expect((await browser.open(7, page)).take('note', text)).toEqual({ value: 'a', at: expect.any(Number) });
  });

  it('is copied then, so that a crash loses it no more', async () => {
    const browser = makeBrowser();
    const window = await browser.surface(7, page, true);
    window.drafts.keep('note', 'a');
    window.close();
    await browser.open(7, page);
    browser.restart([7], { crash: true });
    expect((await browser.open(7, page)).take('note', text)?.value).toBe('a');
  });

  it('is kept apart by form, page and tab', async () => {
    const browser = makeBrowser();
    browser.tabs.add(8);
    (await browser.open(7, page)).keep('note', 'a');
    expect((await browser.open(7, page)).take('search', text)).toBeUndefined();
    expect((await browser.open(7, `${page}0`)).take('note', text)).toBeUndefined();
    expect((await browser.open(8, page)).take('note', text)).toBeUndefined();
  });

  it('is taken over from a tab that is gone, the newest first, and by one tab only', async () => {
    const browser = makeBrowser();
    for (const tab of [1, 2, 8, 9]) browser.tabs.add(tab);
    (await browser.open(1, page)).keep('note', 'older');
    (await browser.open(2, page)).keep('note', 'newer');
    browser.tabs.delete(1);
    browser.tabs.delete(2);
    expect((await browser.open(8, page)).take('note', text)?.value).toBe('newer');
    expect((await browser.open(9, page)).take('note', text)?.value).toBe('older');
    expect((await browser.open(7, page)).take('note', text)).toBeUndefined();
    expect((await browser.open(8, page)).take('note', text)?.value).toBe('newer');
  });

  it('is left with a closed tab where only an earlier run of the browser is asked for', async () => {
    const browser = makeBrowser();
    (await browser.open(1, page)).keep('search', 'a');
    expect((await browser.open(7, page)).take('search', text, 'earlier runs')).toBeUndefined();
    browser.restart([7]);
    expect((await browser.open(7, page)).take('search', text, 'earlier runs')?.value).toBe('a');
  });

  it('is found after a restart, whatever number the tab has then', async () => {
    const browser = makeBrowser();
    (await browser.open(7, page)).keep('note', 'a');
    browser.restart([1, 7]);
    expect((await browser.open(1, page)).take('note', text)?.value).toBe('a');
  });

  it('is the newest of an earlier run, though an older one has the number that the tab has now; that one waits', async () => {
    const browser = makeBrowser();
    for (const tab of [1, 2]) browser.tabs.add(tab);
    (await browser.open(1, page)).keep('note', 'older');
    (await browser.open(2, page)).keep('note', 'newer');
    browser.restart([1, 3]);
    expect((await browser.open(1, page)).take('note', text)?.value).toBe('newer');
    expect((await browser.open(3, page)).take('note', text)?.value).toBe('older');
    expect((await browser.open(1, page)).take('note', text)?.value).toBe('newer');
  });

  it('does not come back from the copy after it was discarded in a window that closed at once', async () => {
    const browser = makeBrowser();
    (await browser.open(7, page)).keep('note', 'a');
    const window = await browser.surface(7, page, true);
    window.drafts.forget('note');
    window.close();
    expect(browser.local.get(`draft:7:note:${page}`)).toContain('"a"');
    expect((await browser.open(7, page)).take('note', text)).toBeUndefined();
    await new Promise((done) => setImmediate(done));
    expect([...browser.local]).toEqual([['drafts', '[]']]);
    expect(browser.storage.length).toBe(0);
  });

  it('counts by when it was typed, though the clock was set back in between', async () => {
    const browser = makeBrowser();
    const drafts = await browser.open(7, page);
    drafts.keep('note', 'before');
    browser.flush();
    browser.time -= 24 * 60 * 60 * 1000;
    drafts.keep('note', 'after');
    await new Promise((done) => setImmediate(done));
    browser.restart([7], { crash: true });
    expect((await browser.open(7, page)).take('note', text)?.value).toBe('after');
  });
});

describe('a value of a shape that this version does not know', () => {
  const key = `draft:7:note:${page}`;
  it.each([
    ['no JSON', 'note: a'],
    ['another envelope', '{"note":"a"}'],
    ['another value', `{"at":${Date.parse('2026-03-01T14:00:00Z')},"session":"s","value":{"note":"a"}}`],
  ])('is left alone until something newer is typed: %s', async (_what, raw) => {
    const browser = makeBrowser();
    browser.storage.setItem(key, raw);
    const drafts = await browser.open(7, page);
    expect(drafts.take('note', text)).toBeUndefined();
    expect(browser.storage.getItem(key)).toBe(raw);
    drafts.keep('note', 'b');
    expect(drafts.take('note', text)?.value).toBe('b');
  });

  it.each([
    ['drafts', 7],
    ['drafts', { a: 1 }],
    [key, 'a'],
  ])('does no harm in storage.local: %s %j', async (name, value) => {
    const browser = makeBrowser();
    browser.local.set('drafts', JSON.stringify([key]));
    browser.local.set(name, JSON.stringify(value));
    expect((await browser.open(7, page)).take('note', text)).toBeUndefined();
  });
});

describe('drafts that nobody comes back to', () => {
  it('are swept after 30 days, in both places, and not before', async () => {
    const browser = makeBrowser();
    (await browser.open(7, page)).keep('note', 'a');
    browser.time += draftsKeptFor - 60_000;
    expect((await browser.open(7, page)).take('note', text)?.value).toBe('a');
    browser.time += 120_000;
    expect((await browser.open(7, page)).take('note', text)).toBeUndefined();
    await new Promise((done) => setImmediate(done));
    expect(browser.storage.length).toBe(0);
    expect([...browser.local.keys()]).toEqual(['drafts']);
  });

  it('give way where there are too many, the oldest first', async () => {
    const browser = makeBrowser();
    for (let at = 0; at <= mostDrafts; at += 1) (await browser.open(7, `${page}/${at}`)).keep('note', String(at));
    expect((await browser.open(7, `${page}/0`)).take('note', text)).toBeUndefined();
    expect((await browser.open(7, `${page}/1`)).take('note', text)?.value).toBe('1');
  });
});

describe('a storage that takes no more', () => {
  it('says that what is typed is not kept, leaves what was kept, and says so when it is again', async () => {
    const browser = makeBrowser();
    const window = await browser.surface(7, page);
    window.drafts.keep('note', 'a');
    expect(window.kept).toBe(true);
    browser.storage.room = 10;
    window.drafts.keep('note', 'ab');
    expect(window.kept).toBe(false);
    expect(window.drafts.take('note', text)?.value).toBe('a');
    browser.storage.room = 10_000;
    window.drafts.keep('note', 'abc');
    expect(window.kept).toBe(true);
  });

  it('says so where the copy is refused', async () => {
    const browser = makeBrowser();
    const window = await browser.surface(7, page);
    browser.refuses = true;
    window.drafts.keep('note', 'a');
    await new Promise((done) => setImmediate(done));
    expect(window.kept).toBe(false);
    expect(window.drafts.take('note', text)?.value).toBe('a');
  });

  it('takes back from the copy only what it has room for, and the copy stays', async () => {
    const browser = makeBrowser();
    (await browser.open(7, page)).keep('note', 'a long note');
    await new Promise((done) => setImmediate(done));
    browser.restart([7], { crash: true });
    browser.storage.room = 10;
    const drafts = await browser.open(7, page);
    expect(drafts.take('note', text)).toBeUndefined();
    browser.storage.room = 10_000;
    (await browser.open(7, `${page}0`)).keep('note', 'b');
    await new Promise((done) => setImmediate(done));
    expect((await browser.open(7, page)).take('note', text)?.value).toBe('a long note');
  });

  it('is no hindrance where the browser gives us none', async () => {
    const refused = async () => {
      throw new Error('no');
    };
    const area = { get: refused, set: refused, remove: refused };
    const told: boolean[] = [];
    const { storage } = makeBrowser();
    const drafts = openDrafts({
      storage,
      local: area,
      session: area,
      openTabs: refused,
      tell: (kept) => told.push(kept),
    });
    const at = await drafts.at(undefined, page);
    at.keep('note', 'a');
    expect(at.take('note', text)?.value).toBe('a');
    await new Promise((done) => setImmediate(done));
    expect(told.at(-1)).toBe(false);
  });
});

it('names a place by a key that names the place', () => {
  for (const place of [
    { tab: 7, form: 'note', address: page },
    { tab: undefined, form: 'columns a:b\nc', address: 'options' },
  ]) {
    expect(placeOf(draftKey(place))).toEqual(place);
  }
  for (const key of ['theme', 'drafts', 'draft:', 'draft:x:note:a', 'draft:1:%:a'])
    expect(placeOf(key)).toBeUndefined();
});
