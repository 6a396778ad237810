// @vitest-environment jsdom
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AlignmentForm } from '../../components/alignment/AlignmentForm.tsx';
import { DraftLine } from '../../components/alignment/DraftLine.tsx';
import { ColumnMapper } from '../../components/framework/ColumnMapper.tsx';
import { skillColumns, wholeSkillColumns } from '../../components/framework/skill-columns.ts';
import { NamesForm } from '../../components/identity/NamesForm.tsx';
import { AccessLine } from '../../components/registry/AccessLine.tsx';
import { AddRegistryForm } from '../../components/registry/AddRegistryForm.tsx';
import { DeliveryLine } from '../../components/registry/DeliveryLine.tsx';
import { UnreadablePage } from '../../components/resource/UnreadablePage.tsx';
import { useDraft } from '../../lib/state/draft.ts';
import { useKeeping } from '../../lib/state/keeping.ts';
import { PageDraftsContext } from '../../lib/state/kept-form.ts';
import { makeBrowser } from '../state/browser-storages.ts';
import { foundSkill } from '../support/samples.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, keptRegistry, registry, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

let kept: ReturnType<typeof makeBrowser>;
beforeEach(() => {
  kept = makeBrowser();
  useKeeping.setState({ kept: true });
});

/** Shows a form as a new window does, with what was typed in it before. */
async function opened(form: ReactElement) {
  cleanup();
  const drafts = await kept.open(7, 'options');
  return show(<PageDraftsContext value={drafts}>{form}</PageDraftsContext>);
}

const field = (name: RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name });
/** Everything that stands in either storage. */
const all = () => {
  const { storage, local } = kept;
  const shelved = Array.from({ length: storage.length }, (_, at) => storage.getItem(storage.key(at) ?? ''));
  return [...local.values(), ...shelved].join('\n');
};

describe('a plain form', () => {
  const names = <NamesForm names={{ name: 'Ada', organisation: '' }} onSay={() => {}} />;

  it('has what was typed when it is opened again, says so, and lets it go', async () => {
    const user = userEvent.setup();
    await opened(names);
    expect(screen.queryByRole('status')).toBeNull();
    await user.type(field(/^Your name/), ' L');
    const { container } = await opened(names);
    expect(field(/^Your name/).value).toBe('Ada L');
    expect(screen.getByRole('status').textContent).toMatch(/^Draft of .+ restored/);
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(field(/^Your name/).value).toBe('Ada');
    expect(document.activeElement).toBe(field(/^Your name/));
    await opened(names);
    expect(field(/^Your name/).value).toBe('Ada');
    expect(screen.queryByRole('status')).toBeNull();
  });

  it('forgets its draft when it is saved, and keeps it when it could not be', async () => {
    const user = userEvent.setup();
    await opened(names);
    await user.type(field(/^Your name/), ' L');
    world.answers.set('keepIdentity', { ok: false, problem: { code: 'S202', message: 'No.' } });
    await user.click(screen.getByRole('button', { name: 'Keep my name' }));
    await screen.findByRole('alert');
    await opened(names);
    expect(field(/^Your name/).value).toBe('Ada L');
    world.answers.delete('keepIdentity');
    await user.click(screen.getByRole('button', { name: 'Keep my name' }));
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    await opened(names);
    expect(field(/^Your name/).value).toBe('Ada');
  });

  it('goes on where nothing can be kept, and says so', async () => {
    const user = userEvent.setup();
    await opened(names);
    await user.type(field(/^Your name/), ' L');
    act(() => useKeeping.getState().tell(false));
    expect(screen.getByRole('status').textContent).toMatch(/^Not kept as a draft/);
    expect(field(/^Your name/).value).toBe('Ada L');
  });
});

describe('the label of an alignment’s form', () => {
  const form = () => {
    const { draft } = useDraft.getState();
    if (!draft) throw new Error('no draft');
    return (
      <>
        <AlignmentForm
          {...{ draft, restored: false, title: 'A page', saving: false, canPublish: false }}
          {...{ onSave: () => {}, onBack: () => {}, onDiscard: () => {} }}
        />
        <DraftLine />
      </>
    );
  };

  it('says that a draft is kept only as long as that is true', async () => {
    useDraft.getState().begin(foundSkill());
    const { container } = await opened(form());
    expect(container.textContent).toContain('Draft kept');
    act(() => useKeeping.getState().tell(false));
    expect(container.textContent).not.toContain('Draft kept');
    expect(screen.getAllByText(/Draft not kept/)).toHaveLength(2);
    await expectAccessible(container);
  });
});

describe('the forms of the options page', () => {
  it('keep of a new registry all but what opens a door', async () => {
    const user = userEvent.setup();
    const add = <AddRegistryForm onTest={() => {}} />;
    await opened(add);
    await user.selectOptions(screen.getByRole('combobox', { name: /^Kind/ }), 'case');
    await user.type(field(/^Address/), 'https://case.example');
    await user.type(field(/^Name/), 'Ours');
    await user.type(field(/^Client id/), 'ours-42');
    await user.type(screen.getByLabelText(/^Token optional/), 'hush-token');
    await user.type(screen.getByLabelText(/^Client secret/), 'hush-secret');
    await opened(add);
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /^Kind/ }).value).toBe('case');
    expect([field(/^Address/), field(/^Name/), field(/^Client id/)].map(({ value }) => value)).toEqual([
      'https://case.example',
      'Ours',
      'ours-42',
    ]);
    expect(screen.getByLabelText<HTMLInputElement>(/^Token optional/).value).toBe('');
    expect(screen.getByLabelText<HTMLInputElement>(/^Client secret/).value).toBe('');
    expect(all()).toContain('ours-42');
    expect(all()).not.toContain('hush');
  });

  it('keep the access and the delivery of a registry, opened where they were, without secrets or headers', async () => {
    const user = userEvent.setup();
    const caseRegistry = keptRegistry(registry({ kind: 'case' }));
    await opened(<AccessLine registry={caseRegistry} />);
    await user.click(screen.getByRole('button', { name: /^(Change|Set up)$/ }));
    await user.type(field(/^Client id/), 'ours-42');
    await user.type(screen.getByLabelText(/^Client secret/), 'hush');
    await opened(<AccessLine registry={caseRegistry} />);
    expect(field(/^Client id/).value).toBe('ours-42');
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await opened(<AccessLine registry={caseRegistry} />);
    expect(screen.queryByRole('textbox')).toBeNull();
    const endpoint = keptRegistry(registry({ kind: 'endpoint' }));
    await opened(<DeliveryLine registry={endpoint} />);
    await user.click(screen.getByRole('button', { name: /^(Change|Set up) the delivery/ }));
    await user.type(field(/^Headers/), 'X-Key: hush');
    await user.type(field(/^Body/), 'my words');
    await opened(<DeliveryLine registry={endpoint} />);
    expect([field(/^Headers/).value, field(/^Body/).value]).toEqual(['', 'my words']);
    expect(all()).not.toContain('hush');
  });

  it('keep what a table’s columns hold, for a table with the same columns', async () => {
    const user = userEvent.setup();
    const mapper = (headings: string[]) => (
      <ColumnMapper
        table={{ headings, rows: [] }}
        fields={skillColumns}
        guess={{}}
        wholeOf={wholeSkillColumns}
        onName={() => {}}
      />
    );
    await opened(mapper(['Was', 'Nr']));
    await user.selectOptions(screen.getByRole('combobox', { name: /^Name/ }), 'Was');
    await opened(mapper(['What', 'No']));
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /^Name/ }).value).toBe('');
    await opened(mapper(['Was', 'Nr']));
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /^Name/ }).value).toBe('Was');
    await user.click(screen.getByRole('button', { name: 'Read it' }));
    await opened(mapper(['Was', 'Nr']));
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /^Name/ }).value).toBe('');
  });
});

it('keeps how a person named a page that cannot be read, also once it was named', async () => {
  const user = userEvent.setup();
  const problem = { code: 'P102', message: 'This is a PDF.' };
  const page = <UnreadablePage problem={problem} onName={() => {}} />;
  await opened(page);
  await user.type(field(/^Title/), 'The worksheet');
  await user.type(field(/^Address/), 'https://lessons.example/w.pdf');
  await user.click(screen.getByRole('button', { name: 'Align this address' }));
  await opened(page);
  expect(field(/^Title/).value).toBe('The worksheet');
});
