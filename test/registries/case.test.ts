import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connection } from '../../lib/registries/adapter.ts';
import { caseRegistry } from '../../lib/registries/case.ts';
import { identifierIn } from '../../lib/registries/case-address.ts';
import { expectPackage, packageErrors } from '../formats/judges/case.ts';
import { tenant } from '../support/practice-registry/open-case-routes.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { newAlignment } from '../support/samples.ts';
import { adapterContract } from './contract.ts';
import { publicationOf, writeFormat } from './publications.ts';
import { connectionAnswering, connectionTo, failureOf, fixture, hasRecorded, patient, recorded } from './support.ts';

const itemId = 'aaaaaaaa-aaaa-4aaa-8aaa-000000000001';
const frameworkId = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa';
const skillAt = (url: string) => `${url}/ims/case/v1p1/CFItems/${itemId}`;
const { getSkill, listFrameworks, readFramework } = caseRegistry;
if (!getSkill || !listFrameworks || !readFramework) throw new Error('CASE reads and lists');

/** A page aligned to a skill, as it is published. */
const publication = () => publicationOf(newAlignment());

adapterContract({
  kind: 'case',
  adapter: caseRegistry,
  base: (url) => url,
  skillAt,
  extras: async () => ({ write: writeFormat }),
  delivery: { tenant },
  publication,
  moreCalls: (to) => ({
    publish: async (signal) => caseRegistry.publish?.(to, publication(), signal),
    withdraw: async (signal) => caseRegistry.withdraw?.(to, caseRegistry.addressOf?.(to, publication()) ?? '', signal),
  }),
});

let practice: PracticeRegistry;
let connection: Connection;
beforeAll(async () => {
  practice = await startPracticeRegistry({ skillFiles: [fixture('osmt-rows.json'), fixture('ctdl-asn-graph.json')] });
  connection = connectionTo(practice.url, 'case');
});
beforeEach(() => practice.order({ clear: true }));
afterAll(() => practice.close());

/** Every page of the list, by its own word of where it goes on; bounded. */
async function everyPage(): Promise<string[][]> {
  const pages: string[][] = [];
  let next: string | undefined;
  do {
    const page = await listFrameworks?.(connection, next, patient);
    pages.push(page?.frameworks.map(({ name }) => name) ?? []);
    next = page?.next;
  } while (next !== undefined && pages.length < 200);
  return pages;
}

describe('the base of a CASE service', () => {
  it.each([
    ['https://case.example', 'https://case.example'],
    ['case.example/ims/case/v1p0/CFDocuments/6a3ccfc6-cc76-11e7-8974-cfcd479e782c', 'https://case.example'],
    ['https://case.example/ims/case/v1p1/CFPackages/6a3ccfc6-cc76-11e7-8974-cfcd479e782c', 'https://case.example'],
    ['https://case.example/ims/case/v1p1/discovery/imscasev1p1_openapi3_v1p0.json', 'https://case.example'],
    ['https://cass.example/api/ims/case/v1p0/CFDocuments?limit=5', 'https://cass.example/api'],
    ['https://salt.example/cftree/doc/12#frag', 'https://salt.example'],
    ['https://salt.example/uri/6a3ccfc6-cc76-11e7-8974-cfcd479e782c.html', 'https://salt.example'],
    ['http://localhost:3000/standards/cfdoc/', 'http://localhost:3000/standards'],
  ])('of %s is %s', (pasted, base) => {
    expect(caseRegistry.baseOf(pasted)).toBe(base);
  });
});

describe('an item', () => {
  it.each([
    ['its address', skillAt],
    ['its address in the other version', (url: string) => `${url}/ims/case/v1p0/CFItems/${itemId}`],
    ['an address of another path', (url: string) => `${url}/uri/${itemId}`],
    ['an address of the server that it was mirrored from', () => `https://origin.example/uri/${itemId}.json`],
    ['its identifier', () => itemId],
    ['its identifier as a urn', () => `urn:uuid:${itemId}`],
  ])('is read by %s', async (_case, uri) => {
    const skill = await getSkill(connection, uri(practice.url), patient);
    expect(skill).toMatchObject({
      name: 'Source Evaluation',
      statement: 'Judge how far a source can be trusted.',
      code: 'R.1.a',
      type: 'CFItem',
      category: 'Standard',
      level: '09, 10',
      framework: { name: 'Research Competencies' },
    });
  });

  it('is asked for in the version that its address names first', async () => {
    const before = practice.requests().length;
    await getSkill(connection, `${practice.url}/ims/case/v1p0/CFItems/${itemId}`, patient);
    expect(
      practice
        .requests()
        .slice(before)
        .map(({ path }) => path),
    ).toEqual([`/ims/case/v1p0/CFItems/${itemId}`]);
  });

  it('is found where the server speaks 1.0 alone, and not-found where no version has it', async () => {
    practice.order({ case: { versions: ['v1p0'] } });
    expect((await getSkill(connection, itemId, patient)).uri).toContain('/v1p0/');
    const missing = '99999999-9999-4999-8999-999999999999';
    const error = await failureOf(getSkill(connection, missing, patient));
    expect(error).toMatchObject({ reason: 'not-found', problem: { code: 'R404' } });
    expect(error.problem.message).toContain('was not found');
  });

  const answering = (item: unknown) => connectionAnswering('case', () => Response.json(item));
  const item = { uri: 'https://case.example/uri/1', identifier: '1', fullStatement: 'Count to 100.' };

  it('is called by its label, else by its alternative label, else by its statement', async () => {
    const named = async (more: object) => (await getSkill(answering({ ...item, ...more }), itemId, patient)).name;
    expect(await named({ abbreviatedStatement: 'Count', alternativeLabel: 'B' })).toBe('Count');
    expect(await named({ alternativeLabel: 'B' })).toBe('B');
    expect(await named({})).toBe('Count to 100.');
  });

  it('loses its markup and keeps its Markdown', async () => {
    const fullStatement = '<p class="x">Solve <em>n</em> &lt; 3\r\nwith *care*</p><script>';
    const { statement } = await getSkill(answering({ ...item, fullStatement }), itemId, patient);
    expect(statement).toBe('Solve n &lt; 3\nwith *care*');
  });

  it('takes members of another type as not said', async () => {
    const odd = {
      humanCodingScheme: null,
      CFItemType: [],
      educationLevel: 'KG',
      conceptKeywords: {},
      licenseURI: '',
    };
    const skill = await getSkill(answering({ ...item, ...odd }), itemId, patient);
    expect(skill).toEqual({
      uri: item.uri,
      name: 'Count to 100.',
      statement: 'Count to 100.',
      type: 'CFItem',
      keywords: [],
      level: 'KG',
    });
  });

  it.each([
    [{ statusEndDate: '2020-06-30' }, 'deprecated'],
    [{ statusStartDate: '2017-01-01', statusEndDate: '2099-01-01' }, undefined],
    [{ statusEndDate: 'soon' }, undefined],
  ])('with %j is %s', async (dates, status) => {
    expect((await getSkill(answering({ ...item, ...dates }), itemId, patient)).status).toBe(status);
  });

  it('is refused where it says nothing', async () => {
    const error = await failureOf(getSkill(answering({ ...item, fullStatement: ' ' }), itemId, patient));
    expect(error).toMatchObject({ reason: 'wrong-shape', problem: { code: 'R315' } });
  });

  it('is refused where its own address is none', async () => {
    const error = await failureOf(getSkill(answering({ ...item, uri: 'javascript:alert(1)' }), itemId, patient));
    expect(error).toMatchObject({ reason: 'wrong-shape', problem: { code: 'R315' } });
  });

  it('leads to no other place, whatever stands in its address', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (uri) => {
        const id = identifierIn(uri);
        expect(id === undefined || !/[/?#]/.test(id)).toBe(true);
      }),
    );
  });
});

describe('the list of frameworks', () => {
  it('says of each what is needed to choose and to credit it', async () => {
    const { frameworks, total } = await listFrameworks(connection, undefined, patient);
    expect(total).toBe(frameworks.length);
    expect(frameworks.find(({ uri }) => uri.endsWith(frameworkId))).toEqual({
      uri: `${practice.url}/ims/case/v1p1/CFDocuments/${frameworkId}`,
      name: 'Research Competencies',
      description: 'To practise on.',
      publisher: 'Harbour College',
      license: 'CC BY 4.0',
      version: '1',
      language: 'en',
      modified: '2025-01-14T09:30:00+00:00',
    });
  });

  it.each(['counted', 'linked', 'silent'] as const)('comes page by page and each once, %s', async (paging) => {
    practice.order({ case: { documents: 250, paging } });
    const pages = await everyPage();
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 52]);
    expect(new Set(pages.flat()).size).toBe(252);
  });

  it('is one page where the server answers everything at once', async () => {
    practice.order({ case: { documents: 250, paging: 'whole' } });
    expect((await everyPage()).map(({ length }) => length)).toEqual([252]);
  });

  it('ends where the server answers the same page again', async () => {
    practice.order({ case: { documents: 250, paging: 'stuck' } });
    expect((await everyPage()).map(({ length }) => length)).toEqual([100, 0]);
  });

  it('ends after 10,000 where the pages never end', async () => {
    practice.order({ case: { paging: 'endless' } });
    expect((await everyPage()).flat()).toHaveLength(10_000);
  });

  it('goes on in the version in which it began', async () => {
    practice.order({ case: { versions: ['v1p0'], documents: 150 } });
    const before = practice.requests().length;
    await everyPage();
    const versions = practice
      .requests()
      .slice(before)
      .map(({ path }) => /v1p\d/.exec(path)?.[0]);
    expect(versions).toEqual(['v1p1', 'v1p0', 'v1p0']);
  });

  it('leaves out a document that cannot be read', async () => {
    const documents = [{ title: 'No address' }, { identifier: '1', uri: 'https://case.example/1', title: 'Whole' }];
    const odd = connectionAnswering('case', () => Response.json({ CFDocuments: documents }));
    const { frameworks } = await listFrameworks(odd, undefined, patient);
    expect(frameworks).toEqual([{ uri: 'https://case.example/1', name: 'Whole' }]);
  });
});

describe('a framework', () => {
  const uri = () => `${practice.url}/ims/case/v1p1/CFDocuments/${frameworkId}`;

  it('comes whole, with what tells later whether it changed', async () => {
    const read = await readFramework(connection, uri(), undefined, patient);
    if (read === 'unchanged') throw new Error('it was never read');
    expect(read).toMatchObject({
      name: `case-package-${frameworkId}.json`,
      address: `${practice.url}/ims/case/v1p1/CFPackages/${frameworkId}`,
      validators: { etag: 'W/"practice-1"', lastModified: 'Tue, 14 Jan 2025 09:30:00 GMT' },
    });
    expect(JSON.parse(await read.body.text())).toMatchObject({ CFDocument: { title: 'Research Competencies' } });
  });

  it.each([{ etag: 'W/"practice-1"' }, { lastModified: 'Tue, 14 Jan 2025 09:30:00 GMT' }])(
    'is unchanged where the server says so of %j',
    async (known) => {
      expect(await readFramework(connection, uri(), known, patient)).toBe('unchanged');
    },
  );

  it('comes whole again where it changed', async () => {
    expect(await readFramework(connection, uri(), { etag: 'W/"practice-0"' }, patient)).toMatchObject({
      body: expect.any(Blob),
    });
  });

  it('is not unchanged where nobody asked whether it is', async () => {
    const odd = connectionAnswering('case', () => new Response(null, { status: 304 }));
    expect((await failureOf(readFramework(odd, uri(), undefined, patient))).problem.code).toBe('R304');
  });
});

describe('the connection test', () => {
  const version = async () => (await caseRegistry.testConnection(connection, patient)).steps.at(-1)?.saying;

  it('tells 1.1 from 1.0 by trying', async () => {
    expect(await version()).toBe('1.1');
    practice.order({ case: { versions: ['v1p0'] } });
    expect(await version()).toBe('1.0');
  });

  it('says that it is no CASE service where neither is known', async () => {
    practice.order({ case: { versions: [] } });
    const { steps } = await caseRegistry.testConnection(connection, patient);
    expect(steps.find(({ state }) => state === 'failed')).toMatchObject({ step: 'kind' });
  });
});

const cases = 7;
describe.skipIf(!hasRecorded(cases))('recorded answers', () => {
  const read = (name: string) => readFileSync(join(recorded, 'case', name), 'utf8');
  const answering = (body: string) => connectionAnswering('case', () => new Response(body));

  it('list every framework of a real server', async () => {
    const { frameworks } = await listFrameworks(answering(read('cfdocuments_list.json')), undefined, patient);
    expect(frameworks).toHaveLength(JSON.parse(read('cfdocuments_list.json')).CFDocuments.length);
    expect(frameworks[0]).toMatchObject({
      uri: 'https://case.smarterbalanced.org/ims/case/v1p0/CFDocuments/6a3ccfc6-cc76-11e7-8974-cfcd479e782c',
      publisher: 'Smarter Balanced Assessment Consortium',
      status: 'draft',
    });
  });

  it.each(['AdoptedTest', 'ItemTypeTest', 'Markdown', 'SequenceNumber', 'SmartLevel', 'Utf8Test'])(
    'hand out OpenSALT’s package %s and read each of its items',
    async (name) => {
      const body = read(`opensalt_${name}Framework.json`);
      const handed = await readFramework(answering(body), frameworkId, undefined, patient);
      expect(handed === 'unchanged' ? handed : await handed.body.text()).toBe(body);
      for (const item of JSON.parse(body).CFItems) {
        const skill = await getSkill(answering(JSON.stringify(item)), item.uri, patient);
        expect([skill.uri, skill.code]).toEqual([item.uri, item.humanCodingScheme]);
        expect(skill.statement).toBe(item.fullStatement.replaceAll('\r\n', '\n').trim());
      }
    },
  );
});

describe('publishing to OpenCASE', () => {
  const { addressOf, publish, withdraw } = caseRegistry;
  if (!addressOf || !publish || !withdraw) throw new Error('CASE publishes');
  const opened = (over = {}) => {
    const to = connectionTo(practice.url, 'case', { token: 'jwt', write: writeFormat });
    return { ...to, registry: { ...to.registry, delivery: { tenant }, ...over } };
  };
  const two = () =>
    publicationOf(newAlignment(), newAlignment({ choice: { relation: 'assesses', fit: 'exact', note: 'at its end' } }));
  const standing = async (uri: string) => {
    const answer = await fetch(uri.replace('/CFDocuments/', '/CFPackages/'));
    return answer.ok ? ((await answer.json()) as Record<string, Record<string, unknown>[]>) : undefined;
  };

  it('puts a page there as one package that keeps the rules of CASE, whichever of its alignments is sent', async () => {
    const { uri } = await publish(opened(), two(), patient);
    const held = await standing(uri);
    if (!held) throw new Error('nothing stands there');
    expectPackage(held, '1.1');
    expect(packageErrors()?.(held, '1.1')).toBeUndefined();
    expect(held.CFAssociations?.map(({ associationType }) => associationType)).toEqual(['ext:teaches', 'ext:assesses']);
    const [first, second] = two().alignments;
    if (!first || !second) throw new Error('two');
    expect(addressOf(opened(), { ...two(), alignment: second })).toBe(uri);
  });

  it('sends a page anew where something of it changed, and leaves one package', async () => {
    await publish(opened(), two(), patient);
    const one = publicationOf(newAlignment());
    expect(await publish(opened(), one, patient)).toMatchObject({ sent: true });
    expect((await standing(addressOf(opened(), one)))?.CFAssociations).toHaveLength(1);
  });

  it('takes a page back for good, also a second time', async () => {
    const { uri } = await publish(opened(), two(), patient);
    await withdraw(opened(), uri, patient);
    expect(await standing(uri)).toBeUndefined();
    await withdraw(opened(), uri, patient);
  });

  it('says in OpenCASE’s own words why a token does not do', async () => {
    const { token: _, ...without } = opened();
    expect((await failureOf(publish(without, two(), patient))).problem).toMatchObject({
      code: 'R401',
      message: expect.stringContaining('Missing or invalid Authorization header'),
    });
    const stranger = opened({ delivery: { tenant: 'elsewhere' } });
    const error = await failureOf(publish(stranger, two(), patient));
    expect([error.reason, error.problem.code]).toEqual(['unauthorised', 'R403']);
    expect(error.problem.message).toContain('Tenant mismatch');
  });

  it('asks for the tenant where nobody said it, without sending anything', async () => {
    const before = practice.requests().length;
    const error = await failureOf(publish(opened({ delivery: undefined }), two(), patient));
    expect([error.problem.code, practice.requests().length]).toEqual(['R340', before]);
  });

  it('says that an OpenCASE is too old to take packages', async () => {
    const to = connectionAnswering('case', ({ method }) =>
      method === 'POST'
        ? Response.json({ error: 'endpointUrl is required' }, { status: 400 })
        : Response.json({ imsx_codeMajor: 'failure' }, { status: 404 }),
    );
    const old = { ...to, write: writeFormat, registry: { ...to.registry, delivery: { tenant } } };
    const error = await failureOf(publish(old, two(), patient));
    expect([error.reason, error.problem.message]).toEqual(['refused', expect.stringContaining('older than that')]);
  });
});
