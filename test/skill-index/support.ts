import 'fake-indexeddb/auto';
import type { Skill } from '../../lib/domain/skill.ts';
import {
  createSkillIndexStores,
  type IndexDatabase,
  openSkillIndex,
  type SkillIndex,
} from '../../lib/skill-index/index.ts';

let databases = 0;

/** A fresh database with the index's object stores, as lib/store would make it. */
export async function freshDatabase(): Promise<IndexDatabase> {
  const request = indexedDB.open(`skill-index-test-${++databases}`, 1);
  request.onupgradeneeded = () => createSkillIndexStores(request.result);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  return { open: async () => {}, backendDB: () => database };
}

/** An empty index over a fresh database. */
export async function freshIndex(): Promise<SkillIndex> {
  return openSkillIndex(await freshDatabase());
}

/** A skill with the given name and whatever else matters to the case. */
export function skill(name: string, more: Partial<Skill> = {}): Skill {
  const uri = more.uri ?? `https://skills.example/${encodeURIComponent(JSON.stringify(name))}`;
  return { name, statement: name, type: 'Skill', keywords: [], language: 'en', ...more, uri };
}

/** An index over skills of which only the names matter. */
export async function indexOf(...skills: (string | Skill)[]): Promise<SkillIndex> {
  const index = await freshIndex();
  await index.add(skills.map((one) => (typeof one === 'string' ? skill(one) : one)));
  return index;
}

/** The names that a search answers, best first. */
export async function namesFor(index: SkillIndex, query: string, limit?: number): Promise<string[]> {
  const hits = await index.search(query, { ...(limit !== undefined && { limit }) });
  return hits.map((hit) => hit.skill.name);
}
