import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Who may import whom, as docs/architecture.md draws it. A room may always import itself. */
const allowed: Record<string, readonly string[]> = {
  'entrypoints/background': [
    'lib/messaging/server',
    'lib/messaging/practice-client',
    'lib/services',
    'lib/registries',
    'lib/formats',
    'lib/store',
    'lib/skill-index',
    'lib/jsonld',
    'lib/domain',
  ],
  'entrypoints/page-reader': ['lib/readers'],
  'entrypoints/page-selection': ['lib/readers'],
  'entrypoints/passage-finder': ['lib/readers', 'lib/domain'],
  'entrypoints/highlighter': ['lib/highlights'],
  'entrypoints/popup': [
    'components',
    'lib/language',
    'lib/state',
    'lib/queries',
    'lib/messaging/client',
    'lib/messaging/signing-client',
    'lib/store',
    'lib/domain',
  ],
  'entrypoints/sidepanel': [
    'components',
    'lib/language',
    'lib/state',
    'lib/queries',
    'lib/messaging/client',
    'lib/messaging/signing-client',
    'lib/store',
    'lib/domain',
  ],
  'entrypoints/options': [
    'components',
    'lib/language',
    'lib/state',
    'lib/queries',
    'lib/messaging/client',
    'lib/messaging/bulk-client',
    'lib/messaging/signing-client',
    'lib/store',
    'lib/domain',
  ],
  'entrypoints/library': [
    'components',
    'lib/language',
    'lib/state',
    'lib/queries',
    'lib/messaging/client',
    'lib/messaging/bulk-client',
    'lib/store',
    'lib/domain',
  ],
  'entrypoints/welcome': [
    'components',
    'lib/language',
    'lib/state',
    'lib/queries',
    'lib/messaging/client',
    'lib/store',
    'lib/domain',
  ],
  'entrypoints/practice': [
    'components',
    'lib/language',
    'lib/state',
    'lib/queries',
    'lib/messaging/client',
    'lib/messaging/practice-server',
    'lib/readers',
    'lib/highlights',
    'lib/store',
    'lib/domain',
  ],
  'entrypoints/bulk-worker': [
    'lib/messaging/bulk-server',
    'lib/services',
    'lib/formats',
    'lib/skill-documents',
    'lib/store',
    'lib/skill-index',
    'lib/domain',
  ],
  'entrypoints/signing-worker': ['lib/messaging/signing-server', 'lib/services', 'lib/store', 'lib/domain'],
  components: [
    'lib/language',
    'lib/state',
    'lib/queries',
    'lib/messaging/client',
    'lib/messaging/bulk-client',
    'lib/messaging/signing-client',
    'lib/work-sources',
    'lib/domain',
  ],
  'lib/work-sources': ['lib/skill-documents', 'lib/domain'],
  'lib/state': ['lib/domain'],
  'lib/queries': ['lib/store', 'lib/skill-index', 'lib/domain'],
  'lib/messaging/client': ['lib/messaging/protocol', 'lib/domain'],
  'lib/messaging/server': ['lib/messaging/protocol', 'lib/domain'],
  'lib/messaging/protocol': ['lib/domain'],
  'lib/messaging/practice-client': ['lib/messaging/practice-protocol', 'lib/domain'],
  'lib/messaging/practice-server': ['lib/messaging/practice-protocol', 'lib/domain'],
  'lib/messaging/practice-protocol': ['lib/domain'],
  'lib/messaging/bulk-client': ['lib/messaging/bulk-protocol', 'lib/domain'],
  'lib/messaging/bulk-server': ['lib/messaging/bulk-protocol', 'lib/domain'],
  'lib/messaging/bulk-protocol': ['lib/domain'],
  'lib/messaging/signing-client': ['lib/messaging/signing-protocol', 'lib/domain'],
  'lib/messaging/signing-server': ['lib/messaging/signing-protocol', 'lib/domain'],
  'lib/messaging/signing-protocol': ['lib/domain'],
  'lib/services': [
    'lib/registries',
    'lib/formats',
    'lib/skill-documents',
    'lib/credentials',
    'lib/readers',
    'lib/store',
    'lib/skill-index',
    'lib/jsonld',
    'lib/domain',
  ],
  'lib/registries': ['lib/skill-documents', 'lib/jsonld', 'lib/domain'],
  'lib/skill-documents': ['lib/jsonld', 'lib/domain'],
  'lib/credentials': ['lib/jsonld', 'lib/domain'],
  'lib/formats': ['lib/jsonld', 'lib/domain'],
  'lib/readers': ['lib/domain'],
  'lib/highlights': ['lib/readers', 'lib/domain'],
  'lib/skill-index': ['lib/domain'],
  'lib/store': ['lib/domain'],
  'lib/jsonld': ['lib/domain'],
  'lib/language': [],
  'lib/domain': [],
};

/** Packages that one room alone may import. */
const sole: Record<string, string> = { jsonld: 'lib/jsonld', dexie: 'lib/store' };

const files = ['lib', 'components', 'entrypoints'].flatMap((folder) => sourcesIn(join(root, folder)));

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\})?[^'"\n;]*?['"]([^'"]+)['"]/g)].map(
    ([, specifier = '']) => specifier,
  );
}

function roomOf(path: string): string {
  const rooms = Object.keys(allowed).filter(
    (room) => path === room || path.startsWith(`${room}/`) || path.startsWith(`${room}.`),
  );
  return rooms.sort((one, other) => other.length - one.length)[0] ?? '';
}

describe('the house', () => {
  it('has a place for every source file', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.map((file) => relative(root, file)).filter((path) => roomOf(path) === '')).toEqual([]);
  });

  it('imports in one direction only', () => {
    const wrong: string[] = [];
    for (const file of files) {
      const path = relative(root, file);
      const room = roomOf(path);
      for (const specifier of importsOf(file).filter((one) => one.startsWith('.'))) {
        const target = relative(root, resolve(dirname(file), specifier));
        const other = roomOf(target);
        if (
          other !== room &&
          !allowed[room]?.some((ok) => target === ok || target.startsWith(`${ok}/`) || target.startsWith(`${ok}.`))
        ) {
          wrong.push(`${path} imports ${target}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('lets one room alone import jsonld and one alone dexie', () => {
    const wrong = files.flatMap((file) => {
      const path = relative(root, file);
      return importsOf(file)
        .filter((specifier) => sole[specifier] !== undefined && roomOf(path) !== sole[specifier])
        .map((specifier) => `${path} imports ${specifier}`);
    });
    expect(wrong).toEqual([]);
  });

  it('has no drawer for odds and ends', () => {
    const drawers = files.filter((file) =>
      /\/(utils?|helpers?|common|types|core|managers?|misc)\//.test(relative(root, file)),
    );
    expect(drawers).toEqual([]);
  });

  it('never hands text to the browser as HTML or code', () => {
    const unsafe = files.filter((file) =>
      /dangerouslySetInnerHTML|\.(inner|outer)HTML\s*=|insertAdjacentHTML|new Function\(|\beval\(|Object\.assign\(/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(unsafe.map((file) => relative(root, file))).toEqual([]);
  });
});
