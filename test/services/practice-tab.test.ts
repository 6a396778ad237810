import { describe, expect, it, vi } from 'vitest';
import { practicePage } from '../../lib/domain/practice-page.ts';
import { createPracticeTab } from '../../lib/services/practice-tab.ts';

const own = 'chrome-extension://abc/practice.html';

function tabShowing(url: string | undefined) {
  const inject = vi.fn(async () => ({ answers: [], leftOut: 3 }));
  const ask = vi.fn(async () => 'read');
  const tab = async () => (url === undefined ? Promise.reject(new Error('No tab')) : { url, title: 'A lesson' });
  return { inject, ask, ...{ practice: createPracticeTab({ own, tab, inject, ask }) } };
}

describe('the practice page', () => {
  it.each([own, `${own}?from=welcome`, `${own}#lesson`])('stands at its address on the web: %s', async (url) => {
    const { practice } = tabShowing(url);
    expect(await practice.tab(7)).toEqual({ url: practicePage.address, title: 'A lesson' });
  });

  it('does itself what would be injected into another page', async () => {
    const { practice, inject, ask } = tabShowing(own);
    const call = { func: () => null, args: ['count'] };
    const { answers, leftOut } = await practice.inject(7, { file: '/highlighter.js', call });
    expect(answers).toEqual([{ frame: { id: 0, url: practicePage.address, title: 'A lesson' }, result: 'read' }]);
    expect(leftOut).toBe(0);
    expect(ask).toHaveBeenCalledExactlyOnceWith(7, { practise: '/highlighter.js', args: ['count'] });
    expect(inject).not.toHaveBeenCalled();
  });
});

describe('every other page', () => {
  it.each(['https://lessons.example/practice.html', 'chrome-extension://abc/practice.html.example', undefined])(
    'is as it is: %s',
    async (url) => {
      const { practice, inject, ask } = tabShowing(url);
      const script = { file: '/page-reader.js' };
      expect(await practice.inject(7, script)).toEqual({ answers: [], leftOut: 3 });
      expect(inject).toHaveBeenCalledExactlyOnceWith(7, script);
      expect(ask).not.toHaveBeenCalled();
      if (url !== undefined) expect(await practice.tab(7)).toMatchObject({ url });
    },
  );
});
