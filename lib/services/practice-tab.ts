import { practicePage } from '../domain/practice-page.ts';
import type { Injected, PageScript } from './frames.ts';

type Tab = { url?: string; title?: string };

/** What the practice page needs of the browser. */
export type PracticeTabNeeds = {
  /** The practice page's own address, which begins with the extension's origin. */
  own: string;
  tab(id: number): Promise<Tab>;
  /** Injects a script into any other page. */
  inject(id: number, script: PageScript): Promise<Injected>;
  /** Asks the practice page to do what a script of this file would do. */
  ask(id: number, asked: { practise: string; args: unknown[] }): Promise<unknown>;
};

/**
 * Lets the practice page be read, quoted and marked as if it stood at its address on the web: it does by the same code what
 * is injected elsewhere. Every other page is as it is.
 */
export function createPracticeTab({
  own,
  tab,
  inject,
  ask,
}: PracticeTabNeeds): Pick<PracticeTabNeeds, 'tab' | 'inject'> {
  const isPractice = ({ url = '' }: Tab) => url.replace(/[?#].*$/s, '') === own;
  return {
    async tab(id) {
      const shown = await tab(id);
      return isPractice(shown) ? { ...shown, url: practicePage.address } : shown;
    },
    async inject(id, script) {
      const shown = await tab(id).catch((): Tab => ({}));
      if (!isPractice(shown)) return inject(id, script);
      const result = await ask(id, { practise: script.file, args: script.call?.args ?? [] });
      const frame = { id: 0, url: practicePage.address, title: shown.title ?? '' };
      return { answers: [{ frame, result }], leftOut: 0 };
    },
  };
}
