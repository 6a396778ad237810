import type { ActedFrom, HistoryLine } from '../domain/history-line.ts';
import { ProblemError } from '../domain/problem.ts';
import { S220Removed, S220Saved, S226 } from '../domain/problems.ts';
import { SkillAlignment, type SkillChoice, type SkillPair, skillStatementKey } from '../domain/skill-alignment.ts';
import type { TakenBack, UndoRecord } from '../domain/undo-record.ts';
import { actOf, type Done } from './alignments.ts';
import type { PlumblineDatabase } from './database.ts';
import { forgetOrWithdraw, queueAgain, queueReturned } from './queue.ts';
import { writing } from './store-problem.ts';

/** What the person says of two skills. */
export type NewStatement = SkillPair & { choice: SkillChoice };

/** A change to a statement; `revision` is the one that the person saw. */
export type ChangedStatement = { id: string; revision: number; choice: SkillChoice };

/**
 * Keeps a statement from skill to skill with its history line, in one transaction. Where the two skills stand in this
 * relation already, that statement takes the note instead, so that nothing stands twice.
 */
export function relateSkills(
  database: PlumblineDatabase,
  { subject, object, choice }: NewStatement,
  now: Date,
  from?: ActedFrom,
): Promise<SkillAlignment> {
  const at = now.toISOString();
  const id = crypto.randomUUID();
  const fresh = SkillAlignment.parse({ id, subject, object, ...choice, created: at, modified: at, revision: 1 });
  return inOneTransaction(database, async () => {
    const done = await actOf(database, { at, from });
    const standing = await sayingTheSame(database, fresh);
    if (standing) return change(database, standing, choice, done);
    await database.skillAlignments.add(fresh);
    await database.history.add(statementLine('created', done, { after: fresh }));
    return fresh;
  });
}

/**
 * Changes what is said of two skills. S220 where somebody saved or removed it since the person saw it, S226 where another
 * statement says so already; then nothing is changed.
 */
export function changeSkillAlignment(
  database: PlumblineDatabase,
  { id, revision, choice }: ChangedStatement,
  now: Date,
  from?: ActedFrom,
): Promise<SkillAlignment> {
  return inOneTransaction(database, async () => {
    const standing = await standingAt(database, id, revision);
    return change(database, standing, choice, await actOf(database, { at: now.toISOString(), from }));
  });
}

/**
 * Removes a statement; where it stands at a registry, its withdrawal is queued in the same transaction. Answers by what it
 * is taken back. S220 as above.
 */
export function removeSkillAlignment(
  database: PlumblineDatabase,
  { id, revision }: { id: string; revision: number },
  now: Date,
  from?: ActedFrom,
): Promise<string> {
  return inOneTransaction(database, async () => {
    const standing = await standingAt(database, id, revision);
    const undo = crypto.randomUUID();
    const done = await actOf(database, { at: now.toISOString(), from });
    await discard(database, standing, done);
    await database.undos.add({
      id: undo,
      at: done.at,
      what: `${standing.subject.name} ${standing.relation} ${standing.object.name}`,
      alignments: [],
      resources: [],
      skillAlignments: [{ key: id, revision: 0, before: standing }],
    });
    return undo;
  });
}

/**
 * Takes back what an act did to statements, and counts it: what it added goes, what it changed or removed returns and goes
 * again where it stood. What somebody changed or said anew since is left. Inside the caller's transaction.
 */
export async function restoreStatements(
  database: PlumblineDatabase,
  changes: UndoRecord['skillAlignments'],
  done: Done,
  counted: TakenBack,
): Promise<void> {
  for (const { key, revision, before } of changes) {
    const current = await database.skillAlignments.get(key);
    if ((current?.revision ?? 0) !== revision || (before && (await sayingTheSame(database, before)))) {
      counted.left += 1;
      continue;
    }
    counted.restored += 1;
    if (before) await bringBack(database, before, current, done);
    else if (current) await discard(database, current, done);
  }
}

/** What happened to a statement, as a line of the history; one of the two says what is known of it since or before. */
export function statementLine(
  what: HistoryLine['what'],
  done: Done,
  { before, after }: { before?: SkillAlignment | undefined; after?: SkillAlignment },
): HistoryLine {
  const statement = after ?? before;
  if (!statement) throw new Error('a line of the history about nothing');
  const { id, subject, object } = statement;
  const said = { ...(before && { before: choiceOf(before) }), ...(after && { after: choiceOf(after) }) };
  return { alignment: id, resource: subject.uri, what, ...done, skills: { subject, object, ...said } };
}

async function change(
  database: PlumblineDatabase,
  before: SkillAlignment,
  choice: SkillChoice,
  done: Done,
): Promise<SkillAlignment> {
  const { note: _, ...kept } = before;
  const after = SkillAlignment.parse({ ...kept, ...choice, modified: done.at, revision: kept.revision + 1 });
  if (await sayingTheSame(database, after)) throw new ProblemError(S226);
  await database.skillAlignments.put(after);
  await database.history.add(statementLine('changed', done, { before, after }));
  await queueAgain(database, { ...after, of: 'skill' }, [], Date.parse(done.at));
  return after;
}

async function bringBack(
  database: PlumblineDatabase,
  before: SkillAlignment,
  current: SkillAlignment | undefined,
  done: Done,
): Promise<void> {
  const revision = Math.max(before.revision, current?.revision ?? 0) + 1;
  const again = { ...before, modified: done.at, revision };
  await database.skillAlignments.put(again);
  await database.history.add(statementLine('restored', done, { before: current, after: again }));
  const sendable = { ...again, of: 'skill' as const };
  if (current) await queueAgain(database, sendable, [], Date.parse(done.at));
  else await queueReturned(database, sendable, Date.parse(done.at));
}

async function discard(database: PlumblineDatabase, statement: SkillAlignment, done: Done): Promise<void> {
  await database.skillAlignments.delete(statement.id);
  await database.history.add(statementLine('removed', done, { before: statement }));
  await forgetOrWithdraw(database, statement.id, Date.parse(done.at));
}

/** Another statement that says what this one says, if there is one. */
async function sayingTheSame(
  { skillAlignments }: PlumblineDatabase,
  one: SkillAlignment,
): Promise<SkillAlignment | undefined> {
  const key = skillStatementKey(one);
  const ofSubject = await skillAlignments.where('subject.uri').equals(one.subject.uri).toArray();
  return ofSubject.find((other) => other.id !== one.id && skillStatementKey(other) === key);
}

async function standingAt(database: PlumblineDatabase, id: string, revision: number): Promise<SkillAlignment> {
  const standing = await database.skillAlignments.get(id);
  if (standing?.revision === revision) return standing;
  throw new ProblemError(standing ? S220Saved : S220Removed);
}

function choiceOf({ relation, note }: SkillAlignment): SkillChoice {
  return { relation, ...(note !== undefined && { note }) };
}

function inOneTransaction<T>(database: PlumblineDatabase, run: () => Promise<T>): Promise<T> {
  const { skillAlignments, history, outbox, undos, identity } = database;
  return writing(database, () => database.transaction('rw', [skillAlignments, history, outbox, undos, identity], run));
}
