import { describe, expect, it, vi } from 'vitest';
import { Errand } from '../../lib/domain/errand.ts';
import { createErrands, type RunErrandsNeeds } from '../../lib/services/run-errands.ts';
import { area } from '../messaging/extension.ts';
import { evidence } from '../support/samples.ts';

const tab = { id: 7, index: 2, url: 'https://lessons.example/graph#top' };

function errandsWith(over: Partial<RunErrandsNeeds> = {}) {
  const session = area();
  const openPopup = vi.fn(async () => {});
  const openTab = vi.fn(async (_path: string) => {});
  const openPanel = vi.fn(async (_window: number) => {});
  const readSelection = vi.fn(async () => evidence());
  const errands = createErrands({ openPopup, openTab, openPanel, readSelection, session, ...over });
  const waiting = async () => Errand.safeParse((await session.get('errand:7'))['errand:7']).data;
  return { errands, session, openPopup, openTab, openPanel, readSelection, waiting };
}

describe.each(['the menu', 'the keys'] as const)('quoting by %s', (by) => {
  const quote = (errands: ReturnType<typeof createErrands>, on: typeof tab | undefined) =>
    by === 'the menu' ? errands.clicked({ menuItemId: 'quote-selection' }, on) : errands.pressed('quote-selection', on);

  it('opens the popup and leaves the passage for it, with the page that it is of', async () => {
    const { errands, openPopup, openTab, readSelection, waiting } = errandsWith();
    await quote(errands, tab);
    expect(await waiting()).toEqual({ address: 'https://lessons.example/graph', evidence: evidence() });
    expect(readSelection).toHaveBeenCalledExactlyOnceWith(7);
    expect([openPopup.mock.calls.length, openTab.mock.calls.length]).toEqual([1, 0]);
  });

  it('opens the popup before it waits for anything, since Firefox counts the click no longer then', () => {
    const { errands, openPopup } = errandsWith({ readSelection: () => new Promise(() => {}) });
    void quote(errands, tab);
    expect(openPopup).toHaveBeenCalledOnce();
  });

  it('opens a tab about the tab where no popup can be opened', async () => {
    for (const openPopup of [undefined, () => Promise.reject(new Error('no window in front'))]) {
      const { errands, openTab, waiting } = errandsWith({ openPopup });
      await quote(errands, tab);
      expect(openTab).toHaveBeenCalledExactlyOnceWith('/popup.html?tab=7', tab);
      expect(await waiting()).toMatchObject({ evidence: evidence() });
    }
  });

  it('leaves word that nothing could be read', async () => {
    const { errands, waiting } = errandsWith({ readSelection: async () => null });
    await quote(errands, tab);
    expect(await waiting()).toEqual({ address: 'https://lessons.example/graph' });
  });

  it('leaves nothing for a page that cannot be aligned', async () => {
    const { errands, session } = errandsWith();
    await quote(errands, { ...tab, url: 'about:addons' });
    await quote(errands, undefined);
    expect(session.kept.size).toBe(0);
  });
});

describe('the menu', () => {
  it('opens the popup for the page', async () => {
    const { errands, openPopup, session } = errandsWith();
    await errands.clicked({ menuItemId: 'align-page' }, tab);
    expect([openPopup.mock.calls.length, session.kept.size]).toEqual([1, 0]);
  });

  it('opens a link by its address, without its fragment, under its own words', async () => {
    const { errands, openTab, openPopup } = errandsWith();
    const linkUrl = 'https://other.example/a?b=c&d=é#e';
    await errands.clicked({ menuItemId: 'align-link', linkUrl, linkText: 'Slope & rise' }, tab);
    const [[path = ''] = []] = openTab.mock.calls;
    const asked = new URL(path, 'https://own.example').searchParams;
    expect(Object.fromEntries(asked)).toEqual({
      address: 'https://other.example/a?b=c&d=%C3%A9',
      title: 'Slope & rise',
    });
    expect(openPopup).not.toHaveBeenCalled();
  });

  it.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', ''])(
    'opens no link to %s',
    async (linkUrl) => {
      const { errands, openTab, openPopup } = errandsWith();
      await errands.clicked({ menuItemId: 'align-link', linkUrl }, tab);
      expect([openTab.mock.calls, openPopup.mock.calls]).toEqual([[], []]);
    },
  );

  it('opens the library, and does nothing for an entry or a command that is not ours', async () => {
    const { errands, openTab, openPopup } = errandsWith();
    await errands.clicked({ menuItemId: 'open-library' }, tab);
    await errands.clicked({ menuItemId: 'other' }, tab);
    await errands.pressed('other', tab);
    expect(openTab.mock.calls.map(([path]) => path)).toEqual(['/library.html']);
    expect(openPopup).not.toHaveBeenCalled();
  });
});

describe('the menu of an image', () => {
  it('opens it by its address, without a title: its name is none', async () => {
    const { errands, openTab } = errandsWith();
    const click = {
      menuItemId: 'align-image',
      srcUrl: 'https://pictures.example/slope.png',
      linkUrl: 'https://other.example/',
    };
    await errands.clicked(click, tab);
    const [[path = ''] = []] = openTab.mock.calls;
    const asked = new URL(path, 'https://own.example').searchParams;
    expect(Object.fromEntries(asked)).toEqual({ address: 'https://pictures.example/slope.png' });
  });

  it('opens nothing for one that has no address of its own', async () => {
    const { errands, openTab } = errandsWith();
    await errands.clicked({ menuItemId: 'align-image', srcUrl: 'data:image/png;base64,AAAA' }, tab);
    expect(openTab).not.toHaveBeenCalled();
  });
});

describe('the keys of the panel', () => {
  it('open it in the window that they were pressed in, before anything is waited for', () => {
    const { errands, openPanel } = errandsWith();
    void errands.pressed('open-panel', { ...tab, windowId: 3 });
    expect(openPanel).toHaveBeenCalledExactlyOnceWith(3);
  });

  it('do nothing where the browser has a command of its own, or no window is known', async () => {
    await errandsWith({ openPanel: undefined }).errands.pressed('open-panel', { ...tab, windowId: 3 });
    const { errands, openPanel } = errandsWith();
    await errands.pressed('open-panel', undefined);
    expect(openPanel).not.toHaveBeenCalled();
  });
});
