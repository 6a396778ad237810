import { describe, expect, it } from 'vitest';
import type { Injected, PageScript } from '../../lib/services/frames.ts';
import { createShowEvidence } from '../../lib/services/show-evidence.ts';
import { evidence } from '../support/samples.ts';

const mark = { evidence: evidence(), shows: [], names: { exact: 'Slope', changed: 'Slope, changed' } };
const words = { language: 'en', direction: 'ltr' as const, group: 'Evidence', changed: 'Changed.' };
const asked = { marks: [mark, mark], words };

/** A tab with such documents: what each finds, and what of that can be seen once it is drawn. */
function tabWith(...documents: { find: unknown; draw?: unknown; count?: unknown }[]) {
  const called: unknown[][] = [];
  const inject = async (_tab: number, { call, isThere = false }: PageScript): Promise<Injected> => {
    const [name, ...args] = call?.args ?? [];
    called.push([name, isThere, ...args.slice(0, 1), ...args.slice(2)]);
    const answers = documents.map((document, id) => ({
      frame: { id, url: '', title: '' },
      result: document[name as 'find'],
    }));
    return { answers, leftOut: 0 };
  };
  return { called, ...createShowEvidence(inject) };
}

describe('showing the evidence', () => {
  it('looks first, then marks each passage where it stands best, and says what became of each', async () => {
    const { show, called } = tabWith(
      { find: ['changed', 'orphaned'], draw: [false, false] },
      { find: ['exact', 'orphaned'], draw: [true, false] },
    );
    expect(await show(7, asked)).toEqual(['exact', 'orphaned']);
    expect(called).toEqual([
      ['find', false, asked.marks],
      ['draw', true, ['exact', 'orphaned'], null],
    ]);
  });

  it('says of what is found and cannot be seen that the page keeps it back', async () => {
    const { show } = tabWith({ find: ['exact', 'changed'], draw: [false, true] });
    expect(await show(7, asked)).toEqual(['folded', 'changed']);
  });

  it('scrolls to the one that is asked for', async () => {
    const { show, called } = tabWith({ find: ['exact', 'exact'], draw: [true, true] });
    await show(7, { ...asked, reveal: 1 });
    expect(called[1]).toEqual(['draw', true, ['exact', 'exact'], 1]);
  });

  it('calls nothing lost that there was no time to look for', async () => {
    const { show } = tabWith({ find: ['orphaned', 'unsought'], draw: [] }, { find: ['orphaned', 'orphaned'] });
    expect(await show(7, asked)).toEqual(['orphaned', 'unsought']);
  });

  it.each([
    ['keeps us out', () => createShowEvidence(() => Promise.reject(new Error('Cannot access contents of the page')))],
    ['answers something else', () => tabWith({ find: ['<b>', 3] })],
    ['has a script that broke', () => tabWith({ find: null })],
  ])('says nothing of a page that %s', async (_what, open) => {
    expect(await open().show(7, asked)).toBeNull();
  });
});

describe('the marks of a tab', () => {
  it('are there where any of its documents has some', async () => {
    expect(await tabWith({ find: [], count: 0 }, { find: [], count: 2 }).isShown(7)).toBe(true);
    expect(await tabWith({ find: [], count: 0 }, { find: [], count: '<b>' }).isShown(7)).toBe(false);
    expect(await tabWith({ find: [], count: null }).isShown(7)).toBe(false);
  });

  it('are taken away without anything being injected', async () => {
    const { hide, called } = tabWith({ find: [] });
    await hide(7);
    expect(called).toEqual([['remove', true]]);
  });
});
