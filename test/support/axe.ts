import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from 'vitest';
import type { Surface } from './browsers/browser.ts';
import { settle } from './settle.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = { id: string; nodes: { html: string; failureSummary?: string }[] };

/** The rules whose outcome depends on the colours in use. */
const ofColours = ['color-contrast', 'link-in-text-block'];

/**
 * Fails where axe finds something in what a surface shows, once it has come to rest. `what` names it in the error;
 * `colours` asks again only what other colours can change.
 */
export async function expectNoViolations(surface: Surface, what: string, which?: 'colours'): Promise<void> {
  await settle(surface);
  // react-aria moves aria-activedescendant half a second after typing, so that it is spoken after the letters.
  await surface.waitUntil('the active row', () => {
    const field = document.querySelector('[aria-activedescendant]');
    const row = field?.getAttribute('aria-activedescendant');
    return !row || document.getElementById(row) !== null;
  });
  const violations = await surface.evaluate(runAxe, axe, which ? ofColours : null);
  const said = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join('\n')}`,
  );
  expect(said, what).toEqual([]);
}

/** Runs in the page: axe is defined by its own source there, once. */
async function runAxe(source: string, rules: string[] | null): Promise<Violation[]> {
  type Axe = { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
  const world = globalThis as typeof globalThis & { axe?: Axe };
  // biome-ignore lint/security/noGlobalEval: the test tool's own code, in the test's own browser
  if (!world.axe) globalThis.eval(source);
  const { violations } = await (world.axe as Axe).run(document, {
    resultTypes: ['violations'],
    ...(rules && { runOnly: rules }),
  });
  return violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => ({ html, failureSummary })),
  }));
}
