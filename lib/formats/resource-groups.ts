import type { Bundle } from '../domain/bundle.ts';
import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';

/** A resource and alignments of it that followed one another. */
export type ResourceGroup = { resource: LearningResourceDraft; alignments: ResourceAlignment[] };

/**
 * Groups a bundle's alignments by resource as they come: those that follow one another with the same resource make one
 * group, and only one group is in memory. A resource that returns after another makes a second group, so that whoever
 * wants each resource once hands the alignments over in order of their resource. Resources without alignments are not
 * written. Rejects with the signal's reason.
 */
export async function* resourceGroups(bundle: Bundle, signal?: AbortSignal): AsyncGenerator<ResourceGroup> {
  let group: ResourceGroup | undefined;
  for await (const alignment of bundle.alignments) {
    signal?.throwIfAborted();
    if (group && group.resource.address !== alignment.resource) {
      yield group;
      group = undefined;
    }
    group ??= { resource: resourceOf(bundle, alignment.resource), alignments: [] };
    group.alignments.push(alignment);
  }
  if (group) yield group;
}

function resourceOf({ resources }: Bundle, address: string): LearningResourceDraft {
  return resources.get(address) ?? { address, fields: {} };
}
