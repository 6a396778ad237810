import type { FieldName } from '../domain/learning-resource.ts';
import { languageOf, targetTypeOf } from './achievement.ts';
import { badgeLosses } from './open-badges.ts';
import type { ResourceGroup } from './resource-groups.ts';

/** What achievements of Open Badges 3.0 and the credentials of them cannot carry, with its sentences. */
export const achievementLosses = {
  ...badgeLosses,
  'skill type': 'badge-3.skill-type',
  learner: 'badge-3.learner',
} as const;

/** The fields of a page that its achievement writes. */
export function achievementFields(group: ResourceGroup): ReadonlySet<FieldName> {
  const carried = new Set<FieldName>(['title', 'description', 'keyword']);
  return languageOf(group) ? carried.add('language') : carried;
}

/** Whether a skill's type is called otherwise in an achievement's alignment. */
export function losesType({ type }: { type: string }): boolean {
  return type !== '' && targetTypeOf(type) !== type;
}
