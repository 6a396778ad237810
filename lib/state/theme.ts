/** How the screens are coloured; `system` follows the browser. */
export type Theme = 'system' | 'light' | 'dark';

const key = 'theme';

/** The theme that the person chose on this device. */
export function chosenTheme(): Theme {
  const kept = localStorage.getItem(key);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Colours the page; to be called before it renders, so that it never flashes in the other theme. */
export function applyTheme(theme: Theme = chosenTheme()): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Keeps the person's choice and shows it. Local storage, since it can be read before the first paint. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(key, theme);
  applyTheme(theme);
}
