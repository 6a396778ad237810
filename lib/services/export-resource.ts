import type { Exported, FormatId } from '../domain/bundle.ts';
import { hostOf } from '../domain/web-address.ts';
import type { AlignmentFormat, WriteOptions } from '../formats/format.ts';
import { textOf } from '../formats/index.ts';
import type { PlumblineDatabase } from '../store/database.ts';

/** What exporting needs. */
export type ExportNeeds = {
  database: PlumblineDatabase;
  formats: Readonly<Record<FormatId, AlignmentFormat>>;
  now: () => Date;
};

/** Makes the use case "this page's alignments in that format". */
export function createExportResource({ database, formats, now }: ExportNeeds) {
  return async function exportResource(address: string, format: FormatId, options: WriteOptions): Promise<Exported> {
    const [resource, alignments] = await Promise.all([
      database.resources.get(address),
      database.alignments.where('resource').equals(address).sortBy('created'),
    ]);
    const resources = new Map(resource ? [[address, resource]] : []);
    const written = formats[format].write({ resources, alignments, made: now().toISOString() }, options);
    const text = await textOf(written);
    const fileName = `${hostOf(address).replace(/[^a-z0-9.-]+/gi, '-')}.${format}${written.extension}`;
    return { text, mediaType: written.mediaType, fileName, losses: written.losses };
  };
}
