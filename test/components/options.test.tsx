// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OptionsPage } from '../../components/registry/OptionsPage.tsx';
import { TestSteps } from '../../components/registry/TestSteps.tsx';
import { putKey, putRegistry } from '../../lib/store/registries.ts';
import { keptFramework } from '../support/frameworks.ts';
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

const pattern = 'https://cass.example/*';
const problem = { code: 'R310', message: 'Practice did not answer.', advice: 'Check the address.' };
const steps = [
  { step: 'address', state: 'done', saying: 'found' },
  { step: 'permission', state: 'done', saying: 'granted' },
  { step: 'connection', state: 'failed', saying: 'noAnswer' },
  { step: 'key', state: 'untried' },
  { step: 'kind', state: 'untried' },
  { step: 'version', state: 'untried' },
] as const;

beforeEach(() => {
  localStorage.clear();
  world.answers.set('addRegistry', { ok: true, value: registry() });
  world.answers.set('testRegistry', { ok: true, value: { steps: [] } });
});
function showOptions() {
  return { ...show(<OptionsPage />), user: userEvent.setup() };
}
/** The options once the form is there: it waits for the cards above it. */
async function showForm() {
  const shown = showOptions();
  await screen.findByRole('button', { name: 'Add and test' });
  return shown;
}

async function withRegistry(over = {}) {
  await putRegistry(world.database, registry(over));
  const shown = showOptions();
  const card = await screen.findByRole('article', { name: registry(over).name });
  return { ...shown, card: within(card) };
}
const requested = (name: string) => world.requested.filter((one) => one.name === name).map(({ request }) => request);

describe('the options', () => {
  it('are complete without any registry', async () => {
    const { container } = showOptions();
    expect(screen.getByText(/None is needed/)).toBeDefined();
    expect(screen.getByText(/^No host is asked for/)).toBeDefined();
    await expectAccessible(container);
  });

  it('show a registry and all that it needs', async () => {
    const { container, card } = await withRegistry();
    expect(card.getByText('https://cass.example/api')).toBeDefined();
    expect(card.getByRole<HTMLInputElement>('checkbox', { name: /^Ask it when I search, send to it/ }).checked).toBe(
      true,
    );
    await expectAccessible(container);
  });
});

describe('adding a registry', () => {
  const address = () => screen.getByRole('textbox', { name: /^Address/ });

  it('asks for the permission before anything else, from the click itself', async () => {
    const order: string[] = [];
    const { permissions } = world.extension.browser;
    permissions.request.mockImplementation(async ({ origins }) => {
      order.push(`permission ${origins}, requests before: ${world.requested.length}`);
      return true;
    });
    world.answers.set('addRegistry', { ok: true, value: registry() });
    world.answers.set('testRegistry', { ok: true, value: { steps: [] } });
    const { user } = await showForm();
    await user.type(address(), 'https://cass.example:8080/api/data/x');
    await user.selectOptions(screen.getByRole('combobox', { name: /^Kind/ }), 'cass');
    await user.type(screen.getByLabelText(/^Token/), 'tok-123');
    await user.click(screen.getByRole('button', { name: 'Add and test' }));
    await waitFor(() => expect(requested('testRegistry')).toEqual([{ id: registryId }]));
    expect(order).toEqual([`permission ${pattern}, requests before: 0`]);
    expect(requested('addRegistry')).toEqual([
      { address: 'https://cass.example:8080/api/data/x', kind: 'cass', name: '', token: 'tok-123' },
    ]);
  });

  it('asks for the permission in the same task as the click: later the browser would not let it', async () => {
    const { user } = await showForm();
    await user.type(address(), 'https://cass.example');
    screen.getByRole('button', { name: 'Add and test' }).click();
    expect(world.extension.browser.permissions.request).toHaveBeenCalledOnce();
  });

  it.each(['javascript:alert(1)', 'file:///etc', 'https://me:pw@a.example'])(
    'asks no permission for %j and shows why it is refused',
    async (typed) => {
      const refused = { code: 'R301', message: 'A registry’s address begins with https:// or http://.' };
      world.answers.set('addRegistry', { ok: false, problem: refused });
      const { user, container } = await showForm();
      await user.type(address(), typed);
      await user.click(screen.getByRole('button', { name: 'Add and test' }));
      expect((await screen.findByRole('alert')).textContent).toContain('R301');
      expect(world.extension.browser.permissions.request).not.toHaveBeenCalled();
      expect((address() as HTMLInputElement).value).toBe(typed);
      await expectAccessible(container);
    },
  );

  it('keeps and tests it where the person said no to the browser, so that the test can say so', async () => {
    world.extension.browser.permissions.request.mockRejectedValue(new Error('User gesture lost'));
    world.answers.set('addRegistry', { ok: true, value: registry() });
    const { user } = await showForm();
    await user.type(address(), 'https://cass.example');
    await user.click(screen.getByRole('button', { name: 'Add and test' }));
    await waitFor(() => expect(requested('testRegistry')).toHaveLength(1));
  });

  it('adds once, however often the button is pressed, and forgets the token', async () => {
    world.answers.set('addRegistry', { ok: true, value: registry() });
    const { user } = await showForm();
    await user.type(address(), 'https://cass.example');
    await user.type(screen.getByLabelText(/^Token/), 'tok-123');
    await user.dblClick(screen.getByRole('button', { name: 'Add and test' }));
    await waitFor(() => expect(requested('testRegistry')).toHaveLength(1));
    expect(requested('addRegistry')).toHaveLength(1);
    expect(screen.getByLabelText<HTMLInputElement>(/^Token/).value).toBe('');
  });
});

describe('testing a registry', () => {
  it('says of every step how it went, and of the rest that it was not tried', async () => {
    const { container } = show(<TestSteps kind="cass" steps={steps} />);
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'AddressFound',
      'PermissionGranted',
      'ConnectionNo answer',
      'KeyNot tried',
      'KindNot tried',
      'VersionNot tried',
    ]);
    await expectAccessible(container);
  });

  it('shows the steps, the reason and the state, and says it aloud', async () => {
    world.answers.set('testRegistry', { ok: true, value: { steps, problem } });
    const { user, container, card } = await withRegistry();
    await user.click(card.getByRole('button', { name: 'Test connection' }));
    expect(await card.findByText('Test failed')).toBeDefined();
    expect(card.getByRole('list', { name: 'Steps of the test' })).toBeDefined();
    expect(card.getByRole('alert').textContent).toContain('R310');
    expect(screen.getByRole('status').textContent).toBe('Test failed. Practice did not answer.');
    await expectAccessible(container);
  });

  it('says so when all is well', async () => {
    const all = steps.map(({ step }) => ({ step, state: 'done' }));
    world.answers.set('testRegistry', { ok: true, value: { steps: all } });
    const { user, card } = await withRegistry();
    await user.click(card.getByRole('button', { name: 'Test connection' }));
    expect(await card.findByText('Answered')).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('Test passed.');
  });
});

describe('the card', () => {
  const at = '2026-03-01T10:00:00.000Z';

  it('says that it was never tested, and why it cannot be spoken to yet', async () => {
    const { card } = await withRegistry();
    expect(card.getByText('Not tested yet')).toBeDefined();
    expect(await card.findByText(/^Your browser has not let Plumbline speak to this address/)).toBeDefined();
    act(() => {
      world.extension.granted.add(pattern);
      world.extension.browser.permissions.onAdded.tell();
    });
    await waitFor(() => expect(card.queryByText(/^Your browser has not let/)).toBeNull());
  });

  it.each([
    ['Answered Mar 1, 2026', undefined],
    ['Test failed at “Key”, Mar 1, 2026', 'key'],
  ] as const)('says of a test of long ago: %s', async (said, failed) => {
    const { container, card } = await withRegistry({ tested: { at, ...(failed && { failed }) } });
    const [time] = card.getAllByText('Mar 1, 2026');
    expect(time?.closest('.state')?.textContent).toBe(said);
    await expectAccessible(container);
  });

  it('says what of it is kept here', async () => {
    const origin = { from: 'registry', registry: registryId, uri: 'urn:example:f' } as const;
    await world.database.frameworks.bulkPut([
      keptFramework({ id: 'one', uri: 'urn:example:one', skills: 1200, imported: at, origin }),
      keptFramework({ id: 'two', uri: 'urn:example:two', skills: 4, imported: '2026-01-01T10:00:00.000Z', origin }),
      keptFramework({ id: 'three', uri: 'urn:example:three', skills: 70 }),
    ]);
    const { card } = await withRegistry();
    expect(await card.findByText('2 frameworks, 1,204 skills kept here')).toBeDefined();
    expect(card.getByText('copy of Mar 1, 2026')).toBeDefined();
  });

  it('gives it another name, by the keyboard', async () => {
    const { user, container, card } = await withRegistry();
    await user.click(card.getByRole('button', { name: 'Rename' }));
    const field = card.getByRole('textbox', { name: 'Name of Practice' });
    expect(document.activeElement).toBe(field);
    await expectAccessible(container);
    await user.clear(field);
    await user.type(field, ' Harbour {Enter}');
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('It is called Harbour now.'));
    expect(requested('changeRegistry')).toEqual([{ id: registryId, name: 'Harbour' }]);
    expect(document.activeElement).toBe(card.getByRole('button', { name: 'Rename' }));
  });

  it('leads from a key that was refused to a new one, and copies what to tell others', async () => {
    const refused = [{ step: 'key', state: 'failed', saying: 'refused' }];
    world.answers.set('testRegistry', { ok: true, value: { steps: refused, problem } });
    const { user, card } = await withRegistry();
    await user.click(card.getByRole('button', { name: 'Test connection' }));
    await user.click(await card.findByRole('button', { name: 'Copy details' }));
    expect(JSON.parse(await navigator.clipboard.readText())).toEqual({
      ...{ kind: 'cass', address: 'https://cass.example/api', steps: refused, problem },
    });
    await user.click(card.getByRole('button', { name: 'Enter a new key' }));
    expect(document.activeElement).toBe(card.getByLabelText('Token for Practice'));
    await user.click(card.getByRole('button', { name: 'Cancel' }));
    expect(document.activeElement).toBe(card.getByRole('button', { name: 'Enter a new one' }));
  });
});

describe('the token', () => {
  it('is never shown: neither the one kept nor the one typed', async () => {
    const { user, container, card } = await withRegistry();
    await user.click(card.getByRole('button', { name: 'Enter a new one' }));
    const field = card.getByLabelText<HTMLInputElement>('Token for Practice');
    expect([field.value, field.type, field.autocomplete]).toEqual(['', 'password', 'off']);
    await user.type(field, 'tok-123');
    expect(container.textContent).not.toContain('tok-123');
    await expectAccessible(container);
    await user.click(card.getByRole('button', { name: 'Keep it' }));
    await card.findByRole('button', { name: 'Enter a new one' });
    expect(requested('changeRegistry')).toEqual([{ id: registryId, token: 'tok-123' }]);
    await user.click(card.getByRole('button', { name: 'Enter a new one' }));
    expect(card.getByLabelText<HTMLInputElement>('Token for Practice').value).toBe('');
  });

  it('can be forgotten', async () => {
    const { user, card } = await withRegistry();
    await user.click(card.getByRole('button', { name: 'Enter a new one' }));
    await user.click(card.getByRole('button', { name: 'Forget the one kept' }));
    await waitFor(() => expect(requested('changeRegistry')).toEqual([{ id: registryId, token: '' }]));
  });
});

describe('the signing key', () => {
  it('is made with a click, where a registry takes alignments', async () => {
    const { user, card } = await withRegistry();
    await user.click(card.getByRole('button', { name: 'Make a signing key' }));
    await waitFor(() => expect(requested('makeSigningKey')).toEqual([{ id: registryId }]));
  });

  it('is not asked for where it takes none', async () => {
    const { card } = await withRegistry({ kind: 'osmt' });
    expect(card.queryByText('Signing key')).toBeNull();
    expect(card.getByRole('checkbox', { name: 'Ask it when I search' })).toBeDefined();
  });

  it('shows no half of itself, copies the public one, and is replaced only by a second word', async () => {
    const made = {
      registry: registryId,
      privateKey: {} as CryptoKey,
      publicKeyPem: '-----BEGIN PUBLIC KEY-----x',
      made: '',
    };
    await putKey(world.database, made);
    const { user, container, card } = await withRegistry();
    expect(container.textContent).not.toContain('BEGIN');
    await user.click(card.getByRole('button', { name: 'Copy public key' }));
    expect(await navigator.clipboard.readText()).toBe(made.publicKeyPem);
    await user.click(card.getByRole('button', { name: 'Replace' }));
    expect(requested('makeSigningKey')).toEqual([]);
    expect(card.getByText(/cannot be changed with the new one/)).toBeDefined();
    await user.click(card.getByRole('button', { name: 'Replace all the same' }));
    await waitFor(() => expect(requested('makeSigningKey')).toHaveLength(1));
  });
});

describe('changing a registry', () => {
  it('switches it off, and says so where that fails', async () => {
    world.answers.set('changeRegistry', { ok: false, problem: { code: 'S201', message: 'Not saved: full.' } });
    const { user, card } = await withRegistry();
    await user.click(card.getByRole('checkbox'));
    expect(requested('changeRegistry')).toEqual([{ id: registryId, enabled: false }]);
    expect((await card.findByRole('alert')).textContent).toContain('S201');
    expect(card.getByRole<HTMLInputElement>('checkbox').checked).toBe(true);
  });

  it('removes it only after a second word', async () => {
    const { user, card } = await withRegistry();
    await user.click(card.getByRole('button', { name: 'Remove' }));
    expect(card.getByText(/Your alignments stay here/)).toBeDefined();
    await user.click(card.getByRole('button', { name: 'Keep' }));
    await user.click(card.getByRole('button', { name: 'Remove' }));
    expect(requested('removeRegistry')).toEqual([]);
    await user.click(card.getByRole('button', { name: 'Remove Practice' }));
    await waitFor(() => expect(requested('removeRegistry')).toEqual([{ id: registryId }]));
  });
});

describe('the permissions', () => {
  const section = () => within(document.getElementById('permissions') ?? document.body);
  const line = (index = 0) => within(section().getAllByRole('listitem')[index] ?? document.body);

  it('are given and taken back, and follow what the browser says', async () => {
    const { user } = await withRegistry();
    const permissions = line();
    expect(permissions.getByText('Not granted')).toBeDefined();
    await user.click(permissions.getByRole('button', { name: /^Grant/ }));
    expect(await permissions.findByText('Granted')).toBeDefined();
    expect([...world.extension.granted]).toEqual([pattern]);
    await user.click(permissions.getByRole('button', { name: /^Take back/ }));
    expect(await permissions.findByText('Not granted')).toBeDefined();
    act(() => {
      world.extension.granted.add(pattern);
      world.extension.browser.permissions.onAdded.tell();
    });
    expect(await permissions.findByText('Granted')).toBeDefined();
  });

  it('count as given where the person allowed all sites', async () => {
    world.extension.browser.permissions.contains.mockResolvedValue(true);
    await withRegistry();
    expect(await line().findByText('Granted')).toBeDefined();
  });

  it('name what works without each of them', async () => {
    const { container } = await withRegistry();
    expect(line(0).getByText(/^Without it, nothing is asked of the host/)).toBeDefined();
    expect(line(1).getByText(/^Without it, there is no badge/)).toBeDefined();
    await expectAccessible(container);
  });

  it('count an interface as given when the browser gives it, and can take it back', async () => {
    const { user } = await withRegistry();
    await user.click(line(1).getByRole('button', { name: 'Grant Which pages you open' }));
    expect(await line(1).findByText('Granted')).toBeDefined();
    expect(screen.getByRole('status').textContent).toBe('Granted: Which pages you open.');
    await user.click(line(1).getByRole('button', { name: 'Take back Which pages you open' }));
    expect(await line(1).findByText('Not granted')).toBeDefined();
    expect(world.extension.granted.size).toBe(0);
  });

  it('say so where the browser changes nothing', async () => {
    world.extension.browser.permissions.request.mockResolvedValue(false);
    const { user } = await withRegistry();
    await user.click(line(0).getByRole('button', { name: 'Grant cass.example' }));
    await waitFor(() =>
      expect(screen.getByRole('status').textContent).toBe('The browser changed nothing: cass.example.'),
    );
    expect(line(0).getByText('Not granted')).toBeDefined();
  });

  it('list hosts that no registry needs any more, to be taken back', async () => {
    world.extension.granted.add('http://old.example/*');
    const { user } = await withRegistry();
    expect(await section().findByText('http://old.example')).toBeDefined();
    await user.click(section().getByRole('button', { name: 'Take back http://old.example' }));
    await waitFor(() => expect(section().queryByText('http://old.example')).toBeNull());
    expect([...world.extension.granted]).toEqual([]);
  });

  it('are one for all registries of a host', async () => {
    await putRegistry(
      world.database,
      registry({
        id: crypto.randomUUID(),
        name: 'Other',
        address: 'https://cass.example:444/x',
        created: '2026-03-02T10:00:00.000Z',
      }),
    );
    await withRegistry();
    expect(section().getAllByRole('listitem')).toHaveLength(3);
    expect(line().getByText('Search and publish at Practice, Other.')).toBeDefined();
  });
});

it('changes the colours at once', async () => {
  const { user } = await showForm();
  await user.click(screen.getByRole('radio', { name: 'Dark' }));
  expect(document.documentElement.dataset.theme).toBe('dark');
  await user.click(screen.getByRole('radio', { name: 'System' }));
  expect(document.documentElement.dataset.theme).toBeUndefined();
});
