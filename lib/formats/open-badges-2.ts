import type { Bundle } from '../domain/bundle.ts';
import type { FieldName } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501OpenBadges2, F502BadgeAddress } from '../domain/problems.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { readWarnings, type WarningTally } from './incoming.ts';
import { jsonChunks } from './json-chunks.ts';
import { type Entry, entriesIn, jsonIn, memberOf, typesOf, wordIn } from './json-reading.ts';
import type { Json } from './json-text.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { badgeLosses, countBadgeLosses, describeAchievement, describeIssuer, describeTarget } from './open-badges.ts';
import { alignmentsIn, contextsOf, isEmptyList, readBadges, type SaidBadge } from './read-badges.ts';
import { type ResourceGroup, resourceGroups } from './resource-groups.ts';
import { uuid5 } from './uuid5.ts';

const context = 'https://w3id.org/openbadges/v2';

/** Required of a BadgeClass, and nobody has drawn one yet: a plumb line in a ring, as an SVG data address. */
const placeholderImage = `data:image/svg+xml;base64,${btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke="#555" stroke-width="3">' +
    '<circle cx="32" cy="32" r="28"/><path d="M32 10v26m-6 0h12l-6 14z"/></svg>',
)}`;

const lossTable = {
  ...badgeLosses,
  'skill type': 'badge-2.skill-type',
  image: 'badge-2.image',
  learner: 'badge-2.learner',
} as const;
type Lost = keyof typeof lossTable;

const carried: ReadonlySet<FieldName> = new Set<FieldName>(['title', 'description', 'keyword']);

/**
 * Open Badges 2.0 (https://openbadgespec.org/#BadgeClass): one BadgeClass a group of alignments, or by choice one Assertion
 * with the BadgeClass inside; several stand in a JSON array, each with its own context, to be taken apart and hosted one by
 * one. Reads both, and the names of 1.0 and 1.1.
 */
export const openBadges2: AlignmentFormat = {
  id: 'open-badges-2',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    return {
      chunks: jsonChunks(documents(bundle, options, tally), framing, options.indent),
      mediaType: 'application/ld+json',
      extension: '.json',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => isOpenBadges2(json),
  async read(text, { signal } = {}) {
    signal?.throwIfAborted();
    const json = jsonIn(text);
    if (!isOpenBadges2(json) && !isEmptyList(json)) throw new ProblemError(F501OpenBadges2);
    const warnings = readWarnings();
    const badges = entriesIn(json).flatMap((one) => saidBadges(one, warnings));
    return { bundle: readBadges(badges, warnings), warnings: warnings.list() };
  },
};

const framing = { alone: (badge: Json): Json => badge, around: [], depth: 1 };

async function* documents(
  bundle: Bundle,
  { content, signal }: WriteOptions,
  tally: LossTally<Lost>,
): AsyncGenerator<Json> {
  const isAssertion = content === 'assertion';
  for await (const group of resourceGroups(bundle, signal)) {
    countBadgeLosses(group, bundle, tally, { carried });
    for (const { skill } of group.alignments) {
      if (skill.type) tally.add('skill type');
      tally.add('image');
      if (isAssertion) tally.add('learner');
    }
    const badge = badgeClass(group, bundle);
    yield { '@context': context, ...(isAssertion ? assertion(badge, bundle) : badge) };
  }
}

function badgeClass(group: ResourceGroup, { author }: Bundle) {
  const { id, name, description, criteria, tags } = describeAchievement(group);
  return {
    id,
    type: 'BadgeClass',
    name,
    description,
    image: placeholderImage,
    criteria: { id: criteria.id, type: 'Criteria', narrative: criteria.narrative },
    issuer: describeIssuer('Issuer', author),
    alignment: group.alignments.map(({ skill }) => ({ type: 'AlignmentObject', ...describeTarget(skill) })),
    tags,
  };
}

/** https://openbadgespec.org/#Assertion: whoever receives it is a placeholder, since nobody does yet. */
function assertion(badge: ReturnType<typeof badgeClass>, { made }: Bundle) {
  return {
    id: uuid5(`${badge.criteria.id}#assertion`),
    type: 'Assertion',
    recipient: { type: 'email', hashed: false, identity: 'learner@placeholder.invalid' },
    issuedOn: made,
    verification: { type: 'hosted' },
    badge,
  };
}

/** A context of 1.1 or 2.0; 1.0 has none, and is known by what a BadgeClass of it must have. */
function isOpenBadges2(json: unknown): boolean {
  const contexts = contextsOf(json);
  if (contexts.length > 0) return contexts.some((one) => /w3id\.org\/openbadges\/v[12]|openbadgespec\.org/i.test(one));
  const [first] = entriesIn(json);
  return first !== undefined && ['criteria', 'issuer', 'image', 'name'].every((name) => Object.hasOwn(first, name));
}

/** What a document says of badges: a BadgeClass of itself, an Assertion of the one inside it. */
function saidBadges(document: Entry, warnings: WarningTally): SaidBadge[] {
  const inside = memberOf(document, 'badge');
  if (typeof inside === 'string') warnings.add(F502BadgeAddress);
  const badges = [...(typesOf(document).includes('Assertion') ? [] : [document]), ...entriesIn(inside)];
  return badges.map((badge) => ({
    addresses: [wordIn(memberOf(badge, 'criteria')), memberOf(badge, 'id') ?? memberOf(badge, '@id')],
    fields: {
      title: memberOf(badge, 'name'),
      description: memberOf(badge, 'description'),
      keyword: memberOf(badge, 'tags'),
    },
    targets: alignmentsIn(badge),
  }));
}
