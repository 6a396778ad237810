// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OptionsPage } from '../../components/registry/OptionsPage.tsx';
import { PageSurface } from '../../components/resource/PageSurface.tsx';
import { useDraft } from '../../lib/state/draft.ts';
import { usePage } from '../../lib/state/page.ts';
import { useSearch } from '../../lib/state/search.ts';
import { useView } from '../../lib/state/view.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { putRegistry } from '../../lib/store/registries.ts';
import { settleFailed } from '../../lib/store/settle-deliveries.ts';
import { foundSkill, newAlignment, registryId } from '../support/samples.ts';
import { held } from './held.ts';
import { inWorld, registry, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

/** Texts that have run in other people's pages when they were put there as anything but text. */
const corpus = [
  '<script>globalThis.ran = true</script>',
  '<img src=x onerror="globalThis.ran = true">',
  '"><svg onload=globalThis.ran=true>',
  "';globalThis.ran=true;//",
  '<iframe srcdoc="<script>parent.ran=true</script>"></iframe>',
  '<a href="javascript:globalThis.ran=true">x</a>',
  '</textarea></title></style><script>ran=true</script>',
  '{{constructor.constructor("ran=true")()}}',
  '$\u007bglobalThis.ran=true}',
  '<style>*{display:none}</style>',
  '<base href="https://evil.example/">',
  '__proto__',
];

const elements = 'script, iframe, object, embed, base, svg, img, style, link, meta';
const realm = globalThis as { ran?: boolean };
beforeEach(() => {
  delete realm.ran;
});

/** Nothing of the text has become anything but text, anywhere on the screen. */
function expectText(words: string, container: Element): void {
  expect(container.textContent).toContain(words);
  expect([...container.querySelectorAll(elements)].map(({ outerHTML }) => outerHTML)).toEqual([]);
  for (const element of container.querySelectorAll('*')) {
    for (const { name, value } of element.attributes) {
      expect(name.startsWith('on'), name).toBe(false);
      if (['href', 'src', 'action'].includes(name)) expect(value).toMatch(/^(https?:|#|\/library\.html)/);
    }
  }
  expect(realm.ran).toBeUndefined();
}

describe.each(corpus)('%j', (words) => {
  const skill = {
    ...foundSkill({ name: words, statement: `${words} done`, code: words, category: words }),
    framework: { name: words },
  };
  const resource = {
    address: 'https://lessons.example/graph',
    fields: {
      title: [{ value: words, by: 'json-ld' as const }],
      description: [{ value: words, by: 'meta' as const }],
      license: [{ value: words, uri: 'javascript:globalThis.ran=true', by: 'meta' as const }],
    },
  };
  const reading = {
    resource,
    declared: [
      {
        relation: 'teaches' as const,
        syntax: 'rdfa' as const,
        skill: { name: words, uri: 'javascript:globalThis.ran=true' },
      },
    ],
    sources: [],
    warnings: [{ code: 'x', message: words, where: words }],
  };

  it('is text on the page, in its lists and in trouble', async () => {
    await putRegistry(world.database, registry({ name: words }));
    const made = newAlignment({
      resource,
      skill: { ...skill, taken: '2026-03-01T09:59:00.000Z' },
      publishTo: [registryId],
    });
    await addAlignment(world.database, { ...made, choice: { ...made.choice, note: words } }, new Date());
    const [entry] = await world.database.outbox.toArray();
    const problem = { code: 'R400', message: words, advice: words };
    if (entry) await settleFailed(world.database, [entry], { next: 'fail', problem, retryAfter: 0 }, 0);
    const { container } = show(<PageSurface />);
    act(() => usePage.getState().take(reading));
    await screen.findByRole('alert');
    for (const button of screen.getAllByRole('button', { name: /^(More|Everything)/ })) act(() => button.click());
    expectText(words, container);
  });

  it('is text in the search and in the form', async () => {
    const { container } = show(<PageSurface />);
    act(() => usePage.getState().take(reading));
    await screen.findByRole('combobox');
    act(() => {
      const { type, answerLocal, hear } = useSearch.getState();
      type(words);
      answerLocal(words, [skill]);
      hear({ registry: 'a', name: words, state: 'answered', skills: [skill], at: Date.now() });
      hear({ registry: 'b', name: words, state: 'failed', problem: { code: 'R310', message: words } });
    });
    expect(await screen.findAllByRole('option', { name: /./ })).not.toHaveLength(0);
    expectText(words, container);
    act(() => {
      useDraft.getState().begin(skill);
      useDraft.getState().choose({ note: words });
      useView.getState().show('align');
    });
    await screen.findByRole('button', { name: 'Save' });
    expectText(words, container);
  });

  it('is text in the options and in the export', async () => {
    await putRegistry(world.database, registry({ name: words }));
    const options = show(<OptionsPage />);
    await screen.findByRole('article');
    expectText(words, options.container);
    options.unmount();
    world.answers.set('exportResource', {
      ok: true,
      value: {
        text: words,
        mediaType: 'text/plain',
        fileName: 'x',
        losses: [{ what: 'fit', message: words, count: 1 }],
      },
    });
    const { container } = show(<PageSurface />);
    act(() => {
      usePage.getState().take(reading);
      useView.getState().show('export');
    });
    await screen.findByRole('region', { name: 'Preview' });
    expectText(words, container);
  });
});
