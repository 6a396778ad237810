import type { RegistryKind } from '../../lib/domain/registry.ts';
import { registries } from '../../lib/registries/index.ts';
import type { Surface } from './browsers/browser.ts';
import { chooseOption } from './journey.ts';
import { client } from './practice-registry/oauth-routes.ts';

/** What a person tells of a registry in the options. */
export type Told = {
  kind: RegistryKind;
  name: string;
  address: string;
  /** The token or key. */
  token?: string;
  /** Where access is fetched for the practice registry's one client; `secret` where it is not the right one. */
  client?: { tokenAddress: string; secret?: string };
  version?: string;
  /** Fields of how alignments are sent there, by the beginnings of their labels, as patterns. */
  delivery?: Readonly<Record<string, string>>;
  /** Choices of how alignments are sent there, by their labels. */
  choices?: Readonly<Record<string, string>>;
  /** Boxes to tick, by the beginnings of their labels. */
  checks?: readonly string[];
};

const form = 'form[aria-labelledby=add-head]';

/** Fills the form of the options page as a person does, kind first, and sends it off. Waits for nothing after. */
export async function tellRegistry(options: Surface, told: Told): Promise<void> {
  const { kind, name, address, token, client: access, version, delivery = {}, choices = {}, checks = [] } = told;
  await options.waitFor({ css: form });
  await options.evaluate(chooseOption, `${form} select`, kind);
  const home = registries[kind].home ?? '';
  const field = { role: 'textbox', name: /^Address/ };
  const { value } = await options.waitFor(field);
  if (value !== home) throw new Error(`${kind} begins with ${value}`);
  if (address !== home) await options.fill(field, address);
  await options.fill({ role: 'textbox', name: /^Name/ }, name);
  if (token) await options.fill({ css: `${form} > .card-body > .form-grid > .field input[type=password]` }, token);
  if (access) {
    await options.fill({ role: 'textbox', name: /^Client id/ }, client.id);
    await options.fill({ css: `${form} fieldset input[type=password]` }, access.secret ?? client.secret);
    await options.fill({ role: 'textbox', name: /^Token address/ }, access.tokenAddress);
  }
  if (version) await options.fill({ role: 'textbox', name: /^(Version|Release)/ }, version);
  for (const [label, value] of Object.entries(delivery))
    await options.fill({ role: 'textbox', name: new RegExp(`^${label}`) }, value);
  for (const [label, value] of Object.entries(choices)) await options.evaluate(chooseLabelled, label, value);
  for (const label of checks) await options.click({ role: 'checkbox', name: new RegExp(`^${label}`) });
  await options.click({ role: 'button', name: 'Add and test' });
}

/** Chooses in the list under a label of the form. */
function chooseLabelled(label: string, value: string): void {
  const lists = [...document.querySelectorAll<HTMLSelectElement>('form[aria-labelledby=add-head] select')];
  const list = lists.find((one) => one.labels?.[0]?.textContent?.startsWith(label));
  if (!list) throw new Error(`no list ${label}`);
  // React listens to the element's own setter, which a plain assignment in the page's world would not pass by.
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(list, value);
  list.dispatchEvent(new Event('change', { bubbles: true }));
}

/** A registry's card in the options page, as a person works with it. */
export type Card = ReturnType<typeof cardOf>;

/** The card of the registry of a name. */
export function cardOf(options: Surface, name: string) {
  const card = `article[aria-label="${name}"]`;
  const testButton = `${card} .card-body > .row:last-child button:first-child`;
  return {
    testButton,
    test: () => options.click({ css: testButton }),
    /** Waits for the end of a test. Answers each step as one line, and the problem where there is one. */
    async ended(how: 'Answered' | 'Test failed'): Promise<{ shown: string[]; problem: string }> {
      await options.waitFor({ css: `${card} .card-head .state` }, { text: how, limit: 20_000 });
      const steps = await options.all({ css: `${card} .steps li` });
      const [problem] = await options.all({ css: `${card} [role=alert]` });
      return { shown: steps.map(({ text }) => text.replace(/\s+/g, ' ')), problem: problem?.text ?? '' };
    },
    /** Enters another token, key or client secret. */
    async enterSecret(secret: string): Promise<void> {
      await options.click({ css: `${card} .card-body > .row:nth-last-child(3) .link` });
      await options.fill({ css: `${card} form input[type=password]` }, secret);
      await options.click({ css: `${card} form button[type=submit]` });
      await options.waitFor({ css: `${card} form` }, { state: 'gone' });
    },
    /** Chooses another release. */
    async chooseRelease(value: string): Promise<void> {
      await options.click({ css: `${card} .card-body > .row .link` });
      await options.fill({ css: `${card} form input:not([type=password])` }, value);
      await options.click({ css: `${card} form button[type=submit]` });
      await options.waitFor({ css: `${card} form` }, { state: 'gone' });
    },
  };
}
