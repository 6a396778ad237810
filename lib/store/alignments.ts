import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import { type OutboxEntry, outboxId } from '../domain/outbox-entry.ts';
import { ProblemError } from '../domain/problem.ts';
import { type AlignmentChoice, ResourceAlignment, saysTheSame } from '../domain/resource-alignment.ts';
import type { SkillSnapshot } from '../domain/skill.ts';
import type { PlumblineDatabase } from './database.ts';
import { rememberSkill } from './remembered-skills.ts';
import { putResource } from './resources.ts';
import { writing } from './store-problem.ts';

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
export function addAlignment(database: PlumblineDatabase, made: NewAlignment, now: Date): Promise<ResourceAlignment> {
  return inOneTransaction(database, async () => {
    const at = now.toISOString();
    await putResource(database, made.resource, at);
    const fresh = ResourceAlignment.parse({
      id: crypto.randomUUID(),
      resource: made.resource.address,
      skill: made.skill,
      ...made.choice,
      created: at,
      modified: at,
      revision: 1,
    });
    await rememberSkill(database, made.skill, at);
    const standing = await database.alignments
      .where('resource')
      .equals(fresh.resource)
      .filter((other) => saysTheSame(other, fresh))
      .first();
    if (standing) return change(database, standing, made.choice, made.publishTo, at);
    await database.alignments.add(fresh);
    await database.history.add({
      alignment: fresh.id,
      resource: fresh.resource,
      what: 'created',
      at,
      after: made.choice,
    });
    await queue(database, fresh, made.publishTo, now.getTime());
    return fresh;
  });
}

/** Changes an alignment, unless somebody saved it since the person saw it: then it is left alone and S220 is thrown. */
export function changeAlignment(
  database: PlumblineDatabase,
  { id, revision, choice, publishTo }: ChangedAlignment,
  now: Date,
): Promise<ResourceAlignment> {
  return inOneTransaction(database, async () => {
    const standing = await standingAt(database, id, revision);
    return change(database, standing, choice, publishTo, now.toISOString());
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
): Promise<string> {
  return inOneTransaction(database, async () => {
    const standing = await standingAt(database, id, revision);
    const at = now.toISOString();
    await database.alignments.delete(id);
    await database.history.add({
      alignment: id,
      resource: standing.resource,
      what: 'removed',
      at,
      before: choiceOf(standing),
    });
    await forgetOrWithdraw(database, id, now.getTime());
    const undo = crypto.randomUUID();
    await database.undos.add({
      id: undo,
      at,
      what: standing.skill.name || standing.skill.statement,
      alignments: [{ key: id, revision: 0, before: standing }],
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
  at: string,
): Promise<ResourceAlignment> {
  const { note: _note, evidence: _evidence, ...kept } = standing;
  const changed = ResourceAlignment.parse({ ...kept, ...choice, modified: at, revision: standing.revision + 1 });
  const clash = await database.alignments
    .where('resource')
    .equals(changed.resource)
    .filter((other) => other.id !== changed.id && saysTheSame(other, changed))
    .first();
  if (clash) {
    throw new ProblemError({
      code: 'S221',
      message: 'This page is aligned to this skill in that relation already.',
      advice: 'Nothing was changed. Choose another relation, or edit the other alignment.',
    });
  }
  await database.alignments.put(changed);
  await database.history.add({
    alignment: changed.id,
    resource: changed.resource,
    what: 'changed',
    at,
    before: choiceOf(standing),
    after: choiceOf(changed),
  });
  await queueAgain(database, changed, publishTo, Date.parse(at));
  return changed;
}

/**
 * Queues an alignment for registries, and for those for which it waits already: what is sent are its newest words. Inside
 * the caller's transaction.
 */
export async function queueAgain(
  database: PlumblineDatabase,
  changed: ResourceAlignment,
  publishTo: readonly string[],
  nextTry: number,
): Promise<void> {
  const waiting = await database.outbox.where('alignment').equals(changed.id).filter(isWaiting).primaryKeys();
  const again = waiting.map((id) => id.slice(0, id.indexOf(':')));
  await queue(database, changed, new Set([...publishTo, ...again]), nextTry);
}

/** An entry not yet delivered carries the newest words when it goes, so that edits made before sending coalesce. */
function isWaiting(entry: OutboxEntry): boolean {
  return entry.action === 'publish' && entry.state !== 'delivered';
}

async function queue(
  database: PlumblineDatabase,
  alignment: ResourceAlignment,
  registries: Iterable<string>,
  nextTry: number,
): Promise<void> {
  for (const registry of registries) {
    const id = outboxId(registry, alignment.id);
    const { uri, receipt } = (await database.outbox.get(id)) ?? {};
    await database.outbox.put({
      id,
      registry,
      alignment: alignment.id,
      action: 'publish',
      state: 'queued',
      attempts: 0,
      nextTry,
      revision: alignment.revision,
      ...(uri && { uri }),
      ...(receipt && { receipt }),
    });
  }
}

/** Sees to it that a removed alignment stands at no registry. Inside the caller's transaction. */
export async function forgetOrWithdraw(database: PlumblineDatabase, alignment: string, nextTry: number): Promise<void> {
  for (const entry of await database.outbox.where('alignment').equals(alignment).toArray())
    await withdrawOrForget(database, entry, nextTry);
}

/** What never left is simply forgotten. What stands at the registry, or may stand because it was sent, is withdrawn. */
async function withdrawOrForget(database: PlumblineDatabase, entry: OutboxEntry, nextTry: number): Promise<void> {
  if (!entry.uri) {
    await database.outbox.delete(entry.id);
    return;
  }
  const { problem: _, ...rest } = entry;
  await database.outbox.put({ ...rest, action: 'withdraw', state: 'queued', attempts: 0, nextTry });
}

async function standingAt(database: PlumblineDatabase, id: string, revision: number): Promise<ResourceAlignment> {
  const standing = await database.alignments.get(id);
  if (standing?.revision === revision) return standing;
  throw new ProblemError({
    code: 'S220',
    message: standing
      ? 'Somebody saved this alignment in another window.'
      : 'This alignment was removed in another window.',
    advice: 'Nothing was overwritten. Look at it as it is now, then decide again.',
  });
}

/** What the person decided about an alignment. */
export function choiceOf({ relation, fit, note, evidence }: ResourceAlignment): AlignmentChoice {
  return { relation, fit, ...(note !== undefined && { note }), ...(evidence && { evidence }) };
}

function inOneTransaction<T>(database: PlumblineDatabase, run: () => Promise<T>): Promise<T> {
  const { resources, alignments, history, outbox, recents, undos } = database;
  return writing(() => database.transaction('rw', [resources, alignments, history, outbox, recents, undos], run));
}
