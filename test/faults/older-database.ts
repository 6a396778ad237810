import type { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { newAlignment } from '../support/samples.ts';
import type { Hand } from './hand.ts';
import { lesson } from './stage.ts';

const made = '2026-03-01T10:00:00.000Z';

/** An alignment of a number, as it stands in the database. Two of one series and number are the same. */
function standing(series: number, number: number): ResourceAlignment {
  const { skill, choice } = newAlignment();
  return {
    id: `0f0f0f0f-0000-4000-8${String(series).padStart(3, '0')}-${String(number).padStart(12, '0')}`,
    resource: lesson,
    skill: { ...skill, uri: `https://skills.example/api/series/${series}/${number}`, name: `Skill ${number}` },
    ...choice,
    created: made,
    modified: made,
    revision: 1,
  };
}

/** A Plumbline file of so many alignments that no other series has. */
export function bundleOf(series: number, many: number): string {
  const alignments = Array.from({ length: many }, (_, number) => standing(series, number));
  return JSON.stringify({ plumbline: 1, made, resources: [{ address: lesson, fields: {} }], alignments });
}

/** The stores of version 2 that hold rows here, as they were released (test/store/database.test.ts). */
const stores = {
  resources: { key: 'address', indexes: [] },
  alignments: { key: 'id', indexes: ['resource', 'skill.uri'] },
  history: { key: 'key', counts: true, indexes: ['alignment'] },
  outbox: { key: 'id', indexes: ['alignment', 'registry', 'nextTry'] },
  registries: { key: 'id', indexes: [] },
  keys: { key: 'registry', indexes: [] },
  imports: { key: 'framework', indexes: [] },
  undos: { key: 'id', indexes: ['at'] },
  identity: { key: 'id', indexes: [] },
  shelf: { key: 'id', indexes: [] },
  frameworks: { key: 'id', indexes: [] },
  stages: { key: 'id', indexes: [] },
  pauses: { key: 'registry', indexes: [] },
  recents: { key: 'uri', indexes: ['at'] },
  pins: { key: 'uri', indexes: ['at'] },
  skillAlignments: { key: 'id', indexes: ['subject.uri', 'object.uri'] },
  branches: { key: ['framework', 'node'], indexes: [] },
  staleSkills: { key: ['framework', 'uri'], indexes: ['uri'] },
  answers: { key: ['registry', 'query'], indexes: ['used'] },
} satisfies Stores;

/** Those of the skill index, whose rows are told by keys beside them; they are empty here. */
const keyless = ['skills', 'skillSegments', 'skillTerms', 'skillPrefixes', 'skillSpellings'];

type Stores = Record<string, { key: string | string[]; counts?: boolean; indexes: string[] }>;

/**
 * Puts a database of version 2 with so many alignments in the place of the one that is there. Registries and their keys
 * stay. Nobody else may have the database open. Answers the alignments' ids.
 */
export async function olderDatabase(hand: Hand, many: number): Promise<string[]> {
  const alignments = Array.from({ length: many }, (_, number) => standing(0, number));
  const history = alignments.map(({ id, resource }) => ({ alignment: id, resource, what: 'created', at: made }));
  const rows = { alignments, history, resources: [{ address: lesson, fields: {}, modified: made, revision: 1 }] };
  await hand.surface.evaluate(replaceDatabase, stores, keyless, rows);
  return alignments.map(({ id }) => id);
}

/** Run in the page. */
async function replaceDatabase(stores: Stores, keyless: string[], rows: Record<string, unknown[]>): Promise<void> {
  const settled = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const before = await settled(indexedDB.open('plumbline'));
  const kept = before.transaction(['registries', 'keys', 'imports']);
  for (const name of ['registries', 'keys', 'imports']) rows[name] = await settled(kept.objectStore(name).getAll());
  before.close();
  await settled(indexedDB.deleteDatabase('plumbline'));
  // Dexie keeps a version times ten.
  const opening = indexedDB.open('plumbline', 20);
  opening.onupgradeneeded = () => {
    const database = opening.result;
    for (const [name, { key, counts, indexes }] of Object.entries(stores)) {
      const store = database.createObjectStore(name, { keyPath: key, autoIncrement: counts === true });
      for (const index of indexes) store.createIndex(index, index);
      for (const row of rows[name] ?? []) store.add(row);
    }
    for (const name of keyless) database.createObjectStore(name);
  };
  (await settled(opening)).close();
}
