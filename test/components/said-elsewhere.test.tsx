// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { SaidElsewhere } from '../../components/alignment/SaidElsewhere.tsx';
import { relationWord } from '../../components/alignment/words.ts';
import type { FoundAlignment } from '../../lib/domain/found-alignment.ts';
import { held } from './held.ts';
import { delivery, expectAccessible, inWorld, keptAlignment, keptRegistry, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const address = 'https://lessons.example/graph';
const theirs: FoundAlignment = {
  uri: 'https://cass.example/api/data/schema.org.CreativeWork/1',
  relation: 'assesses',
  skill: { uri: 'https://skills.example/api/skills/ratio', name: 'Ratio', statement: 'Compare by ratio.' },
  by: 'key …abcdefgh',
  own: false,
  at: '2026-02-03T10:00:00.000Z',
};

function shown(registries = [keptRegistry()], alignments = [keptAlignment()]) {
  const onAdopt = vi.fn();
  const onSay = vi.fn();
  const { container } = show(
    <SaidElsewhere address={address} registries={registries} alignments={alignments} onAdopt={onAdopt} onSay={onSay} />,
  );
  return { container, onAdopt };
}
const open = () => fireEvent.click(screen.getByRole('button', { name: 'Look for others’ alignments of this page' }));

it('asks no registry before the person wants to know, and says what asking tells', async () => {
  world.answers.set('findAlignments', { ok: true, value: [] });
  shown();
  expect(screen.getByText(/learns the page’s address/)).toBeTruthy();
  expect(world.requested).toEqual([]);
  open();
  await waitFor(() => expect(world.requested).toHaveLength(1));
  expect(world.requested[0]).toMatchObject({ name: 'findAlignments', request: { address } });
});

it('is not there where no registry could be asked', () => {
  shown([keptRegistry({ kind: 'osmt' }), keptRegistry({ enabled: false })]);
  expect(screen.queryByRole('button')).toBeNull();
});

it('shows who says what of the page, and adopts it with a click', async () => {
  world.answers.set('findAlignments', { ok: true, value: [theirs] });
  const { container, onAdopt } = shown();
  open();
  expect(await screen.findByText('by key …abcdefgh')).toBeTruthy();
  expect(screen.getByText(relationWord('assesses'))).toBeTruthy();
  await expectAccessible(container);
  fireEvent.click(screen.getByRole('button', { name: 'Adopt Ratio' }));
  expect(onAdopt).toHaveBeenCalledWith(theirs, expect.objectContaining({ name: 'Practice' }));
});

it('does not show again what the person published there, nor what her own key says elsewhere of the same', async () => {
  const mine = keptAlignment({ deliveries: [delivery({ state: 'delivered', uri: theirs.uri })] });
  const same = { ...theirs, relation: mine.relation, skill: { uri: mine.skill.uri, name: mine.skill.name } };
  const moved = { ...same, uri: `${theirs.uri}0`, own: true };
  const others = { ...same, uri: `${theirs.uri}1` };
  world.answers.set('findAlignments', { ok: true, value: [same, moved, others] });
  shown([keptRegistry()], [mine]);
  open();
  expect(await screen.findAllByRole('listitem')).toHaveLength(1);
});

it('says in a line why a registry does not tell, and that it has nothing', async () => {
  world.answers.set('findAlignments', {
    ok: false,
    problem: { code: 'R310', message: 'Practice could not be reached.' },
  });
  shown();
  open();
  expect((await screen.findByText(/could not be reached/)).textContent).toContain('R310');
  world.answers.set('findAlignments', { ok: true, value: [] });
  open();
  open();
  expect((await screen.findByText(/Also said at Practice/)).textContent).toContain('nothing');
});
