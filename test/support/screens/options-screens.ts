import { fileURLToPath } from 'node:url';
import type { Surface } from '../browsers/browser.ts';
import type { Screen } from './index.ts';

const framework = fileURLToPath(new URL('../practice-registry/harbour-college.json', import.meta.url));
const leave = { css: '.dialog .btn-quiet' };

const scrollTo = (page: Surface, id: string) =>
  page.evaluate((wanted) => document.getElementById(wanted)?.scrollIntoView({ behavior: 'instant' }), id);

const sections = ['frameworks', 'alignments', 'permissions', 'menus', 'shortcuts', 'language', 'identity', 'reset'];

/** The options: what comes in from files, and each of their sections. The library of a month comes in with them. */
export const optionsScreens: readonly Screen[] = [
  {
    name: 'options-restore',
    kind: 'page',
    at: { page: 'options.html#backup' },
    act: (page, stage) => page.chooseFile(stage.backup(), '#backup input[type=file]'),
    shows: '.dialog .outcome',
  },
  {
    name: 'options-restored',
    kind: 'page',
    act: (page) => page.click({ css: '.dialog .btn-primary' }),
    shows: '#backup .notice-good',
  },
  {
    name: 'options-import-framework',
    kind: 'page',
    act: (page) => page.chooseFile(framework, '#frameworks input[type=file]'),
    shows: '.dialog .btn-primary',
  },
  {
    name: 'options-import-unread',
    kind: 'page',
    async act(page, stage) {
      await page.click(leave);
      await page.chooseFile(stage.file('broken.json', '{"skills": ['), '#frameworks input[type=file]');
    },
    shows: '.dialog [role=alert]',
  },
  {
    name: 'options-test-failed',
    kind: 'page',
    async act(page) {
      await page.press('Escape');
      await page.waitFor({ css: '.dialog' }, { state: 'gone' });
      await page.fill({ css: '#registries form .form-grid input[inputmode=url]' }, 'http://127.0.0.1:9/osmt');
      await page.click({ css: '#registries form .btn-primary' });
      await page.waitFor({ css: '#registries .steps .failed' });
      await scrollTo(page, 'registries');
    },
    shows: '#registries .steps .failed',
  },
  ...sections.map(
    (id): Screen => ({
      name: `options-${id}`,
      kind: 'page',
      act: (page) => scrollTo(page, id),
      shows: `#${id}`,
      isExcerpt: true,
    }),
  ),
  {
    name: 'options-start-over',
    kind: 'page',
    act: (page) => page.click({ css: '#reset .btn-bad' }),
    shows: '.dialog .confirmation',
  },
  {
    name: 'options-end',
    kind: 'page',
    act: (page) => page.press('Escape'),
    shows: '#reset',
    isExcerpt: true,
  },
];
