import * as z from 'zod/mini';
import { type EvidenceMark, MarkState, type MarkWords } from '../domain/evidence-mark.ts';
import type { Injected, PageScript } from './frames.ts';

/** What is to be marked on a page; `reveal` is the one to scroll to, by its place among the marks. */
export type MarksAsked = { marks: EvidenceMark[]; words: MarkWords; reveal?: number };

/** The marks on the page of a tab, drawn only where the person asks for them. */
export type ShowEvidence = {
  /** Marks the passages, in the place of all marks before; null where the page cannot be looked into. */
  show(tab: number, asked: MarksAsked): Promise<MarkState[] | null>;
  /** Takes the marks away; does nothing where there are none. */
  hide(tab: number): Promise<void>;
  /** Whether marks are on the page: the person may have removed them there, or gone to another page. */
  isShown(tab: number): Promise<boolean>;
};

/** How well a document has a passage, best first. */
const order: readonly MarkState[] = ['exact', 'changed', 'unsought', 'orphaned'];

const States = z.array(MarkState);
const Seen = z.array(z.boolean());

/**
 * Makes the use case "show the evidence on the page". A passage is marked in the page's own document or in the frame that
 * has it best; so all are asked first, and then told what is best.
 */
export function createShowEvidence(inject: (tab: number, script: PageScript) => Promise<Injected>): ShowEvidence {
  const call = async (tab: number, isThere: boolean, ...args: Parameters<typeof callPageMarks>): Promise<unknown[]> => {
    const script = { file: '/highlighter.js', isThere, call: { func: callPageMarks, args } };
    const { answers } = await inject(tab, script).catch((): Injected => ({ answers: [], leftOut: 0 }));
    return answers.map(({ result }) => result);
  };
  return {
    async show(tab, { marks, words, reveal }) {
      const found = (await call(tab, false, 'find', marks)).flatMap((answer) => {
        const { data } = States.safeParse(answer);
        return data ? [data] : [];
      });
      if (found.length === 0) return null;
      const best = marks.map((_, at) => order.find((state) => found.some((states) => states[at] === state)) ?? null);
      const drawn = (await call(tab, true, 'draw', best, words, reveal ?? null)).map(
        (answer) => Seen.safeParse(answer).data ?? [],
      );
      return best.map((state, at) => {
        const isMarked = state === 'exact' || state === 'changed';
        if (isMarked && !drawn.some((seen) => seen[at])) return 'folded';
        return state ?? 'orphaned';
      });
    },
    async hide(tab) {
      await call(tab, true, 'remove');
    },
    async isShown(tab) {
      return (await call(tab, true, 'count')).some((count) => typeof count === 'number' && count > 0);
    },
  };
}

/**
 * Calls one of the functions that `entrypoints/highlighter.ts` left in our own world of the page (`PageMarks` in
 * lib/highlights). Runs there: refers to nothing outside itself.
 */
export function callPageMarks(name: 'find' | 'draw' | 'remove' | 'count', ...args: unknown[]): unknown {
  return Reflect.get(globalThis, 'plumblineMarks')?.[name](...args);
}
