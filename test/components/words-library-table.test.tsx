// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LibraryPage } from '../../components/library/LibraryPage.tsx';
import { idOf, keptAs } from '../support/library-rows.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { held } from './held.ts';
import { inWorld, registry, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);
beforeEach(speakPseudo);

function expectSaid(container: Element): void {
  expect(unsaid(container).filter((text) => text !== 'Plumbline')).toEqual([]);
  expect(unsaidNames(container, ['Harbour'])).toEqual([]);
}

describe('pages kept twice in a language that nobody speaks', () => {
  it('leave nothing unsaid', async () => {
    const resource = 'http://lessons.example/1/';
    const rest = { fields: {}, modified: keptAs(1).modified, revision: 1 };
    await world.database.resources.bulkAdd([
      { ...rest, address: resource },
      { ...rest, address: keptAs(1).resource },
    ]);
    await world.database.alignments.bulkAdd([keptAs(1), keptAs(2, { resource })]);
    location.hash = 'duplicates';
    const { container } = show(<LibraryPage />);
    await waitFor(() => expect(container.querySelectorAll('.compared .card')).toHaveLength(2));
    expectSaid(container);
  });

  it('leave nothing unsaid where there are none', async () => {
    location.hash = 'duplicates';
    const { container } = show(<LibraryPage />);
    await waitFor(() => expect(container.querySelector('.empty')).not.toBeNull());
    expectSaid(container);
  });
});

describe('the library in a language that nobody speaks', () => {
  it('leaves nothing unsaid: facets, what is chosen, the rows, what can be done with them', async () => {
    const { framework: _, ...skill } = keptAs(1).skill;
    await world.database.registries.add(registry());
    await world.database.alignments.bulkAdd([
      { ...keptAs(1), skill },
      { ...keptAs(2, { relation: 'requires' }), skill: { ...skill, framework: { name: 'Harbour' } } },
    ]);
    location.hash = 'library?state=here&framework=';
    const user = userEvent.setup();
    const { container } = show(<LibraryPage />);
    await waitFor(() => expect(container.querySelectorAll('tbody tr')).toHaveLength(1));
    expectSaid(container);
    await world.database.views.add({
      id: idOf(9),
      name: 'Taught',
      filter: 'state=here&framework=',
      modified: keptAs(1).modified,
    });
    await screen.findByText('Taught');
    await user.click(container.querySelector('thead input') as Element);
    expectSaid(container);
    await user.click(container.querySelector('td.relation') as Element);
    await waitFor(() => expect(container.querySelector('.detail h2')).not.toBeNull());
    expectSaid(container);
    const buttons = [...container.querySelectorAll('.bulk-bar button')];
    await user.click(buttons.find(({ textContent }) => textContent?.includes('Éxpørt')) as Element);
    const dialog = await screen.findByRole('dialog');
    expectSaid(dialog);
    await user.keyboard('{Escape}');
    location.hash = 'library?words=nowhere';
    await waitFor(() => expect(container.querySelector('.empty')).not.toBeNull());
    expectSaid(container);
  });
});
