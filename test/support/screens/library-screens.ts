import type { Screen } from './index.ts';
import { lesson } from './sample-library.ts';

const tick = (row: number) => ({ css: `.table tbody tr:not(.gap):nth-of-type(${row}) .tick` });
const leave = { css: '.dialog .btn-quiet' };

/** A list of pages to be worked through. */
const items =
  'url,title\nhttps://lessons.millbrook.example/lesson.html,The slope of a line\nhttps://lessons.millbrook.example/plain.html,Tying a bowline\n';

/** The popup of a page that is published, and the library over all pages, both with the work of a month. */
export const libraryScreens: readonly Screen[] = [
  { name: 'popup-aligned', kind: 'popup', at: { popup: 'lesson' }, shows: '[aria-labelledby=made] .alignment' },
  { name: 'library', kind: 'page', at: { page: 'library.html' }, shows: '.table.library .relation' },
  {
    name: 'library-picked',
    kind: 'page',
    async act(page) {
      await page.click(tick(1));
      await page.click(tick(2));
    },
    shows: '.bulk-bar',
  },
  {
    name: 'library-undo',
    kind: 'page',
    act: (page) => page.click({ css: '.bulk-bar .btn-bad' }),
    shows: '.notices .notice-good .btn',
  },
  {
    name: 'library-confirm',
    kind: 'page',
    async act(page) {
      await page.click({ css: '.notices .notice-good .btn' });
      await page.waitFor({ css: '.notices .notice-good:not(:has(.btn))' });
      await page.click({ css: '.table thead .tick' });
      await page.click({ css: '.bulk-bar .btn-bad' });
    },
    shows: '.dialog .btn-bad',
  },
  { name: 'library-none-found', kind: 'page', at: { page: 'library.html#library?words=zzzqx' }, shows: '.main .empty' },
  {
    name: 'resource',
    kind: 'page',
    at: { page: `library.html#resource/${encodeURIComponent(lesson)}` },
    shows: '.thing .relation',
  },
  {
    name: 'skill',
    kind: 'page',
    at: { page: `library.html#skill/${encodeURIComponent('https://skills.millbrook.example/skills/0')}` },
    shows: '.main .table',
  },
  { name: 'outbox', kind: 'page', at: { page: 'library.html#outbox' }, shows: '.table.outbox .relation' },
  {
    name: 'outbox-row',
    kind: 'page',
    act: (page) => page.click({ css: '.table.outbox tbody:nth-of-type(1) .acts .icon-btn' }),
    shows: '.table tr.more',
  },
  { name: 'trash', kind: 'page', at: { page: 'library.html#trash' }, shows: '.table .relation' },
  {
    name: 'trash-erase',
    kind: 'page',
    async act(page) {
      await page.click({ css: '.table tbody:nth-of-type(1) .acts .icon-btn' });
      await page.click({ css: 'tr.more .btn-bad' });
    },
    shows: '.dialog .btn-quiet',
  },
  {
    name: 'history',
    kind: 'page',
    act: (page) =>
      page.click(leave).then(() =>
        page.evaluate(() => {
          location.hash = '#history';
        }),
      ),
    shows: '.history-table',
  },
  {
    name: 'work-preview',
    kind: 'page',
    at: { page: 'library.html#work' },
    act: (page, stage) => page.chooseFile(stage.file('items.csv', items), '.add-work input[type=file]'),
    shows: '.dialog .btn-primary',
  },
  {
    name: 'work-list',
    kind: 'page',
    act: (page) => page.click({ css: '.dialog .btn-primary' }),
    shows: '.work-table tbody tr',
  },
  {
    name: 'panel-work',
    kind: 'panel',
    async before(stage) {
      // The list is chosen where it stands.
      const page = await stage.open({ page: 'library.html#work' });
      await page.click({ css: '.work-line a' });
      await page.click({ css: '.toolbar .btn-primary' });
      await page.waitFor({ css: '.notices .notice-good' });
      const popup = await stage.clickToolbar('lesson');
      await popup.click({ css: '.surface-bar .where + button' });
      await popup.closed;
    },
    at: { panel: true },
    shows: '.work-acts',
  },
  {
    name: 'panel-many',
    kind: 'panel',
    act: (panel) => panel.click({ css: '.joined.row > .link' }),
    shows: '.work-items, .work-many, .set-skills',
  },
  { name: 'practice', kind: 'page', at: { page: 'practice.html' }, shows: 'h1' },
  { name: 'duplicates', kind: 'page', at: { page: 'library.html#duplicates' }, shows: '.main h1' },
];
