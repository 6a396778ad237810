import type { Screen } from './index.ts';

/** What a person sees who has just installed it. */
export const emptyScreens: readonly Screen[] = [
  { name: 'welcome', kind: 'page', at: { page: 'welcome.html' }, shows: '.welcome .btn-primary' },
  {
    name: 'welcome-library',
    kind: 'page',
    act: (page) => page.click({ css: '.welcome .btn-primary' }),
    shows: '.welcome .link',
  },
  {
    name: 'welcome-try',
    kind: 'page',
    act: (page) => page.click({ css: '.welcome .btn-primary' }),
    shows: '.welcome section:not(:has(.link))',
  },
  ...['library', 'outbox', 'trash', 'history'].map(
    (tab): Screen => ({
      name: `${tab}-empty`,
      kind: 'page',
      at: { page: `library.html#${tab}` },
      shows: '.main .empty',
    }),
  ),
  { name: 'options-fresh', kind: 'page', at: { page: 'options.html' }, shows: '#identity .card' },
];
