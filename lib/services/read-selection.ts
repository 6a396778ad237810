import * as z from 'zod/mini';
import { Evidence } from '../domain/evidence.ts';
import type { Injected } from './frames.ts';

const Selected = z.object({ evidence: z.optional(Evidence), isElsewhere: z.boolean() });

/**
 * Makes the use case "what is selected in this tab", in the page's own document or in a frame, which is named then.
 * Answers null where nothing is, or where the page keeps us out.
 */
export function createReadSelection(inject: (tab: number) => Promise<Injected>) {
  return async function readSelection(tab: number): Promise<Evidence | null> {
    const { answers } = await inject(tab).catch((): Injected => ({ answers: [], leftOut: 0 }));
    const found = answers.flatMap(({ frame, result }) => {
      const { data } = Selected.safeParse(result);
      if (!data?.evidence) return [];
      const evidence = frame.id === 0 ? data.evidence : { ...data.evidence, frame: frame.title };
      return [{ evidence, isElsewhere: data.isElsewhere }];
    });
    // Each document keeps its selection; the one that the person was last at work in is meant.
    const [latest = found[0]] = found.filter(({ isElsewhere }) => !isElsewhere);
    return latest?.evidence ?? null;
  };
}
