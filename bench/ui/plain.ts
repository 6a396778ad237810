import type { Skill } from '../../lib/domain/skill.ts';
import { createSkillIndexStores, openSkillIndex } from '../../lib/skill-index/index.ts';

/** How many rows are shown at most, as the popup does. */
const shown = 20;

const opened = new Promise<IDBDatabase>((resolve, reject) => {
  const request = indexedDB.open('plain', 1);
  request.onupgradeneeded = () => createSkillIndexStores(request.result);
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const index = opened.then((database) => openSkillIndex({ open: async () => {}, backendDB: () => database }));

const element = (name: string, className: string, text = '') => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

/** A page that does what the popup does at first, without any library: a bar, a title, a search over the same index. */
function build(): void {
  const field = Object.assign(document.createElement('input'), { className: 'field', placeholder: 'Find a skill' });
  const list = element('ul', 'list');
  let asked = '';
  field.addEventListener('input', async () => {
    asked = field.value;
    const hits = asked ? await (await index).search(asked, { limit: shown }) : [];
    if (asked !== field.value) return;
    list.replaceChildren(...hits.map(({ skill }) => element('li', 'row', `${skill.name} · ${skill.statement}`)));
  });
  const page = element('div', 'plain');
  page.append(element('header', 'bar', location.host), element('h1', '', document.title), field, list);
  document.body.append(page);
}

build();

/** What the driver calls. */
export const plainBench = {
  fill: async (skills: readonly Skill[]) => (await index).add(skills, { framework: 'bench' }),
  /** How long the search alone takes, in milliseconds. */
  async search(query: string): Promise<number> {
    const open = await index;
    const start = performance.now();
    await open.search(query, { limit: shown });
    return performance.now() - start;
  },
};

Object.defineProperty(globalThis, 'plainBench', { value: plainBench });
