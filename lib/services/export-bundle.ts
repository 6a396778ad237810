import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Bundle, FormatId } from '../domain/bundle.ts';
import type {
  ExportedFile,
  ExportManifest,
  ExportPart,
  ExportProgress,
  ExportScope,
  ExportWanted,
} from '../domain/bundle-export.ts';
import type { LearningResource } from '../domain/learning-resource.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import { hostOf } from '../domain/web-address.ts';
import type { AlignmentFormat, Written } from '../formats/format.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { byteParts, bytesOf } from './byte-parts.ts';
import { openZip } from './zip-files.ts';

/** What exporting many alignments needs. */
export type ExportBundleNeeds = {
  database: PlumblineDatabase;
  formats: Readonly<Record<FormatId, AlignmentFormat>>;
  now: () => Date;
};

/** How many alignments are read at a time. */
const batchSize = 500;

/**
 * Makes the use case "all of this in these formats". Alignments are read by a cursor and files grow as Blobs, so that a
 * hundred thousand alignments never stand in memory; of the pages what is known of each does.
 */
export function createExportBundle({ database, formats, now }: ExportBundleNeeds) {
  return async function exportBundle(
    { scope, parts, zipped }: ExportWanted,
    hear: (progress: ExportProgress) => void,
    signal: AbortSignal,
  ): Promise<ExportedFile> {
    const made = now();
    const ids = await alignmentIds(scope);
    const total = ids.length * parts.length;
    let done = 0;
    const step = (count: number) => {
      done += count;
      hear({ done, total });
    };
    const name = `${nameOf(scope)}-${made.toISOString().slice(0, 10)}`;
    const bundle = await bundleOf(scope, made);
    const write = ({ format, choices }: ExportPart) =>
      formats[format].write({ ...bundle, alignments: eachAlignment(ids, step, signal) }, { ...choices, signal });
    const [only] = parts;
    if (!zipped && parts.length === 1 && only) {
      const written = write(only);
      const bytes = byteParts();
      for await (const piece of bytesOf(written.chunks)) bytes.add(piece);
      const file = bytes.file(written.mediaType);
      return { file, name: fileName(name, only, written), losses: [{ format: only.format, losses: written.losses }] };
    }
    const zip = openZip(made);
    const manifest: ExportManifest = { made: made.toISOString(), files: [] };
    const losses: ExportedFile['losses'] = [];
    for (const part of parts) {
      const written = write(part);
      const entry = fileName(name, part, written);
      const hash = sha256.create();
      let bytes = 0;
      const counted = async function* () {
        for await (const piece of bytesOf(written.chunks)) {
          hash.update(piece);
          bytes += piece.length;
          yield piece;
        }
      };
      await zip.add(entry, counted());
      const { mediaType } = written;
      manifest.files.push({ name: entry, format: part.format, mediaType, bytes, sha256: bytesToHex(hash.digest()) });
      losses.push({ format: part.format, losses: written.losses });
    }
    await zip.add('manifest.json', textual(`${JSON.stringify(manifest, undefined, 2)}\n`));
    await zip.add('README.txt', textual(readme(manifest, losses)));
    return { file: zip.end(), name: `${name}.zip`, losses };
  };

  async function alignmentIds(scope: ExportScope): Promise<readonly string[]> {
    const { alignments } = database;
    if ('alignments' in scope) return byPage(scope.alignments);
    return scope.resource
      ? alignments.where('resource').equals(scope.resource).primaryKeys()
      : alignments.orderBy('resource').primaryKeys();
  }

  /** The alignments of one page stand together, as formats that write page by page need it. */
  async function byPage(ids: readonly string[]): Promise<string[]> {
    const places: { id: string; resource: string }[] = [];
    for (let from = 0; from < ids.length; from += batchSize) {
      const batch = await database.alignments.bulkGet(ids.slice(from, from + batchSize));
      for (const one of batch) if (one) places.push({ id: one.id, resource: one.resource });
    }
    return places
      .sort((one, other) => Number(one.resource > other.resource) - Number(one.resource < other.resource))
      .map(({ id }) => id);
  }

  async function bundleOf(scope: ExportScope, made: Date): Promise<Omit<Bundle, 'alignments'>> {
    const isEverything = !('alignments' in scope) && !scope.resource;
    const pages = await pagesOf(scope);
    return {
      resources: new Map(pages.map(({ modified: _, revision: __, ...draft }) => [draft.address, draft])),
      ...(isEverything && { skillAlignments: await database.skillAlignments.toArray() }),
      made: made.toISOString(),
    };
  }

  async function pagesOf(scope: ExportScope): Promise<LearningResource[]> {
    const { resources, alignments } = database;
    if (!('alignments' in scope)) {
      return (scope.resource ? resources.where('address').equals(scope.resource) : resources.toCollection()).toArray();
    }
    const addresses = new Set<string>();
    for (let from = 0; from < scope.alignments.length; from += batchSize) {
      const batch = await alignments.bulkGet(scope.alignments.slice(from, from + batchSize));
      for (const one of batch) if (one) addresses.add(one.resource);
    }
    return (await resources.bulkGet([...addresses])).filter((page) => page !== undefined);
  }

  async function* eachAlignment(
    ids: readonly string[],
    step: (count: number) => void,
    signal: AbortSignal,
  ): AsyncGenerator<ResourceAlignment> {
    for (let from = 0; from < ids.length; from += batchSize) {
      signal.throwIfAborted();
      const batch = await database.alignments.bulkGet(ids.slice(from, from + batchSize));
      // What was removed since the ids were read is simply not there any more.
      for (const one of batch) if (one) yield one;
      step(batch.length);
    }
  }
}

function nameOf(scope: ExportScope): string {
  const whole = 'alignments' in scope ? scope.name : scope.resource && hostOf(scope.resource);
  return (
    whole
      ?.replace(/[^\p{L}\p{N}.-]+/gu, '-')
      .replace(/^[-.]+|[-.]+$/g, '')
      .slice(0, 80) || 'plumbline'
  );
}

function fileName(name: string, { format, choices }: ExportPart, { extension }: Written): string {
  const variant = [choices.content, choices.syntax, choices.release].filter((word) => word !== undefined);
  const middle = format === 'plumbline' ? '' : `.${[format, ...variant].join('-')}`;
  return `${name}${middle}${extension}`;
}

async function* textual(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

function readme({ made, files }: ExportManifest, losses: ExportedFile['losses']): string {
  const lines = files.flatMap(({ name, format }) => {
    const lost = losses.find((one) => one.format === format)?.losses ?? [];
    return [name, ...lost.map(({ message, count }) => `  - ${message} (${count})`), ''];
  });
  return [
    'Alignments of learning resources to skills, exported by Plumbline',
    made,
    '',
    'manifest.json lists every file with its size and its SHA-256 digest.',
    'Under each file stands what its format cannot carry, and how many alignments that concerns.',
    '',
    ...lines,
  ].join('\n');
}
