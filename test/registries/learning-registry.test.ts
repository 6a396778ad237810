import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { formats } from '../../lib/formats/index.ts';
import type { Connection } from '../../lib/registries/adapter.ts';
import { learningRegistry } from '../../lib/registries/learning-registry.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { adapterContract } from './contract.ts';
import { hostilePublications, pagePublication, writing } from './page-publication.ts';
import { connectionAnswering, connectionTo, failureOf, patient } from './support.ts';

adapterContract({
  kind: 'learning-registry',
  adapter: learningRegistry,
  base: (url) => `${url}/lr`,
  pasted: (url) => `${url}/lr/obtain/abc?by_doc_ID=true`,
  publication: pagePublication,
  extras: async () => writing,
  moreCalls: (connection) => ({
    publish: async (signal) => learningRegistry.publish?.(connection, pagePublication(), signal),
    withdraw: async (signal) =>
      learningRegistry.withdraw?.(
        connection,
        `${connection.registry.address}/obtain/abc?by_doc_ID=true`,
        signal,
        'wish',
      ),
  }),
});

describe('a node of the Learning Registry', () => {
  let practice: PracticeRegistry;
  let connection: Connection;
  beforeAll(async () => {
    practice = await startPracticeRegistry();
    connection = connectionTo(`${practice.url}/lr`, 'learning-registry', { ...writing, token: 'sam:open tide' });
  });
  beforeEach(() => practice.order({ clear: true, forget: true }));
  afterAll(() => practice.close());

  const publish = (one = pagePublication()) => learningRegistry.publish?.(connection, one, patient);
  const withdraw = (uri = '') => learningRegistry.withdraw?.(connection, uri, patient, 'wish');
  const failing = (call: Promise<unknown> | undefined) => failureOf(call ?? Promise.resolve());

  it('keeps a document for each alignment, under an id and at an address known before', async () => {
    practice.order({ learningRegistry: { account: 'sam:open tide' } });
    const one = pagePublication({ skills: ['Slope', 'Rate'] });
    const { uri = '' } = (await publish(one)) ?? {};
    const [[id, document] = []] = [...practice.learningRegistry()];
    expect([id, practice.learningRegistry().size]).toEqual([one.key, 1]);
    const { bundle } = (await formats['learning-registry'].read?.(JSON.stringify({ documents: [document] }))) ?? {};
    expect(bundle?.alignments).toMatchObject([{ relation: 'teaches', resource: one.resource.address }]);
    expect(await (await fetch(uri)).json()).toMatchObject({ documents: [{ doc_ID: one.key }] });
  });

  it('sends nothing where a try before was taken and its answer got lost', async () => {
    const one = pagePublication();
    practice.order({ faults: [{ kind: 'drop', path: '/lr/publish', times: 1 }] });
    expect((await failing(publish(one))).reason).toBe('unreachable');
    expect(await publish(one)).toMatchObject({ sent: false });
    expect(practice.learningRegistry().size).toBe(1);
  });

  it('withdraws by a document without a payload, once, and a new wish is a new document', async () => {
    const first = await publish();
    await withdraw(first?.uri);
    await withdraw(first?.uri);
    expect([...practice.learningRegistry().values()].map(({ doc_type }) => doc_type)).toEqual([
      ...['tombstone', 'resource_data'],
    ]);
    const second = await publish();
    expect(second?.uri).not.toBe(first?.uri);
    expect(practice.learningRegistry().size).toBe(3);
  });

  it('says so where the node goes on showing what was withdrawn, and does not submit it again', async () => {
    practice.order({ learningRegistry: { signsNothing: true } });
    const { uri } = (await publish()) ?? {};
    expect(await failing(withdraw(uri))).toMatchObject({ reason: 'refused', problem: { code: 'R348' } });
    expect((await failing(withdraw(uri))).problem.code).toBe('R348');
    expect(practice.learningRegistry().size).toBe(2);
  });

  it('does not mind a document that is not there', async () => {
    await withdraw(`${practice.url}/lr/obtain/none?by_doc_ID=true`);
    expect(practice.learningRegistry().size).toBe(0);
    expect((await failing(withdraw('https://elsewhere.example/obtain/x'))).problem.code).toBe('R317');
  });

  it.each([
    [{ OK: true, document_results: [{ OK: false, error: '\n"\'TOS\' is a required property"' }] }, 'refused', 'TOS'],
    [{ OK: false, error: 'number of posted docs 1 exceeds doc limit: 0' }, 'refused', 'doc limit: 0'],
    [{ OK: true, document_results: [{ OK: false, error: 'internal error' }] }, 'server-error', 'internal error'],
  ])('takes %j for a no, though its status is 200', async (answer, reason, saying) => {
    const node = connectionAnswering('learning-registry', ({ url }) =>
      Response.json(url.endsWith('/obtain') ? { documents: [] } : answer),
    );
    const error = await failing(learningRegistry.publish?.({ ...node, ...writing }, pagePublication(), patient));
    expect(error).toMatchObject({ reason, problem: { code: 'R347' } });
    expect(error.problem.message).toContain(saying);
  });

  it('is tested with its account, and nothing is published by it', async () => {
    practice.order({ learningRegistry: { account: 'sam:other' } });
    const { problem, steps } = await learningRegistry.testConnection(connection, patient);
    expect([problem?.code, steps.find(({ state }) => state === 'failed')?.step]).toEqual(['R401', 'key']);
    practice.order({ learningRegistry: { account: 'sam:open tide' } });
    expect((await learningRegistry.testConnection(connection, patient)).problem).toBeUndefined();
    expect(practice.learningRegistry().size).toBe(0);
  });

  it('takes hostile words for words', async () => {
    for (const one of hostilePublications()) expect(await publish(one)).toMatchObject({ sent: true });
    for (const { resource_data } of practice.learningRegistry().values())
      expect(JSON.parse(String(resource_data))).toHaveProperty('educationalAlignment');
    expect([Object.keys(Object.prototype), 'ran' in globalThis]).toEqual([[], false]);
  });
});
