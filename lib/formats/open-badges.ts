import type { Author, Bundle } from '../domain/bundle.ts';
import { type FieldName, titleOf, winning } from '../domain/learning-resource.ts';
import { Relation, type ResourceAlignment } from '../domain/resource-alignment.ts';
import type { SkillSnapshot } from '../domain/skill.ts';
import type { SkillReference } from '../domain/skill-alignment.ts';
import { linksOf } from './identifier.ts';
import { type LossTally, lostSkillDetails } from './losses.ts';
import type { ResourceGroup } from './resource-groups.ts';
import { uuid5 } from './uuid5.ts';

/** What both versions of Open Badges cannot carry, with its sentences. */
export const badgeLosses = {
  relation: 'badge.relation',
  identifier: 'badge.identifier',
  fit: 'badge.fit',
  note: 'badge.note',
  evidence: 'badge.evidence',
  source: 'badge.source',
  dates: 'badge.dates',
  name: 'badge.name',
  'skill details': 'skill-details',
  'page details': 'page-details',
  issuer: 'badge.issuer',
} as const;

/** Something that a badge of either version may leave out. */
export type BadgeLost = keyof typeof badgeLosses;

/** A page as an achievement: what either version says of it. */
export type Achievement = {
  /** `urn:uuid:`, version 5, of the resource's address with the fragment `#achievement`: the same wherever it is written. */
  id: string;
  name: string;
  description: string;
  criteria: { id: string; narrative: string };
  tags: string[] | undefined;
};

/** Describes the achievement that a page and its alignments stand for. Its criteria name the page by its address. */
export function describeAchievement({ resource, alignments }: ResourceGroup): Achievement {
  const name = titleOf(resource);
  const address = linksOf(resource.address).iri ?? resource.address;
  const keywords = winning(resource.fields, 'keyword').map((said) => said.value);
  return {
    id: uuid5(`${address}#achievement`),
    name,
    description: resource.fields.description?.[0]?.value || `What the page at ${address} is aligned to.`,
    criteria: { id: address, narrative: narrate(alignments) },
    tags: keywords.length > 0 ? keywords : undefined,
  };
}

const phrases: Readonly<Record<Relation, string>> = {
  teaches: 'The page teaches',
  assesses: 'The page assesses',
  requires: 'The page requires beforehand',
  educationalLevel: 'The page is made for the level',
  educationalSubject: 'The page belongs to the subject',
  readingLevel: 'The page reads at the level',
  textComplexity: 'The text is as complex as',
};

/** The relations in words, since the alignments themselves cannot hold them; one sentence a relation. */
export function narrate(alignments: readonly ResourceAlignment[]): string {
  const sentences = Relation.options.flatMap((relation) => {
    const names = alignments.filter((one) => one.relation === relation).map(({ skill }) => skill.name || skill.uri);
    return names.length > 0 ? [`${phrases[relation]}: ${names.join('; ')}.`] : [];
  });
  return sentences.join('\n\n');
}

/** The members of an alignment's target that both versions share. Name and address are required; displays show no more. */
export function describeTarget(skill: SkillReference) {
  return {
    targetName: skill.name || skill.statement || skill.uri,
    targetUrl: linksOf(skill.uri).iri ?? uuid5(skill.uri),
    targetDescription: skill.statement || undefined,
    targetFramework: skill.framework?.name,
    targetCode: skill.code,
  };
}

/** Stands where an issuer must, and cannot be taken for one: its name lies in a domain that never exists. */
const placeholderIssuer = uuid5('https://placeholder.invalid/#issuer');

/**
 * Who issues, by an identifier of their own, else by a placeholder that is the same for everybody. `type` is the
 * version's way to say that this is a profile.
 */
export function describeIssuer(type: string | string[], { name, uri }: Author = {}) {
  const { iri, url } = linksOf(uri);
  return {
    id: iri ?? placeholderIssuer,
    type,
    name: name || (iri ? undefined : 'Issuer not named yet'),
    url,
  };
}

/** What a kind of badge writes, beside what all of them do. */
export type BadgeKind = {
  /** The fields of the page that it writes. */
  carried: ReadonlySet<FieldName>;
  /** Whether it says who issues it. Default true. */
  isIssued?: boolean;
  /** What it leaves out of a skill that others write. */
  lostDetails?: (skill: SkillSnapshot) => string[];
};

/** Counts what a group loses in either version. */
export function countBadgeLosses(
  { resource, alignments }: ResourceGroup,
  { author }: Bundle,
  tally: LossTally<BadgeLost>,
  { carried, isIssued = true, lostDetails = () => [] }: BadgeKind,
): void {
  const fields = (Object.keys(resource.fields) as FieldName[]).filter(
    (name) => winning(resource.fields, name).length > 0,
  );
  const left = fields.filter((name) => !carried.has(name));
  const lacksIssuer = isIssued && linksOf(author?.uri).iri === undefined;
  for (const { skill, note, evidence } of alignments) {
    tally.add('relation');
    if (!linksOf(skill.uri).url) tally.add('identifier');
    tally.add('fit');
    if (note) tally.add('note');
    if (evidence) tally.add('evidence');
    tally.add('source');
    tally.add('dates');
    if (skill.name === '') tally.add('name');
    const details = [...lostSkillDetails(skill), ...lostDetails(skill)];
    if (skill.framework?.uri !== undefined) details.push('framework address');
    if (details.length > 0) tally.add('skill details', details);
    if (left.length > 0) tally.add('page details', left);
    if (lacksIssuer) tally.add('issuer');
  }
}
