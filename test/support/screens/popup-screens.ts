import type { Surface } from '../browsers/browser.ts';
import type { Screen } from './index.ts';
import { lesson } from './sample-library.ts';
import type { Stage } from './stage.ts';

const search = { css: '.combobox input' };
const active = { css: '.option.is-active' };
const note = { css: 'textarea' };
const lastAct = { css: '.surface-foot .btn-primary' };

const find = async (surface: Surface, words: string) => {
  await surface.fill(search, words);
  await surface.waitFor({ css: '.listbox[aria-busy=false]' });
};
const choose = async (surface: Surface, words: string) => {
  await find(surface, words);
  await surface.waitFor(active);
  await surface.press('Enter');
  await surface.waitFor({ css: '.skill-card' });
};
const editFirst = async (surface: Surface) => {
  await surface.click({ css: '[aria-labelledby=made] .alignment > .icon-btn' });
  await surface.click({ css: '.row-acts > .row > .btn:first-child' });
  await surface.waitFor(note);
};

/** Changes the same alignment in a popup of another tab. */
async function changeElsewhere(stage: Stage): Promise<void> {
  const theirs = await stage.clickToolbar('lesson');
  await editFirst(theirs);
  await theirs.fill(note, 'Theirs: task 4');
  await theirs.click(lastAct);
  await theirs.waitFor({ css: '.notice-good' });
  await theirs.close();
}

/** The popup, and the panel beside the page, on a lesson that declares alignments itself. */
export const popupScreens: readonly Screen[] = [
  { name: 'popup-page', kind: 'popup', at: { popup: 'lesson' }, shows: '.declared' },
  {
    name: 'popup-everything',
    kind: 'popup',
    act: (popup) => popup.click({ css: '.page-card .label-link' }),
    shows: '.everything',
  },
  {
    name: 'popup-search',
    kind: 'popup',
    async act(popup) {
      await popup.click({ css: '.page-card .label-link' });
      await find(popup, 'graph');
    },
    shows: '.option.is-active',
  },
  { name: 'popup-search-none', kind: 'popup', act: (popup) => find(popup, 'zzzqx'), shows: '.no-results' },
  {
    name: 'popup-marking',
    kind: 'popup',
    async act(popup) {
      await find(popup, 'graph');
      await popup.waitFor(active);
      await popup.press('Control+Enter');
      await popup.press('ArrowDown');
      await popup.press('Alt+Enter');
    },
    shows: '.marked-count',
  },
  {
    name: 'popup-form-several',
    kind: 'popup',
    act: (popup) => popup.click({ css: '.marked-count .btn' }),
    shows: '.chosen > li + li',
  },
  {
    name: 'popup-marked',
    kind: 'popup',
    async act(popup) {
      await popup.click({ css: '.surface-bar > .icon-btn:first-child' });
      await popup.fill(search, '');
    },
    shows: '.marks',
  },
  {
    name: 'popup-form',
    kind: 'popup',
    async act(popup) {
      await popup.click({ css: '.marks .link' });
      await choose(popup, 'graph');
    },
    shows: '.skill-card',
  },
  {
    name: 'popup-relations',
    kind: 'popup',
    act: (popup) => popup.click({ css: '.choice[aria-expanded]' }),
    shows: '.choices',
  },
  {
    name: 'popup-restored',
    kind: 'popup',
    async before(stage) {
      const popup = await stage.open({ popup: 'lesson' });
      await popup.fill(note, 'Exercise 2 asks for it.');
    },
    at: { popup: 'lesson' },
    shows: '.surface .notice-line',
  },
  {
    name: 'popup-draft',
    kind: 'popup',
    act: (popup) => popup.click({ css: '.surface-bar > .icon-btn:first-child' }),
    shows: '.notice-line .link',
  },
  {
    name: 'popup-saved',
    kind: 'popup',
    async act(popup) {
      await popup.click({ css: '.notice-line .link:first-child' });
      await popup.click(lastAct);
    },
    shows: '.notice-good',
  },
  {
    name: 'popup-row',
    kind: 'popup',
    act: (popup) => popup.click({ css: '[aria-labelledby=made] .alignment > .icon-btn' }),
    shows: '.row-acts',
  },
  {
    name: 'popup-conflict',
    kind: 'popup',
    async before(stage) {
      const popup = await stage.open({ popup: 'lesson' });
      await editFirst(popup);
      await popup.fill(note, 'Mine: task 3');
      await changeElsewhere(stage);
    },
    at: { popup: 'lesson' },
    shows: '.conflict .versions',
  },
  {
    name: 'popup-export',
    kind: 'popup',
    async act(popup) {
      await popup.click({ css: '.conflict .acts .btn:first-child' });
      await popup.click({ css: '.surface-foot .btn' });
    },
    shows: 'pre',
  },
  { name: 'popup-plain', kind: 'popup', at: { popup: 'plain' }, shows: '.page-card' },
  { name: 'popup-refused', kind: 'popup', at: { popup: 'own' }, shows: '.empty' },
  {
    name: 'panel-page',
    kind: 'panel',
    async before(stage) {
      const popup = await stage.clickToolbar('lesson');
      await popup.click({ css: '.surface-bar .where + button' });
      await popup.closed;
    },
    at: { panel: true },
    shows: '.declared',
  },
  {
    name: 'panel-browse',
    kind: 'panel',
    act: (panel) => panel.click({ css: 'input[name=find][value=browse]' }),
    shows: '.browse [role=treegrid] [role=row], .browse [role=treeitem]',
  },
  {
    name: 'panel-elsewhere',
    kind: 'panel',
    async act(panel, { browser }) {
      await panel.click({ css: 'input[name=find][value=search]' });
      await choose(panel, 'graph');
      await browser.open(new URL('/plain.html', lesson).href);
    },
    shows: '.page-changed',
  },
  {
    name: 'panel-not-let-in',
    kind: 'panel',
    act: (panel) => panel.click({ css: '.page-changed button' }),
    shows: '.empty',
  },
];
