import type { Skill } from '../../lib/domain/skill.ts';
import { createSkillIndexStores } from '../../lib/skill-index/index.ts';
import type { Searcher } from './candidates/candidate.ts';
import { type CandidateName, candidates } from './candidates/index.ts';
import { answered, keep } from './candidates/storage.ts';

const searchers = new Map<string, { database: IDBDatabase; search: Searcher }>();

function opened(name: CandidateName, size: number): Promise<IDBDatabase> {
  const request = indexedDB.open(`${name} ${size}`, 1);
  request.onupgradeneeded = () => {
    createSkillIndexStores(request.result);
    for (const store of ['kept', 'documents']) request.result.createObjectStore(store);
  };
  return answered(request);
}

async function skillsOf(database: IDBDatabase, found: readonly (number | Skill)[]): Promise<Skill[]> {
  const store = database.transaction('documents').objectStore('documents');
  return Promise.all(found.map((one) => (typeof one === 'number' ? answered<Skill>(store.get(one)) : one)));
}

/** What the driver calls in the page. Every time is in milliseconds. */
export const bench = {
  /** Builds and keeps an index, and the skills; answers the time for each, and how the thread was held meanwhile. */
  async build(name: CandidateName, size: number): Promise<{ skills: number; index: number } & Pauses> {
    const skills: Skill[] = (await (await fetch('/skills.json')).json()).slice(0, size);
    await answered(indexedDB.deleteDatabase(`${name} ${size}`));
    const database = await opened(name, size);
    const pauses = watchPauses();
    const start = performance.now();
    if (!candidates[name].keepsSkills) await keepSkills(database, skills);
    const between = performance.now();
    await candidates[name].build(database, skills);
    const end = performance.now();
    const held = await pauses();
    database.close();
    return { skills: between - start, index: end - between, ...held };
  },
  /** From nothing in memory to ten skills. Called once in a new page. */
  async cold(name: CandidateName, size: number, query: string): Promise<number> {
    const start = performance.now();
    const database = await opened(name, size);
    const search = await candidates[name].load(database, size);
    await skillsOf(database, await search(query, 10));
    const time = performance.now() - start;
    searchers.set(`${name} ${size}`, { database, search });
    return time;
  },
  /** Searches, one query after the other; answers each one's time until its skills are there to be shown. */
  async warm(name: CandidateName, size: number, queries: string[]): Promise<{ times: number[]; found: Skill[][] }> {
    const ready = searchers.get(`${name} ${size}`);
    if (!ready) throw new Error('not loaded');
    const times: number[] = [];
    const found: Skill[][] = [];
    for (const query of queries) {
      const start = performance.now();
      found.push(await skillsOf(ready.database, await ready.search(query, 10)));
      times.push(performance.now() - start);
    }
    return { times, found };
  },
};

async function keepSkills(database: IDBDatabase, skills: readonly Skill[]): Promise<void> {
  for (let from = 0; from < skills.length; from += 2000) {
    const some = skills.slice(from, from + 2000);
    await keep(
      database,
      some.map((skill, index) => [from + index, skill] as const),
      'documents',
    );
  }
}

/** For how long others had to wait at most, and how many tasks the browser itself calls long: such of over 50 ms. */
type Pauses = { longest: number; longTasks: number };

/** Watches for how long the thread is held; the answer ends the watch. https://www.w3.org/TR/longtasks-1/ */
function watchPauses(): () => Promise<Pauses> {
  let longest = 0;
  let longTasks = 0;
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  });
  observer.observe({ type: 'longtask' });
  let last = performance.now();
  let on = true;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (on) setTimeout(() => port2.postMessage(0), 1);
  };
  port2.postMessage(0);
  return async () => {
    // Long tasks are told of a while after they end.
    await new Promise((resolve) => setTimeout(resolve, 200));
    on = false;
    longTasks += observer.takeRecords().length;
    observer.disconnect();
    return { longest, longTasks };
  };
}

Object.defineProperty(globalThis, 'bench', { value: bench });
