// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fetchPages } from '../../components/worklist/fetch-pages.ts';
import { problemIn } from '../../lib/domain/problem.ts';
import { I454 } from '../../lib/domain/problems.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { makeExtension } from '../messaging/extension.ts';
import { held } from './held.ts';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});

const oai = 'https://repo.example/oai';
/** What the web of this test answers: text, a problem, or that it is elsewhere. */
let web: Record<string, string | { to: string } | undefined>;
let fetched: string[];
let dropped: number;
let database: PlumblineDatabase;

beforeEach(async () => {
  globalThis.Blob = (await import('node:buffer')).Blob as typeof Blob;
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
  [web, fetched, dropped] = [{}, [], 0];
  const extension = makeExtension();
  held.browser = extension.browser;
  extension.browser.runtime.onMessage.addListener((message, _sender, respond) => {
    const { name, request } = message as { name: string; request: { address: string } };
    if (name === 'dropStage') dropped += 1;
    void (name === 'stageDocument' ? stage(request.address) : Promise.resolve({ ok: true, value: null })).then(respond);
    return true;
  });
});
afterEach(() => database.delete());

async function stage(address: string) {
  fetched.push(address);
  const answer = web[address];
  if (answer === undefined) return { ok: false, problem: I454({ host: 'repo.example', status: '404' }) };
  if (typeof answer !== 'string') return { ok: true, value: { state: 'moved', to: answer.to } };
  const id = crypto.randomUUID();
  // A database of this test keeps no Blob of Node's: what it keeps is read back as it was put.
  const body = new Blob([answer]);
  vi.spyOn(database.stages, 'get').mockResolvedValueOnce({ id, name: 'list', body } as never);
  return { ok: true, value: { state: 'staged', stage: id, name: 'list', address, size: 1, validators: {} } };
}
const records = (names: string[], token = '') =>
  `<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>${names
    .map(
      (name) =>
        `<record><header><identifier>${name}</identifier></header><metadata><dc xmlns="http://purl.org/dc/elements/1.1/"><title>${name}</title><identifier>https://repo.example/${name}</identifier></dc></metadata></record>`,
    )
    .join('')}<resumptionToken completeListSize="5">${token}</resumptionToken></ListRecords></OAI-PMH>`;
const index = (...names: string[]) =>
  `<sitemapindex>${names.map((name) => `<sitemap><loc>https://a.example/${name}</loc></sitemap>`).join('')}</sitemapindex>`;
const sitemap = (...names: string[]) =>
  `<urlset>${names.map((name) => `<url><loc>https://a.example/${name}</loc></url>`).join('')}</urlset>`;

function run(
  address: string,
  signal = new AbortController().signal,
  hear: (done: number, total?: number) => void = () => {},
) {
  return fetchPages(database, address, new DOMParser(), hear, signal);
}

it('asks a repository for its records by its own address, and on until there are no more', async () => {
  web[oai] = '<OAI-PMH><error code="badVerb">no verb</error></OAI-PMH>';
  web[`${oai}?verb=ListRecords&metadataPrefix=oai_dc`] = records(['a', 'b'], 'two');
  web[`${oai}?verb=ListRecords&resumptionToken=two`] = records(['c', 'd'], 'three');
  web[`${oai}?verb=ListRecords&resumptionToken=three`] = records(['e']);
  const heard: [number, number | undefined][] = [];
  const { read, rest } = await run(oai, undefined, (done, total) => heard.push([done, total]));
  expect(read).toMatchObject({ from: 'oai-pmh', twice: 0 });
  expect(read.pages.map(({ title }) => title)).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(rest).toBeUndefined();
  expect(heard.at(-2)).toEqual([4, 5]);
  // What was fetched is thrown away as soon as it is read.
  expect(dropped).toBe(4);
});

it('keeps what was read where the rest cannot be had, and says why', async () => {
  web[`${oai}?verb=ListRecords`] = records(['a'], 'two');
  const { read, rest } = await run(`${oai}?verb=ListRecords`);
  expect(read.pages).toHaveLength(1);
  expect(rest).toMatchObject({ code: 'I454' });
});

it('keeps what was read when it is ended between two answers', async () => {
  const left = new AbortController();
  web[`${oai}?verb=ListRecords`] = records(['a'], 'two');
  web[`${oai}?verb=ListRecords&resumptionToken=two`] = records(['b'], 'three');
  const { read, stopped } = await run(`${oai}?verb=ListRecords`, left.signal, (done) => done === 2 && left.abort());
  expect(read.pages).toHaveLength(2);
  expect(stopped).toBe(2);
  expect(fetched).toHaveLength(2);
});

it('never goes round in a circle of tokens', async () => {
  web[`${oai}?verb=ListRecords`] = records(['a'], 'again');
  web[`${oai}?verb=ListRecords&resumptionToken=again`] = records(['a'], 'again');
  const { read } = await run(`${oai}?verb=ListRecords`);
  expect(fetched).toHaveLength(2);
  expect(read).toMatchObject({ pages: [{ title: 'a' }], twice: 1 });
});

it('reads each sitemap of an index, also where one is missing', async () => {
  web['https://a.example/index.xml'] = index('1.xml', '2.xml', '3.xml');
  web['https://a.example/1.xml'] = sitemap('a', 'b');
  web['https://a.example/3.xml'] = sitemap('b', 'c');
  const { read, rest } = await run('https://a.example/index.xml');
  expect(read.pages.map(({ address }) => address.at(-1))).toEqual(['a', 'b', 'c']);
  expect(read.twice).toBe(1);
  expect(rest).toMatchObject({ code: 'I454' });
});

it.each([
  ['has moved to another site', { to: 'https://b.example/list' }, 'I467'],
  ['is not there', undefined, 'I454'],
  ['names nothing', '<urlset/>', 'I466'],
])('says of a list that %s what became of it', async (_what, answer, code) => {
  web['https://a.example/list'] = answer;
  expect(problemIn(await run('https://a.example/list').catch((error: unknown) => error))).toMatchObject({ code });
});

it('hands a table on whose columns have to be named', async () => {
  web['https://a.example/list.csv'] = 'What,Where\nGraphs,first shelf\nLines,second shelf\n';
  const { columns } = await run('https://a.example/list.csv');
  expect(columns?.table.unnamed.headings).toEqual(['What', 'Where']);
});
