import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { skillsOf } from '../../lib/services/import-starter-library.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The scripts that are injected into pages, and the most that each may weigh, in bytes. */
const scripts = [
  ['page-reader.js', 15_000],
  ['page-selection.js', 6_000],
  ['passage-finder.js', 7_000],
  ['highlighter.js', 14_500],
] as const;

/** Bytes that a zip spends on an entry besides its data and, twice, its name (APPNOTE 4.3.7 and 4.3.12). */
const zipOverhead = 76;

type Manifest = Record<string, unknown> & { content_security_policy: { extension_pages: string } };

function filesIn(folder: string): string[] {
  if (!existsSync(join(folder, 'manifest.json'))) {
    throw new Error(`${relative(root, folder)} is missing: run "npm run build" first.`);
  }
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (target) => {
  const folder = join(root, '.output', target);
  const text = (name: string) => readFileSync(join(folder, name), 'utf8');
  const manifest = () => {
    filesIn(folder);
    return JSON.parse(text('manifest.json')) as Manifest;
  };
  const built = (ending: RegExp) => filesIn(folder).filter((file) => ending.test(file));

  it('asks for no host at install, and for these permissions alone', () => {
    const { permissions, optional_permissions, optional_host_permissions } = manifest();
    expect(permissions).toEqual([
      'activeTab',
      'alarms',
      'contextMenus',
      'declarativeNetRequestWithHostAccess',
      'scripting',
      'storage',
      'unlimitedStorage',
      // Firefox shows a sidebar without asking.
      ...(target === 'firefox-mv3' ? [] : ['sidePanel']),
    ]);
    expect(optional_host_permissions).toEqual(['https://*/*', 'http://*/*']);
    expect(optional_permissions).toEqual(['webNavigation', 'tabs']);
  });

  it.each([
    'host_permissions',
    'content_scripts',
    'web_accessible_resources',
    'externally_connectable',
    'update_url',
    'key',
  ])('has no %s', (member) => {
    expect(manifest()).not.toHaveProperty(member);
  });

  it('has no members but those that are known here', () => {
    const own =
      target === 'firefox-mv3'
        ? ['browser_specific_settings', 'sidebar_action']
        : ['minimum_chrome_version', 'side_panel'];
    expect(Object.keys(manifest()).sort()).toEqual(
      [
        'action',
        'background',
        'commands',
        'content_security_policy',
        'default_locale',
        'description',
        'icons',
        'manifest_version',
        'name',
        'omnibox',
        'optional_host_permissions',
        'optional_permissions',
        'options_ui',
        'permissions',
        'version',
        ...own,
      ].sort(),
    );
  });

  it('has pages that run their own scripts and styles alone', () => {
    const policy = manifest().content_security_policy.extension_pages;
    const directives = new Map(
      policy.split(';').map((part) => [part.trim().split(' ')[0], part.trim().split(' ').slice(1)]),
    );
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'data:'],
      'connect-src': ["'self'", 'https:', 'http:'],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
    });
  });

  it('has pages without inline scripts, styles, handlers and foreign addresses', () => {
    const pages = built(/\.html$/);
    expect(pages.length).toBeGreaterThanOrEqual(2);
    for (const page of pages) {
      const html = readFileSync(page, 'utf8');
      expect(html, page).not.toMatch(/<script(?![^>]*\ssrc=)/i);
      expect(html, page).not.toMatch(/<style|\sstyle=|\son\w+=/i);
      expect(html, page).not.toMatch(/(src|href)=["'](https?:)?\/\//i);
    }
  });

  it('makes no code from text and loads none from elsewhere', () => {
    const scripts = built(/\.js$/);
    expect(scripts.length).toBeGreaterThanOrEqual(4);
    for (const script of scripts) {
      const code = readFileSync(script, 'utf8');
      expect(code, script).not.toMatch(/(?<![\w.$])eval\s*\(/);
      expect(code, script).not.toMatch(/new Function\s*\(|(?<![\w.$])Function\s*\(\s*["'`]/);
      expect(code, script).not.toMatch(/\bimportScripts\s*\(/);
      expect(code, script).not.toMatch(/(?:\bimport\s*\(?|\bfrom)\s*["'`]https?:/);
    }
  });

  it('has nothing of what rehearses faults (lib/services/rehearsal.ts)', () => {
    for (const script of built(/\.js$/))
      expect(readFileSync(script, 'utf8'), script).not.toMatch(/rehears|stopAt|watch-calls/);
  });

  it('carries no source maps, no tests and nothing of the machine that built it', () => {
    const files = filesIn(folder);
    expect(files.filter((file) => /\.(map|tsx?|test\.js)$/.test(file))).toEqual([]);
    for (const file of files.filter((one) => /\.(js|html|json|css)$/.test(one))) {
      expect(readFileSync(file, 'utf8').includes(root), file).toBe(false);
    }
  });

  it.each(scripts)('injects %s of at most %i bytes, complete in one file', (name, most) => {
    filesIn(folder);
    const script = text(name);
    console.log(`${target}/${name}: ${Buffer.byteLength(script)} bytes`);
    expect(Buffer.byteLength(script)).toBeLessThanOrEqual(most);
    expect(script).not.toMatch(/(^|[;}\s])import\s*[({"'*]/);
  });

  it('ships the starter library, and the notices of the packages inside', () => {
    filesIn(folder);
    expect(skillsOf(text('starter-library.json')).length).toBeGreaterThanOrEqual(150);
    expect(text('NOTICE.txt').length).toBeGreaterThan(500);
  });

  it('has a place beside the page, which stays shut until it is asked for', () => {
    const { side_panel, sidebar_action } = manifest();
    if (target !== 'firefox-mv3') return expect(side_panel).toEqual({ default_path: 'sidepanel.html' });
    expect(sidebar_action).toEqual({
      default_panel: 'sidepanel.html',
      default_title: '__MSG_name__',
      open_at_install: false,
    });
    return undefined;
  });

  it('names only files that are there', () => {
    const { icons, action, options_ui, background } = manifest() as unknown as {
      icons: Record<string, string>;
      action: { default_popup: string };
      options_ui: { page: string };
      background: { service_worker?: string; scripts?: string[] };
    };
    const named = [...Object.values(icons), action.default_popup, options_ui.page];
    const scripts = [background.service_worker ?? [], background.scripts ?? []].flat();
    expect(scripts).toHaveLength(1);
    for (const file of [...named, ...scripts]) expect(existsSync(join(folder, file)), file).toBe(true);
  });

  it('is small enough to be fetched in a moment', () => {
    const files = filesIn(folder);
    const size = files.reduce((sum, file) => {
      const names = 2 * relative(folder, file).length;
      return sum + deflateRawSync(readFileSync(file)).byteLength + names + zipOverhead;
    }, 0);
    console.log(`${target}: ${files.length} files, about ${(size / 1000).toFixed(0)} kB as a zip`);
    // Six languages are a quarter of it; a page loads the one that it speaks.
    expect(size).toBeLessThan(1_300_000);
  });
});

it('builds the same program for both browsers', () => {
  const [chrome = [], firefox = []] = ['chrome-mv3', 'firefox-mv3'].map((target) => {
    const folder = join(root, '.output', target);
    return filesIn(folder)
      .filter((file) => !file.endsWith('manifest.json'))
      .map((file) => relative(folder, file).replace(/-[\w-]{8}\./, '.'))
      .sort();
  });
  expect(firefox).toEqual(chrome);
});
