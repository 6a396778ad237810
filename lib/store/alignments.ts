import type { ActedFrom, HistoryLine } from '../domain/history-line.ts';
import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import { ProblemError } from '../domain/problem.ts';
import { S220Removed, S220Saved, S221 } from '../domain/problems.ts';
import { type AlignmentChoice, ResourceAlignment, saysTheSame } from '../domain/resource-alignment.ts';
import type { SkillSnapshot } from '../domain/skill.ts';
import type { PlumblineDatabase } from './database.ts';
import { whoActs } from './identity.ts';
import { forgetOrWithdraw, queue, queueAgain, queueNew } from './queue.ts';
import { rememberSkill } from './remembered-skills.ts';
import { putResource } from './resources.ts';
import { writing } from './store-problem.ts';
import { closeWork, reopenWork } from './work-items.ts';

/** A new alignment as the person made it, with the page it is about and the registries it is to go to at once. */
export type NewAlignment = {
  resource: LearningResourceDraft;
  skill: SkillSnapshot;
  choice: AlignmentChoice;
  publishTo: readonly string[];
};

/** A change to an alignment; `revision` is the one that the person saw. */
export type ChangedAlignment = { id: string; revision: number; choice: AlignmentChoice; publishTo: readonly string[] };

/**
 * Keeps a new alignment: page, alignment, history line, outbox rows and the skill as one chosen lately, in one
 * transaction. Where the page is aligned to this skill in this relation already, that alignment takes the choice instead, so that nothing stands twice.
 */
export function addAlignment(
  database: PlumblineDatabase,
  made: NewAlignment,
  now: Date,
  from?: ActedFrom,
): Promise<ResourceAlignment> {
  const at = now.toISOString();
  return inOneTransaction(database, async () => {
    const fresh = newAlignmentOf(made, at);
    // What does not wait for another's answer is asked for beside it: each answer is a way to the database and back.
    const [{ kept }] = await Promise.all([
      addOrChange(database, fresh, made, { at, from }),
      putResource(database, made.resource, at),
      rememberSkill(database, made.skill, at),
    ]);
    return kept;
  });
}

/** A new alignment as a record of its own. */
export function newAlignmentOf({ resource, skill, choice }: NewAlignment, at: string): ResourceAlignment {
  return ResourceAlignment.parse({
    id: crypto.randomUUID(),
    resource: resource.address,
    skill,
    ...choice,
    created: at,
    modified: at,
    revision: 1,
  });
}

/** A new alignment as it was kept, and the one that stood already and took its choice. */
export type Kept = { kept: ResourceAlignment; before?: ResourceAlignment };

/** Keeps a new alignment, or its choice in the one that stands already. Inside the caller's transaction. */
export async function addOrChange(
  database: PlumblineDatabase,
  fresh: ResourceAlignment,
  { choice, publishTo }: Pick<NewAlignment, 'choice' | 'publishTo'>,
  { at, from }: { at: string; from: ActedFrom | undefined },
): Promise<Kept> {
  const [before, act] = await Promise.all([sayingTheSame(database, fresh), actOf(database, { at, from })]);
  if (before) return { before, kept: await change(database, before, choice, publishTo, { at, from }) };
  const line = { alignment: fresh.id, resource: fresh.resource, what: 'created' as const, ...act, after: choice };
  await Promise.all([
    database.alignments.add(fresh),
    database.history.add(line),
    queueNew(database, fresh, publishTo, Date.parse(at)),
    closeWork(database, [fresh.resource], at),
  ]);
  return { kept: fresh };
}

/** Another alignment that says what this one says, if there is one. */
async function sayingTheSame(
  { alignments }: PlumblineDatabase,
  one: ResourceAlignment,
): Promise<ResourceAlignment | undefined> {
  const ofPage = await alignments.where('resource').equals(one.resource).toArray();
  return ofPage.find((other) => other.id !== one.id && saysTheSame(other, one));
}

/** Changes an alignment, unless somebody saved it since the person saw it: then it is left alone and S220 is thrown. */
export function changeAlignment(
  database: PlumblineDatabase,
  { id, revision, choice, publishTo }: ChangedAlignment,
  now: Date,
  from?: ActedFrom,
): Promise<ResourceAlignment> {
  return inOneTransaction(database, async () => {
    const standing = await standingAt(database, id, revision);
    return change(database, standing, choice, publishTo, { at: now.toISOString(), from });
  });
}

/**
 * Removes an alignment. Where it stands at a registry, its withdrawal is queued in the same transaction. Answers by what it
 * is taken back.
 */
export function removeAlignment(
  database: PlumblineDatabase,
  { id, revision }: { id: string; revision: number },
  now: Date,
  from?: ActedFrom,
): Promise<string> {
  return inOneTransaction(database, async () => {
    const standing = await standingAt(database, id, revision);
    const undo = crypto.randomUUID();
    const act = await actOf(database, { at: now.toISOString(), from });
    await discard(database, [standing], undo, act);
    await forgetOrWithdraw(database, id, now.getTime());
    await database.undos.add({
      id: undo,
      at: act.at,
      what: standing.skill.name || standing.skill.statement,
      alignments: [{ key: id, revision: 0 }],
      resources: [],
      skillAlignments: [],
    });
    return undo;
  });
}

/** Queues alignments for registries, in one transaction. Answers how many entries now wait. */
export function queueAlignments(
  database: PlumblineDatabase,
  ids: readonly string[],
  registries: readonly string[],
  now: Date,
): Promise<number> {
  return inOneTransaction(database, async () => {
    const alignments = (await database.alignments.bulkGet([...ids])).filter((one) => one !== undefined);
    for (const alignment of alignments) await queue(database, alignment, registries, now.getTime());
    return alignments.length * registries.length;
  });
}

async function change(
  database: PlumblineDatabase,
  standing: ResourceAlignment,
  choice: AlignmentChoice,
  publishTo: readonly string[],
  { at, from }: { at: string; from: ActedFrom | undefined },
): Promise<ResourceAlignment> {
  const { note: _note, evidence: _evidence, ...kept } = standing;
  const changed = ResourceAlignment.parse({ ...kept, ...choice, modified: at, revision: standing.revision + 1 });
  const clash = await sayingTheSame(database, changed);
  if (clash) {
    throw new ProblemError(S221);
  }
  const act = await actOf(database, { at, from });
  const line = { alignment: changed.id, resource: changed.resource, what: 'changed' as const, ...act };
  await Promise.all([
    database.alignments.put(changed),
    database.history.add({ ...line, before: choiceOf(standing), after: choiceOf(changed) }),
    queueAgain(database, changed, publishTo, Date.parse(at)),
  ]);
  return changed;
}

async function standingAt(database: PlumblineDatabase, id: string, revision: number): Promise<ResourceAlignment> {
  const standing = await database.alignments.get(id);
  if (standing?.revision === revision) return standing;
  throw new ProblemError(standing ? S220Saved : S220Removed);
}

/** What the person decided about an alignment. */
export function choiceOf({ relation, fit, note, evidence }: ResourceAlignment): AlignmentChoice {
  return { relation, fit, ...(note !== undefined && { note }), ...(evidence && { evidence }) };
}

/** When, by whom and from where something is done, as its history line says it. */
export type Done = Pick<HistoryLine, 'at' | 'who' | 'from'>;

/** What is written down of an act that is done now. Inside the caller's transaction. */
export async function actOf(
  database: PlumblineDatabase,
  { at, from }: { at: string; from?: ActedFrom | undefined },
): Promise<Done> {
  const who = await whoActs(database);
  return { at, ...(who && { who }), ...(from && { from }) };
}

/** Moves alignments into the trash, each with its history line. Inside the caller's transaction, of the act that removes them. */
export async function discard(
  database: PlumblineDatabase,
  removed: readonly ResourceAlignment[],
  act: string,
  done: Done,
): Promise<void> {
  await database.alignments.bulkDelete(removed.map(({ id }) => id));
  await database.trash.bulkPut(removed.map((alignment) => ({ id: alignment.id, alignment, act, ...done })));
  await database.history.bulkAdd(
    removed.map((one) => ({
      alignment: one.id,
      resource: one.resource,
      what: 'removed' as const,
      ...done,
      before: choiceOf(one),
    })),
  );
  const pages = removed.map(({ resource }) => resource);
  await reopenWork(database, pages, done.at);
}

function inOneTransaction<T>(database: PlumblineDatabase, run: () => Promise<T>): Promise<T> {
  const { resources, alignments, history, outbox, recents, undos, trash, identity, workItems } = database;
  const tables = [resources, alignments, history, outbox, recents, undos, trash, identity, workItems];
  return writing(database, () => database.transaction('rw', tables, run));
}
