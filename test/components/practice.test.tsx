// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { PracticePage } from '../../components/practice/PracticePage.tsx';
import { practiceScripts } from '../../entrypoints/practice/practice-scripts.ts';
import { PageReading } from '../../lib/domain/page-reading.ts';
import { practicePage } from '../../lib/domain/practice-page.ts';
import { expandText } from '../../lib/jsonld/index.ts';
import { loadWords } from '../../lib/language/load-words.ts';
import { readDocument } from '../../lib/services/read-document.ts';
import { speakPseudo, unsaid } from '../support/pseudo.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, keptAlignment, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const keep = () => world.database.alignments.add(keptAlignment({ resource: practicePage.address }));

it('is a lesson that says of itself what it is, read as any page is', async () => {
  const { container } = show(<PracticePage />);
  const read = practiceScripts(document)['/page-reader.js'] as () => unknown;
  const { resource } = await readDocument(PageReading.parse(structuredClone(read())), expandText);
  expect(resource?.address).toBe(practicePage.address);
  expect(resource?.fields.title?.[0]).toEqual({ value: 'Is this graph fair?', by: 'microdata' });
  expect(resource?.fields.level?.[0]?.value).toBe('Grade 7');
  expect(resource?.fields.type?.[0]?.value).toBe('Lesson');
  await expectAccessible(container);
});

it('shows what was made of it, and takes it away in one act when asked', async () => {
  const { container } = show(<PracticePage />);
  screen.getByText('Nothing is aligned yet.');
  await keep();
  await screen.findByRole('heading', { name: 'You made your first alignment.' });
  expect(screen.getByRole('list', { name: 'What you made' }).textContent).toMatch(/^teaches 7\.RF\.B\.2 Slope/);
  await expectAccessible(container);
  await userEvent.click(screen.getByRole('button', { name: 'Remove what you practised' }));
  const act = { alignments: [keptAlignment().id], act: { remove: true } };
  expect(world.requested.find(({ name }) => name === 'massEdit')?.request).toEqual(act);
  await waitFor(() => expect(screen.getByRole('status').textContent).toMatch(/^It is removed\./));
});

it('says why where it cannot be taken away', async () => {
  world.answers.set('massEdit', { ok: false, problem: { code: 'S202', message: 'The database refused.' } });
  show(<PracticePage />);
  await keep();
  await userEvent.click(await screen.findByRole('button', { name: 'Remove what you practised' }));
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('The database refused.'));
});

it('says nothing that is no message', async () => {
  speakPseudo();
  const { container } = show(<PracticePage />);
  await keep();
  await waitFor(() => expect(container.querySelector('.made')).not.toBeNull());
  expect(unsaid(container)).toEqual(['Plumbline']);
  await loadWords();
});
