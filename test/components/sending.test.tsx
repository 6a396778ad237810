// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { SendingView } from '../../components/outbox/SendingView.tsx';
import { PageFooter } from '../../components/resource/PageFooter.tsx';
import type { DeliveryPreview } from '../../lib/domain/delivery-preview.ts';
import { useView } from '../../lib/state/view.ts';
import { held } from './held.ts';
import { delivery, expectAccessible, inWorld, keptAlignment, registry, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const one = keptAlignment();
const other = keptAlignment({ id: '22222222-2222-4222-8222-222222222222', relation: 'assesses' });
const preview: DeliveryPreview = {
  method: 'POST',
  address: 'https://cass.example/api/data/1/⟨time of sending⟩',
  headers: [
    { name: 'authorization', value: 'Bearer ••••••••' },
    { name: 'content-type', value: 'multipart/form-data' },
  ],
  body: 'data\n{"name":"Reading a graph"}\n\nsignatureSheet\n⟨made anew⟩',
  dryRun: { outcome: 'refused', said: 'the name is missing.' },
};

function opened(targets = [registry()]) {
  const onBack = vi.fn();
  const onSay = vi.fn();
  const { container } = show(
    <SendingView title="Reading a graph" alignments={[one, other]} targets={targets} onBack={onBack} onSay={onSay} />,
  );
  return { container, onBack, onSay };
}

it('shows the request word for word, with the dry run’s verdict', async () => {
  world.answers.set('previewDelivery', { ok: true, value: preview });
  const { container } = opened();
  expect((await screen.findByText(/^POST https/)).textContent).toBe(
    [
      'POST https://cass.example/api/data/1/⟨time of sending⟩',
      'authorization: Bearer ••••••••',
      'content-type: multipart/form-data',
      '',
      'data',
      '{',
      '  "name": "Reading a graph"',
      '}',
      '',
      'signatureSheet',
      '⟨made anew⟩',
    ].join('\n'),
  );
  expect(screen.getByText('The dry run says no: the name is missing.')).toBeTruthy();
  await expectAccessible(container);
});

it('asks for what is published together, and anew for another alignment', async () => {
  world.answers.set('previewDelivery', { ok: true, value: preview });
  opened();
  await screen.findByText(/^POST https/);
  fireEvent.change(screen.getByLabelText('Alignment'), { target: { value: other.id } });
  await waitFor(() => expect(world.requested).toHaveLength(2));
  expect(world.requested.map(({ request }) => request)).toEqual(
    [one, other].map(({ id }) => ({ alignment: id, registry: registry().id, along: [one.id, other.id] })),
  );
});

it('copies what it shows', async () => {
  const writeText = vi.fn(async () => {});
  vi.stubGlobal('navigator', { ...navigator, clipboard: { writeText } });
  world.answers.set('previewDelivery', { ok: true, value: preview });
  const { onSay } = opened();
  fireEvent.click(await screen.findByRole('button', { name: 'Copy' }));
  await waitFor(() => expect(onSay).toHaveBeenCalledWith('Copied.'));
  expect(writeText).toHaveBeenCalledWith(expect.stringContaining('authorization: Bearer ••••••••'));
  vi.unstubAllGlobals();
});

it('says why there is nothing to show, and leaves by Escape', async () => {
  const problem = { code: 'R316', message: 'There is no signing key for it yet.' };
  world.answers.set('previewDelivery', { ok: false, problem });
  const { onBack } = opened();
  expect((await screen.findByRole('alert')).textContent).toContain('R316');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(onBack).toHaveBeenCalled();
});

it('is offered beside Publish as long as something is left to publish', () => {
  const { unmount } = show(<PageFooter alignments={[one]} targets={[registry()]} />);
  fireEvent.click(screen.getByRole('button', { name: 'What is sent?' }));
  expect(useView.getState().view).toBe('sending');
  unmount();
  const receipt = { revision: 1, at: '2026-03-01T10:00:00.000Z' };
  const published = keptAlignment({ deliveries: [delivery({ state: 'delivered', receipt })] });
  show(<PageFooter alignments={[published]} targets={[registry()]} />);
  expect(screen.queryByRole('button', { name: 'What is sent?' })).toBeNull();
});
