import type { FieldName, Fields } from '../domain/learning-resource.ts';
import type { TabReading } from '../domain/tab-reading.ts';
import type { Frame } from './frames.ts';

/** A frame and what it says of itself. */
export type ReadFrame = { frame: Frame; reading: TabReading };

/**
 * Adds to a page what its frames say. The page's own document has the word: a frame gives a field, or alignments, only
 * where the document says nothing of the kind, of several frames the first that does. What comes from a frame tells so by
 * the frame's name. A frame that says nothing is not listed.
 */
export function withFrames(page: TabReading, frames: readonly ReadFrame[], leftOut: number): TabReading {
  const speaking = frames.filter(({ reading }) => says(reading));
  const [declaring] = page.declared.length > 0 ? [] : speaking.filter(({ reading }) => reading.declared.length > 0);
  return {
    ...page,
    ...(page.resource && { resource: { ...page.resource, fields: filled(page.resource.fields, speaking) } }),
    ...(declaring && {
      declared: declaring.reading.declared.map((one) => ({ ...one, frame: declaring.frame.title })),
    }),
    warnings: [
      ...page.warnings,
      ...speaking.flatMap(({ frame, reading }) =>
        reading.warnings.map((warning) => ({
          ...warning,
          where: [warning.where, `frame “${frame.title}”`].filter(Boolean).join(', '),
        })),
      ),
    ],
    ...(speaking.length > 0 && {
      frames: speaking.map(({ frame: { url, title }, reading: { sources } }) => ({ url, title, sources })),
    }),
    ...(leftOut > 0 && { framesLeftOut: leftOut }),
  };
}

/** Whether a document says more of itself than its title: nearly every page has a meta tag. */
function says({ resource, declared, warnings }: TabReading): boolean {
  const said = Object.values(resource?.fields ?? {}).flat();
  return declared.length > 0 || warnings.length > 0 || said.some(({ by }) => by !== 'tab');
}

function filled(own: Fields, frames: readonly ReadFrame[]): Fields {
  const fields = { ...own };
  for (const { frame, reading } of frames) {
    const theirs = Object.entries(reading.resource?.fields ?? {}) as [FieldName, NonNullable<Fields[FieldName]>][];
    for (const [name, said] of theirs) {
      const stated = said.filter(({ by }) => by !== 'tab');
      if (!fields[name]?.length && stated.length > 0) {
        fields[name] = stated.map((one) => ({ ...one, frame: frame.title }));
      }
    }
  }
  return fields;
}
