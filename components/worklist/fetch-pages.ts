import { type Problem, ProblemError, problemIn } from '../../lib/domain/problem.ts';
import { I422, I466, I467 } from '../../lib/domain/problems.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { mostWorkItems } from '../../lib/domain/work-list.ts';
import { ask } from '../../lib/messaging/client.ts';
import type { useDatabase } from '../../lib/queries/database-context.ts';
import { stagedDocument } from '../../lib/queries/work.ts';
import { type ReadPages, readWorkSource, type UnnamedTable } from '../../lib/work-sources/index.ts';
import { together } from '../../lib/work-sources/page-tally.ts';
import type { XmlParser } from '../../lib/work-sources/xml.ts';

/** The most answers that one source is asked for: a repository that never comes to its end is left after these. */
const mostAnswers = 500;

/** What came of an address. */
export type FetchedPages = {
  read: ReadPages;
  /** Why the rest of it could not be had. */
  rest?: Problem;
  /** How many answers had come when it was ended. */
  stopped?: number;
  /** For a table whose columns have to be named first. */
  columns?: { source: { name: string; body: Blob }; table: UnnamedTable };
};

/**
 * Has the background fetch what names pages at an address, and all that it says there is more of: the sitemaps of an index,
 * the next records of a repository, one after the other. Ended by the signal between two answers; what was read until then
 * stays. Rejects with a ProblemError where the first answer is of no use.
 */
export async function fetchPages(
  database: ReturnType<typeof useDatabase>,
  address: string,
  parser: XmlParser,
  hear: (done: number, total?: number) => void,
  signal: AbortSignal,
): Promise<FetchedPages> {
  const answers: ReadPages[] = [];
  const asked = new Set<string>();
  const waiting = [address];
  let rest: Problem | undefined;
  let pages = 0;
  while (answers.length < mostAnswers && pages <= mostWorkItems && !signal.aborted) {
    const next = waiting.shift();
    if (next === undefined) break;
    if (asked.has(next)) continue;
    asked.add(next);
    try {
      const body = await bodyAt(database, next);
      const read = await readWorkSource(body, { parser, address: next, signal: new AbortController().signal });
      if ('unnamed' in read) {
        if (answers.length === 0) return { read: nothing, columns: { source: body, table: read } };
        continue;
      }
      answers.push(read);
      pages += read.pages.length;
      waiting.unshift(...read.further);
      hear(pages, answers.map(({ total }) => total).find(Boolean));
    } catch (error) {
      const problem = problemIn(error);
      if (!problem || answers.length === 0) throw error;
      rest ??= problem;
    }
  }
  const read = joined(answers);
  const isEmpty = read.pages.length + read.refused.count + (read.deleted ?? 0) === 0;
  if (isEmpty && rest) throw new ProblemError(rest);
  if (isEmpty && !signal.aborted) throw new ProblemError(I466({ file: hostOf(address) }));
  return { read, ...(rest && { rest }), ...(signal.aborted && { stopped: answers.length }) };
}

const nothing: ReadPages = {
  pages: [],
  twice: 0,
  refused: { count: 0, first: [] },
  over: 0,
  from: 'typed',
  further: [],
};

function joined(answers: readonly ReadPages[]): ReadPages {
  const deleted = answers.reduce((sum, one) => sum + (one.deleted ?? 0), 0);
  const from = answers.at(-1)?.from ?? 'typed';
  return { ...together(answers), from, further: [], ...(deleted > 0 && { deleted }) };
}

async function bodyAt(database: ReturnType<typeof useDatabase>, address: string) {
  const answer = await ask('stageDocument', { address });
  if (!answer.ok) throw new ProblemError(answer.problem);
  const { value } = answer;
  if (value.state === 'moved') throw new ProblemError(I467({ host: hostOf(address), to: value.to }));
  const staged = value.state === 'staged' ? await stagedDocument(database, value.stage) : undefined;
  if (!staged || value.state !== 'staged') throw new ProblemError(I422);
  // It is read from memory from here on; nobody else comes for it.
  void ask('dropStage', { stage: value.stage });
  return staged;
}
