import type { Bundle } from '../domain/bundle.ts';
import type { FieldName } from '../domain/learning-resource.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { jsonChunks } from './json-chunks.ts';
import type { Json } from './json-text.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { badgeLosses, countBadgeLosses, describeAchievement, describeIssuer, describeTarget } from './open-badges.ts';
import { type ResourceGroup, resourceGroups } from './resource-groups.ts';

/** Required of a BadgeClass, and nobody has drawn one yet: a plumb line in a ring, as an SVG data address. */
const placeholderImage = `data:image/svg+xml;base64,${btoa(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke="#555" stroke-width="3">' +
    '<circle cx="32" cy="32" r="28"/><path d="M32 10v26m-6 0h12l-6 14z"/></svg>',
)}`;

const lossTable = {
  ...badgeLosses,
  'skill type': 'Open Badges 2.0 does not say of what kind a skill is; that stays in your library.',
  image: 'A badge needs a picture, and a page is none: a plain placeholder stands there. Put your badge in its place.',
} as const;
type Lost = keyof typeof lossTable;

const carried: ReadonlySet<FieldName> = new Set<FieldName>(['title', 'description', 'keyword']);

/**
 * Open Badges 2.0 (https://openbadgespec.org/#BadgeClass): one BadgeClass a group of alignments; several stand in a JSON
 * array, each with its own context, to be taken apart and hosted one by one.
 */
export const openBadges2: AlignmentFormat = {
  id: 'open-badges-2',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    return {
      chunks: jsonChunks(badgeClasses(bundle, options, tally), framing, options.indent),
      mediaType: 'application/ld+json',
      extension: '.json',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
};

const framing = { alone: (badge: Json): Json => badge, around: [], depth: 1 };

async function* badgeClasses(bundle: Bundle, { signal }: WriteOptions, tally: LossTally<Lost>): AsyncGenerator<Json> {
  for await (const group of resourceGroups(bundle, signal)) {
    countBadgeLosses(group, bundle, carried, tally);
    for (const { skill } of group.alignments) {
      if (skill.type) tally.add('skill type');
      tally.add('image');
    }
    yield badgeClass(group, bundle);
  }
}

function badgeClass(group: ResourceGroup, { author }: Bundle): Json {
  const { id, name, description, criteria, tags } = describeAchievement(group);
  return {
    '@context': 'https://w3id.org/openbadges/v2',
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
