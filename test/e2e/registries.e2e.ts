import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { fixture } from '../registries/support.ts';
import type { Answer, Asked, Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { searchField } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';
import type { Fault } from '../support/practice-registry/faults.ts';
import { refusedKey } from '../support/practice-registry/onet-routes.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { type Card, cardOf, type Told, tellRegistry } from '../support/registry-form.ts';

const lesson = 'https://lessons.millbrook.example/lesson.html';
const skillFiles = [fixture('osmt-rows.json'), fixture('ctdl-asn-graph.json')];

/** Every kind by its label, as a person would add it, and the version that its test comes to. */
const kinds: readonly { label: string; told: (url: string) => Told; version: string }[] = [
  { label: 'OSMT', told: (url) => ({ kind: 'osmt', name: 'Library', address: url }), version: '3' },
  {
    label: 'CASE',
    told: (url) => ({ kind: 'case', name: 'Standards', address: url, client: deskOf(url) }),
    version: '1.1',
  },
  { label: 'CASS', told: (url) => ({ kind: 'cass', name: 'Competencies', address: `${url}/api` }), version: '1.6.10' },
  {
    label: 'Lightcast Open Skills',
    told: (url) => ({ kind: 'lightcast', name: 'Open Skills', address: `${url}/lightcast`, client: deskOf(url) }),
    version: '9.12',
  },
  { label: 'ESCO', told: (url) => ({ kind: 'esco', name: 'Europe', address: `${url}/esco/api` }), version: 'v1.2.0' },
  {
    label: 'O*NET',
    told: (url) => ({ kind: 'onet', name: 'Occupations', address: `${url}/onet`, token: 'a-key' }),
    version: '2.0',
  },
  {
    label: 'Credential Registry',
    told: () => ({ kind: 'credential-registry', name: 'Credentials', address: credentials, token: 'a-key' }),
    version: 'Not said',
  },
];

/** The Credential Registry and its assistant, at the two addresses that are known by heart. */
const credentials = 'https://credentialengineregistry.org';
const assistant = 'https://apps.credentialengine.org';

const deskOf = (url: string) => ({ tokenAddress: `${url}/oauth/token` });

type Failing = {
  step: string;
  /** The registry whose test fails. */
  name: string;
  fault?: Fault;
  /** What the person changes about it first, on its card. */
  change?: (card: Card) => Promise<void>;
  /** The steps as the card shows them, up to the one that fails. */
  steps: string[];
  /** What the card says of it. */
  says: RegExp;
};

const upToKey = ['Address Found', 'Permission Granted', 'Connection Answered'];

const failing: readonly Failing[] = [
  {
    step: 'address, since it sends its visitors on',
    name: 'Library',
    fault: { kind: 'redirect', to: 'https://elsewhere.example/api', path: '/api/v3' },
    steps: ['Address Moved', 'Permission Granted'],
    says: /Library sends its visitors on to .*R312/s,
  },
  {
    step: 'connection, since the line is cut',
    name: 'Open Skills',
    fault: { kind: 'drop', path: '/lightcast' },
    steps: ['Address Found', 'Permission Granted', 'Connection No answer'],
    says: /Open Skills could not be reached\..*R310/s,
  },
  {
    step: 'key, since it is refused',
    name: 'Occupations',
    change: (card) => card.enterSecret(refusedKey),
    steps: [...upToKey, 'Key Refused'],
    says: /Occupations does not accept the key.*R403/s,
  },
  {
    step: 'key, since the client is refused where access is given out',
    name: 'Standards',
    change: (card) => card.enterSecret('not it'),
    steps: [...upToKey, 'Key Refused'],
    says: /127\.0\.0\.1.* does not accept the key.*Access to Standards is given out there.*R331/s,
  },
  {
    step: 'kind, since it speaks another',
    name: 'Competencies',
    fault: { kind: 'other-schema', path: '/api' },
    steps: [...upToKey, 'Key None needed', 'Kind Not recognised'],
    says: /Competencies answered in a form that Plumbline does not know.*belong together.*R315/s,
  },
  {
    step: 'kind, since it is a web page',
    name: 'Credentials',
    fault: { kind: 'html', path: '/ce-registry' },
    steps: [...upToKey, 'Key Accepted', 'Kind Not recognised'],
    says: /Credentials.*web page.*R314/s,
  },
  {
    step: 'version, since it does not keep it',
    name: 'Europe',
    change: (card) => card.chooseRelease('v9.9'),
    steps: [...upToKey, 'Key None needed', 'Kind ESCO', 'Version Not kept there'],
    says: /“v9\.9”.*R335/s,
  },
];

const steps = ['Address', 'Permission', 'Connection', 'Key', 'Kind', 'Version'];

inEachBrowser('registries', (browser) => {
  let practice: PracticeRegistry;
  let options: Surface;
  beforeAll(async () => {
    practice = await startPracticeRegistry({ skillFiles });
    practice.order({ oauth: { demanded: true } });
    const toPractice = passOn(practice.url);
    for (const origin of [credentials, assistant]) browser().serve(`${origin}/*`, toPractice);
    for (const path of ['/lesson.html', '/style.css']) {
      browser().serve(`https://lessons.millbrook.example${path}`, await samplePage(path));
    }
    for (const pattern of ['http://127.0.0.1/*', 'https://127.0.0.1/*', `${credentials}/*`, `${assistant}/*`]) {
      await browser().grantHost(pattern);
    }
    options = await browser().openExtensionPage('options.html');
  });
  // Whatever a test ordered and however it ended, the next one finds the registries as they usually are.
  afterEach(() => practice.order({ clear: true, oauth: { demanded: true } }));
  afterAll(() => practice.close());

  it.each(kinds)('adds $label by the form, and every step of its test is done', async ({ label, told, version }) => {
    const registry = told(practice.url);
    await tellRegistry(options, registry);
    const { shown } = await cardOf(options, registry.name).ended('Answered');
    const key = registry.token || registry.client ? 'Accepted' : 'None needed';
    expect(shown).toEqual([...upToKey, `Key ${key}`, `Kind ${label}`, `Version ${version}`]);
  });

  it('searches all of them at once; two fail, each with its line, and what the others found stands', async () => {
    practice.order({
      faults: [
        { kind: 'html', path: '/lightcast' },
        { kind: 'status', status: 500, path: '/api/data' },
      ],
    });
    const tab = await browser().open(lesson);
    const popup = await browser().clickToolbar(tab);
    await popup.fill(searchField, 'chart');
    await popup.waitFor({ css: '.listbox[aria-busy=false]' }, { limit: 20_000 });
    const places = (await popup.all({ css: '.place' })).map(({ name }) => name);
    expect(places).toEqual([
      expect.stringMatching(/^This device [1-9]\d* skills$/),
      expect.stringMatching(/^Library [1-9]\d* skills?$/),
      'Competencies 0 skills, did not answer',
      'Open Skills 0 skills, did not answer',
      expect.stringMatching(/^Europe [1-9]\d* skills?$/),
      expect.stringMatching(/^Occupations [1-9]\d* skills?$/),
      expect.stringMatching(/^Credentials [1-9]\d* skills?$/),
    ]);
    const lines = (await popup.all({ css: '.registry-line.failed' })).map(({ text }) => text);
    expect(lines).toEqual([
      expect.stringMatching(/^Competencies is in trouble and answered 500[\s\S]*Ask again$/),
      expect.stringMatching(/^Open Skills [\s\S]*web page[\s\S]*Ask again$/),
    ]);
    await popup.close();
    await tab.close();
  });

  it.each(failing)(
    'names the step at which a test stops: $step',
    async ({ name, fault, change, steps: until, says }) => {
      const card = cardOf(options, name);
      await change?.(card);
      if (fault) practice.order({ faults: [fault] });
      await card.test();
      const { shown, problem } = await card.ended('Test failed');
      expect(shown).toEqual([...until, ...steps.slice(until.length).map((step) => `${step} Not tried`)]);
      expect(problem).toMatch(says);
      practice.order({ clear: true, oauth: { demanded: true } });
    },
  );

  it('names the connection where nothing there can be trusted, and what else it may be', async () => {
    const address = `${practice.url.replace('http:', 'https:')}/api`;
    await tellRegistry(options, { kind: 'cass', name: 'Unsafe', address });
    const { shown, problem } = await cardOf(options, 'Unsafe').ended('Test failed');
    expect(shown[2]).toBe('Connection No answer');
    expect(problem).toMatch(
      /Unsafe could not be reached, or its certificate is none that your browser trusts\..*R310/s,
    );
  });

  it('names the permission where it was taken back and the browser refuses it, and goes on once it is given', async () => {
    await browser().grantHost('http://localhost/*');
    const address = practice.url.replace('127.0.0.1', 'localhost');
    await tellRegistry(options, { kind: 'osmt', name: 'Harbour', address });
    await cardOf(options, 'Harbour').ended('Answered');
    await options.click({ role: 'button', name: 'Take back http://localhost' });
    await options.waitFor({ role: 'button', name: 'Grant http://localhost' });
    await options.close();
    // Browsers refuse what no person's click asks for: in a page that nobody touched yet, a script's is none.
    options = await browser().openExtensionPage('options.html');
    const card = cardOf(options, 'Harbour');
    await options.waitFor({ css: card.testButton });
    await options.evaluate((css) => document.querySelector<HTMLElement>(css)?.click(), card.testButton);
    const { shown, problem } = await card.ended('Test failed');
    expect(shown.slice(0, 3)).toEqual(['Address Well formed', 'Permission Not given', 'Connection Not tried']);
    expect(problem).toMatch(/Your browser does not let Plumbline speak to Harbour\..*R320/s);
    await browser().grantHost('http://localhost/*');
    await card.test();
    await card.ended('Answered');
  });

  it('complained of nothing', async () => {
    expect(await browser().complaints()).toEqual([]);
  });
});

/** Hands requests on to the practice registry, as if it stood at another address. */
function passOn(url: string): (asked: Asked) => Promise<Answer> {
  return async ({ method, url: to, headers, body }) => {
    const { pathname, search } = new URL(to);
    const answer = await fetch(`${url}${pathname}${search}`, {
      method,
      headers: {
        'content-type': headers['content-type'] ?? '',
        accept: headers.accept ?? '',
        ...(headers.authorization && { authorization: headers.authorization }),
      },
      ...(method === 'POST' && { body }),
    });
    const type = answer.headers.get('content-type') ?? 'application/json';
    return { status: answer.status, headers: { 'content-type': type }, body: await answer.text() };
  };
}
