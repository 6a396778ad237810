// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AlignmentRow } from '../../components/alignment/AlignmentRow.tsx';
import { EvidenceField } from '../../components/alignment/EvidenceField.tsx';
import type { Evidence } from '../../lib/domain/evidence.ts';
import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { usePage } from '../../lib/state/page.ts';
import { useView } from '../../lib/state/view.ts';
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
const reading: TabReading = { resource, declared: [], sources: [], warnings: [] };

function openPage(over: Partial<TabReading> = {}) {
  usePage.getState().begin(resource.address, 7);
  usePage.getState().take({ ...reading, ...over });
}

function Field({ first }: { first?: Evidence }) {
  const [kept, setKept] = useState(first);
  return <EvidenceField evidence={kept} onChange={setKept} />;
}

const take = () => userEvent.click(screen.getByRole('button', { name: 'Use selection' }));

describe('the evidence of a draft', () => {
  it('is the page’s selection, asked of the tab in hand, and said to be taken', async () => {
    world.answers.set('readSelection', { ok: true, value: evidence() });
    world.answers.set('findPassage', { ok: true, value: 'exact' });
    openPage();
    const { container } = show(<Field />);
    await take();
    await screen.findByText(evidence().quote.exact);
    await screen.findByText('found on the page');
    expect(useView.getState().said).toMatch(/quoted as evidence/);
    expect(world.requested).toEqual([
      { name: 'readSelection', request: { tab: 7 } },
      { name: 'findPassage', request: { tab: 7, evidence: evidence() } },
    ]);
    expect(screen.getByRole('link', { name: 'Show' }).getAttribute('href')).toBe(evidence().address);
    await expectAccessible(container);
  });

  it('says what to do where nothing is selected, and keeps what was quoted before', async () => {
    world.answers.set('readSelection', { ok: true, value: null });
    openPage();
    show(<Field first={evidence()} />);
    await take();
    await screen.findByText(/^Nothing is selected on the page\. Select the passage/);
    expect(useView.getState().said).toMatch(/^Nothing is selected/);
    expect(screen.getByText(evidence().quote.exact)).toBeDefined();
  });

  it('says why where the background does not answer', async () => {
    const problem = { code: 'M601', message: 'Plumbline’s background did not answer.' };
    world.answers.set('readSelection', { ok: false, problem });
    openPage();
    show(<Field />);
    await take();
    await screen.findByText(problem.message);
  });

  it('is taken out again, and the keyboard goes on beside it', async () => {
    openPage();
    show(<Field first={evidence()} />);
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(screen.queryByText(evidence().quote.exact)).toBeNull();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Use selection' }));
  });

  it('names the frame that it stands in, and has no link where there is no address', () => {
    openPage();
    const { address: _, ...framed } = { ...evidence(), frame: 'The lesson of the week' };
    show(<Field first={framed} />);
    expect(screen.getByText('in the frame “The lesson of the week”')).toBeDefined();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it.each([
    [
      'the page is closed to extensions',
      () => openPage({ problem: { code: 'P102', message: 'This tab shows a PDF.' } }),
    ],
    [
      'the tab went on',
      () => {
        openPage();
        usePage.getState().outdate({});
      },
    ],
  ])('is shown but neither looked for nor replaced where %s', (_what, open) => {
    open();
    show(<Field first={evidence()} />);
    expect(screen.getByText(evidence().quote.exact)).toBeDefined();
    expect(screen.queryByRole('button', { name: 'Use selection' })).toBeNull();
    expect(world.requested).toEqual([]);
  });

  it('is not asked for at all where there is none and no page to take it from', () => {
    const { container } = show(<Field />);
    expect(container.textContent).toBe('');
  });
});

describe('the evidence of a kept alignment', () => {
  const row = (kept: Evidence) => (
    <ul className="alignments">
      <AlignmentRow
        alignment={keptAlignment({ evidence: kept })}
        registryNames={new Map()}
        onEdit={() => {}}
        onRemove={() => {}}
      />
    </ul>
  );

  it.each([
    ['exact', 'found on the page', true],
    ['changed', 'found, but changed', true],
    ['orphaned', 'no longer on the page', false],
  ] as const)('is looked for when it is opened: %s', async (state, words, isLinked) => {
    world.answers.set('findPassage', { ok: true, value: state });
    openPage();
    const { container } = show(row(evidence()));
    expect(world.requested).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: /^More for/ }));
    await screen.findByText(words);
    expect(screen.getByText(evidence().quote.exact)).toBeDefined();
    expect(screen.queryByRole('link', { name: 'Show' }) !== null).toBe(isLinked);
    await expectAccessible(container);
  });

  it('says nothing of where it is when nobody can tell', async () => {
    world.answers.set('findPassage', { ok: true, value: null });
    openPage();
    const { container } = show(row(evidence()));
    await userEvent.click(screen.getByRole('button', { name: /^More for/ }));
    await waitFor(() => expect(world.requested).toHaveLength(1));
    expect(container.textContent).not.toMatch(/found|no longer/);
  });
});
