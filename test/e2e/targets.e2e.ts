import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { align, chooseOption } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { cardOf, type Told, tellRegistry } from '../support/registry-form.ts';

const lesson = 'https://lessons.millbrook.example/lesson.html';

inEachBrowser('delivery to an address, a node and a folder', (browser) => {
  let practice: PracticeRegistry;
  let popup: Surface;
  let options: Surface;
  /** Whether this browser can be asked for a folder of the disk. */
  let hasFolders: boolean;

  beforeAll(async () => {
    practice = await startPracticeRegistry();
    for (const path of ['/lesson.html', '/style.css'])
      browser().serve(`https://lessons.millbrook.example${path}`, await samplePage(path));
    await browser().grantHost('http://127.0.0.1/*');
    options = await browser().openExtensionPage('options.html');
    hasFolders = await options.evaluate(() => 'showDirectoryPicker' in globalThis);
  });
  afterAll(() => practice.close());

  const button = (name: string | RegExp) => ({ role: 'button', name });
  const inFolder = () => options.evaluate(filesOfTheOrigin);

  it('adds each by the form, and says what is wrong with a body before it is kept', async () => {
    const inbox: Told = {
      ...{ kind: 'endpoint', name: 'Inbox', address: `${practice.url}/inbox/{{id}}`, token: 'a-token' },
      choices: { Format: 'csv', Method: 'PUT' },
      delivery: { Headers: 'X-Collection: charts', Body: '{"title": "{{title}}", "rows": {{content}}}' },
      checks: ['Withdraw with DELETE'],
    };
    await tellRegistry(options, inbox);
    await options.waitFor({ role: 'alert' }, { text: /no JSON from line 1, character 32.*R306/s });
    await options.fill({ role: 'textbox', name: /^Body/ }, '{"title": "{{title}}", "rows": "{{contentJson}}"}');
    await options.click(button('Add and test'));
    await cardOf(options, 'Inbox').ended('Answered');
    await tellRegistry(options, {
      kind: 'webdav',
      name: 'Cloud',
      address: `${practice.url}/dav/library`,
      token: 'me:pw',
    });
    await cardOf(options, 'Cloud').ended('Answered');
    await tellRegistry(options, {
      kind: 'learning-registry',
      name: 'Node',
      address: `${practice.url}/lr`,
      token: 'me:pw',
    });
    await cardOf(options, 'Node').ended('Answered');
    expect([practice.endpoint().size, practice.webdav().size, practice.learningRegistry().size]).toEqual([0, 0, 0]);
  });

  it('offers a folder of the disk where the browser can be asked for one', async () => {
    const form = 'form[aria-labelledby=add-head]';
    if (!hasFolders) {
      await options.waitFor({ css: form }, { text: /only by browsers like Chrome and Edge/ });
      return expect(await options.evaluate(isOffered, 'folder')).toBe(false);
    }
    // The browser's own window for choosing is no page; what it hands out is of the same kind as the origin's own folder.
    await options.evaluate(() => {
      Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() });
    });
    await options.evaluate(chooseOption, `${form} select`, 'folder');
    await options.fill({ role: 'textbox', name: /^Name/ }, 'Desk');
    await options.click(button('Add'));
    await options.click(button('Choose the folder of Desk'));
    await options.waitFor({ css: 'article[aria-label="Desk"]' }, { text: /Choose another/ });
    await cardOf(options, 'Desk').test();
    await cardOf(options, 'Desk').ended('Answered');
  });

  it('sends to each what its preview showed', async () => {
    popup = await browser().clickToolbar(await browser().open(lesson));
    await popup.waitFor({ css: 'h1' }, { text: 'The slope of a line' });
    await align(popup, { words: 'graph', row: /^Misleading Graph/, relation: 'teaches' });
    await popup.click(button('What is sent?'));
    const shown = new Map<string, string>();
    for (const name of ['Inbox', 'Cloud', 'Node', ...(hasFolders ? ['Desk'] : [])])
      shown.set(name, await shownFor(popup, name));
    await popup.click(button(/^Back to the page/));
    await popup.click(button('Publish 1'));
    const count = hasFolders ? 4 : 3;
    await popup.waitUntil(
      'published to all',
      (wanted) => document.querySelectorAll('.state-published').length === wanted,
      count,
    );
    const [[path, put] = ['', undefined]] = [...practice.endpoint()];
    expect(path).toMatch(/^\/inbox\/[\da-f-]{36}$/);
    expect(JSON.parse(bodyIn(shown.get('Inbox')))).toEqual(JSON.parse(put?.body ?? ''));
    expect(JSON.parse(put?.body ?? '')).toMatchObject({
      title: expect.stringContaining('slope'),
      rows: expect.stringContaining('Misleading Graph'),
    });
    const [file] = [...practice.webdav().values()];
    expect(bodyIn(shown.get('Cloud'))).toBe(file?.body);
    const [kept] = [...practice.learningRegistry().values()];
    // The wish has its name only once it is made.
    const named = bodyIn(shown.get('Node')).replace(/⟨[^⟩]*⟩/, String(kept?.doc_ID));
    expect({ documents: [kept] }).toMatchObject(JSON.parse(named));
    for (const text of shown.values()) expect(text).not.toMatch(/a-token|me:pw|bWU6cHc/);
    const arrived = practice.received().find(({ method, path: at }) => method === 'PUT' && at === path);
    expect(arrived?.headers).toMatchObject({ 'x-collection': 'charts', authorization: 'Bearer a-token' });
    if (hasFolders) expect(await inFolder()).toEqual([bodyIn(shown.get('Desk'))]);
  });

  it('takes back from each what was sent', async () => {
    await popup.click(button(/^More for teaches/));
    await popup.click(button('Remove and withdraw'));
    await popup.waitFor({ css: '.notice' }, { text: /Removed/ });
    await expect.poll(() => practice.endpoint().size, { timeout: 10_000 }).toBe(0);
    await expect.poll(() => practice.webdav().size, { timeout: 10_000 }).toBe(0);
    const types = () => [...practice.learningRegistry().values()].map(({ doc_type }) => doc_type);
    await expect.poll(types, { timeout: 10_000 }).toEqual(['tombstone', 'resource_data']);
    if (hasFolders) await expect.poll(inFolder, { timeout: 10_000 }).toEqual([]);
    await popup.close();
    await options.close();
  });
});

/** What is shown to be sent to a registry. */
async function shownFor(popup: Surface, name: string): Promise<string> {
  const value = await popup.evaluate(
    (wanted) => [...document.querySelectorAll('option')].find((option) => option.textContent === wanted)?.value ?? '',
    name,
  );
  await popup.evaluate(chooseOption, '.surface select', value);
  const starts = { Inbox: /^PUT .*\/inbox\//, Cloud: /^PUT .*\/dav\//, Node: /^POST .*\/lr\//, Desk: /^Write / };
  await popup.waitFor({ css: 'pre' }, { text: starts[name as keyof typeof starts] });
  return popup.evaluate(() => document.querySelector('pre')?.textContent ?? '');
}

/** The body of a request as it is shown. */
function bodyIn(shown = ''): string {
  return shown.slice(shown.indexOf('\n\n') + 2);
}

function isOffered(kind: string): boolean {
  return document.querySelector(`form[aria-labelledby=add-head] option[value="${kind}"]`) !== null;
}

/** The texts of all files in the folder that an origin has to itself. */
async function filesOfTheOrigin(): Promise<string[]> {
  const folder = await navigator.storage.getDirectory();
  const texts: string[] = [];
  for await (const name of folder.keys()) texts.push(await (await (await folder.getFileHandle(name)).getFile()).text());
  return texts;
}
