import type { Registry } from '../../lib/domain/registry.ts';
import type { KeptAlignment } from '../../lib/queries/kept.ts';

/** The alignments that "Publish" would send: those that some registry does not have as they are now, nor is being sent. */
export function unpublishedAmong(alignments: readonly KeptAlignment[], targets: readonly Registry[]): KeptAlignment[] {
  return alignments.filter((alignment) => targets.some(({ id }) => isUnpublished(alignment, id)));
}

function isUnpublished(alignment: KeptAlignment, registry: string): boolean {
  const entry = alignment.deliveries.find((one) => one.registry === registry);
  if (!entry || entry.state === 'failed') return true;
  return entry.state === 'delivered' && entry.receipt?.revision !== alignment.revision;
}
