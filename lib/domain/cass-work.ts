import { type LearningResourceDraft, titleOf, winning } from './learning-resource.ts';
import type { ResourceAlignment } from './resource-alignment.ts';

const vocabulary = 'http://schema.org/';

/** An alignment as CASS knows it: a CreativeWork with one AlignmentObject (cass-npm, org/schema/AlignmentObject.js). */
export type CassWork = {
  '@context': typeof vocabulary;
  '@type': 'CreativeWork';
  name: string;
  description?: string;
  url: string;
  educationalAlignment: {
    '@context': typeof vocabulary;
    '@type': 'AlignmentObject';
    alignmentType: string;
    /** Absent only where the skill has no identifier that may leave the house. */
    targetUrl?: string;
    targetName: string;
    targetDescription?: string;
    educationalFramework?: string;
  };
};

/**
 * The lasting id of a CASS object, without the version: the digits after type and uid. Addresses outside of a CASS
 * repository have no version and stay as they are (cass-npm, EcRemoteLinkedData.shortId).
 */
export function shortId(id: string): string {
  return id.replace(/(\/api\/(?:custom\/)?data\/[^/]+\/[^/]+)\/\d+$/, '$1');
}

/** What CASS is told of an alignment. How well page and skill fit, and the person's note, have no place in it. */
export function cassWork(
  { resource: url, relation, skill }: Pick<ResourceAlignment, 'resource' | 'relation' | 'skill'>,
  resource: LearningResourceDraft,
): CassWork {
  const description = winning(resource.fields, 'description')[0]?.value;
  const framework = skill.framework?.name || skill.framework?.uri;
  return {
    '@context': vocabulary,
    '@type': 'CreativeWork',
    name: titleOf(resource),
    ...(description && { description }),
    url,
    educationalAlignment: {
      '@context': vocabulary,
      '@type': 'AlignmentObject',
      alignmentType: relation,
      ...(skill.uri && { targetUrl: shortId(skill.uri) }),
      targetName: skill.name,
      ...(skill.statement && { targetDescription: skill.statement }),
      ...(framework && { educationalFramework: framework }),
    },
  };
}
