// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { StatementsLine } from '../../components/registry/StatementsLine.tsx';
import type { SkillAlignment } from '../../lib/domain/skill-alignment.ts';
import { queueSkillAlignments } from '../../lib/store/queue.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, keptRegistry, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const osmt = keptRegistry({ kind: 'osmt', address: 'https://osmt.example' });

function statement(over: Partial<SkillAlignment> = {}): SkillAlignment {
  const at = '2026-03-01T10:00:00.000Z';
  return {
    id: crypto.randomUUID(),
    subject: { uri: `${osmt.address}/api/skills/11111111-1111-4111-8111-111111111111`, name: 'Slope' },
    relation: 'exact',
    object: { uri: 'https://other.example/skills/7', name: 'Gradient' },
    ...{ created: at, modified: at, revision: 1 },
    ...over,
  };
}

const keep = (...all: SkillAlignment[]) => world.database.skillAlignments.bulkAdd(all);

it('offers what can stand there: alignments of its own skills that have not been sent', async () => {
  const sent = statement();
  await keep(
    statement(),
    statement(),
    sent,
    statement({ relation: 'prerequisite' }),
    statement({ subject: { uri: 'https://osmt.example.org/api/skills/1', name: 'Of another host' } }),
    statement({ subject: { uri: `${osmt.address}/api/collections/1`, name: 'No skill' } }),
  );
  await queueSkillAlignments(world.database, [sent.id], [osmt.id], new Date());
  const onSay = vi.fn();
  const { container } = show(<StatementsLine registry={osmt} onSay={onSay} />);
  world.answers.set('publishSkillAlignments', { ok: true, value: { queued: 2 } });
  fireEvent.click(await screen.findByRole('button', { name: 'Send 2 skill-to-skill alignments' }));
  await waitFor(() => expect(onSay).toHaveBeenCalledWith('2 on their way to Practice.'));
  expect(world.requested).toEqual([{ name: 'publishSkillAlignments', request: { registry: osmt.id } }]);
  await expectAccessible(container);
});

it('shows what would be sent before it is sent', async () => {
  const one = statement();
  await keep(one);
  const preview = { method: 'POST', address: 'https://osmt.example/api/v3/skills/1/update', headers: [], body: '{}' };
  world.answers.set('previewDelivery', { ok: true, value: preview });
  show(<StatementsLine registry={osmt} onSay={vi.fn()} />);
  fireEvent.click(await screen.findByRole('button', { name: 'What is sent?' }));
  expect((await screen.findByText(/^POST https/)).textContent).toContain(preview.address);
  expect(world.requested[0]?.request).toEqual({ alignment: one.id, registry: osmt.id });
});

it('is not there for other kinds, nor while the registry is switched off', async () => {
  await keep(statement());
  const { container } = show(
    <>
      <StatementsLine registry={{ ...osmt, kind: 'cass' }} onSay={vi.fn()} />
      <StatementsLine registry={{ ...osmt, enabled: false }} onSay={vi.fn()} />
    </>,
  );
  await world.database.skillAlignments.count();
  expect(container.textContent).toBe('');
});
