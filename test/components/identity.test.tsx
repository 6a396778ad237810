// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ExportView } from '../../components/bundle/ExportView.tsx';
import { Identity } from '../../components/identity/Identity.tsx';
import { SignatureOf } from '../../components/identity/SignatureOf.tsx';
import { SignaturesContext } from '../../components/identity/signatures-context.ts';
import type { Exported } from '../../lib/domain/bundle.ts';
import type { Verdict } from '../../lib/domain/verdict.ts';
import type { Signatures } from '../../lib/messaging/signing-client.ts';
import { createKeepIdentity } from '../../lib/services/keep-identity.ts';
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

const password = 'a harbour at low tide';
const ask = vi.fn();
const downloaded: Blob[] = [];
beforeEach(() => {
  ask.mockReset();
  downloaded.length = 0;
  URL.createObjectURL = (file) => {
    downloaded.push(file as Blob);
    return 'blob:none';
  };
  URL.revokeObjectURL = () => {};
  HTMLAnchorElement.prototype.click = () => {};
});

/** Who signs, kept in the database as the background would keep it. */
const identity = () => createKeepIdentity(world.database, () => new Date('2026-03-01T10:00:00Z'));

function showIdentity() {
  const onSay = vi.fn();
  const shown = show(
    <SignaturesContext value={{ ask } as Signatures}>
      <Identity onSay={onSay} />
    </SignaturesContext>,
  );
  return { ...shown, user: userEvent.setup(), onSay };
}
const requested = (name: string) => world.requested.filter((one) => one.name === name).map(({ request }) => request);
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('who signs', () => {
  it('is nobody at first, and nothing is kept before it is said', async () => {
    const { container } = showIdentity();
    expect(await screen.findByLabelText('Your name')).toHaveProperty('value', '');
    expect(screen.queryByRole('button', { name: 'Keep my name' })).toBeNull();
    expect(await button('Make a signing key')).toHaveProperty('disabled', false);
    await expectAccessible(container);
  });

  it('keeps a name', async () => {
    const { user, onSay } = showIdentity();
    await user.type(await screen.findByLabelText('Your name'), 'Marta Osei');
    await user.type(screen.getByLabelText(/^Organisation/), 'Old Quay');
    await user.click(await button('Keep my name'));
    expect(requested('keepIdentity')).toEqual([{ name: 'Marta Osei', organisation: 'Old Quay' }]);
    await waitFor(() => expect(onSay).toHaveBeenCalledWith('Your name was kept.'));
  });

  it('makes a key with no copy, or with one under a password that is long enough', async () => {
    const { user } = showIdentity();
    await user.click(await button('Make a signing key'));
    expect(requested('makeIdentityKey')).toEqual([{}]);
    const field = screen.getByLabelText(/^Password for a copy/);
    expect(field).toHaveProperty('type', 'password');
    await user.type(field, 'short');
    expect(await button('Make a signing key')).toHaveProperty('disabled', true);
    expect(screen.getByText(/At least 12 characters/)).toBeDefined();
    await user.clear(field);
    await user.type(field, password);
    await user.click(await button('Make a signing key'));
    expect(requested('makeIdentityKey')[1]).toEqual({ password });
    await waitFor(() => expect(field).toHaveProperty('value', ''));
  });

  it('says why no key could be made', async () => {
    const problem = { code: 'K501', message: 'This browser cannot.' };
    world.answers.set('makeIdentityKey', { ok: false, problem });
    const { user } = showIdentity();
    await user.click(await button('Make a signing key'));
    expect((await screen.findByRole('alert')).textContent).toContain('K501');
  });

  it('shows the public key, and says what losing it means where there is no copy', async () => {
    const { did } = await identity().makeKey();
    const { container, user, onSay } = showIdentity();
    expect(await screen.findByText(did)).toBeDefined();
    expect(screen.getByText(/nobody can bring it back/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /locked copy/ })).toBeNull();
    await user.click(await button('Copy public key'));
    expect(await navigator.clipboard.readText()).toBe(did);
    expect(onSay).toHaveBeenCalledWith('The public key was copied.');
    await expectAccessible(container);
  });

  it('hands out the locked copy where there is one', async () => {
    await identity().makeKey(password);
    const value = { text: '{"plumblineKey":1}', fileName: 'plumbline-signing-key.json' };
    world.answers.set('exportIdentityKey', { ok: true, value });
    const { user, onSay } = showIdentity();
    await user.click(await button('Download the locked copy'));
    await waitFor(() => expect(onSay).toHaveBeenCalledWith('Downloaded plumbline-signing-key.json.'));
    expect(downloaded).toHaveLength(1);
  });

  it('forgets and replaces only when asked twice', async () => {
    await identity().makeKey();
    const { user, container } = showIdentity();
    await user.click(await button('Forget'));
    expect(requested('forgetIdentityKey')).toEqual([]);
    await user.click(await button('Keep it'));
    await user.click(await button('Replace'));
    expect(screen.getByText(/others see another key/)).toBeDefined();
    await expectAccessible(container);
    await user.click(await button('Make a new key'));
    expect(requested('makeIdentityKey')).toEqual([{}]);
    await user.click(await button('Forget'));
    await user.click(await button('Forget it all the same'));
    expect(requested('forgetIdentityKey')).toEqual([{}]);
  });

  it('takes a key from its copy, and keeps what was typed where it does not open', async () => {
    world.answers.set('importIdentityKey', { ok: false, problem: { code: 'K504', message: 'Another password.' } });
    const { user, container } = showIdentity();
    await button('Take a key from its copy');
    const file = fileOf('{"plumblineKey":1}', 'key.json', 'application/json');
    await user.upload(fileInput(container, 0), file);
    await user.type(await screen.findByLabelText('Password of the copy'), 'whatever');
    await user.click(await button('Take the key'));
    expect(requested('importIdentityKey')).toEqual([{ text: '{"plumblineKey":1}', password: 'whatever' }]);
    expect((await screen.findByRole('alert')).textContent).toContain('K504');
    expect(screen.getByLabelText('Password of the copy')).toHaveProperty('value', 'whatever');
  });
});

describe('checking a signature', () => {
  const signer = { id: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK', name: 'Marta <b>Osei</b>' };
  const reason = { code: 'K520', message: 'Something was changed.', advice: 'Do not rely on it.' };

  it.each<[Verdict, RegExp]>([
    [{ state: 'valid', signer, signed: '2026-03-01T10:00:00Z' }, /^Valid: signed by your key/],
    [{ state: 'unknown-issuer', signer }, /issuer is not known here/],
    [{ state: 'invalid', reason, signer }, /^Invalid\. Something was changed/],
    [{ state: 'unchecked', reason }, /^Cannot be checked here/],
    [{ state: 'unsigned' }, /^Not signed/],
  ])('says what %o means', async (verdict, words) => {
    ask.mockResolvedValue({ ok: true, value: [verdict] });
    const { user, container, onSay } = showIdentity();
    await button('Choose a signed file');
    await user.upload(fileInput(container, 1), fileOf('{}', 'badge.json'));
    const found = await screen.findByRole('region', { name: 'What was found in badge.json' });
    expect(within(found).getByText(words)).toBeDefined();
    expect(ask).toHaveBeenCalledWith('verify', { text: '{}' });
    expect(onSay).toHaveBeenCalledWith('Checked.');
    expect(container.querySelector('b')).toBeNull();
    await expectAccessible(container);
  });

  it('takes a file with its signature, in either order, and refuses what is unclear', async () => {
    ask.mockResolvedValue({ ok: true, value: [{ state: 'unsigned' }] });
    const { user, container } = showIdentity();
    await button('Choose a signed file');
    const file = fileOf('words', 'a.plumbline.json');
    const signature = fileOf('{"s":1}', 'a.plumbline.json.signature.json');
    for (const files of [
      [file, signature],
      [signature, file],
    ]) {
      ask.mockClear();
      await user.upload(fileInput(container, 1), files);
      await waitFor(() => expect(ask).toHaveBeenCalledOnce());
      const [name, { text, beside }] = ask.mock.calls[0] ?? [];
      expect([name, text, new TextDecoder().decode(beside)]).toEqual(['verify', '{"s":1}', 'words']);
    }
    await user.upload(fileInput(container, 1), [file, file]);
    expect((await screen.findByRole('alert')).textContent).toContain('K532');
  });
});

describe('a file on its way in', () => {
  const signer = { id: 'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK' };
  const reason = { code: 'K520', message: 'Something was changed.' };
  const signedFile = () => fileOf('[{"proof":[]}]', 'badges.json');
  const showFile = (file: File) =>
    show(
      <SignaturesContext value={{ ask } as Signatures}>
        <SignatureOf file={file} />
      </SignaturesContext>,
    );

  it('shows what its signatures are worth, the worst first, the same ones together', async () => {
    const verdicts: Verdict[] = [
      { state: 'unknown-issuer', signer },
      { state: 'unknown-issuer', signer },
      { state: 'invalid', reason, signer },
    ];
    ask.mockResolvedValue({ ok: true, value: verdicts });
    const { container } = showFile(signedFile());
    await screen.findByText(/^Invalid/);
    expect([...container.querySelectorAll('.notice strong')].map(({ textContent }) => textContent)).toEqual([
      'Invalid. Something was changed.',
      'Not changed since it was signed, but the issuer is not known here',
    ]);
    expect(screen.getByText('Of 2 credentials:')).toBeDefined();
    await expectAccessible(container);
  });

  it('says why they could not be looked at', async () => {
    ask.mockResolvedValue({ ok: false, problem: { code: 'K540', message: 'Broke down.' } });
    showFile(signedFile());
    expect((await screen.findByRole('alert')).textContent).toContain('K540');
  });

  it('says nothing of a file that bears no signature', async () => {
    ask.mockResolvedValue({ ok: true, value: [{ state: 'unsigned' }] });
    const read = vi.fn(async () => '{"proof":1}');
    const plain = fileOf('{"name":"words"}', 'plain.json');
    const { container, unmount } = showFile(Object.defineProperty(fileOf('', 'a.json'), 'text', { value: read }));
    await waitFor(() => expect(ask).toHaveBeenCalledOnce());
    expect(container.textContent).toBe('');
    unmount();
    ask.mockClear();
    const text = vi.spyOn(plain, 'text');
    showFile(plain);
    await waitFor(() => expect(text).toHaveBeenCalled());
    expect(ask).not.toHaveBeenCalled();
  });
});

describe('the export', () => {
  const losses = ['issuer', 'fit'].map((what) => ({ what, message: `No ${what}.`, count: 1 }));
  const written: Exported = { text: '{"plain":true}', mediaType: 'application/json', fileName: 'a.json', losses };

  async function showExport() {
    world.answers.set('exportResource', { ok: true, value: written });
    const onSay = vi.fn();
    const shown = show(
      <SignaturesContext value={{ ask } as Signatures}>
        <ExportView address="https://a.example/" title="A" version="1" onBack={vi.fn()} onSay={onSay} />
      </SignaturesContext>,
    );
    await screen.findByText('{"plain":true}');
    return { ...shown, user: userEvent.setup(), onSay };
  }

  it('offers no signing without a key', async () => {
    await showExport();
    expect(screen.queryByRole('checkbox', { name: /^Sign/ })).toBeNull();
    expect(ask).not.toHaveBeenCalled();
  });

  it('signs inside an Open Badge, whose issuer is then no loss', async () => {
    await identity().keep({ name: 'Marta Osei', organisation: '' });
    await identity().makeKey();
    ask.mockResolvedValue({ ok: true, value: '{"signed":true}' });
    const { user, container } = await showExport();
    await user.selectOptions(screen.getByLabelText(/^Format/), 'open-badges-3');
    await user.click(await screen.findByRole('checkbox', { name: /^Sign as Marta Osei/ }));
    expect(await screen.findByText('{"signed":true}')).toBeDefined();
    expect(ask.mock.calls[0]?.slice(0, 2)).toEqual(['sign', { text: '{"plain":true}' }]);
    expect(screen.queryByText('No issuer.')).toBeNull();
    expect(screen.getByText('No fit.')).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Download signature' })).toBeNull();
    await expectAccessible(container);
  });

  it('gives any other format a signature beside it, and leaves the file as it is', async () => {
    await identity().makeKey();
    ask.mockResolvedValue({ ok: true, value: '{"proof":[]}' });
    const { user, onSay } = await showExport();
    await user.click(await screen.findByRole('checkbox', { name: /^Sign it/ }));
    await user.click(await button('Download signature'));
    expect(onSay).toHaveBeenCalledWith('Downloaded a.json.signature.json.');
    const [name, request] = ask.mock.calls[0] ?? [];
    expect(name).toBe('signFile');
    expect(new TextDecoder().decode(request.bytes)).toBe('{"plain":true}');
    expect(screen.getByText('{"plain":true}')).toBeDefined();
  });

  it('shows why it could not be signed, and no unsigned text in its place', async () => {
    await identity().makeKey();
    ask.mockResolvedValue({ ok: false, problem: { code: 'K512', message: 'Uncovered.' } });
    const { user } = await showExport();
    await user.click(await screen.findByRole('checkbox', { name: /^Sign it/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('K512');
    expect(screen.queryByText('{"plain":true}')).toBeNull();
    expect(await button('Download')).toHaveProperty('disabled', true);
  });
});

function fileInput(container: Element, index: number): HTMLInputElement {
  const input = container.querySelectorAll<HTMLInputElement>('input[type=file]')[index];
  if (!input) throw new Error('no field for a file');
  return input;
}

/** A file as browsers hand it out; jsdom's cannot be read. */
function fileOf(text: string, name: string, type = ''): File {
  const file = new File([text], name, { type });
  return Object.defineProperties(file, {
    text: { value: async () => text, configurable: true, writable: true },
    arrayBuffer: { value: async () => new TextEncoder().encode(text).buffer },
  });
}
