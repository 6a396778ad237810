// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { kindWords } from '../../components/registry/kind-words.ts';
import { OptionsPage } from '../../components/registry/OptionsPage.tsx';
import { TestSteps } from '../../components/registry/TestSteps.tsx';
import { RegistryKind, type TestOutcome, TestSaying } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import { putRegistry } from '../../lib/store/registries.ts';
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
beforeEach(() => {
  localStorage.clear();
  speakPseudo();
});

/** The names that the person gave; the kit's own words. */
const own = ['Practice', ...RegistryKind.options];
function expectSaid(screen: Element) {
  expect([unsaid(screen), unsaidNames(screen, own)]).toEqual([[], []]);
}

it('says by messages all that the options hold, whatever kinds of registries there are', async () => {
  const delivery = { headers: [{ name: 'X-Collection', value: 'charts' }], template: '{{content}}' };
  const credentials = { tokenAddress: 'https://auth.example/token', clientId: 'marta' };
  for (const kind of RegistryKind.options) {
    const more = { ...(kind === 'endpoint' && { delivery }), ...(kindWords[kind].credentials && { credentials }) };
    await putRegistry(world.database, registry({ id: crypto.randomUUID(), kind, name: kind, ...more }));
  }
  const { container } = show(<OptionsPage />);
  await waitFor(() => expect(screen.getAllByRole('article').length).toBeGreaterThan(RegistryKind.options.length - 1));
  await screen.findByRole('button', { name: t('registry.add.do') });
  expectSaid(container);
});

it.each(RegistryKind.options)('says by messages what the form asks of a registry of the kind %s', async (kind) => {
  vi.stubGlobal('showDirectoryPicker', vi.fn());
  const { container } = show(<OptionsPage />);
  const form = await screen.findByRole('form', { name: t('registry.add') });
  const choice = within(form).getAllByRole('combobox')[0];
  if (choice) await userEvent.selectOptions(choice, kind);
  expectSaid(container);
  vi.unstubAllGlobals();
});

it('says by messages how a test went, what is changed, and what removing comes to', async () => {
  world.answers.set('testRegistry', { ok: true, value: { steps: [{ step: 'address', state: 'done' }] } });
  await putRegistry(world.database, registry({ credentials: { tokenAddress: 'https://a.example/', clientId: 'x' } }));
  await putRegistry(world.database, registry({ id: crypto.randomUUID(), kind: 'lightcast', name: 'lightcast' }));
  await putRegistry(world.database, registry({ id: crypto.randomUUID(), kind: 'endpoint', name: 'endpoint' }));
  const user = userEvent.setup();
  const { container } = show(<OptionsPage />);
  const card = within(await screen.findByRole('article', { name: 'Practice' }));
  await user.click(card.getByRole('button', { name: t('registry.test') }));
  expect(await card.findByText(t('registry.test.answered'))).toBeDefined();
  await user.click(card.getByRole('button', { name: t('registry.token.enter') }));
  await user.click(card.getByRole('button', { name: t('registry.remove') }));
  for (const button of screen.getAllByRole('button', { name: t('registry.access.setUp') })) await user.click(button);
  await user.click(screen.getByRole('button', { name: t('registry.delivery.changeName', { name: 'endpoint' }) }));
  expectSaid(container);
});

it('has a word for all that a step may come to', () => {
  const steps = TestSaying.options.map((saying): TestOutcome => ({ step: 'connection', state: 'done', saying }));
  // A step stands once in a test; here it is each saying in turn.
  for (const step of steps) {
    const { container, unmount } = show(<TestSteps kind="osmt" steps={[step]} />);
    expectSaid(container);
    unmount();
  }
});

it('leaves what a registry says of itself as it is, and calls a kind by its own name', () => {
  show(
    <TestSteps
      kind="folder"
      steps={[
        { step: 'kind', state: 'done', saying: 'Folder on this disk' },
        { step: 'version', state: 'done', saying: 'Release of May' },
      ]}
    />,
  );
  expect(screen.getByText(t('registry.kind.folder'))).toBeDefined();
  expect(screen.getByText('Release of May')).toBeDefined();
});
