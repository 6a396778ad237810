// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OptionsPage } from '../../components/registry/OptionsPage.tsx';
import { putRegistry } from '../../lib/store/registries.ts';
import { registryId } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, registry, show, world } from './screen.tsx';

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
  world.answers.set('addRegistry', { ok: true, value: registry() });
  world.answers.set('testRegistry', { ok: true, value: { steps: [] } });
});

const requested = (name: string) => world.requested.filter((one) => one.name === name).map(({ request }) => request);
const asked = () => world.extension.browser.permissions.request.mock.calls;
const field = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label);

/** Pasted: typing letter by letter takes seconds. */
async function fill(user: ReturnType<typeof userEvent.setup>, into: HTMLElement, text: string): Promise<void> {
  await user.click(into);
  await user.paste(text);
}

async function showForm(kind: string) {
  const shown = show(<OptionsPage />);
  const user = userEvent.setup();
  await user.selectOptions(await screen.findByRole('combobox', { name: /^Kind/ }), kind);
  return { ...shown, user };
}

const credentials = { tokenAddress: 'https://auth.example/token', clientId: 'harbour', scope: 'read' };
const caseRegistry = { kind: 'case', name: 'Standards', address: 'https://case.example' } as const;

async function withCard(over: Parameters<typeof registry>[0]) {
  await putRegistry(world.database, registry(over));
  const shown = show(<OptionsPage />);
  const card = within(await screen.findByRole('article', { name: registry(over).name }));
  return { ...shown, card, user: userEvent.setup() };
}

describe('adding a registry that gives access to a client', () => {
  it('asks the browser for the registry and the token address in one question, from the click', async () => {
    const { user, container } = await showForm('case');
    await fill(user, field(/^Address/), 'https://case.example/ims/case/v1p0/CFDocuments');
    await fill(user, field(/^Client id/), 'harbour');
    await fill(user, field(/^Client secret/), 'tide');
    await fill(user, field(/^Token address/), 'auth.example/token');
    await expectAccessible(container);
    screen.getByRole('button', { name: 'Add and test' }).click();
    expect(asked()).toEqual([[{ origins: ['https://case.example/*', 'https://auth.example/*'] }]]);
    await waitFor(() => expect(requested('testRegistry')).toHaveLength(1));
    expect(requested('addRegistry')).toEqual([
      {
        kind: 'case',
        address: 'https://case.example/ims/case/v1p0/CFDocuments',
        name: '',
        token: 'tide',
        credentials: { tokenAddress: 'auth.example/token', clientId: 'harbour' },
      },
    ]);
    await user.selectOptions(screen.getByRole('combobox', { name: /^Kind/ }), 'case');
    expect([field(/^Client id/).value, field(/^Client secret/).value]).toEqual(['', '']);
  });

  it('asks for the second host of a kind that has one, too', async () => {
    await showForm('credential-registry');
    screen.getByRole('button', { name: 'Add and test' }).click();
    expect(asked()).toEqual([
      [{ origins: ['https://credentialengineregistry.org/*', 'https://apps.credentialengine.org/*'] }],
    ]);
  });

  it('asks for its own host alone where no client is given, and sends the token', async () => {
    const { user } = await showForm('case');
    await fill(user, field(/^Address/), 'case.example');
    await fill(user, field(/^Token optional/), 'tok-123');
    await user.click(screen.getByRole('button', { name: 'Add and test' }));
    await waitFor(() => expect(requested('testRegistry')).toHaveLength(1));
    expect(asked()).toEqual([[{ origins: ['https://case.example/*'] }]]);
    expect(requested('addRegistry')).toEqual([{ kind: 'case', address: 'case.example', name: '', token: 'tok-123' }]);
  });

  it('never shows the secret, nor lets the browser keep it', async () => {
    await showForm('lightcast');
    expect(field(/^Client secret/)).toMatchObject({ type: 'password', autocomplete: 'off' });
  });
});

describe('the form of each kind', () => {
  it('stands at home where there is one, with where access is fetched', async () => {
    await showForm('lightcast');
    expect(field(/^Address/).value).toBe('https://emsiservices.com/skills');
    expect(field(/^Token address/).value).toBe('https://auth.emsicloud.com/connect/token');
    expect(field(/^Scope/).value).toBe('lightcast_open_free');
    expect(screen.queryByLabelText(/^Token optional/)).toBeNull();
  });

  it('takes an address of home away with its kind, and leaves one that the person typed', async () => {
    const { user } = await showForm('lightcast');
    const kind = screen.getByRole('combobox', { name: /^Kind/ });
    await user.selectOptions(kind, 'osmt');
    expect(field(/^Address/).value).toBe('');
    await fill(user, field(/^Address/), 'https://mine.example');
    await user.selectOptions(kind, 'lightcast');
    expect(field(/^Address/).value).toBe('https://mine.example');
  });

  it('asks for no client, language or release where the kind knows none', async () => {
    await showForm('osmt');
    for (const label of [/^Client/, /^Language/, /^Release/, /^Version/])
      expect(screen.queryByLabelText(label)).toBeNull();
  });

  it('offers the languages and the release where the kind has them', async () => {
    const { user, container } = await showForm('esco');
    await user.selectOptions(field(/^Language/), 'de');
    await fill(user, field(/^Release/), 'v1.1.2');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Add and test' }));
    await waitFor(() => expect(requested('addRegistry')).toMatchObject([{ language: 'de', version: 'v1.1.2' }]));
  });

  it('does not call a key optional that is needed', async () => {
    await showForm('onet');
    expect(screen.getByLabelText(/^Key\b/).closest('label')?.textContent).not.toContain('optional');
  });
});

describe('the card of a registry that gives access to a client', () => {
  it('names the client and offers a new secret, and no token', async () => {
    const { card, container } = await withCard({ ...caseRegistry, credentials });
    expect(card.getByText('Client harbour')).toBeDefined();
    expect(card.getByText('Client secret')).toBeDefined();
    expect(card.queryByText('Token')).toBeNull();
    expect(card.getByRole('checkbox', { name: 'Offer its frameworks' })).toBeDefined();
    await expectAccessible(container);
  });

  it('lists both hosts under permissions, and asks for both when it is tested', async () => {
    const { card, user } = await withCard({ ...caseRegistry, credentials });
    const permissions = within(document.getElementById('permissions') ?? document.body);
    expect(permissions.getByText('case.example')).toBeDefined();
    expect(permissions.getByText('auth.example')).toBeDefined();
    await user.click(card.getByRole('button', { name: 'Test connection' }));
    expect(asked()).toEqual([[{ origins: ['https://case.example/*', 'https://auth.example/*'] }]]);
  });

  it('changes the client, asking for its token address from the click', async () => {
    const { card, user, container } = await withCard({ ...caseRegistry, credentials });
    await user.click(card.getByRole('button', { name: 'Change' }));
    expect(card.getByLabelText<HTMLInputElement>(/^Client secret/).value).toBe('');
    await user.clear(card.getByLabelText(/^Token address/));
    await fill(user, card.getByLabelText(/^Token address/), 'https://other.example/token');
    await expectAccessible(container);
    card.getByRole('button', { name: 'Keep it' }).click();
    expect(asked()).toEqual([[{ origins: ['https://case.example/*', 'https://other.example/*'] }]]);
    await card.findByRole('button', { name: 'Change' });
    expect(requested('changeRegistry')).toEqual([
      { id: registryId, credentials: { ...credentials, tokenAddress: 'https://other.example/token' } },
    ]);
  });

  it('shows why a change was refused, with what was typed', async () => {
    world.answers.set('changeRegistry', { ok: false, problem: { code: 'R304', message: 'No token address.' } });
    const { card, user } = await withCard(caseRegistry);
    await user.click(card.getByRole('button', { name: 'Set up' }));
    await fill(user, card.getByLabelText(/^Client id/), 'harbour');
    await fill(user, card.getByLabelText(/^Token address/), 'nowhere:');
    await user.click(card.getByRole('button', { name: 'Keep it' }));
    expect((await card.findByRole('alert')).textContent).toContain('R304');
    expect(card.getByLabelText<HTMLInputElement>(/^Client id/).value).toBe('harbour');
  });

  it('has no such line where the kind knows nothing of it', async () => {
    const { card } = await withCard({ kind: 'osmt', name: 'Library' });
    expect(card.queryByText('Access')).toBeNull();
  });
});
