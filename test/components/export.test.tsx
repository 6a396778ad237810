// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ExportView } from '../../components/bundle/ExportView.tsx';
import { type Exported, FormatId } from '../../lib/domain/bundle.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, show, world } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

const written: Exported = {
  text: '{"name":"<b>Größe</b>"}',
  mediaType: 'application/ld+json',
  fileName: 'lessons.example.lrmi.jsonld',
  losses: [
    { what: 'fit', message: 'How well it fits has no place in LRMI.', count: 1 },
    { what: 'note', message: 'Notes stay here.', count: 3 },
  ],
};
beforeEach(() => world.answers.set('exportResource', { ok: true, value: written }));

function showExport(version = '1') {
  const [onBack, onSay] = [vi.fn(), vi.fn()];
  const view = (now: string) => (
    <ExportView address="https://lessons.example/" title="Graphs" version={now} onBack={onBack} onSay={onSay} />
  );
  const shown = show(view(version));
  return { ...shown, user: userEvent.setup(), onBack, onSay, again: (now: string) => shown.rerender(view(now)) };
}
const asked = () => world.requested.map(({ request }) => [request.format, request.options]);

describe('the export', () => {
  it('shows what is lost before anything can be downloaded', async () => {
    const { container } = showExport();
    const download = screen.getByRole<HTMLButtonElement>('button', { name: 'Download' });
    expect(download.disabled).toBe(true);
    expect(screen.getByText('Writing…')).toBeDefined();
    const losses = await screen.findByRole('region', { name: 'What this format cannot carry' });
    expect(
      within(losses)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['How well it fits has no place in LRMI.in 1 alignment', 'Notes stay here.in 3 alignments']);
    expect(download.disabled).toBe(false);
    expect(losses.compareDocumentPosition(download) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    await expectAccessible(container);
  });

  it('says nothing of losses where there are none', async () => {
    world.answers.set('exportResource', { ok: true, value: { ...written, losses: [] } });
    showExport();
    await screen.findByRole('region', { name: 'Preview' });
    expect(screen.queryByRole('region', { name: 'What this format cannot carry' })).toBeNull();
  });

  it('previews the file as text, with its size in bytes', async () => {
    const { container } = showExport();
    await screen.findByRole('region', { name: 'Preview' });
    expect(container.querySelector('pre')?.textContent).toBe(written.text);
    expect(container.querySelector('pre b')).toBeNull();
    expect(screen.getByText('25 bytes')).toBeDefined();
  });

  it('writes another format when it is chosen, and the older twin where LRMI has one', async () => {
    const { user } = showExport();
    await user.click(screen.getByRole('checkbox', { name: /^Also as educationalAlignment/ }));
    await user.selectOptions(screen.getByRole('combobox', { name: /^Format/ }), 'Open Badges 3.0');
    expect(screen.queryByRole('checkbox')).toBeNull();
    await waitFor(() =>
      expect(asked()).toEqual([
        ['lrmi', {}],
        ['lrmi', { alignmentObjects: true }],
        ['open-badges-3', {}],
      ]),
    );
  });

  it('lets nobody take the text before for the one that is being written', async () => {
    const { user, container } = showExport();
    await screen.findByRole('region', { name: 'Preview' });
    const download = screen.getByRole<HTMLButtonElement>('button', { name: 'Download' });
    expect(download.disabled).toBe(false);
    let settle: (() => void) | undefined;
    world.answers.set(
      'exportResource',
      new Promise((resolve) => {
        settle = () => resolve({ ok: true, value: { ...written, text: 'the next' } });
      }),
    );
    await user.selectOptions(screen.getByRole('combobox', { name: /^Format/ }), 'Open Badges 3.0');
    expect(download.disabled).toBe(true);
    expect(container.querySelector('pre')?.getAttribute('aria-busy')).toBe('true');
    settle?.();
    await waitFor(() => expect(download.disabled).toBe(false));
    expect(container.querySelector('pre')?.textContent).toBe('the next');
  });

  it('offers every format under the words for what it is for', () => {
    showExport();
    const list = screen.getByRole('combobox', { name: /^Format/ });
    expect(within(list).getAllByRole('option')).toHaveLength(FormatId.options.length);
    expect(list.querySelectorAll('optgroup').length).toBeGreaterThan(2);
  });

  it('writes anew when the alignments changed behind it', async () => {
    const { again } = showExport();
    await screen.findByRole('region', { name: 'Preview' });
    again('2');
    await waitFor(() => expect(asked()).toHaveLength(2));
  });

  it('tells why it could not be written, and offers nothing to download then', async () => {
    world.answers.set('exportResource', { ok: false, problem: { code: 'M600', message: 'Unexpected.' } });
    const { container } = showExport();
    expect((await screen.findByRole('alert')).textContent).toContain('M600');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Download' }).disabled).toBe(true);
    await expectAccessible(container);
  });

  it('copies the text, and says so', async () => {
    const { user, onSay } = showExport();
    await screen.findByRole('region', { name: 'Preview' });
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    await waitFor(() => expect(onSay).toHaveBeenCalledWith('Copied.'));
    expect(await navigator.clipboard.readText()).toBe(written.text);
  });

  it('says what to do where the browser does not let it copy', async () => {
    const { user, onSay } = showExport();
    await screen.findByRole('region', { name: 'Preview' });
    vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('', 'NotAllowedError'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect((await screen.findByRole('alert')).textContent).toContain('did not let Plumbline copy');
    expect(onSay).not.toHaveBeenCalled();
  });

  it('hands the file to the browser under its name', async () => {
    const { user, onSay } = showExport();
    const blobs: Blob[] = [];
    URL.createObjectURL = (blob) => `blob:${blobs.push(blob as Blob)}`;
    URL.revokeObjectURL = () => {};
    const clicked: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(`${this.download} ${this.href}`);
    });
    await screen.findByRole('region', { name: 'Preview' });
    await user.click(screen.getByRole('button', { name: 'Download' }));
    expect(clicked).toEqual(['lessons.example.lrmi.jsonld blob:1']);
    expect(blobs[0]?.type).toBe('application/ld+json');
    expect(blobs[0]?.size).toBe(25);
    expect(onSay).toHaveBeenCalledWith('Downloaded lessons.example.lrmi.jsonld.');
  });

  it('goes back with its button and with Esc, wherever the keyboard is', async () => {
    const { user, onBack } = showExport();
    await user.click(screen.getByRole('button', { name: 'Back to the page (Esc)' }));
    await user.keyboard('{Escape}');
    await user.click(document.body);
    await user.keyboard('{Escape}');
    expect(onBack).toHaveBeenCalledTimes(3);
  });
});
