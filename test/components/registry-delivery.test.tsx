// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OptionsPage } from '../../components/registry/OptionsPage.tsx';
import { putRegistry } from '../../lib/store/registries.ts';
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
afterEach(() => vi.unstubAllGlobals());

const requested = (name: string) => world.requested.filter((one) => one.name === name).map(({ request }) => request);

async function showForm(kind: string) {
  const shown = show(<OptionsPage />);
  const user = userEvent.setup();
  await user.selectOptions(await screen.findByRole('combobox', { name: /^Kind/ }), kind);
  const form = within(screen.getByRole('form', { name: 'Add a registry' }));
  const fill = async (label: RegExp, text: string) => {
    await user.click(form.getByLabelText(label));
    await user.paste(text);
  };
  return { ...shown, form, user, fill };
}

describe('adding an address that takes alignments', () => {
  it('asks for format, method, headers and body, and sends what was said', async () => {
    const { user, form, fill, container } = await showForm('endpoint');
    await fill(/^Address/, 'https://a.example/in/{{id}}');
    await user.selectOptions(form.getByRole('combobox', { name: /^Format/ }), 'csv');
    await user.selectOptions(form.getByRole('combobox', { name: /^Method/ }), 'PUT');
    await fill(/^Headers/, 'X-Collection: charts: bar\n\nX-Empty');
    await fill(/^Body/, '{"rows": "{{contentJson}}"}');
    await user.click(screen.getByRole('checkbox', { name: /^Withdraw with DELETE/ }));
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Add and test' }));
    await waitFor(() => expect(requested('testRegistry')).toHaveLength(1));
    expect(requested('addRegistry')).toMatchObject([
      {
        kind: 'endpoint',
        address: 'https://a.example/in/{{id}}',
        delivery: {
          ...{ format: 'csv', method: 'PUT', template: '{"rows": "{{contentJson}}"}', deletes: true },
          headers: [
            { name: 'X-Collection', value: 'charts: bar' },
            { name: 'X-Empty', value: '' },
          ],
        },
      },
    ]);
  });

  it('sends nothing before a format is chosen, and keeps what was typed where it was refused', async () => {
    const refused = { code: 'R306', message: 'The body is no JSON from line 1, character 2 on.' };
    world.answers.set('addRegistry', { ok: false, problem: refused });
    const { user, form, fill } = await showForm('endpoint');
    await fill(/^Address/, 'https://a.example/in');
    const format = form.getByRole('combobox', { name: /^Format/ });
    expect([format.hasAttribute('required'), (format as HTMLSelectElement).value]).toEqual([true, '']);
    await user.selectOptions(format, 'lrmi');
    await fill(/^Body/, '{oops}');
    await user.click(screen.getByRole('button', { name: 'Add and test' }));
    expect(await screen.findByText(/no JSON from line 1/)).toBeTruthy();
    expect(form.getByLabelText<HTMLTextAreaElement>(/^Body/).value).toBe('{oops}');
  });
});

describe('a folder of the disk', () => {
  it('is not offered where the browser cannot be asked for one, and the form says so', async () => {
    show(<OptionsPage />);
    const kinds = within(await screen.findByRole('combobox', { name: /^Kind/ }));
    expect(kinds.queryByRole('option', { name: 'Folder on this disk' })).toBeNull();
    expect(screen.getByText(/only by browsers like Chrome and Edge/)).toBeTruthy();
  });

  it('has no address to type and none to be tested at before it is chosen', async () => {
    vi.stubGlobal('showDirectoryPicker', () => undefined);
    const { user } = await showForm('folder');
    expect(screen.queryByLabelText(/^Address/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add' }));
    await waitFor(() => expect(requested('addRegistry')).toEqual([{ kind: 'folder', address: '', name: '' }]));
    expect(world.extension.browser.permissions.request).not.toHaveBeenCalled();
    expect(requested('testRegistry')).toEqual([]);
  });

  it('is chosen on its card, and nothing is changed where the person thinks better of it', async () => {
    const thought = vi.fn().mockRejectedValue(new DOMException('no', 'AbortError'));
    vi.stubGlobal('showDirectoryPicker', thought);
    await putRegistry(world.database, registry({ kind: 'folder', name: 'Desk', address: '' }));
    const { container } = show(<OptionsPage />);
    const card = within(await screen.findByRole('article', { name: 'Desk' }));
    await expectAccessible(container);
    card.getByRole('button', { name: 'Choose the folder of Desk' }).click();
    await waitFor(() => expect(thought).toHaveBeenCalledWith({ mode: 'readwrite', id: 'plumbline' }));
    expect([await world.database.folders.count(), requested('changeRegistry')]).toEqual([0, []]);
    expect(card.getByRole('checkbox', { name: 'Send to it when I publish' })).toBeTruthy();
  });
});

describe('the card of an address that takes alignments', () => {
  it('says what is missing, and is changed as a whole', async () => {
    const headers = [{ name: 'X-Collection', value: 'charts' }];
    const over = { kind: 'endpoint', name: 'Inbox', address: 'https://a.example/in', delivery: { headers } } as const;
    await putRegistry(world.database, registry({ ...over, delivery: { headers } }));
    show(<OptionsPage />);
    const user = userEvent.setup();
    const card = within(await screen.findByRole('article', { name: 'Inbox' }));
    expect(card.getByText('Takes no alignments before this is said: Format')).toBeTruthy();
    expect(card.getByText('1 header')).toBeTruthy();
    await user.click(card.getByRole('button', { name: 'Change the delivery to Inbox' }));
    await user.selectOptions(card.getByRole('combobox', { name: /^Format/ }), 'plumbline');
    await user.clear(card.getByLabelText(/^Headers/));
    world.answers.set('changeRegistry', { ok: true, value: null });
    await user.click(card.getByRole('button', { name: 'Keep it' }));
    await waitFor(() => expect(requested('changeRegistry')).toMatchObject([{ delivery: { format: 'plumbline' } }]));
    expect(requested('changeRegistry')[0]).not.toHaveProperty('delivery.headers');
  });
});
