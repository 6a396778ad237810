import type { Problem } from './problem.ts';

/** A request as it will be sent, shown to the person before. Secrets are shown as dots (`hidden`). */
export type DeliveryPreview = {
  method: string;
  address: string;
  headers: readonly { name: string; value: string }[];
  /** The body as text; of several parts, each under its name. Empty where there is none. */
  body: string;
  /** What the registry itself said to it where it can be asked without publishing. */
  dryRun?: DryRun;
};

/**
 * What asking a registry without publishing came to: its yes or no, with its own words where it gave any; that the
 * alignment `stands` there already and nothing is sent; or why it could not be asked.
 */
export type DryRun =
  | { outcome: 'accepted' | 'refused'; said?: string }
  | { outcome: 'standing' }
  | { outcome: 'none'; problem: Problem };

/** Stands in a preview in the place of a secret. */
export const hidden = '••••••••';

/** Stands in a preview in the place of what is made anew with each try: what it is, in a few words. */
export function eachTime(what: string): string {
  return `⟨${what}⟩`;
}
