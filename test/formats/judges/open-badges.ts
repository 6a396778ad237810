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

/** The rules for an Assertion: Open Badges 2.0, section "Assertion"; answers the badge class inside. */
export function expectAssertion(assertion: Badge): Badge {
  expect(assertion['@context']).toBe('https://w3id.org/openbadges/v2');
  expect(assertion.type).toBe('Assertion');
  expect(assertion.id).toMatch(uri);
  expect(assertion.recipient).toEqual({
    type: 'email',
    hashed: false,
    identity: expect.stringMatching(/^[^@]+@[^@]+$/),
  });
  expect(assertion.issuedOn).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  expect(assertion.verification).toEqual({ type: 'hosted' });
  return { '@context': assertion['@context'], ...(assertion.badge as Badge) };
}

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

/** The rules that every credential follows: Open Badges 3.0, section E, on either release of Verifiable Credentials. */
function expectEnvelope(credential: Badge, type: string, release: '1.1' | '2.0'): void {
  const [first, second] = credential['@context'] as string[];
  const [context, date] = {
    '1.1': ['https://www.w3.org/2018/credentials/v1', 'issuanceDate'],
    '2.0': ['https://www.w3.org/ns/credentials/v2', 'validFrom'],
  }[release];
  expect(first).toBe(context);
  expect(second).toMatch(/^https:\/\/purl\.imsglobal\.org\/spec\/ob\/v3p0\/context(-3\.\d\.\d)*\.json$/);
  expect(credential.type).toEqual(['VerifiableCredential', type]);
  expect(credential.id).toMatch(uri);
  expect(credential[date ?? '']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/);
  expect(credential.issuer).toMatchObject({ id: expect.stringMatching(uri), type: ['Profile'] });
}

/**
 * The rules for an AchievementCredential, by hand from its JSON Schema (Open Badges 3.0, section E.1) and from the text
 * where the schema is silent: the learner's identifier, and absolute identifiers throughout.
 */
export function expectCredential(credential: Badge, release: '1.1' | '2.0' = '2.0'): void {
  expectEnvelope(credential, 'AchievementCredential', release);
  expect(credential.credentialSubject).toMatchObject({ id: expect.stringMatching(uri), type: ['AchievementSubject'] });
  expectAchievement((credential.credentialSubject as Badge).achievement as Badge);
}

/** The rules for an Achievement (section B.1) of a page, whether it stands in a credential or alone. */
export function expectAchievement(achievement: Badge): void {
  expectAnyAchievement(achievement);
  expect(achievement.criteria).toMatchObject({ id: expect.stringMatching(uri) });
}

/** The rules for an Achievement, whatever its criteria name. */
export function expectAnyAchievement(achievement: Badge): void {
  expect(achievement).toMatchObject({ id: expect.stringMatching(uri), type: ['Achievement'] });
  expectTexts(achievement, ['name', 'description']);
  expect(achievement.criteria).toMatchObject({ narrative: expect.any(String) });
  for (const alignment of listOf(achievement.alignment)) {
    expect(alignment.type).toEqual(['Alignment']);
    expectAlignment(alignment, ['targetDescription', 'targetFramework', 'targetCode', 'targetType']);
    if (alignment.targetType) expect(alignment.targetType).toMatch(/^(ceasn:Competency|CFItem|ext:[A-Za-z0-9._-]+)$/);
  }
}

const associationTypes = 'exactMatchOf isChildOf isParentOf isPartOf isPeerOf isRelatedTo precedes replacedBy'.split(
  ' ',
);

/**
 * The rules for a ClrCredential, by hand from CLR 2.0, sections "ClrCredential", "ClrSubject" and "Association": its three
 * contexts in order, its members, and associations between achievements that stand in it.
 */
export function expectRecord(record: Badge): void {
  const [first, second, third] = record['@context'] as string[];
  expect(second).toMatch(/^https:\/\/purl\.imsglobal\.org\/spec\/clr\/v2p0\/context(-2\.\d\.\d)*\.json$/);
  expectEnvelope({ ...record, '@context': [first, third] }, 'ClrCredential', '2.0');
  expectTexts(record, ['name']);
  const subject = record.credentialSubject as Badge;
  expect(subject).toMatchObject({ id: expect.stringMatching(uri), type: ['ClrSubject'] });
  listOf(subject.verifiableCredential);
  const known = listOf(subject.achievement).map(({ id }) => id);
  for (const one of listOf(subject.association)) {
    expect(Object.keys(one)).toEqual(['type', 'associationType', 'sourceId', 'targetId']);
    expect(one.type).toBe('Association');
    expect(associationTypes).toContain(one.associationType);
    for (const end of [one.sourceId, one.targetId]) expect(known).toContain(end);
  }
}

/** The rules for an EndorsementCredential (section B.5) of a skill, with the page as its evidence. */
export function expectEndorsement(credential: Badge, { resource, skill }: ResourceAlignment): void {
  expectEnvelope(credential, 'EndorsementCredential', '2.0');
  expect(credential.name).toBe(whole(skill.name || skill.statement || skill.uri));
  expect(credential.description).toBe(skill.statement ? whole(skill.statement) : undefined);
  expect(credential.credentialSubject).toEqual({
    id: identifying(skill.uri) ?? expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/),
    type: ['EndorsementSubject'],
    endorsementComment: expect.stringMatching(/^The (page|text) /),
  });
  expect(credential.evidence).toMatchObject([
    { id: resource, type: ['Evidence'], name: expect.any(String), genre: 'LearningResource' },
  ]);
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

/** The documents of a file, one a page: one, or the entries of its list. */
export function documentsOf(text: string, bundle: TestBundle): { document: Badge; own: ResourceAlignment[] }[] {
  const resources = [...new Set(bundle.alignments.map((alignment) => alignment.resource))];
  return documentsIn(fileOf(text, resources.length), bundle);
}

/** The documents of a list, one a page, each with what it has to say. */
export function documentsIn(
  list: Badge[],
  { alignments }: TestBundle,
): { document: Badge; own: ResourceAlignment[] }[] {
  const resources = [...new Set(alignments.map((alignment) => alignment.resource))];
  expect(list).toHaveLength(resources.length);
  return list.map((document, index) => ({
    document,
    own: alignments.filter((alignment) => alignment.resource === resources[index]),
  }));
}

/** The documents of a file, one an alignment. */
export function singlesOf(text: string, { alignments }: TestBundle): { document: Badge; one: ResourceAlignment }[] {
  const documents = fileOf(text, alignments.length);
  return alignments.flatMap((one, index) => [documents[index] ?? {}].map((document) => ({ document, one })));
}

function fileOf(text: string, count: number): Badge[] {
  const file = JSON.parse(text);
  expect(Array.isArray(file)).toBe(count !== 1);
  const documents: Badge[] = [file].flat();
  expect(documents).toHaveLength(count);
  return documents;
}

/** 1EdTech's JSON Schema, loaded once: what is compiled of it serves every class. */
let schemas: Ajv2019 | undefined;

/** 1EdTech's JSON Schema for an AchievementCredential, or for a class inside it; undefined where it is not at hand. */
export function officialSchema(inside?: 'Achievement' | 'EndorsementCredential') {
  if (!hasOfficial) return undefined;
  if (!schemas) {
    schemas = new Ajv2019({ strict: false, allErrors: true });
    addFormats.default(schemas);
    schemas.addSchema(official('ob3/schemas/ob_v3p0_achievementcredential_schema.json'), 'credential');
  }
  return schemas.compile({ $ref: inside ? `credential#/$defs/${inside}` : 'credential' });
}

function listOf(value: unknown): Badge[] {
  expect(Array.isArray(value)).toBe(true);
  return value as Badge[];
}
