import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onetAddress, onetElement } from '../../lib/domain/onet-address.ts';
import { Skill } from '../../lib/domain/skill.ts';
import type { Connection } from '../../lib/registries/adapter.ts';
import { onet } from '../../lib/registries/onet.ts';
import { refusedKey } from '../support/practice-registry/onet-routes.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { adapterContract } from './contract.ts';
import {
  connectionAnswering,
  connectionTo,
  everythingIn,
  failureOf,
  fixture,
  hasRecorded,
  patient,
  recorded,
} from './support.ts';

const base = (url: string) => `${url}/onet`;
const assistants = onetAddress({ of: 'occupation', occupation: '43-9111.00' });
const reading = onetAddress({ of: 'element', id: '2.A.1.a' });

adapterContract({
  kind: 'onet',
  adapter: onet,
  base,
  query: 'chart',
  pasted: (url) => `${url}/onet/online/occupations/43-9111.00/details/skills`,
  moreCalls: (connection) => ({
    listChildren: (signal) => onet.listChildren?.(connection, assistants, signal) ?? Promise.resolve(),
  }),
});

describe('O*NET', () => {
  let practice: PracticeRegistry;
  let connection: Connection;
  beforeAll(async () => {
    practice = await startPracticeRegistry({ skillFiles: [fixture('osmt-rows.json')] });
    connection = connectionTo(base(practice.url), 'onet', { token: 'good-key' });
  });
  beforeEach(() => practice.order({ clear: true }));
  afterAll(() => practice.close());

  async function found(text: string, limit = 50): Promise<Skill[]> {
    return (await onet.search?.(connection, { text, limit }, patient))?.skills ?? [];
  }

  it('goes through the occupations that a text finds to their skills, knowledge, abilities, tasks and software', async () => {
    const types = new Set((await found('figures')).map(({ type }) => type));
    expect([...types].sort()).toEqual(['Ability', 'Knowledge', 'Skill', 'Task', 'Technology skill']);
  });

  it('makes no more than eleven calls for a search', async () => {
    const before = practice.requests().length;
    await found('chart');
    expect(practice.requests().length - before).toBeLessThanOrEqual(11);
  });

  it('shows first what has the words in its name, then in its statement, then the most important of every part', async () => {
    const names = (await found('charts')).map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual([
      'Read values and trends from bar and line charts.',
      'Draw charts with ruler and pencil.',
    ]);
    const rest = (await found('43-9111')).slice(0, 5);
    expect(rest.map(({ type, name }) => `${type}: ${name}`)).toEqual([
      'Skill: Mathematics',
      'Knowledge: Mathematics',
      'Ability: Mathematical Reasoning',
      'Task: Read values and trends from bar and line charts.',
      'Technology skill: Microsoft Excel',
    ]);
  });

  it('answers a skill of several occupations once, with all of them', async () => {
    const skills = (await found('chart')).filter(({ code }) => code === '2.A.1.a');
    expect(skills).toMatchObject([
      {
        uri: reading,
        parent: onetAddress({ of: 'element', id: '2.A.1' }),
        license: 'https://creativecommons.org/licenses/by/4.0/',
        occupations: [
          { code: '27-1024.00', name: 'Graphic Designers' },
          { code: '43-9111.00', name: 'Statistical Assistants' },
        ],
      },
    ]);
  });

  it('goes straight to the code of an occupation and the id of an element', async () => {
    expect((await found('43-9111.00')).every(({ occupations }) => occupations?.[0]?.code === '43-9111.00')).toBe(true);
    expect(await found('2.C.4.a')).toMatchObject([{ name: 'Mathematics', type: 'Knowledge' }]);
    expect(await found('2.C.99')).toEqual([]);
    expect(await found('99-9999')).toEqual([]);
  });

  it('lists what stands at the ends of the content model for an empty text', async () => {
    expect((await found('', 3)).map(({ code }) => code)).toEqual(['1.A.1.a.1', '1.A.1.c.1', '2.A.1.a']);
  });

  it('lives with a part that an occupation does not have', async () => {
    expect(await found('nurses')).toEqual([]);
  });

  it('answers an element and a task by their addresses, and says what is gone', async () => {
    expect(await onet.getSkill?.(connection, reading, patient)).toMatchObject({
      name: 'Reading Comprehension',
      statement: 'Take from a text what it means.',
      code: '2.A.1.a',
    });
    const task = onetAddress({ of: 'task', occupation: '43-9111.00', id: '9001' });
    expect(await onet.getSkill?.(connection, task, patient)).toMatchObject({
      uri: task,
      type: 'Task',
      level: 'Core',
      category: 'Statistical Assistants',
    });
    for (const uri of [`${task}9`, onetAddress({ of: 'element', id: '2.A.9' })]) {
      const error = await failureOf(onet.getSkill?.(connection, uri, patient) ?? Promise.resolve());
      expect(error.reason).toBe('not-found');
    }
  });

  it('sends the key in its own header and in no other', async () => {
    let sent: Headers | undefined;
    const seeing = connectionAnswering('onet', ({ headers }) => {
      sent = headers;
      return Response.json({ total: 0, occupation: [] });
    });
    await onet.search?.({ ...seeing, token: 'key-1' }, { text: 'x', limit: 1 }, patient);
    expect(sent?.get('x-api-key')).toBe('key-1');
    expect(sent?.get('authorization')).toBeNull();
  });

  it('takes its key to no other address, in no header', async () => {
    const elsewhere = await startPracticeRegistry();
    practice.order({ faults: [{ kind: 'redirect', to: `${elsewhere.url}/api/elsewhere` }] });
    const canary = 'canary-onet-77';
    const error = await failureOf(
      onet.search?.({ ...connection, token: canary }, { text: 'x', limit: 1 }, patient) ?? Promise.resolve(),
    );
    expect(error.reason).toBe('redirected');
    expect(everythingIn(error)).not.toContain(canary);
    expect(elsewhere.requests().every(({ authorised }) => !authorised)).toBe(true);
    // The first goes with the key; the second only looks where the redirect leads.
    expect(practice.requests().slice(-2)).toMatchObject([{ authorised: true }, { authorised: false }]);
    await elsewhere.close();
  });

  it.each([refusedKey, undefined])('knows the web page for a refusal of the key %j', async (token) => {
    const { steps, problem } = await onet.testConnection(
      { ...connectionTo(base(practice.url), 'onet'), ...(token && { token }) },
      patient,
    );
    expect(steps.find(({ state }) => state === 'failed')).toEqual({ step: 'key', state: 'failed', saying: 'refused' });
    expect(problem).toMatchObject({ code: 'R403', advice: expect.stringContaining('services.onetcenter.org') });
  });

  it('draws breath once where it is told to, and leaves longer pauses to the caller', async () => {
    practice.order({ faults: [{ kind: 'status', status: 429, times: 1 }] });
    expect(await found('2.A.1.a')).toHaveLength(1);
    practice.order({ clear: true, faults: [{ kind: 'status', status: 429, retryAfter: '30', times: 1 }] });
    const error = await failureOf(found('2.A.1.a'));
    expect([error.reason, error.retryAfter]).toEqual(['rate-limited', 30_000]);
  });

  it('drops the other parts of an occupation where one fails', async () => {
    const aborted: string[] = [];
    const failing = connectionTo(base(practice.url), 'onet', {
      token: 'good-key',
      fetch: (input, init) => {
        const path = String(input);
        if (path.includes('/details/knowledge')) return Promise.resolve(new Response('', { status: 500 }));
        if (!path.includes('/details/')) return fetch(input, init);
        return new Promise((_, reject) => {
          init?.signal?.addEventListener('abort', () => {
            aborted.push(path);
            reject(new Error('aborted'));
          });
        });
      },
    });
    const error = await failureOf(onet.search?.(failing, { text: 'figures', limit: 5 }, patient) ?? Promise.resolve());
    expect(error.reason).toBe('server-error');
    expect(aborted).toHaveLength(4);
  });

  it('lists occupations as frameworks, page by page, with the credit that they ask for', async () => {
    const page = await onet.listFrameworks?.(connection, undefined, patient);
    expect(page).toMatchObject({ total: 3 });
    expect(page?.next).toBeUndefined();
    expect(page?.frameworks[1]).toMatchObject({
      uri: assistants,
      name: 'Statistical Assistants',
      attribution: expect.stringContaining('USDOL/ETA'),
    });
    let asked = '';
    const long = connectionAnswering('onet', ({ url }) => {
      asked = url;
      return Response.json({ total: 1016, occupation: [{ code: '11-1011.00', title: 'Chief Executives' }] });
    });
    expect(await onet.listFrameworks?.(long, '101', patient)).toMatchObject({ next: '201' });
    expect(asked).toContain('start=101&end=200');
  });

  it('opens an occupation: its parts, then what they hold', async () => {
    const parts = await onet.listChildren?.(connection, assistants, patient);
    expect(parts?.map(({ name }) => name)).toEqual(['Skills', 'Knowledge', 'Abilities', 'Tasks', 'Technology skills']);
    expect(await onet.listChildren?.(connection, parts?.[0]?.uri ?? '', patient)).toMatchObject([
      { name: 'Mathematics', code: '2.A.1.e', children: 0 },
      { name: 'Reading Comprehension' },
    ]);
    const software = await onet.listChildren?.(connection, parts?.[4]?.uri ?? '', patient);
    expect(software?.map(({ name }) => name)).toEqual(['Microsoft Excel', 'Chart Wizard', 'GIMP']);
  });
});

describe('O*NET rows', () => {
  /** What a search through one occupation comes to, where a part of its details is given. */
  async function through(part: string, details: unknown): Promise<Skill[]> {
    const connection = connectionAnswering('onet', ({ url }) => {
      if (url.includes(`/details/${part}?`)) return Response.json(details);
      if (url.includes('/details/')) return Response.json({ error: 'none' }, { status: 422 });
      return Response.json({ code: '15-1252.00', title: 'Software Developers' });
    });
    return (await onet.search?.(connection, { text: '15-1252', limit: 50 }, patient))?.skills ?? [];
  }

  it('are read in both nestings of software that are told of', async () => {
    const category = [{ title: { name: 'Tools' }, example: [{ title: 'Git' }], example_more: [{ title: 'Make' }] }];
    const one = await through('technology_skills', { technology_skills: { category } });
    expect(one.map(({ name, category: group }) => [name, group])).toEqual([
      ['Git', 'Tools'],
      ['Make', 'Tools'],
    ]);
    expect(await through('technology_skills', { category })).toEqual(one);
  });

  it('are read as version 1.9 writes them', async () => {
    const element = [
      {
        id: '2.A.1.b',
        name: 'Active Listening',
        scale: [
          { id: 'LV', value: 99 },
          { id: 'IM', value: 60 },
        ],
      },
      { id: '2.A.1.c', name: 'Writing', scale: [{ id: 'IM', value: 70 }] },
    ];
    expect((await through('skills', { element })).map(({ name }) => name)).toEqual(['Writing', 'Active Listening']);
    expect(await through('tasks', { task: [{ id: 7, statement: 'Write code.' }] })).toMatchObject([{ code: '7' }]);
  });

  it('lose what cannot be read, and nothing else', async () => {
    const element = [{ id: '../x', name: 'Bad' }, { id: '2.A.1.b' }, null, { id: '2.A.1.c', name: 'Writing' }];
    const skills = await through('skills', { element });
    expect(skills.map(({ name }) => name)).toEqual(['Writing']);
    expect(Skill.parse(skills[0])).toEqual(skills[0]);
  });

  it('shorten the sentence of a task to a name at a word', async () => {
    const title = `${'Establish rules for behavior '.repeat(6)}and keep them.`;
    const [task] = await through('tasks', { task: [{ id: '1', title }] });
    expect(task?.name).toMatch(/^Establish rules.* \w+…$/);
    expect(task?.name.length).toBeLessThanOrEqual(90);
    expect(task?.statement).toBe(title);
  });
});

describe('O*NET base address', () => {
  it.each([
    ['https://www.onetonline.org/link/summary/29-1141.00', 'https://api-v2.onetcenter.org'],
    ['services.onetcenter.org', 'https://api-v2.onetcenter.org'],
    ['https://api-v2.onetcenter.org/online/search?keyword=x', 'https://api-v2.onetcenter.org'],
    ['https://mirror.example/onet/database/rows/x', 'https://mirror.example/onet'],
  ])('of %s is %s', (text, expected) => {
    expect(onet.baseOf(text)).toBe(expected);
  });
});

describe.skipIf(!hasRecorded(1))('the content model itself', () => {
  it('has only ids below its six parts that are taken for ids', () => {
    const lines = readFileSync(join(recorded, 'onet', 'db_29_3', 'Content_Model_Reference.txt'), 'utf8').split(/\r?\n/);
    const ids = lines.slice(1).flatMap((line) => line.split('\t')[0] || []);
    expect(ids.length).toBeGreaterThan(500);
    expect(ids.filter((id) => id.includes('.') && onetElement(id) !== id)).toEqual([]);
  });
});
