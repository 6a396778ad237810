import type { FieldName } from '../domain/learning-resource.ts';
import { languageOf, targetTypeOf } from './achievement.ts';
import { badgeLosses } from './open-badges.ts';
import type { ResourceGroup } from './resource-groups.ts';

/** What achievements of Open Badges 3.0 and the credentials of them cannot carry, with its sentences. */
export const achievementLosses = {
  ...badgeLosses,
  'skill type':
    'Open Badges 3.0 has its own words for what kind of thing a skill is; the source’s word stays in your library.',
  learner: 'A credential is given to a learner, and there is none yet: a placeholder stands there.',
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
