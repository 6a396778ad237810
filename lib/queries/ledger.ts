import type { HistoryLine } from '../domain/history-line.ts';
import { type Facet, libraryStates } from '../domain/library-filter.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { type FacetValues, numberValues } from './facet-counts.ts';
import { statesKept } from './library-states.ts';

/** How many rows are read before others have their turn: few enough that no frame is lost to it. */
const atOnce = 500;

/** What is known of all alignments at one moment, as far as facets go. */
export type Ledger = {
  values: FacetValues;
  /** The numbers of an alignment's values; undefined where nothing is known of it. */
  valuesOf(id: string): readonly (readonly number[])[] | undefined;
};

/** An alignment as the ledger keeps it: the numbers of what it says itself, and of who made it. */
type Filed = { resource: string; said: readonly number[]; who: readonly number[] };

/** A line of the history as it is kept, with its number. */
type NumberedLine = HistoryLine & { key: number };

const ledgers = new WeakMap<PlumblineDatabase, () => Promise<Ledger>>();

/**
 * The ledger of a database: to be asked in a live query. All alignments are gone through once for each window, some hundreds
 * at a time; from then on those alone are read again of which the history has a new line, as it has of each that changes.
 */
export function ledgerNow(database: PlumblineDatabase): Promise<Ledger> {
  const read = ledgers.get(database) ?? openLedger(database);
  ledgers.set(database, read);
  return read();
}

function openLedger(database: PlumblineDatabase): () => Promise<Ledger> {
  const values = numberValues();
  const filed = new Map<string, Filed>();
  const nobody = [values.numberOf('who', '')];
  let upTo = -1;

  const file = (one: ResourceAlignment, who: readonly number[]) =>
    filed.set(one.id, { resource: one.resource, said: saidOf(one, values), who });

  /** Hands out the lines of the history behind one, some at a time. Answers the last one's number. */
  const readLines = async (from: number, take: (lines: readonly NumberedLine[]) => unknown) => {
    for (let after = from; ; ) {
      const lines = (await database.history.where(':id').above(after).limit(atOnce).toArray()) as NumberedLine[];
      const last = lines.at(-1);
      if (!last) return after;
      await take(lines);
      after = last.key;
    }
  };

  const begin = async () => {
    filed.clear();
    const newest = (await database.history.toCollection().last()) as NumberedLine | undefined;
    for (let after = ''; ; ) {
      const rows = await database.alignments.where('id').above(after).limit(atOnce).toArray();
      for (const row of rows) file(row, nobody);
      const last = rows.at(-1);
      if (!last || rows.length < atOnce) break;
      after = last.id;
    }
    await readLines(0, (lines) => nameMakers(lines));
    upTo = newest?.key ?? 0;
  };

  const nameMakers = (lines: readonly NumberedLine[]) => {
    for (const { alignment, who, what } of lines) {
      const one = filed.get(alignment);
      const isMade = what === 'created' || what === 'imported';
      if (who && isMade && one?.who === nobody) one.who = [values.numberOf('who', who)];
    }
  };

  const follow = async (lines: readonly NumberedLine[]) => {
    const touched = [...new Set(lines.map(({ alignment }) => alignment))];
    const rows = await database.alignments.bulkGet(touched);
    for (const [index, row] of rows.entries()) {
      const id = touched[index] ?? '';
      if (row) file(row, filed.get(id)?.who ?? nobody);
      else filed.delete(id);
    }
    nameMakers(lines);
  };

  const bringUp = async () => {
    if (upTo < 0) await begin();
    upTo = await readLines(upTo, follow);
    const count = (await database.counters.get('alignments'))?.count ?? 0;
    if (count === filed.size) return;
    // A library that was written past the history, as no part of this code does: it is gone through anew.
    await begin();
    upTo = await readLines(upTo, follow);
  };

  // Readings take turns: two at once would go through everything twice.
  let turn: Promise<unknown> = Promise.resolve();
  return () => {
    const reading = turn.then(async () => {
      await bringUp();
      const [states, kinds] = await Promise.all([statesKept(database), kindsNow(database, values)]);
      const inState = new Map(libraryStates.map((state) => [state, [values.numberOf('state', state)]]));
      const none: number[] = [];
      const noKind = [values.numberOf('kind', '')];
      return {
        values,
        valuesOf(id: string) {
          const one = filed.get(id);
          return (
            one && [one.said, one.who, inState.get(states.get(id) ?? 'here') ?? none, kinds.get(one.resource) ?? noKind]
          );
        },
      };
    });
    turn = reading.catch(() => {});
    return reading;
  };
}

function saidOf({ relation, fit, evidence, skill }: ResourceAlignment, { numberOf }: FacetValues): number[] {
  const said: [Facet, string][] = [
    ['relation', relation],
    ['fit', fit],
    ['evidence', evidence ? 'quoted' : 'none'],
    ['framework', skill.framework?.name || skill.framework?.uri || ''],
    ['source', skill.source.name || skill.source.registry],
  ];
  return said.map(([facet, value]) => numberOf(facet, value));
}

/** The kinds of each page that has any. */
async function kindsNow({ labels }: PlumblineDatabase, { numberOf }: FacetValues): Promise<Map<string, number[]>> {
  const kinds = new Map<string, number[]>();
  for (let after = ''; ; ) {
    const some = await labels
      .where('address')
      .above(after)
      .limit(4 * atOnce)
      .toArray();
    for (const label of some)
      if (label.kinds.length > 0)
        kinds.set(
          label.address,
          label.kinds.map((kind) => numberOf('kind', kind)),
        );
    const last = some.at(-1);
    if (!last) return kinds;
    after = last.address;
  }
}
