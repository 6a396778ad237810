import { beforeEach, expect, it } from 'vitest';
import { usePage } from '../../lib/state/page.ts';
import { useView } from '../../lib/state/view.ts';

const state = () => usePage.getState();
const resource = { address: 'https://lessons.example/graph', fields: {} };
const said = { declared: [], sources: [], warnings: [] };
const problem = { code: 'P105', message: 'Closed.' };
beforeEach(() => usePage.setState(usePage.getInitialState(), true));

it('takes a page that was read as the resource in hand', () => {
  state().begin(resource.address);
  state().take({ ...said, resource });
  expect(state()).toMatchObject({ address: resource.address, resource });
});

it('takes a page that could not be read only when the person has named it', () => {
  state().begin(resource.address);
  state().take({ ...said, resource, problem });
  expect(state().resource).toBeUndefined();
  state().name(resource);
  expect(state().resource).toEqual(resource);
});

it('starts over with another tab', () => {
  state().take({ ...said, resource });
  state().fail(problem);
  state().begin('https://lessons.example/other');
  expect(state()).toMatchObject({ reading: undefined, problem: undefined, resource: undefined });
});

it('shows a notice until the next action', () => {
  const view = useView.getState();
  view.show('page', { kind: 'removed', undo: 'u' });
  expect(useView.getState().notice).toEqual({ kind: 'removed', undo: 'u' });
  view.show('export');
  expect(useView.getState()).toMatchObject({ view: 'export', notice: undefined });
});
