// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { AlignmentList } from '../../components/alignment/AlignmentList.tsx';
import { DeclaredList } from '../../components/alignment/DeclaredList.tsx';
import { DeliveryTrouble } from '../../components/outbox/DeliveryTrouble.tsx';
import type { DeclaredAlignment } from '../../lib/domain/declared-alignment.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';
import { registryId } from '../support/samples.ts';
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

const names = new Map([[registryId, 'Practice']]);
const receipt = { revision: 1, at: '2026-03-01T10:00:00.000Z' };

function showList(alignments: KeptAlignment[]) {
  const [onEdit, onRemove] = [vi.fn(), vi.fn()];
  const list = <AlignmentList alignments={alignments} registryNames={names} onEdit={onEdit} onRemove={onRemove} />;
  return { ...show(list), user: userEvent.setup(), onEdit, onRemove };
}

describe('the alignments of a page', () => {
  it('are counted, and read as sentences', async () => {
    const { container } = showList([
      keptAlignment(),
      keptAlignment({ id: '22222222-2222-4222-8222-222222222222', relation: 'assesses', fit: 'broad' }),
    ]);
    expect(screen.getByRole('heading', { name: 'This page 2 alignments' })).toBeDefined();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^teaches7\.RF\.B\.2 .*Slope.*major/),
      expect.stringMatching(/^assesses7\.RF\.B\.2 .*Slope.*broad/),
    ]);
    await expectAccessible(container);
  });

  it('open to be edited and removed, by keyboard too', async () => {
    const one = keptAlignment({ note: 'p. 3' });
    const { user, container, onEdit, onRemove } = showList([one]);
    expect(screen.queryByText('p. 3')).toBeNull();
    await user.tab();
    const more = screen.getByRole('button', { name: 'More for teaches 7.RF.B.2' });
    expect(document.activeElement).toBe(more);
    expect(more.getAttribute('aria-expanded')).toBe('false');
    await user.keyboard('{Enter}');
    expect(screen.getByRole('button', { name: 'Less for teaches 7.RF.B.2' }).getAttribute('aria-expanded')).toBe(
      'true',
    );
    expect(screen.getByText('p. 3')).toBeDefined();
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Edit' }));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(onEdit).toHaveBeenCalledWith(one);
    expect(onRemove).toHaveBeenCalledWith(one);
  });

  it('say that removing withdraws what was published, and only then', async () => {
    const { user } = showList([keptAlignment({ deliveries: [delivery({ state: 'queued', receipt })] })]);
    await user.click(screen.getByRole('button', { name: /^More/ }));
    expect(screen.getByRole('button', { name: 'Remove and withdraw' })).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Remove' })).toBeNull();
  });

  it.each([
    [delivery({ state: 'delivered', receipt }), /^Published .*1/],
    [delivery({ state: 'sending' }), /^On its way to Practice/],
    [delivery({ state: 'queued' }), /^Queued for Practice/],
    [delivery({ state: 'queued', problem: { code: 'R500', message: 'Trouble.' } }), /^Queued, next try \d/],
    [delivery({ state: 'failed', problem: { code: 'R400', message: 'No.' } }), /^Not published: R400/],
    [delivery({ state: 'paused', problem: { code: 'R401', message: 'No key.' } }), /^Not published: R401/],
    [delivery({ state: 'failed' }), /^Not published$/],
  ])('say what became of them: %#', async (entry, words) => {
    const { container } = showList([keptAlignment({ deliveries: [entry] })]);
    expect(screen.getByText(words)).toBeDefined();
    await expectAccessible(container);
  });
});

describe('what a page declares', () => {
  const withAddress: DeclaredAlignment = {
    relation: 'teaches',
    syntax: 'json-ld',
    skill: { uri: 'https://skills.example/slope', name: 'Slope', code: 'M8' },
  };
  const inWords: DeclaredAlignment = { relation: 'requires', syntax: 'microdata', skill: { name: 'Ratios' } };

  function showDeclared(declared: DeclaredAlignment[]) {
    const [onAdopt, onFind] = [vi.fn(), vi.fn()];
    const view = show(<DeclaredList declared={declared} onAdopt={onAdopt} onFind={onFind} />);
    return { ...view, user: userEvent.setup(), onAdopt, onFind };
  }

  it('is adopted where it has an address, and looked for where it has only words', async () => {
    const { user, container, onAdopt, onFind } = showDeclared([withAddress, inWords]);
    expect(screen.getByRole('heading').textContent).toContain('2, in JSON-LD and microdata');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: /^Adopt/ }));
    await user.click(screen.getByRole('button', { name: /^Find/ }));
    expect(onAdopt).toHaveBeenCalledWith(withAddress);
    expect(onFind).toHaveBeenCalledWith('Ratios');
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '#slope', 'slope'])(
    'cannot be adopted by the address %j',
    (uri) => {
      showDeclared([{ ...withAddress, skill: { ...withAddress.skill, uri } }]);
      expect(screen.queryByRole('button', { name: /^Adopt/ })).toBeNull();
      expect(screen.getByRole('button', { name: /^Find/ })).toBeDefined();
    },
  );

  it('is listed once where a page says it twice in the same words', () => {
    showDeclared([inWords, inWords, { ...inWords, skill: { name: 'Ratios', statement: 'Compare them.' } }]);
    expect(screen.getAllByRole('listitem')).toHaveLength(2);
    expect(screen.getByRole('heading').textContent).toContain('2, in microdata');
  });
});

describe('trouble with a registry', () => {
  const problem = { code: 'R401', message: 'Practice does not accept the key.', advice: 'Enter a new key.' };

  it('is told once for all that waits, with a way to try again', async () => {
    const { container } = show(<DeliveryTrouble registries={[keptRegistry({ waiting: 3, stuck: 2, problem })]} />);
    const alert = screen.getByRole('alert');
    expect(alert.textContent).toContain('2 alignments wait for Practice, saved here. Enter a new key.');
    await expectAccessible(container);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(world.requested).toEqual([{ name: 'retry', request: { registry: registryId } }]);
    expect(screen.getByRole('link', { name: 'See the outbox' }).getAttribute('href')).toBe('/library.html#outbox');
  });

  it('is not told of what is only on its way', () => {
    show(<DeliveryTrouble registries={[keptRegistry({ waiting: 2 })]} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
