// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { WelcomePage } from '../../components/welcome/WelcomePage.tsx';
import { loadWords } from '../../lib/language/load-words.ts';
import { speakPseudo, unsaid } from '../support/pseudo.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const next = () => userEvent.click(screen.getByRole('button', { name: 'Next' }));
const heading = () => screen.getByRole('heading', { level: 2 });

it('goes through three steps, each with the keyboard at its heading', async () => {
  const { container } = show(<WelcomePage />);
  expect(heading().textContent).toBe('Align any web page to skills');
  screen.getByText(/the pin beside Plumbline/);
  await expectAccessible(container);
  await next();
  expect([heading().textContent, document.activeElement]).toEqual(['Search works already', heading()]);
  await expectAccessible(container);
  await next();
  expect([heading().textContent, document.activeElement]).toEqual(['Make your first alignment', heading()]);
  screen.getByText('Step 3 of 3');
  const lesson = screen.getByRole('link', { name: 'Practise on a lesson' });
  expect(lesson.getAttribute('href')).toBe('/practice.html');
  await expectAccessible(container);
});

it('says how many skills are there once they are', async () => {
  show(<WelcomePage />);
  await next();
  screen.getByText(/is being unpacked/);
  await world.database.imports.put({ framework: 'starter', version: '1', skills: 213, at: '2026-03-01T10:00:00.000Z' });
  await screen.findByText(/213 skills to search/);
});

it.each(['Skip the welcome', 'Close this page'])('closes its tab by “%s”', async (name) => {
  show(<WelcomePage />);
  if (name === 'Close this page') {
    await next();
    await next();
  }
  await userEvent.click(screen.getByRole('button', { name }));
  await waitFor(() => expect(world.extension.browser.tabs.remove).toHaveBeenCalledExactlyOnceWith(9));
});

it('says nothing that is no message', async () => {
  speakPseudo();
  const { container } = show(<WelcomePage />);
  for (let step = 0; step < 3; step += 1) {
    expect(unsaid(container)).toEqual(['Plumbline']);
    const buttons = screen.getAllByRole('button');
    await userEvent.click(buttons[buttons.length - 1] as HTMLElement);
  }
  await loadWords();
});
