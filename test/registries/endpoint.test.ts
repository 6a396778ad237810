import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { FormatId } from '../../lib/domain/bundle.ts';
import type { Delivery } from '../../lib/domain/registry.ts';
import type { Connection } from '../../lib/registries/adapter.ts';
import { endpoint } from '../../lib/registries/endpoint.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { adapterContract } from './contract.ts';
import { hostilePublications, pagePublication, writing } from './page-publication.ts';
import { expectShown } from './sent.ts';
import { connectionTo, failureOf, patient } from './support.ts';

const template = '{"page":"{{address}}","title":"{{title}}","alignment":"{{id}}/{{revision}}","lrmi":{{content}}}';
const delivery: Delivery = { format: 'lrmi', method: 'PUT', deletes: true, template };

adapterContract({
  kind: 'endpoint',
  adapter: endpoint,
  base: (url) => `${url}/inbox/{{id}}`,
  pasted: (url) => `${url}/inbox/{{ id }}`,
  exactAddress: true,
  cannotAsk: true,
  takesAnyAnswer: ['answers nothing', 'answers another schema', 'answers half of it'],
  delivery,
  publication: pagePublication,
  extras: async () => writing,
  moreCalls: (connection) => ({
    publish: async (signal) => endpoint.publish?.(connection, pagePublication(), signal),
    withdraw: async (signal) => endpoint.withdraw?.(connection, addressOf(connection), signal, 'wish'),
  }),
});

function addressOf(connection: Connection): string {
  return endpoint.addressOf?.(connection, pagePublication()) ?? '';
}

describe('an endpoint', () => {
  let practice: PracticeRegistry;
  beforeAll(async () => {
    practice = await startPracticeRegistry();
  });
  beforeEach(() => practice.order({ clear: true, forget: true }));
  afterAll(() => practice.close());

  const connected = (given: Delivery, path = '/inbox') => {
    const connection = connectionTo(`${practice.url}${path}`, 'endpoint', { ...writing, token: 'sam:tide' });
    return { ...connection, registry: { ...connection.registry, delivery: given } };
  };
  const publish = (connection: Connection, one = pagePublication()) => endpoint.publish?.(connection, one, patient);
  const last = () => practice.received().at(-1);

  it('gets each alignment under an address of its own, once however often it is sent, and lets go of it', async () => {
    const connection = connected(delivery, '/inbox/{{id}}');
    const first = await publish(connection);
    await publish(connection);
    const path = '/inbox/a3a1b3de-6c29-4d41-8f0e-3f1f3a1de110';
    expect(first).toEqual({ uri: `${practice.url}${path}`, sent: true });
    expect([...practice.endpoint().keys()]).toEqual([path]);
    const body = JSON.parse(practice.endpoint().get(path)?.body ?? '');
    expect(body).toMatchObject({
      page: 'https://lessons.example/graph',
      title: 'Reading a graph: “Größen” – 図表',
      alignment: 'a3a1b3de-6c29-4d41-8f0e-3f1f3a1de110/1',
      lrmi: { '@context': expect.anything() },
    });
    await endpoint.withdraw?.(connection, first?.uri ?? '', patient, 'wish');
    await endpoint.withdraw?.(connection, first?.uri ?? '', patient, 'wish');
    expect(practice.endpoint().size).toBe(0);
    expect(last()?.headers).toMatchObject({ 'idempotency-key': '"wish"', authorization: 'Basic c2FtOnRpZGU=' });
  });

  it('keeps one of a wish that is sent twice to the address of all, and cannot take it back', async () => {
    const connection = connected({ format: 'csv', deletes: true });
    const one = pagePublication();
    const first = await publish(connection, one);
    await publish(connection, one);
    expect(practice.endpoint().size).toBe(1);
    const before = practice.received().length;
    const error = await failureOf(endpoint.withdraw?.(connection, first?.uri ?? '', patient) ?? Promise.resolve());
    expect(error).toMatchObject({ reason: 'refused', problem: { code: 'R346' } });
    expect(error.problem.message).toContain('stays there');
    expect(practice.received()).toHaveLength(before);
  });

  it('stays at what it was sent where the person did not say that it can be deleted', async () => {
    const connection = connected({ format: 'csv', method: 'PUT' }, '/inbox/{{id}}');
    const { uri = '' } = (await publish(connection)) ?? {};
    expect((await failureOf(endpoint.withdraw?.(connection, uri, patient) ?? Promise.resolve())).problem.code).toBe(
      'R346',
    );
    expect(practice.endpoint().size).toBe(1);
  });

  it.each(FormatId.options)('gets %s as the preview shows it, with its media type', async (format) => {
    const headers = [{ name: 'X-Collection', value: 'charts' }];
    const connection = connected({ format, headers });
    const one = pagePublication();
    const shown = await endpoint.preview?.(connection, one, patient);
    await publish(connection, one);
    const sent = last();
    if (!shown || !sent) throw new Error('nothing was sent');
    expectShown(shown, practice.url, sent);
    expect(sent.headers).toMatchObject({ 'x-collection': 'charts', 'content-type': expect.stringMatching(/^\w+\/\w/) });
    expect(sent.body.toString('utf8')).toBe(shown.body);
    expect(JSON.stringify(shown)).not.toContain('c2Ft');
  });

  it('lets a header say what the body is, and escapes for that', async () => {
    const headers = [{ name: 'Content-Type', value: 'application/xml' }];
    const connection = connected({ format: 'lrmi-html', headers, template: '<page title="{{title}}"/>{{content}}' });
    await publish(connection, pagePublication({ title: '"><x>' }));
    expect(last()?.headers['content-type']).toBe('application/xml');
    expect(last()?.body.toString('utf8')).toContain('<page title="&quot;&gt;&lt;x&gt;"/>');
  });

  it('takes hostile words for words', async () => {
    const connection = connected({ format: 'plumbline', template: '{"title":"{{title}}","text":"{{contentJson}}"}' });
    for (const one of hostilePublications()) {
      await publish(connection, one);
      const { title, text } = JSON.parse(last()?.body.toString('utf8') ?? '');
      expect(inUtf8(title)).toBe(inUtf8(one.alignment.skill.name));
      expect(inUtf8(JSON.parse(text).alignments[0].skill.name)).toBe(inUtf8(one.alignment.skill.name));
    }
    expect([Object.keys(Object.prototype), 'ran' in globalThis]).toEqual([[], false]);
  });

  it('quotes what the endpoint says of what it does not take', async () => {
    practice.order({ endpoint: { requires: ['skill'] } });
    const error = await failureOf(publish(connected({ format: 'lrmi' })) ?? Promise.resolve());
    expect(error).toMatchObject({ reason: 'refused', problem: { code: 'R422' } });
    expect(error.problem.message).toContain('“skill” is missing');
  });

  it('is not sent anything before a format was chosen', async () => {
    const before = practice.received().length;
    const error = await failureOf(publish(connected({ method: 'PUT' })) ?? Promise.resolve());
    expect([error.problem.code, practice.received().length]).toEqual(['R340', before]);
  });

  it.each([
    [['GET', 'POST'], 'R349'],
    [['PUT'], undefined],
  ])('is tested by what it says that it allows: %j', async (allows, code) => {
    practice.order({ endpoint: { allows } });
    const { problem } = await endpoint.testConnection(connected(delivery, '/inbox/{{id}}'), patient);
    expect(problem?.code).toBe(code);
  });

  it('passes its test where it does not answer such questions', async () => {
    practice.order({ faults: [{ kind: 'status', status: 405, method: 'OPTIONS' }] });
    expect((await endpoint.testConnection(connected(delivery), patient)).problem).toBeUndefined();
    practice.order({ clear: true, faults: [{ kind: 'status', status: 404, method: 'OPTIONS' }] });
    expect((await endpoint.testConnection(connected(delivery), patient)).problem?.code).toBe('R404');
    expect((await endpoint.testConnection(connected(delivery, '/inbox/{{id}}'), patient)).problem).toBeUndefined();
    expect(practice.endpoint().size).toBe(0);
  });
});

/** A text as it crosses a network: halves of surrogate pairs cannot. */
function inUtf8(text: string): string {
  return new TextDecoder().decode(new TextEncoder().encode(text));
}
