import type { Screen } from './index.ts';
import { lesson } from './sample-library.ts';

const tick = (row: number) => ({ css: `.table tbody tr:not(.gap):nth-of-type(${row}) .tick` });
const leave = { css: '.dialog .btn-quiet' };

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
];
