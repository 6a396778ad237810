import { type AlignmentColumns, guessedAlignmentColumns } from '../domain/alignment-columns.ts';
import type { FormatId, IncomingAlignment, IncomingBundle, ReadWarning } from '../domain/bundle.ts';
import {
  type BundleImported,
  type BundlePreview,
  type ImportChoice,
  lostBy,
  type UnnamedTable,
} from '../domain/bundle-import.ts';
import { needsConfirmation } from '../domain/mass-change.ts';
import { ProblemError } from '../domain/problem.ts';
import { F500, F503, S225 } from '../domain/problems.ts';
import { ResourceAlignment } from '../domain/resource-alignment.ts';
import { type SkillSnapshot, SkillSource } from '../domain/skill.ts';
import { type SkillAlignment, skillStatementKey } from '../domain/skill-alignment.ts';
import { pageAddress } from '../domain/web-address.ts';
import type { AlignmentFormat, ReadBack } from '../formats/format.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { importAlignments } from '../store/import-alignments.ts';
import { type ComparedAlignment, type Comparison, choiceOfIncoming, compareBundle } from './compare-bundle.ts';

/** What importing alignments needs. */
export type ImportBundleNeeds = {
  database: PlumblineDatabase;
  formats: Readonly<Record<FormatId, AlignmentFormat>>;
  recognise(text: string): FormatId | undefined;
  now: () => Date;
  newId: () => string;
};

/** A file as the person chose it; `columns`: a table, with what they said of its columns. */
export type BundleFile = { name: string; text: string; columns?: AlignmentColumns };

/** How many alignments a preview shows of a kind. */
const shown = 20;

/** How many alignments are looked up at a time. */
const pagesAtOnce = 500;

/** Makes the use cases "what would this file change" and "import it". Nothing is written by the first. */
export function createImportBundle({ database, formats, recognise, now, newId }: ImportBundleNeeds) {
  return {
    async preview(file: BundleFile, signal: AbortSignal): Promise<BundlePreview | UnnamedTable> {
      const format = formatOf(file);
      const table = format ? undefined : formats.csv.sample?.(file.text);
      if (table) return { table, columns: guessedAlignmentColumns(table) };
      if (!format) throw unknownFile();
      const { bundle, warnings, comparison, skillAlignments } = await read(file, format, signal);
      const ofVerdict = (verdict: ComparedAlignment['verdict']) =>
        comparison.alignments.filter((one) => one.verdict === verdict);
      return {
        format: format,
        pages: new Set(bundle.alignments.map(({ resource }) => resource)).size,
        kept: await database.alignments.count(),
        ...countsOf(comparison),
        skillAlignments: skillAlignments.length,
        differences: [...ofVerdict('changed'), ...ofVerdict('conflict')]
          .slice(0, shown)
          .flatMap(({ incoming, kept }) => (kept ? [{ incoming, kept }] : [])),
        examples: ofVerdict('fresh')
          .slice(0, shown)
          .map(({ incoming }) => incoming),
        warnings,
      };
    },

    /**
     * Imports a file whole or not at all. What was previewed may have changed since: it is compared anew. Rejects with S225
     * where it would lose more than may be lost unasked, and more than the person confirmed.
     */
    async importBundle(
      file: BundleFile,
      { mode, conflicts, confirmed = 0 }: ImportChoice,
      signal: AbortSignal,
    ): Promise<BundleImported> {
      const { name } = file;
      const { bundle, comparison, skillAlignments } = await read(file, formatOf(file), signal);
      const lost = lostBy(countsOf(comparison), { mode, conflicts });
      const total = await database.alignments.count();
      if (lost > confirmed && needsConfirmation({ lost, kept: total })) throw unconfirmed(lost, total);
      const at = now();
      const isTaken = (one: ComparedAlignment) =>
        one.verdict === 'changed' || (one.verdict === 'conflict' && conflicts === 'theirs');
      const fresh = comparison.alignments.filter(({ verdict }) => verdict === 'fresh');
      const free = await freeIds(fresh.map(({ incoming }) => incoming));
      const added = fresh.map(({ incoming }) => kept(incoming, free, name, at));
      const changed = comparison.alignments
        .filter(isTaken)
        .flatMap(({ incoming, kept: before }) => (before ? [{ before, after: changedBy(incoming, before, at) }] : []));
      const removed = mode === 'replace' ? comparison.missing : [];
      const pages = new Set([...added, ...changed.map(({ after }) => after)].map(({ resource }) => resource));
      signal.throwIfAborted();
      const undo = await importAlignments(
        database,
        { what: name, resources: await newResources(bundle, pages), added, changed, removed, skillAlignments },
        at,
      );
      return {
        added: added.length,
        changed: changed.length,
        removed: removed.length,
        skillAlignments: skillAlignments.length,
        undo,
      };
    },
  };

  /** Columns that the person named make a table of whatever it is. */
  function formatOf({ text, columns }: BundleFile): FormatId | undefined {
    return columns ? 'csv' : recognise(text);
  }

  async function read({ text, columns }: BundleFile, format: FormatId | undefined, signal: AbortSignal) {
    const back = format && (await formats[format].read?.(text, { signal, columns }));
    if (!back) throw unknownFile();
    const { bundle, warnings } = usable(back);
    const comparison: Comparison = compareBundle(bundle, await keptOn(bundle));
    return { bundle, warnings, comparison, skillAlignments: await newStatements(bundle) };
  }

  /** The file's statements from skill to skill that are not kept here yet: neither by their id nor by what they say. */
  async function newStatements({ skillAlignments }: IncomingBundle): Promise<SkillAlignment[]> {
    if (skillAlignments.length === 0) return [];
    const kept = await database.skillAlignments.toArray();
    const ids = new Set(kept.map(({ id }) => id));
    const said = new Set(kept.map(skillStatementKey));
    const at = now().toISOString();
    return skillAlignments.flatMap((one) => {
      const key = skillStatementKey(one);
      if (said.has(key) || (one.id && ids.has(one.id))) return [];
      said.add(key);
      const { id = newId(), created = at, modified = created, revision = 1 } = one;
      ids.add(id);
      return [{ ...one, id, created, modified, revision }];
    });
  }

  async function keptOn({ alignments }: IncomingBundle): Promise<ResourceAlignment[]> {
    const pages = [...new Set(alignments.map(({ resource }) => resource))];
    const found: ResourceAlignment[] = [];
    for (let from = 0; from < pages.length; from += pagesAtOnce)
      found.push(
        ...(await database.alignments
          .where('resource')
          .anyOf(pages.slice(from, from + pagesAtOnce))
          .toArray()),
      );
    return found;
  }

  async function newResources({ resources }: IncomingBundle, pages: ReadonlySet<string>) {
    const wanted = new Map(resources.filter(({ address }) => pages.has(address)).map((one) => [one.address, one]));
    for (const page of pages) if (!wanted.has(page)) wanted.set(page, { address: page, fields: {} });
    const standing = await database.resources.bulkGet([...wanted.keys()]);
    const known = new Set(standing.flatMap((one) => (one ? [one.address] : [])));
    return [...wanted.values()].filter(({ address }) => !known.has(address));
  }

  /** The ids of the file that nothing has here yet, so that the same alignment is the same in both libraries. */
  async function freeIds(incoming: readonly IncomingAlignment[]): Promise<ReadonlySet<string>> {
    const ids = incoming.flatMap(({ id }) => (id ? [id] : []));
    const standing = await database.alignments.bulkGet(ids);
    return new Set(ids.filter((_, index) => !standing[index]));
  }

  function kept(incoming: IncomingAlignment, free: ReadonlySet<string>, file: string, at: Date): ResourceAlignment {
    const id = incoming.id && free.has(incoming.id) ? incoming.id : newId();
    return ResourceAlignment.parse(recordOf(incoming, id, file, at.toISOString()));
  }

  function changedBy(incoming: IncomingAlignment, before: ResourceAlignment, at: Date): ResourceAlignment {
    const { note: _note, evidence: _evidence, ...rest } = before;
    return ResourceAlignment.parse({
      ...rest,
      ...choiceOfIncoming(incoming, before),
      modified: incoming.modified ?? at.toISOString(),
      revision: before.revision + 1,
    });
  }
}

function countsOf({ alignments, missing }: Comparison) {
  const counts = { fresh: 0, same: 0, changed: 0, conflict: 0 };
  for (const { verdict } of alignments) counts[verdict] += 1;
  const { conflict: conflicts, ...others } = counts;
  return { ...others, conflicts, missing: missing.length };
}

/** A skill as the file shows it; where the file does not say from which registry it was taken, it is taken from the file. */
function snapshot({ skill }: IncomingAlignment, file: string, at: string): SkillSnapshot {
  const { source, taken } = skill as Partial<SkillSnapshot>;
  const known = SkillSource.safeParse(source);
  return {
    ...skill,
    source: known.success ? known.data : { registry: 'file', name: file },
    taken: taken ?? at,
  };
}

/** What can be kept of a file: its pages by the addresses that the store compares, and a warning for what cannot. */
function usable({ bundle, warnings }: ReadBack): ReadBack {
  const alignments = bundle.alignments.flatMap((one) => {
    const resource = pageAddress(one.resource);
    return resource && isKeepable({ ...one, resource }) ? [{ ...one, resource }] : [];
  });
  const resources = bundle.resources.flatMap((one) => {
    const address = pageAddress(one.address);
    return address ? [{ ...one, address }] : [];
  });
  const count = bundle.alignments.length - alignments.length;
  const left: ReadWarning = { ...F503, count };
  return { bundle: { ...bundle, alignments, resources }, warnings: count > 0 ? [...warnings, left] : warnings };
}

function isKeepable(one: IncomingAlignment): boolean {
  const at = new Date(0).toISOString();
  return ResourceAlignment.safeParse(recordOf(one, crypto.randomUUID(), '', at)).success;
}

/** An alignment of a file as a record, not checked yet. */
function recordOf(incoming: IncomingAlignment, id: string, file: string, at: string) {
  const { resource, created, modified } = incoming;
  return {
    id,
    resource,
    ...choiceOfIncoming(incoming),
    skill: snapshot(incoming, file, at),
    created: created ?? at,
    modified: modified ?? created ?? at,
    revision: 1,
  };
}

function unknownFile(): ProblemError {
  return new ProblemError(F500);
}

function unconfirmed(lost: number, kept: number): ProblemError {
  return new ProblemError(S225({ lost, kept }));
}
