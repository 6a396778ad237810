import type { Browser, Surface } from './browsers/browser.ts';

/** A skill to align to, as a person would look for it. */
export type Wish = {
  /** What is typed. */
  words: string;
  /** What the wanted row says. */
  row: RegExp;
  relation: 'teaches' | 'assesses' | 'requires';
  fit?: 'exact' | 'major' | 'minor' | 'broad' | 'narrow';
  note?: string;
};

/** The search field of the popup. */
export const searchField = { role: 'combobox', name: 'Find a skill to align' };

const button = (name: string | RegExp) => ({ role: 'button', name });

/** Adds a registry in the options page by its own form and waits for its test to pass. A CASS gets a signing key too. */
export async function addRegistry(
  options: Surface,
  registry: { kind: 'OSMT' | 'CASS'; address: string; name: string; token?: string },
): Promise<void> {
  await options.fill({ role: 'textbox', name: /^Address/ }, registry.address);
  await options.evaluate(chooseOption, 'select', registry.kind.toLowerCase());
  await options.fill({ role: 'textbox', name: /^Name/ }, registry.name);
  if (registry.token) await options.fill({ css: 'form input[type=password]' }, registry.token);
  await options.click(button('Add and test'));
  const card = `article[aria-label="${registry.name}"]`;
  await options.waitFor({ css: `${card} .card-head .state-published` }, { text: 'Answered' });
  if (registry.kind !== 'CASS') return;
  // The person's own key below has a button of the same name.
  await options.click({ css: `${card} .muted + .btn-small` });
  await options.waitFor({ css: card }, { text: 'Made on this device', limit: 20_000 });
}

/** Types, waits for the row, opens the form, chooses and saves. */
export async function align(popup: Surface, { words, row, relation, fit, note }: Wish): Promise<void> {
  await popup.fill(searchField, words);
  await popup.waitFor({ css: '.combobox .listbox[aria-busy=false]' });
  await popup.click({ role: 'option', name: row });
  await popup.waitFor({ css: '.skill-card' }, { text: row });
  await popup.click({ css: `input[name=relation][value=${relation}]` });
  if (fit) await popup.click({ css: `input[name=fit][value=${fit}]` });
  if (note) await popup.fill({ css: 'textarea' }, note);
  await popup.click(button('Save'));
  await popup.waitFor({ css: '.notice-good' }, { text: 'Saved on this device' });
}

/** Publishes all that is not published yet and waits until each alignment says so. */
export async function publish(popup: Surface, count: number): Promise<void> {
  await popup.click(button(`Publish ${count}`));
  await popup.waitUntil(
    `${count} published`,
    (wanted) => document.querySelectorAll('.alignment .state-published').length === wanted,
    count,
  );
}

/** Exports the page's alignments in a format, by its id, and answers the downloaded file's path. Comes back to the page's view. */
export async function exportAs(browser: Browser, popup: Surface, format: string): Promise<string> {
  await popup.click(button('Export'));
  await popup.waitFor({ css: 'select[name=format]' });
  await popup.evaluate(chooseOption, 'select[name=format]', format);
  await popup.waitUntil(
    `${format} written`,
    (wanted) =>
      document.querySelector<HTMLSelectElement>('select[name=format]')?.value === wanted &&
      document.querySelector('pre:not([aria-busy=true])') !== null,
    format,
  );
  await popup.click(button('Download'));
  const said = await popup.waitFor({ role: 'status' }, { text: /^Downloaded / });
  const path = await browser.downloaded(said.text.replace(/^Downloaded |\.$/g, ''));
  await popup.click(button(/^Back to the page/));
  return path;
}

/** Chooses in a list, as picking from the browser's own menu would; the menu itself is no part of the page. */
export function chooseOption(css: string, value: string): void {
  const select = document.querySelector<HTMLSelectElement>(css);
  if (!select) throw new Error(`no list ${css}`);
  // React listens to the element's own setter, which a plain assignment in the page's world would not pass by.
  Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set?.call(select, value);
  if (select.value !== value) throw new Error(`${css} does not offer ${value}`);
  select.dispatchEvent(new Event('change', { bubbles: true }));
}
