// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AlignmentList } from '../../components/alignment/AlignmentList.tsx';
import { marksOf } from '../../components/evidence/evidence-marks.ts';
import { EvidenceMark, type MarkState } from '../../lib/domain/evidence-mark.ts';
import { loadWords } from '../../lib/language/load-words.ts';
import { requests } from '../../lib/messaging/protocol.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';
import { usePage } from '../../lib/state/page.ts';
import { useView } from '../../lib/state/view.ts';
import { speakPseudo, unsaid } from '../support/pseudo.ts';
import { evidence, newAlignment } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, keptAlignment, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const { resource } = newAlignment();
const graph = keptAlignment({ evidence: evidence() });
const table = keptAlignment({
  id: '22222222-2222-4222-8222-222222222222',
  relation: 'assesses',
  evidence: evidence('fill in the table for the third pump'),
});
const bare = keptAlignment({ id: '33333333-3333-4333-8333-333333333333', relation: 'requires' });
const edited = vi.fn();

/** The alignments of the page in hand, of which the background says this when they are shown. */
function open(states: MarkState[] | null, alignments: KeptAlignment[] = [graph, bare, table]) {
  world.answers.set('showEvidence', { ok: true, value: states });
  world.answers.set('isEvidenceShown', { ok: true, value: false });
  usePage.getState().begin(resource.address, 7);
  usePage.getState().take({ resource, declared: [], sources: [], warnings: [] });
  return show(<AlignmentList alignments={alignments} registryNames={new Map()} onEdit={edited} onRemove={() => {}} />);
}

const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const asked = (name: string) => world.requested.filter((one) => one.name === name).map(({ request }) => request);

beforeEach(() => {
  edited.mockClear();
  vi.spyOn(window, 'close').mockImplementation(() => {});
});

describe('showing the evidence on the page', () => {
  it('is asked for by a click, never by itself, with every passage once', async () => {
    const { container } = open(['exact', 'changed']);
    await waitFor(() => expect(asked('isEvidenceShown')).toEqual([{ tab: 7 }]));
    expect(asked('showEvidence')).toEqual([]);
    await press('Show evidence on the page');
    await screen.findByText(
      /^2 passages are marked on the page\. 1 of them stands there in changed words\. On the page, Tab/,
    );
    const [sent] = asked('showEvidence');
    expect(requests.showEvidence.safeParse(sent).success).toBe(true);
    expect(sent).toMatchObject({
      tab: 7,
      marks: [
        { evidence: evidence(), shows: [{ relation: 'teaches', skill: '7.RF.B.2 Slope' }] },
        { shows: [{ relation: 'assesses' }] },
      ],
      words: { language: 'en', direction: 'ltr' },
    });
    expect(sent).not.toHaveProperty('reveal');
    expect(useView.getState().said).toBe('2 passages are marked on the page.');
    await expectAccessible(container);
  });

  it('says which passages are lost and keeps them in sight', async () => {
    const { container } = open(['exact', 'orphaned']);
    await press('Show evidence on the page');
    await screen.findByText('1 passage is no longer on the page');
    screen.getByText('fill in the table for the third pump');
    screen.getByText(/^1 passage is marked on the page\. On the page/);
    await expectAccessible(container);
  });

  it('says so where all are lost, and there is nothing to remove', async () => {
    open(['orphaned', 'orphaned']);
    await press('Show evidence on the page');
    await screen.findByText('2 passages are no longer on the page');
    expect(screen.queryByText(/marked on the page/)).toBeNull();
    screen.getByRole('button', { name: 'Show evidence on the page' });
  });

  it('says what is folded away and what there was no time for', async () => {
    open(['folded', 'unsought']);
    await press('Show evidence on the page');
    await screen.findByText(/1 is in a part of the page that is closed.*1 was not looked for/);
  });

  it('says that the page is closed to it', async () => {
    open(null);
    await press('Show evidence on the page');
    await screen.findByText('The browser does not let Plumbline mark this page.');
  });

  it('takes the marks away again', async () => {
    open(['exact', 'exact']);
    await press('Show evidence on the page');
    await press('Remove the marks');
    await screen.findByRole('button', { name: 'Show evidence on the page' });
    expect(asked('hideEvidence')).toEqual([{ tab: 7 }]);
    expect(screen.queryByText(/marked on the page/)).toBeNull();
    expect(useView.getState().said).toBe('The marks are gone from the page.');
  });

  it('knows of marks that are there before it opens, and of those that were removed on the page', async () => {
    open(['exact', 'exact']);
    world.answers.set('isEvidenceShown', { ok: true, value: true });
    act(() => void window.dispatchEvent(new Event('focus')));
    await screen.findByRole('button', { name: 'Remove the marks' });
    world.answers.set('isEvidenceShown', { ok: true, value: false });
    act(() => void window.dispatchEvent(new Event('focus')));
    await screen.findByRole('button', { name: 'Show evidence on the page' });
  });

  it.each([
    ['nothing is quoted', () => open(['exact'], [bare])],
    [
      'the tab went on',
      () => {
        const opened = open(['exact', 'exact']);
        act(() => usePage.getState().outdate({}));
        return opened;
      },
    ],
  ])('is not offered where %s', (_what, show) => {
    show();
    expect(screen.queryByRole('button', { name: 'Show evidence on the page' })).toBeNull();
  });

  it('says nothing that is no message', async () => {
    speakPseudo();
    const { container } = open(['changed', 'orphaned']);
    await userEvent.click(screen.getAllByRole('button')[0] as HTMLElement);
    await waitFor(() => expect(container.querySelector('.evidence-lost')).not.toBeNull());
    expect(unsaid(container)).toEqual([]);
    await loadWords();
  });
});

describe('one alignment’s evidence', () => {
  const unfold = () => userEvent.click(screen.getByRole('button', { name: /^More for assesses/ }));

  it('is gone to on the page, and the popup makes room', async () => {
    world.answers.set('findPassage', { ok: true, value: 'exact' });
    open(['exact', 'changed']);
    await unfold();
    await press('Show on the page');
    await waitFor(() => expect(window.close).toHaveBeenCalledOnce());
    expect(asked('showEvidence')).toMatchObject([{ tab: 7, reveal: 1 }]);
  });

  it('stays in sight where it is lost, with the way to quote another passage', async () => {
    world.answers.set('findPassage', { ok: true, value: 'orphaned' });
    const { container } = open(['exact', 'orphaned']);
    await unfold();
    await screen.findByText('no longer on the page');
    screen.getByText('fill in the table for the third pump');
    expect(screen.queryByRole('button', { name: 'Show on the page' })).toBeNull();
    await expectAccessible(container);
    await press('Quote another passage');
    expect(edited).toHaveBeenCalledExactlyOnceWith(table);
  });
});

describe('the marks that are sent', () => {
  it('are one for each passage, with every skill that it shows', () => {
    const twice = { ...table, evidence: evidence() };
    const marks = marksOf([graph, twice]);
    expect(marks.map(({ alignments }) => alignments)).toEqual([[graph.id, table.id]]);
    expect(marks[0]?.mark.names.exact).toBe('teaches 7.RF.B.2 Slope, assesses 7.RF.B.2 Slope');
    expect(marks[0]?.mark.names.changed).toMatch(/, quoted in other words$/);
  });

  it('fit the message however long a skill’s name is', () => {
    const long = { ...graph, skill: { ...graph.skill, name: 'x'.repeat(10_000) } };
    expect(EvidenceMark.safeParse(marksOf([long])[0]?.mark).success).toBe(true);
  });
});
