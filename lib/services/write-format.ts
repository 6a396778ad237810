import type { Bundle, FormatId } from '../domain/bundle.ts';
import type { AlignmentFormat } from '../formats/format.ts';
import { textOf } from '../formats/index.ts';
import type { Connection } from '../registries/adapter.ts';

/** Makes what connections write alignments with, so that registries need not know the formats. */
export function createWriteFormat(
  formats: Readonly<Record<FormatId, AlignmentFormat>>,
): NonNullable<Connection['write']> {
  return async (format: FormatId, bundle: Bundle) => {
    const { mediaType, extension, ...written } = formats[format].write(bundle);
    return { text: await textOf(written), mediaType, extension };
  };
}
