/** A request as it will be sent, shown to the person before. Secrets are shown as dots (`hidden`). */
export type DeliveryPreview = {
  method: string;
  address: string;
  headers: readonly { name: string; value: string }[];
  /** The body as text; of several parts, each under its name. Empty where there is none. */
  body: string;
  /** What the registry itself said to it where it can be asked without publishing: a dry run. */
  verdict?: { ok: boolean; saying: string };
};

/** Stands in a preview in the place of a secret. */
export const hidden = '••••••••';

/** Stands in a preview in the place of what is made anew with each try: what it is, in a few words. */
export function eachTime(what: string): string {
  return `⟨${what}⟩`;
}
