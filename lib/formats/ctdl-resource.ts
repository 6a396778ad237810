import { type FieldName, type LearningResourceDraft, titleOf, winning } from '../domain/learning-resource.ts';
import type { Relation, ResourceAlignment } from '../domain/resource-alignment.ts';
import { alignmentObject, type CtdlNode, inLanguage, languageTag, nodeNames } from './ctdl-node.ts';
import { linksOf } from './identifier.ts';
import type { Json } from './json-text.ts';
import type { ResourceGroup } from './resource-groups.ts';
import { uuid5 } from './uuid5.ts';

/** CTDL's classes of credentials that a page may say it is; any other page is written as a MicroCredential. */
const credentialClasses: ReadonlyMap<string, string> = new Map(
  'Badge Certificate Certification Degree Diploma License MicroCredential OpenBadge'
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
);

/** What the conditions of a node say in words, which CTDL wants with each (ceterms:description of a ConditionProfile). */
const conditions: Readonly<Partial<Record<Relation, string>>> = {
  teaches: 'What is learned on the way to the credential.',
  assesses: 'What is shown to earn the credential.',
  requires: 'What is expected beforehand.',
};

/** Whether CTDL has a property for a relation; it has none for reading level and text complexity. */
export function hasProperty(relation: Relation): boolean {
  return relation !== 'readingLevel' && relation !== 'textComplexity';
}

/**
 * A page as the CTDL nodes that it needs: a LearningOpportunityProfile (a Course where the page says so) with what it
 * teaches, and an AssessmentProfile with what it assesses, which the first names as its `targetAssessment`. What holds for
 * the whole page stands with the first of them.
 */
export function learningOpportunity({ resource, alignments }: ResourceGroup): CtdlNode[] {
  const written = alignments.filter(({ relation }) => hasProperty(relation));
  if (written.length === 0) return [];
  const teaches = objectsOf(written, 'teaches');
  const assesses = objectsOf(written, 'assesses');
  const general = generalOf(resource, written);
  const requires = conditionsOf(written, ['requires']);
  const assessment = {
    '@type': 'ceterms:AssessmentProfile',
    ...describe(resource, 'assessment'),
    'ceterms:assesses': assesses,
  };
  if (!teaches && assesses) return [{ ...assessment, ...general, 'ceterms:requires': requires }];
  const isCourse = typesOf(resource).includes('course');
  const learning = {
    '@type': isCourse ? 'ceterms:Course' : 'ceterms:LearningOpportunityProfile',
    ...describe(resource, 'learning-opportunity'),
    'ceterms:teaches': teaches,
    ...general,
    'ceterms:requires': requires,
  };
  if (!assesses) return [learning];
  return [{ ...learning, 'ceterms:targetAssessment': [assessment['@id']] }, assessment];
}

/**
 * A page as a credential aligned to its skills: `requires`, a ConditionProfile, its `targetCompetency`. The RSD
 * specification leaves this recipe open; CTDL's own alignments of credentials name other credentials, never a skill. A
 * status is required, and it is an active one.
 */
export function credential({ resource, alignments }: ResourceGroup): CtdlNode[] {
  const written = alignments.filter(({ relation }) => hasProperty(relation));
  if (written.length === 0) return [];
  const named = typesOf(resource).flatMap((type) => credentialClasses.get(type) ?? [])[0];
  return [
    {
      '@type': `ceterms:${named ?? 'MicroCredential'}`,
      ...describe(resource, 'ctdl-credential'),
      'ceterms:credentialStatusType': {
        '@type': 'ceterms:CredentialAlignmentObject',
        'ceterms:framework': 'https://credreg.net/ctdl/terms/CredentialStatus',
        'ceterms:targetNode': 'https://purl.org/ctdl/terms/CredentialStatus/Active',
        'ceterms:targetNodeName': inLanguage('Active', 'en'),
      },
      ...generalOf(resource, written),
      'ceterms:requires': conditionsOf(written, ['teaches', 'assesses', 'requires']),
    },
  ];
}

/** The names of a page's details that a node leaves out or shortens. */
export function lostPageDetails(resource: LearningResourceDraft, as: 'learning-opportunity' | 'credential'): string[] {
  const types = typesOf(resource);
  const isTypeKept = types.every((type) => (as === 'credential' ? credentialClasses.has(type) : type === 'course'));
  const carried = new Set<FieldName>(['title', 'description', 'keyword', 'subject', 'level']);
  if (types.length === 1 && isTypeKept) carried.add('type');
  const languages = winning(resource.fields, 'language');
  if (languages.length === 1 && languageTag(languages[0]?.value)) carried.add('language');
  const names = Object.keys(resource.fields) as FieldName[];
  const left: string[] = names.filter((name) => winning(resource.fields, name).length > 0 && !carried.has(name));
  for (const name of ['subject', 'level'] as const)
    if (winning(resource.fields, name).some(({ uri }) => uri !== undefined)) left.push(`address of the ${name}`);
  return left;
}

/** Stands where an organization must; it can be taken for none. */
const placeholderOwner = uuid5('https://placeholder.invalid/#organization');

/** Who offers the page, where the page names its publisher by an address. */
export function ownerOf(resource: LearningResourceDraft): string | undefined {
  return winning(resource.fields, 'publisher').flatMap(({ uri }) => linksOf(uri).iri ?? [])[0];
}

/** What CTDL asks of every learning opportunity, assessment and credential, and what else the page says. */
function describe(resource: LearningResourceDraft, node: string) {
  const address = linksOf(resource.address).iri ?? resource.address;
  const language = languageOf(resource);
  const description = resource.fields.description?.[0]?.value || `What the page at ${address} is aligned to.`;
  return {
    ...nodeNames(`${address}#${node}`),
    'ceterms:name': inLanguage(titleOf(resource), language),
    'ceterms:description': inLanguage(description, language),
    'ceterms:subjectWebpage': address,
    'ceterms:availableOnlineAt': [linksOf(resource.canonical).url ?? address],
    'ceterms:offeredBy': [ownerOf(resource) ?? placeholderOwner],
    'ceterms:inLanguage': language && [language],
  };
}

function generalOf(resource: LearningResourceDraft, alignments: readonly ResourceAlignment[]) {
  const language = languageOf(resource);
  const words = (name: FieldName) => winning(resource.fields, name).flatMap(({ value }) => value || []);
  const named = (name: FieldName) =>
    words(name).map((word) => ({
      '@type': 'ceterms:CredentialAlignmentObject',
      'ceterms:targetNodeName': inLanguage(word, language),
    }));
  return {
    'ceterms:keyword': inLanguage(words('keyword'), language),
    'ceterms:subject': filled([...named('subject'), ...(objectsOf(alignments, 'educationalSubject') ?? [])]),
    'ceterms:audienceLevelType': filled([...named('level'), ...(objectsOf(alignments, 'educationalLevel') ?? [])]),
  };
}

function conditionsOf(alignments: readonly ResourceAlignment[], relations: readonly Relation[]): Json {
  return filled(
    relations.flatMap((relation) => {
      const objects = objectsOf(alignments, relation);
      const description = inLanguage(conditions[relation], 'en');
      return objects
        ? [
            {
              '@type': 'ceterms:ConditionProfile',
              'ceterms:description': description,
              'ceterms:targetCompetency': objects,
            },
          ]
        : [];
    }),
  );
}

function objectsOf(alignments: readonly ResourceAlignment[], relation: Relation): CtdlNode[] | undefined {
  return filled(alignments.filter((one) => one.relation === relation).map((one) => alignmentObject(one.skill, one)));
}

function filled<One>(list: One[]): One[] | undefined {
  return list.length > 0 ? list : undefined;
}

function languageOf(resource: LearningResourceDraft): string | undefined {
  return languageTag(winning(resource.fields, 'language')[0]?.value);
}

function typesOf(resource: LearningResourceDraft): string[] {
  return winning(resource.fields, 'type').map(({ value }) => value.toLowerCase());
}
