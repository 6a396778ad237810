import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createOmnibox, type OmniboxNeeds } from '../../lib/services/omnibox.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { keptFramework } from '../support/frameworks.ts';
import { foundSkill } from '../support/samples.ts';

const never = new AbortController().signal;
let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const page = (address: string, title: string) => ({
  address,
  fields: { title: [{ value: title, by: 'meta' as const }] },
  modified: '2026-03-01T10:00:00.000Z',
  revision: 1,
});

function omniboxOver(over: Partial<OmniboxNeeds> = {}) {
  const open = vi.fn(async (_address: string) => {});
  return {
    open,
    ...createOmnibox({
      database,
      index: openSkillIndex(database),
      isOn: async () => true,
      isMarkup: false,
      open,
      ...over,
    }),
  };
}

describe('what the address bar suggests', () => {
  it('is the aligned pages that have every word in their title or address', async () => {
    await database.resources.bulkPut([
      page('https://lessons.example/slope', 'The Slope of a line'),
      page('https://lessons.example/area', 'The area of a circle'),
      page('https://other.example/line', 'Slopes'),
    ]);
    expect(await omniboxOver().suggest('SLOPE line', never)).toEqual([
      { content: 'https://lessons.example/slope', description: 'The Slope of a line · https://lessons.example/slope' },
      { content: 'https://other.example/line', description: 'Slopes · https://other.example/line' },
    ]);
  });

  it('is skills of the frameworks that are switched on, by name and framework', async () => {
    const index = openSkillIndex(database);
    await database.frameworks.bulkPut([
      keptFramework({ id: 'on', name: 'Maths' }),
      keptFramework({ id: 'off', name: 'Old', enabled: false }),
    ]);
    await index.add([foundSkill({ uri: 'https://skills.example/1', name: 'Slope from a graph' })], { framework: 'on' });
    await index.add([foundSkill({ uri: 'https://skills.example/2', name: 'Slope' })], { framework: 'off' });
    await index.add([foundSkill({ uri: 'urn:uuid:2f0a8a2e-6e0c-4b8c-9c35-3c1f8a1d2b11', name: 'Slope by rise' })], {
      framework: 'on',
    });
    expect(await omniboxOver().suggest('slope', never)).toEqual([
      { content: 'https://skills.example/1', description: 'Slope from a graph · Maths' },
    ]);
  });

  it('is nothing where nothing is typed, where nothing fits, and once something else was typed', async () => {
    await database.resources.put(page('https://lessons.example/slope', 'Slope'));
    const { suggest } = omniboxOver();
    expect(await suggest('  ', never)).toEqual([]);
    expect(await suggest('zebra', never)).toEqual([]);
    expect(await suggest('slope', AbortSignal.abort())).toEqual([]);
  });

  it('is five pages at most', async () => {
    await database.resources.bulkPut(
      Array.from({ length: 40 }, (_, at) => page(`https://a.example/${at}`, `Slope ${at}`)),
    );
    expect(await omniboxOver().suggest('slope', never)).toHaveLength(5);
  });

  it('is well-formed markup in Chrome, whatever a page calls itself', async () => {
    const hostile = '</url><match>\u0000 & "it\'s" \uD800 ]]> <b>slope';
    await database.resources.put(page('https://a.example/?a=1&b=<2>', hostile));
    const [{ description = '' } = {}] = await omniboxOver({ isMarkup: true }).suggest('slope', never);
    const [, name, address] = /^([^<]*) <url>([^<]*)<\/url>$/.exec(description) ?? [];
    expect(name).toBe('&#60;/url&#62;&#60;match&#62;  &#38; &#34;it&#39;s&#34;   ]]&#62; &#60;b&#62;slope');
    expect(address).toBe('https://a.example/?a=1&#38;b=&#60;2&#62;');
  });
});

describe('what is entered in the address bar', () => {
  it.each(['https://lessons.example/slope', ' http://a.example/ '])('opens %s', async (text) => {
    const { enter, open } = omniboxOver();
    await enter(text, 'newForegroundTab');
    expect(open).toHaveBeenCalledExactlyOnceWith(text.trim(), 'newForegroundTab');
  });

  it.each(['slope', 'javascript:alert(1)', 'file:///etc/passwd', 'https://user:word@a.example/', ''])(
    'opens the library for %s',
    async (text) => {
      const { enter, open } = omniboxOver();
      await enter(text, 'currentTab');
      expect(open).toHaveBeenCalledExactlyOnceWith('/library.html', 'currentTab');
    },
  );
});

describe('the keyword, switched off', () => {
  const isOn = async () => false;

  it('suggests nothing', async () => {
    await database.resources.put(page('https://lessons.example/slope', 'Slope'));
    expect(await omniboxOver({ isOn }).suggest('slope', never)).toEqual([]);
    expect(await omniboxOver().suggest('slope', never)).toHaveLength(1);
  });

  it('leads to where it is switched on again, whatever was typed', async () => {
    const { enter, open } = omniboxOver({ isOn });
    await enter('https://lessons.example/slope', 'currentTab');
    expect(open).toHaveBeenCalledExactlyOnceWith('/options.html#menus', 'currentTab');
  });
});
