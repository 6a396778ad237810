// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { RestoredLine } from '../../components/draft/RestoredLine.tsx';
import { Identity } from '../../components/identity/Identity.tsx';
import { SignatureOf } from '../../components/identity/SignatureOf.tsx';
import { SignaturesContext } from '../../components/identity/signatures-context.ts';
import type { Verdict } from '../../lib/domain/verdict.ts';
import { t } from '../../lib/language/words.ts';
import type { Signatures } from '../../lib/messaging/signing-client.ts';
import { createKeepIdentity } from '../../lib/services/keep-identity.ts';
import { useKeeping } from '../../lib/state/keeping.ts';
import { speakPseudo, unsaid, unsaidNames } from '../support/pseudo.ts';
import { held } from './held.ts';
import { inWorld, show, world } from './screen.tsx';

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

const ask = vi.fn();
const heard: string[] = [];
function showIdentity() {
  heard.length = 0;
  const shown = show(
    <SignaturesContext value={{ ask } as Signatures}>
      <Identity onSay={(text) => heard.push(text)} />
    </SignaturesContext>,
  );
  return { ...shown, user: userEvent.setup() };
}
const button = (name: string) => screen.findByRole('button', { name });
const expectSaid = () => expect([unsaid(document.body), unsaidNames(document.body)]).toEqual([[], []]);
/** A file whose text can be read; those of jsdom's own cannot. */
const fileOf = (text: string, name: string) =>
  Object.defineProperty(new File([text], name), 'text', { value: async () => text });
async function upload(at: number, ...files: File[]) {
  const input = document.querySelectorAll<HTMLInputElement>('input[type=file]')[at];
  if (!input) throw new Error('no file field');
  await userEvent.upload(input, files);
}

it('says by messages who signs, and how a key is made or taken', async () => {
  const { user } = showIdentity();
  await user.type(await screen.findByLabelText(t('identity.name')), 'Marta Osei');
  await user.type(
    screen.getByLabelText((label) => label.startsWith(t('identity.make.password'))),
    'short',
  );
  await upload(0, new File(['{}'], 'key.json', { type: 'application/json' }));
  expectSaid();
});

it.each([undefined, 'a harbour at low tide'])(
  'says by messages which key there is, with the password %s',
  async (password) => {
    await createKeepIdentity(world.database, () => new Date('2026-03-01T10:00:00Z')).makeKey(password);
    const { user } = showIdentity();
    expect(await screen.findByText(t('identity.key.made', { date: 'Mar 1, 2026' }))).toBeDefined();
    expectSaid();
    await user.click(await button(t('identity.forget')));
    expectSaid();
    await user.click(await button(t('identity.replace')));
    expectSaid();
    await user.click(await button(t('identity.make.new')));
    await waitFor(() => expect(heard).toEqual([t('identity.madeNew')]));
  },
);

it('says by messages what signatures are worth, and how many more there are', async () => {
  const signer = { id: 'did:key:z6Mk' };
  const reason = { code: 'K520', message: '…' };
  const verdicts: Verdict[] = [
    { state: 'valid', signer: { ...signer, name: 'Marta Osei' }, signed: '2026-03-01T10:00:00Z' },
    { state: 'unknown-issuer', signer },
    { state: 'unsigned' },
    { state: 'unchecked', reason },
    { state: 'invalid', reason },
    ...Array.from({ length: 20 }, () => ({ state: 'valid', signer }) as const),
  ];
  ask.mockResolvedValue({ ok: true, value: verdicts });
  showIdentity();
  await button(t('identity.check.choose'));
  await upload(1, fileOf('{}', 'badge.json'));
  await screen.findByText(t('identity.check.more', { count: 5, valid: 5 }));
  // The codes of problems are nobody's words.
  for (const code of screen.getAllByText('K520')) code.remove();
  expectSaid();
});

it('says by messages how many credentials of a file share a verdict', async () => {
  ask.mockResolvedValue({
    ok: true,
    value: [{ state: 'unknown-issuer', signer: { id: 'a' } }, { state: 'unsigned' }, { state: 'unsigned' }],
  });
  show(
    <SignaturesContext value={{ ask } as Signatures}>
      <SignatureOf file={fileOf('[{"proof":[]}]', 'badges.json')} />
    </SignaturesContext>,
  );
  await screen.findByText(t('identity.check.of', { count: 2 }));
  expectSaid();
});

it.each(['draft', 'choice', 'search'] as const)(
  'says by messages that a %s was restored, and where none is kept',
  (what) => {
    useKeeping.setState({ kept: false });
    const { rerender } = show(<RestoredLine what={what} at={Date.now()} onDiscard={() => {}} />);
    expectSaid();
    expect(
      screen.getByText((text) => text.startsWith('⟦') && !/20\d\d/.test(text) && /\d:\d\d/.test(text)),
    ).toBeDefined();
    rerender(<RestoredLine what={what} at={new Date(2026, 2, 1, 10, 4).getTime()} onDiscard={() => {}} />);
    expect(screen.getByText(t(`draft.restored.${what}`, { time: 'Mar 1, 2026, 10:04 AM' }))).toBeDefined();
    useKeeping.setState({ kept: true });
  },
);
