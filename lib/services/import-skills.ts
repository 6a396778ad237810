import type { ColumnMap } from '../domain/document-kind.ts';
import { type FrameworkOrigin, KeptFramework, type Validators } from '../domain/framework.ts';
import type {
  FrameworkPreview,
  ImportedFramework,
  ImportPreview,
  ImportProgress,
  TableSample,
} from '../domain/framework-import.ts';
import { ProblemError } from '../domain/problem.ts';
import { I420, I421, S201Import } from '../domain/problems.ts';
import type { Skill } from '../domain/skill.ts';
import { starterLibrary } from '../domain/starter-library.ts';
import { unrecognised } from '../skill-documents/document-problem.ts';
import type { DocumentSource, FrameworkRead, SkillDocument } from '../skill-documents/skill-document.ts';
import type { SkillIndex } from '../skill-index/index.ts';
import type { PlumblineDatabase, StaleSkill } from '../store/database.ts';
import {
  goneFrom,
  keptRelease,
  linesOf,
  noteArrival,
  putBranches,
  putStaleSkills,
  settleArrivals,
} from '../store/frameworks.ts';
import { isStorageFull } from '../store/store-problem.ts';
import { compareWith, staleOf } from './framework-changes.ts';
import { createTree, nodeOf } from './framework-tree.ts';
import type { SweepFrameworks } from './sweep-frameworks.ts';

/** What importing needs. */
export type ImportNeeds = {
  database: PlumblineDatabase;
  index: SkillIndex;
  /** The kind of a document by what is in it; undefined where it is of none that is read. */
  recognise(source: DocumentSource, signal?: AbortSignal): Promise<SkillDocument | undefined>;
  /** The headings and first rows of a table whose columns the person has to name. */
  tableIn(source: DocumentSource, signal?: AbortSignal): Promise<TableSample>;
  sweep: SweepFrameworks;
  /** Keeps two imports apart, in whatever windows they run. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  now(): Date;
  newId(): string;
};

/** A document, and what is needed besides it. */
export type DocumentToImport = {
  source: DocumentSource;
  origin: FrameworkOrigin;
  /** What to ask its server with for a newer one. */
  validators?: Validators;
  /** Which columns hold what, for a table without a known header. */
  columns?: ColumnMap;
};

/** Hears how far an import is. */
export type HearProgress = (progress: ImportProgress) => void;

/** Most skills of one document. Ten times as many as any published framework has; a tree of more fills the memory. */
export const mostSkills = 500_000;

/** How many skills a preview shows. */
const shown = 5;

/** How many skills pass between two words on the progress. */
const stride = 500;

/**
 * Makes the imports. Everything of a framework is written under an id that nobody has seen, in slices; the last write is
 * one transaction over small rows that makes all frameworks of the document visible and retires what they replace. What
 * was cut short is swept with the next import, and when the background starts.
 */
export function createImportSkills(needs: ImportNeeds) {
  const { database, tableIn, sweep, exclusively } = needs;

  /** What a document holds, and what would change. Reads all of it and keeps nothing. */
  async function preview(
    { source, columns }: DocumentToImport,
    hear: HearProgress,
    signal: AbortSignal,
  ): Promise<ImportPreview> {
    const document = await recognised(needs, source, signal);
    const { id: kind, label } = document;
    const table = kind === 'plain-csv' ? await tableIn(source, signal) : undefined;
    if (table && !columns) return { kind, label, frameworks: [], warnings: [], table };
    const { frameworks, warnings } = await document.read(source, { signal, ...(columns && { columns }) });
    const taken = countSkills(hear);
    const previews: FrameworkPreview[] = [];
    for (const read of frameworks) previews.push(await previewOf(database, read, taken, signal));
    return { kind, label, frameworks: previews, warnings, ...(table && { table }) };
  }

  /** Keeps all frameworks of a document, or none of them. Rejects with a ProblemError or the signal's reason. */
  function importDocument(
    document: DocumentToImport,
    hear: HearProgress,
    signal: AbortSignal,
  ): Promise<ImportedFramework[]> {
    return exclusively(async () => {
      await sweep();
      try {
        const arrived = await write(needs, document, hear, signal);
        signal.throwIfAborted();
        const replaced = await settleArrivals(database, arrived, needs.now());
        return arrived.map(({ id, name, skills }) => {
          const before = replaced.get(id);
          return { id, name, skills, ...(before && { replaced: before }) };
        });
      } catch (error) {
        throw isStorageFull(error) ? storageFull(error) : error;
      } finally {
        // It only frees space, so its failure says nothing of the import; the next one sweeps again.
        await sweep().catch(() => {});
      }
    });
  }

  return { preview, importDocument };
}

async function recognised(
  { recognise }: ImportNeeds,
  source: DocumentSource,
  signal: AbortSignal,
): Promise<SkillDocument> {
  const document = await recognise(source, signal);
  if (!document) throw unrecognised(source.name);
  return document;
}

async function previewOf(
  database: PlumblineDatabase,
  { framework, skills }: FrameworkRead,
  taken: Taken,
  signal: AbortSignal,
): Promise<FrameworkPreview> {
  const kept = await releaseToReplace(database, framework.uri);
  const comparison = compareWith(kept ? await linesOf(database, kept.id) : []);
  const first: Skill[] = [];
  let count = 0;
  for await (const skill of skills) {
    signal.throwIfAborted();
    taken();
    comparison.add(skill);
    count += 1;
    if (first.length < shown) first.push(skill);
  }
  const { added, changed, deprecated } = comparison;
  const changes = kept && {
    id: kept.id,
    imported: kept.imported,
    ...(kept.version && { version: kept.version }),
    added,
    changed,
    gone: [...comparison.gone()].length,
  };
  return { framework, skills: count, deprecated, first: first.map(nodeOf), ...(changes && { changes }) };
}

/** Writes the frameworks of a document under new ids, where nobody sees them yet, and answers their rows. */
async function write(
  needs: ImportNeeds,
  { source, origin, validators, columns }: DocumentToImport,
  hear: HearProgress,
  signal: AbortSignal,
): Promise<KeptFramework[]> {
  const document = await recognised(needs, source, signal);
  const { frameworks } = await document.read(source, { signal, ...(columns && { columns }) });
  const taken = countSkills(hear);
  const arrived: KeptFramework[] = [];
  for (const read of frameworks) {
    const id = needs.newId();
    const skills = await writeFramework(needs, id, read, taken, signal);
    const imported = needs.now().toISOString();
    const known = validators && { validators };
    arrived.push(KeptFramework.parse({ ...read.framework, id, origin, skills, imported, ...known }));
  }
  return arrived;
}

/** Writes one framework under a new id, where nobody sees it yet, and answers how many skills it has. */
export async function writeFramework(
  { database, index, now }: Pick<ImportNeeds, 'database' | 'index' | 'now'>,
  id: string,
  { framework, skills }: FrameworkRead,
  taken: Taken,
  signal: AbortSignal,
): Promise<number> {
  await noteArrival(database, id, now());
  const kept = await releaseToReplace(database, framework.uri);
  const comparison = compareWith(kept ? await linesOf(database, kept.id) : []);
  const longGone = new Set(kept ? await goneFrom(database, kept.id) : []);
  const stale: StaleSkill[] = [];
  const tree = createTree();
  let count = 0;
  async function* watched(): AsyncGenerator<Skill> {
    for await (const skill of skills) {
      signal.throwIfAborted();
      taken();
      count += 1;
      comparison.add(skill);
      longGone.delete(skill.uri);
      tree.add(skill);
      const one = staleOf(skill, id);
      if (one) stale.push(one);
      yield skill;
    }
  }
  await index.add(watched(), { framework: id, signal });
  await putBranches(database, tree.branches(id), signal);
  for (const uri of [...comparison.gone(), ...longGone]) stale.push({ uri, framework: id, status: 'gone' });
  await putStaleSkills(database, stale, signal);
  return count;
}

/** The release that a framework would take the place of. The library that comes with the extension keeps its place. */
async function releaseToReplace(database: PlumblineDatabase, uri: string): Promise<KeptFramework | undefined> {
  const kept = await keptRelease(database, uri);
  if (kept?.id !== starterLibrary.framework) return kept;
  throw new ProblemError(I420({ name: kept.name }));
}

/** Counts skills over all frameworks of a document. */
type Taken = () => void;

/** Starts counting; more than `mostSkills` are refused with I421. */
export function countSkills(hear: HearProgress): Taken {
  let done = 0;
  return () => {
    done += 1;
    if (done > mostSkills) throw tooMany();
    if (done % stride === 0) hear({ done });
  };
}

function tooMany(): ProblemError {
  return new ProblemError(I421({ limit: mostSkills }));
}

function storageFull(cause: unknown): ProblemError {
  return new ProblemError(S201Import, { cause });
}
