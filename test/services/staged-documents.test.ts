import 'fake-indexeddb/auto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Registry, RegistryKind } from '../../lib/domain/registry.ts';
import { Skill } from '../../lib/domain/skill.ts';
import type { Connection } from '../../lib/registries/adapter.ts';
import { registries } from '../../lib/registries/index.ts';
import { createAskRegistry } from '../../lib/services/ask-registry.ts';
import { createFetchDocument } from '../../lib/services/fetch-document.ts';
import { createStaging } from '../../lib/services/stage-document.ts';
import { recognise } from '../../lib/skill-documents/index.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { fixture } from '../registries/support.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { patient, registryNamed } from './support.ts';

let practice: PracticeRegistry;
let database: PlumblineDatabase;
beforeAll(async () => {
  practice = await startPracticeRegistry({
    skillFiles: ['ctdl-asn-tree.json', 'ctdl-asn-graph.json', 'osmt-rows.json'].map(fixture),
  });
});
afterAll(() => practice.close());
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const connect = async (registry: Registry): Promise<Connection> => ({ registry, fetch, now: Date.now });

function staging(registry: Registry) {
  return createStaging({
    database,
    fetchDocument: createFetchDocument({ fetch, permitted: async () => true }),
    askRegistry: createAskRegistry({ registry: async () => registry, adapters: registries, connect }),
    now: () => new Date(),
  });
}

/** What an import would read of a staged document. */
async function readStage(stage: string) {
  const staged = await database.stages.get(stage);
  if (!staged) throw new Error('nothing is staged');
  const kind = await recognise(staged, patient);
  const read = await kind?.read(staged, { signal: patient });
  const frameworks = [];
  for (const { framework, skills } of read?.frameworks ?? []) {
    const all: Skill[] = [];
    for await (const skill of skills) all.push(Skill.parse(skill));
    frameworks.push({ framework, skills: all });
  }
  return { kind: kind?.id, frameworks, warnings: read?.warnings };
}

describe('a published document', () => {
  const nobody = registryNamed('Nobody');

  it.each([
    ['/documents/collection.json', 'rsd-json', 'Published Skills', 13],
    ['/documents/old', 'rsd-json', 'Published Skills', 13],
    ['/documents/item.json', 'case-ld', 'Published Items', 1],
    ['/documents/framework.jsonld', 'ctdl-asn', 'Published Competencies', 13],
    ['/api/skills/11111111-1111-4111-8111-111111111111', 'rsd-json', undefined, 1],
  ])('at %s is recognised as %s and read', async (path, kind, name, count) => {
    const staged = await staging(nobody).document(`${practice.url}${path}`, undefined, patient);
    const read = await readStage(staged.state === 'staged' ? staged.stage : '');
    expect(read.kind).toBe(kind);
    if (name) expect(read.frameworks[0]?.framework.name).toBe(name);
    expect(read.frameworks.flatMap(({ skills }) => skills)).toHaveLength(count);
  });

  it('is not taken twice where its publisher says that it did not change', async () => {
    const address = `${practice.url}/documents/collection.json`;
    const staged = await staging(nobody).document(address, undefined, patient);
    const { etag, lastModified } = staged.state === 'staged' ? staged.validators : {};
    for (const known of [{ etag }, { lastModified }, { etag, lastModified }])
      expect(await staging(nobody).document(address, known, patient)).toEqual({ state: 'unchanged' });
    expect(await database.stages.count()).toBe(1);
  });
});

describe.each<[RegistryKind, string]>([
  ['osmt', ''],
  ['cass', '/api'],
])('a framework of %s', (kind, path) => {
  it('is read by an import as the very skills that its registry answers one by one', async () => {
    const registry = registryNamed('Practice', { kind, address: `${practice.url}${path}` });
    const connection = await connect(registry);
    const listed = await registries[kind].listFrameworks?.(connection, undefined, patient);
    const framework = listed?.frameworks.find(({ name }) => name === 'Coastal Navigation');
    const staged = await staging(registry).framework(registry.id, framework?.uri ?? '', undefined, patient);
    const read = await readStage(staged.state === 'staged' ? staged.stage : '');
    expect(read.warnings).toEqual([]);
    expect(read.frameworks).toMatchObject([{ framework: { uri: framework?.uri, name: 'Coastal Navigation' } }]);
    const skills = read.frameworks[0]?.skills ?? [];
    expect(skills).toHaveLength(framework?.skills ?? -1);
    for (const { position: _, ...skill } of skills)
      expect(skill).toEqual(await registries[kind].getSkill?.(connection, skill.uri, patient));
  });
});
