// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PageCard } from '../../components/resource/PageCard.tsx';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { UnreadablePage } from '../../components/resource/UnreadablePage.tsx';
import type { LearningResourceDraft } from '../../lib/domain/learning-resource.ts';
import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { closedByAddress } from '../../lib/services/unreadable-tab.ts';
import { openSkillIndex } from '../../lib/skill-index/index.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { useSearch } from '../../lib/state/search.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { putRegistry } from '../../lib/store/registries.ts';
import { keptFramework } from '../support/frameworks.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, keptAlignment, registry, show, world } from './screen.tsx';

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
const resource: LearningResourceDraft = {
  address,
  fields: {
    title: [
      { value: 'Reading a graph', by: 'json-ld' },
      { value: 'Graphs | Example', by: 'meta' },
    ],
    description: [{ value: 'What a line says.', by: 'json-ld' }],
    type: [{ value: 'lesson', by: 'json-ld' }],
    level: [
      { value: 'Grade 8', by: 'json-ld' },
      { value: 'grade  8', by: 'microdata' },
      { value: 'Beginner', by: 'rdfa' },
    ],
    language: [{ value: 'de', by: 'json-ld' }],
    license: [{ value: 'CC0', uri: 'https://creativecommons.org/publicdomain/zero/1.0/', by: 'meta' }],
    subject: [{ value: 'Evil', uri: 'javascript:alert(1)', by: 'meta' }],
    keyword: [
      { value: 'lines', by: 'meta' },
      { value: 'lines', by: 'meta' },
    ],
  },
};
const reading: TabReading = {
  resource,
  declared: [],
  sources: [
    { syntax: 'json-ld', items: 1 },
    { syntax: 'meta', items: 4 },
  ],
  warnings: [
    { code: 'json-ld-malformed', message: 'JSON-LD script 1 is no JSON and was left out.', where: 'script 1' },
  ],
};

describe('the page card', () => {
  it('shows what matters most, each with who says so', async () => {
    const { container } = show(<PageCard resource={resource} reading={reading} onChoose={vi.fn()} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Reading a graph');
    const terms = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(terms).toEqual(['Type · JSON-LD', 'Level · JSON-LD', 'Licence · meta', 'Language · JSON-LD']);
    expect(container.textContent).toContain('German');
    await expectAccessible(container);
  });

  it('counts only those that say something else, and opens what everybody says', async () => {
    const user = userEvent.setup();
    const { container } = show(<PageCard resource={resource} reading={reading} onChoose={vi.fn()} />);
    await user.click(screen.getByRole('button', { name: '1 differs' }));
    expect(container.textContent).toContain('Beginner RDFa');
    expect(container.textContent).toContain('Grade 8 JSON-LD');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Less' }));
    expect(container.textContent).not.toContain('Beginner RDFa');
  });

  it('lets the person believe another source where sources disagree, and only there', async () => {
    const user = userEvent.setup();
    const onChoose = vi.fn();
    show(<PageCard resource={resource} reading={reading} onChoose={onChoose} />);
    await user.click(screen.getByRole('button', { name: '1 differs' }));
    const offers = screen.getAllByRole('button', { name: /^Use / }).map((button) => button.getAttribute('aria-label'));
    expect(offers).toEqual(['Use Title from meta', 'Use Level from RDFa']);
    await user.click(screen.getByRole('button', { name: 'Use Level from RDFa' }));
    expect(onChoose).toHaveBeenCalledWith('level', 'rdfa');
  });

  it('says how much could not be read, and then what', async () => {
    const user = userEvent.setup();
    show(<PageCard resource={resource} reading={reading} onChoose={vi.fn()} />);
    const more = screen.getByRole('button', { name: 'Everything the page says: 2 sources, 1 could not be read' });
    await user.click(more);
    expect(screen.getByText(/JSON-LD script 1 is no JSON and was left out\./).textContent).toMatch(/script 1$/);
  });

  it('links to addresses on the web and to nothing else', async () => {
    const user = userEvent.setup();
    show(<PageCard resource={resource} reading={reading} onChoose={vi.fn()} />);
    await user.click(screen.getByRole('button', { name: /^Everything the page says/ }));
    expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      'https://creativecommons.org/publicdomain/zero/1.0/',
    ]);
    expect(screen.getByRole('link').getAttribute('rel')).toContain('noreferrer');
  });

  it('says so where the page says nothing but its title', async () => {
    const { container } = show(
      <PageCard
        resource={{ address, fields: {} }}
        reading={{ ...reading, warnings: [], sources: [] }}
        onChoose={vi.fn()}
      />,
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(address);
    expect(screen.getByText('The page says nothing of itself but its title.')).toBeDefined();
    expect(screen.queryByRole('button')).toBeNull();
    await expectAccessible(container);
  });
});

describe('a page that cannot be read', () => {
  function showUnreadable(of: string, known?: LearningResourceDraft) {
    const problem = closedByAddress(of);
    if (!problem) throw new Error('can be read');
    const onName = vi.fn();
    const view = show(<UnreadablePage problem={problem} {...(known && { resource: known })} onName={onName} />);
    return { ...view, user: userEvent.setup(), onName };
  }
  const field = () => screen.getByRole('textbox', { name: /^Address/ });

  it('says why, with its code', async () => {
    const { container } = showUnreadable('chrome://settings/');
    expect(screen.getByRole('heading').textContent).toBe('This is a page of the browser, closed to extensions.');
    expect(screen.getByText('code P101')).toBeDefined();
    await expectAccessible(container);
  });

  it.each([
    'javascript:alert(1)',
    'file:///home/me/a.html',
    'chrome://settings',
    'data:text/html,x',
    'lessons.example',
    'ftp://a.example/',
    '',
  ])('refuses the address %j with the reason', async (typed) => {
    const { user, container, onName } = showUnreadable('file:///a.html');
    if (typed) await user.type(field(), typed);
    await user.keyboard('{Enter}');
    await user.click(screen.getByRole('button', { name: 'Align this address' }));
    expect(onName).not.toHaveBeenCalled();
    expect(screen.getByRole('alert').textContent).toMatch(/^Only addresses that begin with https:\/\/ or http:\/\//);
    expect(field().getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(container);
  });

  it('aligns the address as it is known, under the title that the person gives', async () => {
    const { user, onName } = showUnreadable('file:///a.html', {
      address,
      fields: { title: [{ value: 'A', by: 'tab' }] },
    });
    const title = screen.getByRole('textbox', { name: 'Title' });
    await user.clear(title);
    await user.type(title, '  My plan {Enter}');
    expect(onName).toHaveBeenCalledWith({ address, fields: { title: [{ value: 'My plan', by: 'person' }] } });
  });

  it('takes neither a password nor a part of a page into the address', async () => {
    const { user, onName } = showUnreadable('file:///a.html');
    await user.type(field(), ' https://me:secret@lessons.example/a#part {Enter}');
    expect(onName.mock.calls[0]?.[0].address).toBe('https://lessons.example/a');
  });
});

describe('the popup', () => {
  beforeEach(async () => {
    const { source: _, ...skill } = foundSkill();
    await openSkillIndex(world.database).add([skill], { framework: 'starter' });
    await world.database.frameworks.put(keptFramework());
    await world.database.imports.put({ framework: 'starter', version: '1', skills: 1, at: '2026-03-01T10:00:00.000Z' });
  });
  const open = () => act(() => usePage.getState().take(reading));

  it('reads the page, then shows it with the search and what there is to begin with', async () => {
    const { container } = show(<PageSurface />);
    expect(screen.getByText('Reading the page…')).toBeDefined();
    open();
    expect(await screen.findByRole('combobox')).toBeDefined();
    expect(await screen.findByText(/1 skills?, no account needed/)).toBeDefined();
    await expectAccessible(container);
  });

  it('goes from what was found to the form by keyboard alone, and asks the registry for the rest', async () => {
    const user = userEvent.setup();
    world.answers.set('completeSkill', { ok: true, value: foundSkill({ category: 'Numeracy' }) });
    show(<PageSurface />);
    open();
    await screen.findByRole('combobox');
    // Not typed: user-event tells of a changed field when it loses the keyboard, in the midst of React's work.
    act(() => useSearch.getState().type('slope'));
    await screen.findByRole('option');
    await user.keyboard('{ArrowDown}{Enter}');
    expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe('Align a skill');
    await waitFor(() => expect(useDraft.getState().draft?.skill.category).toBe('Numeracy'));
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('combobox')).toBeDefined();
  });

  it('shows what is saved as soon as it is saved, from whatever window', async () => {
    show(<PageSurface />);
    open();
    await screen.findByRole('combobox');
    await act(async () => {
      await addAlignment(world.database, newAlignment(), new Date());
    });
    expect(await screen.findByRole('heading', { name: /1 alignment$/ })).toBeDefined();
    expect(await screen.findByText('All saved on this device.')).toBeDefined();
  });

  it('publishes what is not published yet', async () => {
    const user = userEvent.setup();
    await putRegistry(world.database, registry());
    const kept = await addAlignment(world.database, newAlignment(), new Date());
    show(<PageSurface />);
    open();
    await user.click(await screen.findByRole('button', { name: 'Publish 1' }));
    await waitFor(() =>
      expect(world.requested.find(({ name }) => name === 'publish')?.request).toEqual({ alignments: [kept.id] }),
    );
    expect(await screen.findByText('1 alignment queued.')).toBeDefined();
  });

  it('says what went wrong when an alignment was removed elsewhere', async () => {
    const user = userEvent.setup();
    const problem = { code: 'S220', message: 'Somebody saved this alignment in another window.' };
    world.answers.set('removeAlignment', { ok: false, problem });
    await addAlignment(world.database, newAlignment(), new Date());
    show(<PageSurface />);
    open();
    await user.click(await screen.findByRole('button', { name: /^More/ }));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody saved this alignment');
  });

  it('brings back what was removed', async () => {
    const user = userEvent.setup();
    const undo = '5f0f5f0e-8f43-4b8e-9f43-0d5c0f9a1b12';
    world.answers.set('removeAlignment', { ok: true, value: { undo } });
    world.answers.set('takeBack', { ok: true, value: { restored: 1, left: 0 } });
    await addAlignment(world.database, newAlignment(), new Date());
    show(<PageSurface />);
    open();
    await user.click(await screen.findByRole('button', { name: /^More/ }));
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('Removed. Undo brings it back.')).toBeDefined();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(await screen.findByText('It is back.')).toBeDefined();
    expect(world.requested.at(-1)).toEqual({ name: 'takeBack', request: { undo } });
  });

  it('takes the last save back where it made something new', async () => {
    const user = userEvent.setup();
    world.answers.set('addAlignment', { ok: true, value: keptAlignment() });
    world.answers.set('removeAlignment', { ok: true, value: { undo: crypto.randomUUID() } });
    show(<PageSurface />);
    open();
    act(() => useDraft.getState().begin(foundSkill()));
    await user.click(await screen.findByRole('button', { name: 'Save' }));
    await user.click(await screen.findByRole('button', { name: 'Undo' }));
    const request = { id: keptAlignment().id, revision: 1 };
    await waitFor(() => expect(world.requested.at(-1)).toEqual({ name: 'removeAlignment', request }));
  });

  it('opens at the draft that was kept', async () => {
    useDraft.getState().begin(foundSkill());
    show(<PageSurface />);
    open();
    expect(await screen.findByRole('heading', { level: 1, name: 'Align a skill' })).toBeDefined();
  });

  it('says why it could not even ask', () => {
    show(<PageSurface />);
    act(() => usePage.getState().fail({ code: 'M601', message: 'The background did not answer.' }));
    expect(screen.getByRole('alert').textContent).toContain('M601');
  });

  it('leads to the options', async () => {
    show(<PageSurface />);
    await userEvent.click(screen.getByRole('button', { name: 'Options' }));
    expect(world.extension.browser.runtime.openOptionsPage).toHaveBeenCalledOnce();
  });
});
