import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Delivery, RegistryKind } from '../../lib/domain/registry.ts';
import { Skill } from '../../lib/domain/skill.ts';
import { isWebAddress } from '../../lib/domain/web-address.ts';
import type { Connection, Publication, RegistryAdapter } from '../../lib/registries/adapter.ts';
import { documentLimit } from '../../lib/registries/http.ts';
import type { RegistryFailure } from '../../lib/registries/registry-error.ts';
import type { Fault } from '../support/practice-registry/faults.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { hostileFile, hostileWords } from './hostile-file.ts';
import { expectShown } from './sent.ts';
import { connectionTo, everythingIn, failureOf, fixture, patient } from './support.ts';

/** What a kind brings to the contract. */
export type ContractCase = {
  kind: RegistryKind;
  adapter: RegistryAdapter;
  /** Base address of the kind at the practice registry. */
  base: (url: string) => string;
  /** A text that finds at least two skills there; absent where the kind has no search. */
  query?: string;
  /** The address of a skill there, where the kind has no search to find one. */
  skillAt?: (url: string) => string;
  /** An address whose base is that base, where those of its skills lead elsewhere. Default: the skill's address. */
  pasted?: (url: string) => string;
  /** The kind's further calls, each named; the connection is to the practice registry. */
  moreCalls?: (connection: Connection) => Record<string, (signal: AbortSignal) => Promise<unknown>>;
  /** Something to publish, where the kind takes alignments; null: not over this connection. */
  publication?: (() => Publication) | null;
  /** How alignments are sent there, where that has to be said. */
  delivery?: Delivery;
  /** The name of endings in `endings` that are none here: what the kind is answered need say nothing. */
  takesAnyAnswer?: readonly string[];
  /** True where nobody can ask what stands there, so that each try is sent, all under one key. */
  cannotAsk?: true;
  /** True where faults are to meet what was published before, since nothing else is asked for an answer of a shape. */
  standing?: true;
  /** True where a slash at the end of an address makes another of it. */
  exactAddress?: true;
  /** What a connection needs for them. */
  extras?: () => Promise<Partial<Connection>>;
};

/** How each fault has to end, whatever the kind and the call. */
const endings: [name: string, fault: Fault, reason: RegistryFailure][] = [
  ['refuses the key', { kind: 'status', status: 401 }, 'unauthorised'],
  ['forbids', { kind: 'status', status: 403 }, 'unauthorised'],
  ['asks for a pause', { kind: 'status', status: 429, retryAfter: '7' }, 'rate-limited'],
  ['breaks down', { kind: 'status', status: 500 }, 'server-error'],
  ['breaks down with a web page', { kind: 'status', status: 502, body: '<html>Bad gateway</html>' }, 'server-error'],
  ['dislikes the request', { kind: 'status', status: 400 }, 'refused'],
  ['cuts the line', { kind: 'drop' }, 'unreachable'],
  ['answers a web page', { kind: 'html' }, 'not-json'],
  ['answers nothing', { kind: 'empty' }, 'not-json'],
  ['answers 10 MB', { kind: 'huge' }, 'too-large'],
  ['answers another schema', { kind: 'other-schema' }, 'wrong-shape'],
  ['answers half of it', { kind: 'truncated' }, 'not-json'],
  ['is slow', { kind: 'slow', ms: 1000 }, 'timed-out'],
  ['begins to answer and never ends', { kind: 'stall' }, 'timed-out'],
];

/** A whole framework may be larger than any other answer. */
function sized(fault: Fault, call: string): Fault {
  return fault.kind === 'huge' && call === 'readFramework' ? { ...fault, bytes: documentLimit + 1_000_000 } : fault;
}

/** Whether a skill says words as they were given; white space at the ends may go. */
function saysSo({ name, statement }: Skill, words: string): boolean {
  return name.includes(words) || statement.includes(words);
}

const canary = 'canary-5f0c1d7e';

/** Runs the contract that every kind of registry keeps, over HTTP against the practice registry. */
export function adapterContract(given: ContractCase): void {
  const { kind, adapter, base, query = '', skillAt, pasted, moreCalls, publication, delivery, extras } = given;
  const { takesAnyAnswer = [], cannotAsk, standing, exactAddress } = given;
  describe(`contract: ${kind}`, () => {
    let practice: PracticeRegistry;
    let elsewhere: PracticeRegistry;
    let connection: Connection;
    let uri: string;
    let framework: string;

    beforeAll(async () => {
      const skillFiles = [fixture('osmt-rows.json'), fixture('ctdl-asn-graph.json')];
      practice = await startPracticeRegistry({ skillFiles });
      elsewhere = await startPracticeRegistry({ skillFiles });
      connection = connectionTo(base(practice.url), kind, { token: canary, ...(await extras?.()) });
      if (delivery) connection.registry.delivery = delivery;
      const found = await adapter.search?.(connection, { text: query, limit: 1 }, patient);
      uri = skillAt?.(practice.url) ?? found?.skills[0]?.uri ?? '';
      framework = (await adapter.listFrameworks?.(connection, undefined, patient))?.frameworks[0]?.uri ?? '';
    });
    beforeEach(() => practice.order({ clear: true }));
    afterAll(() => Promise.all([practice.close(), elsewhere.close()]));

    function calls(to: Connection): [string, (signal: AbortSignal) => Promise<unknown>][] {
      const { search, getSkill, listFrameworks, readFramework } = adapter;
      return Object.entries({
        ...(search && { search: (signal: AbortSignal) => search(to, { text: query, limit: 5 }, signal) }),
        ...(getSkill && { getSkill: (signal: AbortSignal) => getSkill(to, uri, signal) }),
        ...(listFrameworks && { listFrameworks: (signal: AbortSignal) => listFrameworks(to, undefined, signal) }),
        ...(readFramework && {
          readFramework: (signal: AbortSignal) => readFramework(to, framework, undefined, signal),
        }),
        ...moreCalls?.(to),
      });
    }

    it.runIf(adapter.search)('answers skills that fit our schema, no more than asked for', async () => {
      const page = await adapter.search?.(connection, { text: query, limit: 2 }, patient);
      expect(page?.skills).toHaveLength(2);
      for (const skill of page?.skills ?? []) {
        expect(Skill.parse(skill)).toEqual(skill);
        expect(isWebAddress(skill.uri)).toBe(true);
      }
    });

    it.runIf(adapter.search)('answers an empty page where nothing is found', async () => {
      const page = await adapter.search?.(connection, { text: 'zzxqw vbnmk', limit: 5 }, patient);
      expect(page?.skills).toEqual([]);
    });

    it.runIf(adapter.getSkill)('answers one skill that fits our schema by its address', async () => {
      const skill = await adapter.getSkill?.(connection, uri, patient);
      expect(skill?.uri).toBe(uri);
      expect(Skill.parse(skill)).toEqual(skill);
    });

    it.runIf(adapter.readFramework)('hands out a framework that it lists, as a document', async () => {
      expect(framework).not.toBe('');
      const read = await adapter.readFramework?.(connection, framework, undefined, patient);
      if (read === 'unchanged' || !read) throw new Error('no document');
      expect(isWebAddress(read.address)).toBe(true);
      expect(read.name).toMatch(/^[\w.-]+\.(json|csv)$/);
      expect(read.body.size).toBeGreaterThan(100);
    });

    it.runIf(adapter.getSkill).each(['javascript:alert(1)', 'file:///etc/passwd', 'urn:uuid:1', 'nonsense', ''])(
      'refuses %j as the address of a skill without sending anything',
      async (text) => {
        const before = practice.requests().length;
        const error = await failureOf(adapter.getSkill?.(connection, text, patient) ?? Promise.resolve());
        expect(error.reason).toBe('refused');
        expect(practice.requests()).toHaveLength(before);
      },
    );

    it.runIf(adapter.getSkill)('takes hostile words for words, and nothing of them for more', async () => {
      const file = hostileFile();
      const hostile = await startPracticeRegistry({ skillFiles: [file.path] });
      try {
        const to = { ...connection, registry: { ...connection.registry, address: base(hostile.url) } };
        const page = await adapter.search?.(to, { text: 'hostile', limit: 50 }, patient);
        const listed = await adapter.listFrameworks?.(to, undefined, patient);
        for (const skill of page?.skills ?? []) expect(Skill.parse(skill)).toEqual(skill);
        if (page) expect(hostileWords.filter((words) => !page.skills.some((one) => saysSo(one, words)))).toEqual([]);
        expect([...(page?.skills ?? []), ...(listed?.frameworks ?? [])]).not.toEqual([]);
        for (const { uri: one } of listed?.frameworks ?? []) {
          const read = await adapter.readFramework?.(to, one, undefined, patient);
          if (read === undefined || read === 'unchanged') continue;
          const text = await read.body.text();
          expect(hostileWords.filter((words) => !text.includes(JSON.stringify(words).slice(1, -1)))).toEqual([]);
        }
        expect([Object.keys(Object.prototype), 'ran' in globalThis]).toEqual([[], false]);
      } finally {
        await hostile.close();
        file.remove();
      }
    });

    it.each(takesAnyAnswer)('takes it for a yes where a registry %s', async (name) => {
      const [, fault] = endings.find((one) => one[0] === name) ?? [];
      if (!fault) throw new Error(`no ending is called ${name}`);
      for (const [, call] of calls(connection)) {
        practice.order({ clear: true, faults: [fault] });
        await call(patient);
      }
    });

    describe.each(endings.filter(([name]) => !takesAnyAnswer.includes(name)))(
      'a registry that %s',
      (_, fault, reason) => {
        it(`fails every call as ${reason}, in sentences and with a code`, async () => {
          const timeout = reason === 'timed-out' ? 40 : 5000;
          for (const [name, call] of calls({ ...connection, timeout })) {
            practice.order({ clear: true });
            if (standing && publication) await adapter.publish?.(connection, publication(), patient);
            practice.order({ faults: [sized(fault, name)] });
            const error = await failureOf(call(patient));
            expect([name, error.reason]).toEqual([name, reason]);
            expect(error.problem.code).toMatch(/^R\d{3}$/);
            expect(error.problem.message).toMatch(/^\S.*[.”]$/su);
            expect(error.problem.advice).toMatch(/^\S.*\.$/su);
            expect(error.retryAfter).toBe(reason === 'rate-limited' ? 7000 : 0);
          }
        });

        it('names the step at which its connection test stops, and leaves the rest untried', async () => {
          practice.order({ faults: [fault] });
          const timeout = reason === 'timed-out' ? 40 : 5000;
          const { steps, problem } = await adapter.testConnection({ ...connection, timeout }, patient);
          const states = steps.map(({ state }) => state);
          const at = states.indexOf('failed');
          expect(at).toBeGreaterThanOrEqual(0);
          expect(states).toEqual(
            states.map((_one, index) => (index < at ? 'done' : index === at ? 'failed' : 'untried')),
          );
          expect(problem).toBeDefined();
        });
      },
    );

    it('never repeats the key that it was given, though the registry does', async () => {
      for (const status of [400, 401, 403, 429, 500]) {
        practice.order({ clear: true, faults: [{ kind: 'status', status }] });
        for (const [, call] of calls(connection)) {
          const error = await failureOf(call(patient));
          expect(error.problem.message).toContain('It said');
          expect(everythingIn(error)).not.toContain(canary);
        }
      }
    });

    it.runIf(adapter.publish && publication !== null)('sends what its preview shows, and once', async () => {
      const wish = publication?.();
      if (!wish) throw new Error('this kind publishes: give the contract a publication');
      practice.order({ forget: true });
      const shown = await adapter.preview?.(connection, wish, patient);
      if (!shown) throw new Error('this kind publishes, and shows nothing beforehand');
      expect(JSON.stringify(shown)).not.toContain(canary);
      const earlier = new Set(practice.received());
      const first = await adapter.publish?.(connection, wish, patient);
      expect(first).toEqual({ uri: adapter.addressOf?.(connection, wish), sent: true });
      const again = await adapter.publish?.(connection, wish, patient);
      expect(again).toEqual({ ...first, sent: cannotAsk ?? false });
      const door = new URL(shown.address.replace(/⟨.*/, '')).pathname;
      const sent = practice
        .received()
        .filter((one) => !earlier.has(one) && one.method === shown.method && one.path.startsWith(door));
      expect(sent).toHaveLength(cannotAsk ? 2 : 1);
      expect(new Set(sent.map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
      for (const one of sent) expectShown(shown, practice.url, one);
    });

    it('says that nobody is there', async () => {
      const gone = await startPracticeRegistry();
      await gone.close();
      for (const [, call] of calls({
        ...connection,
        registry: { ...connection.registry, address: base(gone.url) },
      }).slice(0, 1)) {
        expect((await failureOf(call(patient))).reason).toBe('unreachable');
      }
    });

    it.each([301, 302, 307, 308])(
      'takes no key and no data to another address when sent there by %d',
      async (status) => {
        for (const [, call] of calls(connection)) {
          practice.order({ clear: true, faults: [{ kind: 'redirect', status, to: `${elsewhere.url}/api/elsewhere` }] });
          const error = await failureOf(call(patient));
          expect(error.reason).toBe('redirected');
          expect(error.problem.message).toContain(elsewhere.url);
        }
        const received = elsewhere.requests();
        expect(received.every(({ method, authorised, signed }) => method === 'GET' && !authorised && !signed)).toBe(
          true,
        );
      },
    );

    it('passes an abort through, before and while it waits', async () => {
      for (const [, call] of calls(connection)) {
        const early = AbortSignal.abort(new Error('too late'));
        await expect(call(early)).rejects.toBe(early.reason);
        practice.order({ clear: true, faults: [{ kind: 'slow', ms: 1000 }] });
        const controller = new AbortController();
        const outcome = expect(call(controller.signal)).rejects.toBe('changed my mind');
        controller.abort('changed my mind');
        await outcome;
      }
      await expect(adapter.testConnection(connection, AbortSignal.abort('not now'))).rejects.toBe('not now');
    });

    it('reports every step of a good connection as done', async () => {
      const { steps, problem } = await adapter.testConnection(connection, patient);
      expect(problem).toBeUndefined();
      expect(steps.map(({ step, state }) => `${step} ${state}`)).toEqual(
        ['address', 'connection', 'key', 'kind', 'version'].map((step) => `${step} done`),
      );
      expect(steps.every(({ saying }) => saying)).toBe(true);
    });

    it('fails its connection test at the address where that is none', async () => {
      const registry = { ...connection.registry, address: 'ftp://registry.example' };
      const { steps, problem } = await adapter.testConnection({ ...connection, registry }, patient);
      expect(steps[0]).toMatchObject({ step: 'address', state: 'failed' });
      expect(problem?.code).toBe('R319');
    });

    it('finds the same base from its own base again', () => {
      const found = adapter.baseOf(pasted?.(practice.url) ?? uri);
      expect(found).toBe(base(practice.url));
      expect(adapter.baseOf(exactAddress ? `${found}#top` : `${found}/`)).toBe(found);
    });

    it.each(['', 'ftp://x.example', 'javascript:alert(1)', 'https://name:word@x.example', 'two words', 'http://'])(
      'has no base for %j',
      (text) => {
        expect(adapter.baseOf(text)).toBeUndefined();
      },
    );
  });
}
