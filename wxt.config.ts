import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'vite';
import { defineConfig } from 'wxt';
import { defaultLocale, locales } from './lib/language/locales.ts';
import { spokenIn, wordsPlugin } from './scripts/words.ts';

/** Only what is used: nothing here names a host, so installing asks for no site. */
const permissions = [
  'activeTab',
  'alarms',
  'contextMenus',
  'declarativeNetRequestWithHostAccess',
  'scripting',
  'storage',
  'unlimitedStorage',
];

const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self' https: http:; object-src 'none'; base-uri 'none'; form-action 'none'";

/** While developing, Vite writes styles into the page and speaks to it over a socket. */
const developmentPolicy = policy
  .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
  .replace('connect-src', 'connect-src ws://localhost:*');

/** What the manifest asks for at least; newer syntax than Vite's default keeps the injected reader small. */
const target = ['chrome120', 'firefox128'];

/**
 * Keeps the injected reader small, since every byte of it goes into the page that is read. WXT's wrapper, which starts
 * plugins and logs failures, stays out: there are no plugins, and a failure reaches whoever injects. What esbuild can
 * simplify only where it sees the whole program, it does before Vite minifies.
 */
const bareReader: Plugin = {
  name: 'plumbline:bare-reader',
  enforce: 'pre',
  load(id) {
    const [, script] = /virtual:wxt-unlisted-script-entrypoint\?(.+)/.exec(id) ?? [];
    return script && `import script from ${JSON.stringify(script)};\nexport default script.main();`;
  },
  async renderChunk(contents, { name }) {
    if (name !== 'page-reader') return undefined;
    const options = { bundle: true, format: 'esm', minifySyntax: true, target, write: false } as const;
    return (await build({ ...options, stdin: { contents } })).outputFiles[0]?.text;
  },
};

/** What the browser itself shows of us, in each language: messages of the manifest, in Chrome's own form. */
function manifestMessages(locale: string): string {
  const messages = Object.entries(spokenIn(fileURLToPath(new URL(`./locales/${locale}`, import.meta.url))));
  const own = messages.filter(([key]) => key.startsWith('manifest.'));
  return JSON.stringify(Object.fromEntries(own.map(([key, message]) => [key.replace('manifest.', ''), { message }])));
}

export default defineConfig({
  hooks: {
    // WXT takes the page's own title, which no browser translates.
    'build:manifestGenerated': (_, { sidebar_action: sidebar }) => {
      if (sidebar) sidebar.default_title = '__MSG_name__';
    },
    'build:publicAssets': (_, files) => {
      for (const locale of locales) {
        files.push({ relativeDest: `_locales/${locale}/messages.json`, contents: manifestMessages(locale) });
      }
    },
  },
  modules: ['@wxt-dev/module-react'],
  imports: false,
  manifest: ({ browser, command }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: defaultLocale,
    permissions,
    // The first for the badge alone, the other for taking the open tabs as a work list; each is asked for then.
    optional_permissions: ['webNavigation', 'tabs'],
    omnibox: { keyword: 'align' },
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    action: { default_title: '__MSG_action__' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+A' } },
      'quote-selection': { suggested_key: { default: 'Alt+Shift+Q' }, description: '__MSG_commandQuote__' },
      // Firefox has a command of its own for its sidebar; Chrome's panel is opened by the background.
      ...(browser === 'firefox'
        ? { _execute_sidebar_action: { suggested_key: { default: 'Alt+Shift+S' } } }
        : { 'open-panel': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_commandPanel__' } }),
    },
    content_security_policy: {
      extension_pages: command === 'serve' ? developmentPolicy : policy,
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'plumbline@plumbline.example',
              strict_min_version: '128.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  }),
  vite: () => ({
    plugins: [bareReader, wordsPlugin()],
    build: { target },
    resolve: {
      alias: {
        // The shim calls the Function constructor, which stores refuse and no browser of ours needs.
        setimmediate: fileURLToPath(new URL('./lib/jsonld/no-set-immediate.ts', import.meta.url)),
      },
    },
  }),
});
