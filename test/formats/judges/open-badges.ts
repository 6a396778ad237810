import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import type { ResourceAlignment } from '../../../lib/domain/resource-alignment.ts';
import { hasOfficial, official } from '../../jsonld/official-contexts.ts';
import type { TestBundle } from '../bundles.ts';
import { identifying, present, whole } from './plain.ts';

type Badge = Record<string, unknown>;

/** An absolute URI, as a JSON-LD `@id` must be. */
const uri = /^(https?:\/\/|urn:uuid:|data:image\/)[^\s"<>\\^`{|}]+$/;

/** The rules for a BadgeClass: Open Badges 2.0, section "BadgeClass", and what 1EdTech's validator asks of an alignment. */
export function expectBadgeClass(badge: Badge): void {
  expect(badge['@context']).toBe('https://w3id.org/openbadges/v2');
  expect(badge.type).toBe('BadgeClass');
  expectTexts(badge, ['name', 'description']);
  expect(badge.id).toMatch(uri);
  expect(badge.image).toMatch(/^data:image\/svg\+xml;base64,[A-Za-z0-9+/]+=*$/);
  expect(badge.criteria).toMatchObject({
    type: 'Criteria',
    id: expect.stringMatching(uri),
    narrative: expect.any(String),
  });
  expect(badge.issuer).toMatchObject({ type: 'Issuer', id: expect.stringMatching(uri) });
  for (const alignment of listOf(badge.alignment)) {
    expect(alignment.type).toBe('AlignmentObject');
    expectAlignment(alignment, ['targetDescription', 'targetFramework', 'targetCode']);
  }
}

/**
 * The rules for an AchievementCredential, by hand from its JSON Schema (Open Badges 3.0, section E.1) and from the text
 * where the schema is silent: the learner's identifier, and absolute identifiers throughout.
 */
export function expectCredential(credential: Badge): void {
  const [first, second] = credential['@context'] as string[];
  expect(first).toBe('https://www.w3.org/ns/credentials/v2');
  expect(second).toMatch(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/);
  expect(credential.type).toEqual(['VerifiableCredential', 'AchievementCredential']);
  expect(credential.id).toMatch(uri);
  expect(credential.validFrom).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  expect(credential.issuer).toMatchObject({ id: expect.stringMatching(uri), type: ['Profile'] });
  expect(credential.credentialSubject).toMatchObject({ id: expect.stringMatching(uri), type: ['AchievementSubject'] });
  const achievement = (credential.credentialSubject as Badge).achievement as Badge;
  expect(achievement).toMatchObject({ id: expect.stringMatching(uri), type: ['Achievement'] });
  expectTexts(achievement, ['name', 'description']);
  expect(achievement.criteria).toMatchObject({ id: expect.stringMatching(uri), narrative: expect.any(String) });
  for (const alignment of listOf(achievement.alignment)) {
    expect(alignment.type).toEqual(['Alignment']);
    expectAlignment(alignment, ['targetDescription', 'targetFramework', 'targetCode', 'targetType']);
    if (alignment.targetType) expect(alignment.targetType).toMatch(/^(ceasn:Competency|CFItem|ext:[A-Za-z0-9._-]+)$/);
  }
}

function expectAlignment(alignment: Badge, optional: string[]): void {
  expectTexts(alignment, ['targetName', 'targetUrl']);
  expect(alignment.targetUrl).toMatch(uri);
  for (const member of optional) if (member in alignment) expect(typeof alignment[member]).toBe('string');
  expect(['type', 'targetName', 'targetUrl', ...optional]).toEqual(expect.arrayContaining(Object.keys(alignment)));
}

function expectTexts(node: Badge, members: string[]): void {
  for (const member of members) {
    expect(typeof node[member], member).toBe('string');
    expect(node[member], member).not.toBe('');
  }
}

/** The alignments say of the skills what the bundle says, in its order. */
export function expectTargets(alignments: unknown, meant: readonly ResourceAlignment[]): void {
  const said = listOf(alignments).map(({ type: _, targetType: __, ...members }) => members);
  expect(said).toEqual(
    meant.map(({ skill }) =>
      present({
        targetName: whole(skill.name || skill.statement || skill.uri),
        targetUrl: identifying(skill.uri) ?? expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
        targetDescription: skill.statement ? whole(skill.statement) : undefined,
        targetFramework: skill.framework?.name === undefined ? undefined : whole(skill.framework.name),
        targetCode: skill.code === undefined ? undefined : whole(skill.code),
      }),
    ),
  );
}

/** The documents of a file: one, or the entries of its list. */
export function documentsOf(text: string, bundle: TestBundle): { document: Badge; own: ResourceAlignment[] }[] {
  const file = JSON.parse(text);
  const resources = [...new Set(bundle.alignments.map((alignment) => alignment.resource))];
  expect(Array.isArray(file)).toBe(resources.length !== 1);
  const documents: Badge[] = [file].flat();
  expect(documents).toHaveLength(resources.length);
  return documents.map((document, index) => ({
    document,
    own: bundle.alignments.filter((alignment) => alignment.resource === resources[index]),
  }));
}

/** 1EdTech's JSON Schema for an AchievementCredential; undefined where it is not at hand. */
export function officialSchema() {
  if (!hasOfficial) return undefined;
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  addFormats.default(ajv);
  return ajv.compile(official('ob3/schemas/ob_v3p0_achievementcredential_schema.json'));
}

function listOf(value: unknown): Badge[] {
  expect(Array.isArray(value)).toBe(true);
  return value as Badge[];
}
