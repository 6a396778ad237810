import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Surface } from '../support/browsers/browser.ts';
import { findExecutable } from '../support/browsers/executable.ts';
import { launchers } from '../support/browsers/launchers.ts';

const extension = fileURLToPath(new URL('../fixtures/extension', import.meta.url));
const status = { role: 'status' };
const word = { role: 'textbox', name: 'Word' };
const button = (name: string) => ({ role: 'button', name });

for (const name of Object.keys(launchers) as (keyof typeof launchers)[]) {
  const isMissing = findExecutable(name) === undefined;
  if (isMissing) console.log(`${name} is not installed: its driver tests are left out`);

  describe.skipIf(isMissing)(`the ${name} driver`, () => {
    let browser: Browser;
    let tab: Surface;
    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'plumbline-drivers-'));
      browser = await launchers[name]({ extension });
      browser.serve('http://lessons.example/sines', { body: '<!doctype html><title>Sines</title><h1>Sines</h1>' });
      browser.serve('https://lessons.example/*', {
        body: '<!doctype html><title>Secure</title><a href="/next">Next</a>',
      });
      tab = await browser.open('http://lessons.example/sines');
    });
    afterAll(async () => {
      await browser?.close();
      await rm(folder, { recursive: true });
    });

    it('gives the popup activeTab for the page in front, by a real click and real keys', async () => {
      const popup = await browser.clickToolbar(tab);
      await popup.type(word, 'Añ b');
      await popup.click(button('Read the title'));
      expect(await popup.waitFor(status, { text: /:/ })).toMatchObject({ text: 'Añ b: Sines', visible: true });
      await popup.close();
      await popup.closed;
    });

    it('reads a page at an https address that does not exist', async () => {
      const secure = await browser.open('https://lessons.example/first');
      await secure.click({ role: 'link', name: /^next$/i });
      await secure.waitUntil('the next page', () => location.pathname === '/next');
      const popup = await browser.clickToolbar(secure);
      await popup.click(button('Read the title'));
      await popup.waitFor(status, { text: 'Secure' });
      expect(browser.asked).toContain('GET https://lessons.example/next');
      await secure.close();
    });

    it('says so where a page cannot be had', async () => {
      await browser.setOffline(true);
      await expect(browser.open('http://lessons.example/sines')).rejects.toThrow(/sines cannot be had/);
      await browser.setOffline(false);
    });

    it('moves the focus by keys, and says where it is', async () => {
      const popup = await browser.clickToolbar(tab);
      await popup.waitFor({ css: ':focus' });
      expect(await popup.focused()).toMatchObject(word);
      await popup.press('Tab');
      expect(await popup.focused()).toMatchObject(button('Read the title'));
      await popup.press('Shift+Tab');
      await popup.fill(word, 'one');
      await popup.fill(word, 'two');
      expect(await popup.focused()).toMatchObject({ ...word, value: 'two' });
      await popup.press('Enter');
      expect(await popup.text({ css: '#keys' })).toMatch(/^Tab .*Shift\+Tab .*t w o Enter$/);
      await popup.close();
    });

    it('resolves closed when the popup closes itself, and refuses to wait on', async () => {
      const popup = await browser.clickToolbar(tab);
      await popup.click(button('Close'));
      await popup.closed;
      await expect(popup.waitFor(status)).rejects.toThrow(/the popup closed/);
    });

    it('tells what it waited for, and what was there instead', async () => {
      const popup = await browser.clickToolbar(tab);
      const vain = popup.waitFor(button('Publish'), { limit: 100 });
      await expect(vain).rejects.toThrow(/a button named Publish[\s\S]*no such element[\s\S]*Read the title/);
      await expect(popup.waitFor({ role: 'button' }, { limit: 100 })).rejects.toThrow(/button "Count"/);
      await popup.close();
    });

    it('kills the background for real: its memory is gone', async () => {
      const popup = await browser.clickToolbar(tab);
      await popup.click(button('Count'));
      await popup.waitFor(status, { text: 'heard 1' });
      await popup.click(button('Count'));
      await popup.waitFor(status, { text: 'heard 2' });
      await browser.killBackground();
      await popup.click(button('Count'));
      await popup.waitFor(status, { text: 'heard 1' });
      await popup.close();
    });

    it('grants a host, so that permissions.request answers true unasked', async () => {
      const options = await browser.openExtensionPage('options.html');
      await options.fill({ role: 'textbox', name: 'Address' }, 'https://skills.example/api');
      await browser.grantHost('https://skills.example/*');
      await options.click(button('Allow'));
      await options.waitFor(status, { text: 'allowed' });
      await options.close();
    });

    it('answers the background from files and functions, and from loopback, until it is offline', async () => {
      const server = createServer((_request, response) => response.end('from loopback'));
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const loopback = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
      await browser.grantHost('http://127.0.0.1/*');
      await browser.grantHost('https://skills.example/*');
      browser.serve('https://skills.example/*', ({ method, url }) => ({ body: `${method} ${url}` }));
      const options = await browser.openExtensionPage('options.html');
      const allow = async (address: string) => {
        await options.fill({ role: 'textbox', name: 'Address' }, address);
        await options.click(button('Allow'));
        await options.waitFor(status, { text: 'allowed' });
      };
      const fetches = async (address: string, text: string) => {
        await options.fill({ role: 'textbox', name: 'Address' }, address);
        await options.click(button('Fetch'));
        await options.waitFor(status, { text });
      };
      await allow(loopback);
      await allow('https://skills.example/');
      await fetches('https://skills.example/api?q=1', 'GET https://skills.example/api?q=1');
      await fetches(loopback, 'from loopback');
      await browser.setOffline(true);
      await fetches(loopback, 'failed: TypeError');
      expect(await options.evaluate(() => navigator.onLine)).toBe(false);
      await browser.setOffline(false);
      await fetches('https://skills.example/api', 'GET https://skills.example/api');
      expect(await options.evaluate(() => navigator.onLine)).toBe(true);
      await options.close();
      server.close();
    });

    it('takes pictures of the popup, in the colours asked for', async () => {
      await browser.setColourScheme('dark');
      const popup = await browser.clickToolbar(tab);
      await popup.waitFor(word);
      expect(await popup.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(17, 17, 17)');
      const file = join(folder, 'popup.png');
      await popup.screenshot(file);
      const picture = await readFile(file);
      expect(picture.subarray(1, 4).toString()).toBe('PNG');
      expect(picture.readUInt32BE(16)).toBe(await popup.evaluate(() => innerWidth));
      await browser.setColourScheme('light');
      await popup.waitUntil(
        'light colours',
        () => getComputedStyle(document.body).backgroundColor === 'rgb(255, 255, 255)',
      );
      await popup.close();
    });

    it.each(['quit', 'killed'] as const)('starts again after it was %s, with what the extension kept', async (how) => {
      const before = await browser.openExtensionPage('options.html');
      await before.evaluate(keep, how);
      await browser.restart(how);
      await before.closed;
      const after = await browser.openExtensionPage('options.html');
      expect(await after.evaluate(kept)).toBe(how);
      await after.close();
      tab = await browser.open('http://lessons.example/sines');
      const popup = await browser.clickToolbar(tab);
      await popup.click(button('Count'));
      await popup.waitFor(status, { text: 'heard 1' });
      await popup.close();
    });

    it('hands over what was copied, saved and chosen', async () => {
      const popup = await browser.clickToolbar(tab);
      await popup.fill(word, 'Sinus');
      await popup.click(button('Copy the word'));
      await popup.waitFor(status, { text: 'copied' });
      expect(await browser.clipboard()).toBe('Sinus');
      await popup.click(button('Save the word'));
      expect(await readFile(await browser.downloaded('word.txt'), 'utf8')).toBe('Sinus');
      await popup.close();
      const again = await browser.openExtensionPage('popup.html');
      await writeFile(join(folder, 'skills.csv'), 'name');
      await again.chooseFile(join(folder, 'skills.csv'));
      await again.waitFor(status, { text: 'skills.csv: name' });
      await again.close();
    });

    it('collects what the extension complains of', async () => {
      expect(await browser.complaints()).toEqual([]);
      const popup = await browser.clickToolbar(tab);
      await popup.waitFor(word);
      await popup.evaluate(() => console.error('woe'));
      await expect.poll(() => browser.complaints()).toEqual([expect.stringContaining('woe')]);
      await popup.close();
    });
  });
}

/** Keeps a word in the page's database. Run in the page. */
function keep(word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('words', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('words');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const writing = opening.result.transaction('words', 'readwrite');
      writing.objectStore('words').put(word, 'kept');
      writing.onabort = () => reject(writing.error);
      writing.oncomplete = () => resolve();
    };
  });
}

/** The word that was kept; undefined where there is none. Run in the page. */
function kept(): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('words', 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore('words');
    opening.onerror = () => reject(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction('words').objectStore('words').get('kept');
      reading.onsuccess = () => resolve(reading.result);
      reading.onerror = () => reject(reading.error);
    };
  });
}
