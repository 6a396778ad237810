import { useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { type Problem, problemIn } from '../../lib/domain/problem.ts';
import { I466, M603Named } from '../../lib/domain/problems.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { useDatabase } from '../../lib/queries/database-context.ts';
import { type ReadPages, readWorkSource, type UnnamedTable } from '../../lib/work-sources/index.ts';
import { newPageTally } from '../../lib/work-sources/page-tally.ts';
import type { WorkColumns } from '../../lib/work-sources/work-table.ts';
import { fetchPages } from './fetch-pages.ts';

/** What was read of a source, and what is to be known of it before anything is kept. */
export type PagesRead = {
  /** What the list would be called. */
  name: string;
  read: ReadPages;
  /** Why not all of it was read. */
  rest?: Problem;
  /** How many answers were read before the person ended it. */
  stopped?: number;
};

/** How far the reading of a source is. */
export type WorkReading =
  | { at: 'reading'; done: number; total?: number | undefined }
  | { at: 'columns'; name: string; table: UnnamedTable }
  | ({ at: 'preview' } & PagesRead)
  | { at: 'failed'; problem: Problem };

/** Reads what names pages, from wherever the person has it. Nothing is kept by it. */
export function useWorkReading() {
  const database = useDatabase();
  const [reading, setReading] = useState<WorkReading>();
  const [source, setSource] = useState<{ name: string; body: Blob }>();
  const running = useRef(new AbortController());

  const begin = () => {
    running.current.abort();
    running.current = new AbortController();
    setReading({ at: 'reading', done: 0 });
    return running.current.signal;
  };
  /** Says how it ended, unless something else was begun meanwhile. */
  const end = (signal: AbortSignal, ended: WorkReading | undefined) => {
    if (running.current.signal === signal) setReading(ended);
  };
  const file = async (name: string, body: Blob, columns?: WorkColumns) => {
    const signal = begin();
    setSource({ name, body });
    const plain = name.replace(/\.[a-z]{1,6}(\.gz)?$/i, '') || name;
    try {
      const read = await readWorkSource({ name, body }, { parser: new DOMParser(), columns, signal });
      if ('unnamed' in read) end(signal, { at: 'columns', name: plain, table: read });
      else end(signal, { at: 'preview', name: plain, read });
    } catch (error) {
      end(signal, signal.aborted ? undefined : { at: 'failed', problem: known(error) });
    }
  };
  const address = async (address: string, permission: Promise<boolean>) => {
    const signal = begin();
    // Refused or not, the background says best what is missing.
    await permission.catch(() => false);
    const hear = (done: number, total?: number) => end(signal, { at: 'reading', done, total });
    try {
      const { columns, ...read } = await fetchPages(database, address, new DOMParser(), hear, signal);
      if (columns) {
        setSource(columns.source);
        end(signal, { at: 'columns', name: hostOf(address), table: columns.table });
      } else if (read.read.pages.length + read.read.refused.count === 0 && read.stopped !== undefined) {
        end(signal, undefined);
      } else end(signal, { at: 'preview', name: hostOf(address), ...read });
    } catch (error) {
      end(signal, { at: 'failed', problem: known(error) });
    }
  };
  const tabs = async (name: string) => {
    const signal = begin();
    const tally = newPageTally();
    const own = browser.runtime.getURL('/');
    for (const { url = '', title = '' } of await browser.tabs.query({ currentWindow: true })) {
      if (!url.startsWith(own)) tally.add(url, title);
    }
    if (tally.named.pages.length === 0) end(signal, { at: 'failed', problem: I466({ file: name }) });
    else end(signal, { at: 'preview', name, read: { ...tally.named, from: 'tabs', further: [] } });
  };
  return {
    reading,
    file,
    address,
    tabs,
    text: (text: string, name: string) => file(name, new Blob([text], { type: 'text/plain' })),
    /** Reads the table again, now that the person said what its columns hold. */
    columns: (columns: WorkColumns) => source && void file(source.name, source.body, columns),
    /** Ends what is running: of what comes in several answers, those that were read can be added. */
    stop: () => running.current.abort(),
    leave: () => {
      running.current.abort();
      setReading(undefined);
    },
  };
}

/** What a person is told of a failure; of one that nobody expected its name alone. */
function known(error: unknown): Problem {
  return problemIn(error) ?? M603Named({ error: error instanceof Error ? error.name : 'Error' });
}
