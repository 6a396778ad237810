import { type Evidence, PassageState } from '../domain/evidence.ts';
import type { Injected } from './frames.ts';

/**
 * Makes the use case "is this passage still on the page", in its own document or in a frame, whichever has it best.
 * Answers null where the page cannot be looked into.
 */
export function createFindPassage(inject: (tab: number, evidence: Evidence) => Promise<Injected>) {
  return async function findPassage(tab: number, evidence: Evidence): Promise<PassageState | null> {
    const { answers } = await inject(tab, evidence).catch((): Injected => ({ answers: [], leftOut: 0 }));
    const states = new Set(answers.map(({ result }) => PassageState.safeParse(result).data));
    return PassageState.options.find((state) => states.has(state)) ?? null;
  };
}

/** Calls what `entrypoints/passage-finder.ts` left in our world of the page. Runs there: refers to nothing outside itself. */
export function callPassageFinder(evidence: Evidence): unknown {
  return Reflect.get(globalThis, 'plumblineFindPassage')?.(evidence);
}
