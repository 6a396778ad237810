// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest';
import { applyTheme, chooseTheme, chosenTheme } from '../../lib/state/theme.ts';

const shown = () => document.documentElement.dataset.theme;
beforeEach(() => {
  localStorage.clear();
  applyTheme();
});

it('follows the system until the person chooses', () => {
  expect(chosenTheme()).toBe('system');
  expect(shown()).toBeUndefined();
});

it.each(['light', 'dark'] as const)('shows %s at once and again in the next window', (theme) => {
  chooseTheme(theme);
  expect(shown()).toBe(theme);
  delete document.documentElement.dataset.theme;
  applyTheme();
  expect(shown()).toBe(theme);
});

it('goes back to the system', () => {
  chooseTheme('dark');
  chooseTheme('system');
  expect(shown()).toBeUndefined();
  applyTheme();
  expect(shown()).toBeUndefined();
});

it('takes no other word for a theme', () => {
  localStorage.setItem('theme', '"><script>');
  expect(chosenTheme()).toBe('system');
});
