import type { Compared, ComparedKind, Library, RestoreMode } from '../domain/backup.ts';
import type { HistoryLine } from '../domain/history-line.ts';
import type { OutboxEntry } from '../domain/outbox-entry.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';
import type { UndoRecord } from '../domain/undo-record.ts';
import { choiceOf, type Done } from './alignments.ts';
import { entryAfter } from './entry-after.ts';
import { mostPins, mostRecents } from './remembered-skills.ts';
import { changesTo, type Settled, settleRecords } from './settle-records.ts';

/** What is written to a table with a key of its own. */
export type TableChanges = { put: unknown[]; remove: string[] };

/** Everything that a restore writes. */
export type RestorePlan = {
  changes: Record<Exclude<keyof Library, 'settings' | 'history' | 'identity'>, TableChanges>;
  /** Lines to add; with `instead` the others go first, so that the order is that of time. */
  history: { lines: HistoryLine[]; instead: boolean };
  names?: Library['identity'][number];
  counts: Record<ComparedKind, Compared>;
  added: number;
  overwritten: number;
  removed: number;
  /** Alignments that were left out because another record says the same here. */
  twins: number;
  /** Deliveries whose registry is neither here nor there. */
  homeless: number;
  /** Published alignments that are now to be taken back. */
  withdrawn: number;
};

/**
 * What restoring one library over another writes. Pure. Records that are overwritten get a revision that no window has
 * seen; registries are only added; of what stands at registries, what is known here counts.
 */
export function planRestore(here: Library, there: Library, mode: RestoreMode, done: Done): RestorePlan {
  const trashed = new Map(here.trash.map(({ id, alignment }) => [id, alignment.revision]));
  const alignments = settleRecords(here.alignments, there.alignments, mode, {
    keyOf: ({ id }) => id,
    statementOf: saidBy,
    leastOf: ({ id }) => (trashed.get(id) ?? 0) + 1,
  });
  const resources = settleRecords(here.resources, there.resources, mode, { keyOf: ({ address }) => address });
  const skillAlignments = settleRecords(here.skillAlignments, there.skillAlignments, mode, {
    keyOf: ({ id }) => id,
    statementOf: linkedBy,
  });
  const workLists = settleRecords(here.workLists, there.workLists, mode, { keyOf: ({ id }) => id });
  const workItems = settleRecords(here.workItems, there.workItems, mode, { keyOf: ({ id }) => id });
  const outbox = outboxAfter(here, there, mode, new Map([...alignments.revisions, ...skillAlignments.revisions]), done);
  const trash = [...(mode === 'merge' ? here.trash : []), ...there.trash].filter(
    ({ id }) => !alignments.revisions.has(id),
  );
  const known = new Set(here.registries.map(({ id }) => id));
  const names = namesAfter(here, there, mode);
  const settled = [alignments, resources, skillAlignments];
  return {
    changes: {
      registries: { put: there.registries.filter(({ id }) => !known.has(id)), remove: [] },
      resources: changesOf(resources),
      alignments: changesOf(alignments),
      skillAlignments: changesOf(skillAlignments),
      outbox: changesTo(here.outbox, outbox.entries, ({ id }) => id),
      trash: changesTo(
        here.trash,
        firstOf(trash, ({ id }) => id),
        ({ id }) => id,
      ),
      undos: changesTo(here.undos, undosAfter(here, there, mode, alignments.revisions), ({ id }) => id),
      pins: changesTo(here.pins, rememberedAfter(here.pins, there.pins, mode, mostPins), ({ uri }) => uri),
      recents: changesTo(
        here.recents,
        rememberedAfter(here.recents, there.recents, mode, mostRecents),
        ({ uri }) => uri,
      ),
      views: changesTo(here.views, viewsAfter(here, there, mode), ({ id }) => id),
      workLists: changesOf(workLists),
      workItems: changesOf(workItems),
    },
    history: historyAfter(here.history, there.history, mode, actLines(alignments, mode, done)),
    ...(names && { names }),
    counts: { alignments: alignments.counts, resources: resources.counts, skillAlignments: skillAlignments.counts },
    added: sumOf(settled, ({ added }) => added.length),
    overwritten: sumOf(settled, ({ overwritten }) => overwritten.length),
    removed: sumOf(settled, ({ removed }) => removed.length),
    twins: alignments.twins + skillAlignments.twins,
    homeless: outbox.homeless,
    withdrawn: outbox.withdrawn,
  };
}

function saidBy({ relation, resource, skill }: ResourceAlignment): string {
  return `${relation} ${resource} ${skill.uri}`;
}

function linkedBy({ subject, relation, object }: SkillAlignment): string {
  return `${relation} ${subject.uri} ${object.uri}`;
}

function changesOf<Row>({ added, overwritten, removed, keyOf }: Settled<Row>): TableChanges {
  return { put: [...added, ...overwritten.map(({ after }) => after)], remove: removed.map(keyOf) };
}

/** A row for each pair of registry and alignment that either side knows, as far as its registry is there. */
function outboxAfter(
  here: Library,
  there: Library,
  mode: RestoreMode,
  revisions: ReadonlyMap<string, number>,
  done: Done,
): { entries: OutboxEntry[]; homeless: number; withdrawn: number } {
  const registries = new Set([...here.registries, ...there.registries].map(({ id }) => id));
  const kept = new Map(here.outbox.map((entry) => [entry.id, entry]));
  const filed = new Map(there.outbox.map((entry) => [entry.id, entry]));
  const entries: OutboxEntry[] = [];
  let homeless = 0;
  let withdrawn = 0;
  for (const id of new Set([...kept.keys(), ...filed.keys()])) {
    const entry = kept.get(id);
    const other = filed.get(id);
    const { registry = '', alignment = '' } = entry ?? other ?? {};
    if (!registries.has(registry) && !entry) {
      homeless += 1;
      continue;
    }
    const after = entryAfter(entry, other, { revision: revisions.get(alignment), mode, at: Date.parse(done.at) });
    if (!after) continue;
    if (entry?.action === 'publish' && after.action === 'withdraw' && after.state === 'queued') withdrawn += 1;
    entries.push(after);
  }
  return { entries, homeless, withdrawn };
}

/** What is written down of the restore itself: nothing where the library was empty, since then it is as it was. */
function actLines({ added, overwritten, removed }: Settled<ResourceAlignment>, mode: RestoreMode, done: Done) {
  const lineOf = ({ id, resource }: ResourceAlignment) => ({ alignment: id, resource, ...done });
  return [
    ...(mode === 'merge' ? added : []).map((one) => ({
      ...lineOf(one),
      what: 'restored' as const,
      after: choiceOf(one),
    })),
    ...overwritten.map(({ before, after }) => ({
      ...lineOf(after),
      what: 'restored' as const,
      before: choiceOf(before),
      after: choiceOf(after),
    })),
    ...removed.map((one) => ({ ...lineOf(one), what: 'removed' as const, before: choiceOf(one) })),
  ];
}

function historyAfter(
  here: readonly HistoryLine[],
  there: readonly HistoryLine[],
  mode: RestoreMode,
  lines: readonly HistoryLine[],
): RestorePlan['history'] {
  const known = new Set(here.map(nameOf));
  const missing = there.filter((line) => !known.has(nameOf(line)));
  const isAsThere = missing.length === 0 && here.length === there.length;
  if (mode === 'merge' ? missing.length === 0 : isAsThere) return { lines: [...lines], instead: false };
  const before = mode === 'replace' ? there : [...here.map(withoutKey), ...missing].sort(byTime);
  return { lines: [...before, ...lines], instead: true };
}

function nameOf({ alignment, what, at, registry, who, from }: HistoryLine): string {
  return JSON.stringify([alignment, what, at, registry, who, from]);
}

function byTime(one: HistoryLine, other: HistoryLine): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : 0;
}

/** A line as it is added: its number is given anew. */
function withoutKey(line: HistoryLine & { key?: number }): HistoryLine {
  const { key: _, ...rest } = line;
  return rest;
}

/** Acts of the backup speak of revisions that its alignments had; those that got another one here are named by that. */
function undosAfter(
  here: Library,
  there: Library,
  mode: RestoreMode,
  revisions: ReadonlyMap<string, number>,
): UndoRecord[] {
  const filed = new Map(there.alignments.map(({ id, revision }) => [id, revision]));
  const renamed = there.undos.map((act) => ({
    ...act,
    alignments: act.alignments.map((change) => {
      const { key, revision } = change;
      return revision > 0 && filed.get(key) === revision
        ? { ...change, revision: revisions.get(key) ?? revision }
        : change;
    }),
  }));
  return mode === 'merge' ? firstOf([...here.undos, ...renamed], ({ id }) => id) : renamed;
}

function rememberedAfter<Row extends { uri: string; at: string }>(
  here: readonly Row[],
  there: readonly Row[],
  mode: RestoreMode,
  most: number,
): Row[] {
  if (mode === 'replace') return [...there];
  const all = [...here, ...there].sort((one, other) => other.at.localeCompare(one.at));
  return firstOf(all, ({ uri }) => uri).slice(0, most);
}

/** Merged, each view is as it was changed last. */
function viewsAfter(here: Library, there: Library, mode: RestoreMode): Library['views'] {
  if (mode === 'replace') return there.views;
  const latest = [...here.views, ...there.views].sort((one, other) => other.modified.localeCompare(one.modified));
  return firstOf(latest, ({ id }) => id);
}

/** The names of the backup, unless the person called herself something here already and nothing is to be replaced. */
function namesAfter(here: Library, { identity: [names] }: Library, mode: RestoreMode) {
  const [own] = here.identity;
  const isNamed = own !== undefined && (own.name !== '' || own.organisation !== '');
  if (!names || (isNamed && mode === 'merge')) return undefined;
  return own?.name === names.name && own.organisation === names.organisation ? undefined : names;
}

function firstOf<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Row[] {
  const first = new Map<string, Row>();
  for (const row of rows) if (!first.has(keyOf(row))) first.set(keyOf(row), row);
  return [...first.values()];
}

function sumOf<T>(all: readonly T[], count: (one: T) => number): number {
  return all.reduce((sum, one) => sum + count(one), 0);
}
