import { afterAll, beforeAll, expect, it } from 'vitest';
import { cass } from '../../lib/registries/cass.ts';
import { makeSigningKey } from '../../lib/registries/signing-key.ts';
import { publicationOf } from '../registries/publications.ts';
import { connectionTo, patient } from '../registries/support.ts';
import type { Surface } from '../support/browsers/browser.ts';
import { inEachBrowser } from '../support/each-browser.ts';
import { addRegistry, chooseOption } from '../support/journey.ts';
import { samplePage } from '../support/pages/serve-pages.mjs';
import { tenant } from '../support/practice-registry/open-case-routes.ts';
import type { Incoming } from '../support/practice-registry/reply.ts';
import { type PracticeRegistry, startPracticeRegistry } from '../support/practice-registry/server.ts';
import { cardOf, tellRegistry } from '../support/registry-form.ts';
import { foundSkill } from '../support/samples.ts';

const lesson = 'https://lessons.millbrook.example/lesson.html';
const organisation = 'ce-11111111-2222-4333-8444-555555555555';
const dryRun = '/assistant/learningopportunity/format';

/** What somebody else said of the page. */
const theirs = publicationOf({
  resource: { address: lesson, fields: {} },
  skill: { ...foundSkill(), taken: '2026-03-01T09:59:00.000Z' },
  choice: { relation: 'assesses', fit: 'exact' },
  publishTo: [],
});

inEachBrowser('publishing to other kinds of registries', (browser) => {
  let practice: PracticeRegistry;
  let popup: Surface;

  beforeAll(async () => {
    practice = await startPracticeRegistry();
    const other = connectionTo(`${practice.url}/api`, 'cass', { signingKey: await makeSigningKey() });
    await cass.publish?.(other, theirs, patient);
    for (const path of ['/lesson.html', '/style.css'])
      browser().serve(`https://lessons.millbrook.example${path}`, await samplePage(path));
    await browser().grantHost('http://127.0.0.1/*');
  });
  afterAll(() => practice.close());

  const sent = (path: string): Incoming[] => practice.received().filter((one) => one.path === path);
  const button = (name: string | RegExp) => ({ role: 'button', name });

  it('adds an OpenCASE with its tenant, and a Credential Registry with its organisation', async () => {
    const options = await browser().openExtensionPage('options.html');
    await addRegistry(options, { kind: 'CASS', address: `${practice.url}/api`, name: 'Competencies' });
    const [address, token] = [practice.url, 'a-token'];
    await tellRegistry(options, { kind: 'case', name: 'Standards', address, token, delivery: { Tenant: tenant } });
    await cardOf(options, 'Standards').ended('Answered');
    const delivery = { 'Organisation.*CTID': organisation };
    await tellRegistry(options, { kind: 'credential-registry', name: 'Credentials', address, token, delivery });
    await cardOf(options, 'Credentials').ended('Answered');
    await options.close();
  });

  it('finds at a CASS what others said of the page once it is asked to, and adopts it', async () => {
    popup = await browser().clickToolbar(await browser().open(lesson));
    await popup.waitFor({ css: 'h1' }, { text: 'The slope of a line' });
    const before = practice.requests().length;
    await popup.click(button('Look for others’ alignments of this page'));
    await popup.waitFor({ css: '[aria-label="Alignments by others"]' }, { text: /Also said at Competencies 1/ });
    expect(practice.requests().length).toBeGreaterThan(before);
    await popup.click(button('Adopt Slope'));
    await popup.waitFor({ css: '.skill-card' }, { text: /rate of change from the slope/ });
    expect((await popup.waitFor({ css: 'input[name=relation][value=assesses]' })).checked).toBe(true);
    await popup.click(button('Save'));
    await popup.waitFor({ css: '.notice-good' }, { text: 'Saved on this device' });
  });

  it('shows before it publishes what a dry run says, and what then arrives', async () => {
    const body = { Successful: false, Messages: ['Error - The description is too short.'] };
    practice.order({ faults: [{ kind: 'other-schema', path: dryRun, body }] });
    await popup.click(button('What is sent?'));
    await popup.waitFor({ css: '.surface select' });
    await choose(popup, 'Credentials');
    await popup.waitFor({ css: '.state-failed' }, { text: /The dry run says no: .*too short/ });
    await choose(popup, 'Standards');
    const { text } = await popup.waitFor({ css: 'pre' }, { text: /^POST .*\/CFPackages\/import/ });
    await popup.click(button(/^Back to the page/));
    await popup.click(button('Publish 1'));
    await popup.waitFor({ role: 'alert' }, { text: /Credentials does not take the page as it is.*too short.*R342/s });
    await popup.waitUntil('two published', () => document.querySelectorAll('.state-published').length === 2);
    const [arrived] = sent(`/management/tenants/${tenant}/ims/case/v1p1/CFPackages/import`);
    expect(JSON.parse(text.slice(text.indexOf('{')))).toEqual(JSON.parse(String(arrived?.body)));
    expect(text).toContain('Bearer ••••••••');
    expect(text).not.toContain('a-token');
    expect(sent('/assistant/learningopportunity/publish')).toEqual([]);
  });

  it('publishes to the Credential Registry once the dry run says yes', async () => {
    practice.order({ clear: true });
    await popup.click(button('Try again'));
    await popup.waitUntil('all published', () => document.querySelectorAll('.state-published').length === 3);
    const [arrived] = sent('/assistant/learningopportunity/publish');
    const { LearningOpportunity: page } = JSON.parse(String(arrived?.body));
    expect(page).toMatchObject({ SubjectWebpage: lesson, OfferedBy: [{ CTID: organisation }] });
    expect(page.Assesses).toMatchObject([{ TargetNode: foundSkill().uri }]);
    const { status } = await fetch(`${practice.url}/resources/${page.CTID}`);
    expect(status).toBe(200);
  });

  it('takes all of it back with the alignment', async () => {
    const [imported] = sent(`/management/tenants/${tenant}/ims/case/v1p1/CFPackages/import`);
    const { identifier } = JSON.parse(String(imported?.body)).cfPackage.CFDocument;
    const stands = async () => (await fetch(`${practice.url}/ims/case/v1p1/CFPackages/${identifier}`)).ok;
    expect(await stands()).toBe(true);
    await popup.click(button(/^More for assesses/));
    await popup.click(button('Remove and withdraw'));
    await popup.waitFor({ css: '.notice' }, { text: /Removed/ });
    await expect.poll(stands, { timeout: 10_000 }).toBe(false);
    await expect.poll(() => practice.published().length, { timeout: 10_000 }).toBe(1);
    await expect.poll(() => sent('/assistant/learningopportunity/delete').length, { timeout: 10_000 }).toBe(1);
    await popup.close();
  });
});

/** Chooses to which registry the shown request goes. */
async function choose(popup: Surface, name: string): Promise<void> {
  const value = await popup.evaluate(
    (wanted) => [...document.querySelectorAll('option')].find((option) => option.textContent === wanted)?.value ?? '',
    name,
  );
  await popup.evaluate(chooseOption, '.surface select', value);
}
