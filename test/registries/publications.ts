import { formats } from '../../lib/formats/index.ts';
import type { Publication } from '../../lib/registries/adapter.ts';
import { createWriteFormat } from '../../lib/services/write-format.ts';
import type { NewAlignment } from '../../lib/store/alignments.ts';

/** What connections write formats with, as the extension does. */
export const writeFormat = createWriteFormat(formats);

/** A page with the alignments that are to stand together, ready to publish; the first is the one that is sent. */
export function publicationOf(...made: [NewAlignment, ...NewAlignment[]]): Publication {
  const alignments = made.map(({ resource, skill, choice }, index) => ({
    id: `a3a1b3de-6c29-4d41-8f0e-3f1f3a1de11${index}`,
    resource: resource.address,
    skill,
    ...choice,
    created: '2026-03-01T10:00:00.000Z',
    modified: `2026-03-01T10:00:0${index}.000Z`,
    revision: 1,
  }));
  const [alignment] = alignments;
  if (!alignment) throw new Error('nothing to publish');
  return { alignment, resource: made[0].resource, alignments, key: crypto.randomUUID() };
}
