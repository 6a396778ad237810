import { type LearningResource, winning } from './learning-resource.ts';
import { plainAddress } from './plain-address.ts';

/** The little of a resource by which lists find it, kept beside it so that nobody has to read thousands of them whole. */
export type ResourceLabel = {
  address: string;
  /** The address as `plainAddress` writes it: pages that share it may be one. */
  plain: string;
  /** What it is, in the words of the source that wins ("Lesson"); empty where nobody says so. */
  kinds: string[];
};

/** The most kinds of one resource that are kept. */
const mostKinds = 5;

/** A resource's label. */
export function labelOf({ address, fields }: LearningResource): ResourceLabel {
  const kinds = winning(fields, 'type').map(({ value }) => value.trim().replace(/\s+/g, ' '));
  return { address, plain: plainAddress(address), kinds: [...new Set(kinds.filter(Boolean))].slice(0, mostKinds) };
}
