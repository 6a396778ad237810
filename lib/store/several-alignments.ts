import type { AddedAlignments, ChosenSkill } from '../domain/chosen-skill.ts';
import type { ActedFrom } from '../domain/history-line.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import { addOrChange, type NewAlignment, newAlignmentOf } from './alignments.ts';
import type { PlumblineDatabase } from './database.ts';
import { rememberSkill } from './remembered-skills.ts';
import { putResource } from './resources.ts';
import { writing } from './store-problem.ts';

/** New alignments of one page as the person made them: one choice for all, save the relations that some have of their own. */
export type NewAlignments = Omit<NewAlignment, 'skill'> & { skills: readonly ChosenSkill[] };

/**
 * Keeps several new alignments of a page in one transaction: all of them or none. Each is kept as `addAlignment` keeps one,
 * so that one that stands already takes the choice; a skill that is named twice in a relation counts once. One act of undo
 * takes all of it back.
 */
export function addAlignments(
  database: PlumblineDatabase,
  { skills, ...made }: NewAlignments,
  now: Date,
  from?: ActedFrom,
): Promise<AddedAlignments> {
  const at = now.toISOString();
  const { resources, alignments, history, outbox, recents, undos, identity, workItems } = database;
  const tables = [resources, alignments, history, outbox, recents, undos, identity, workItems];
  return writing(database, () =>
    database.transaction('rw', tables, async () => {
      const changes: { key: string; revision: number; before?: ResourceAlignment }[] = [];
      // One after the other: what is remembered as chosen lately makes room for each in its turn.
      for (const one of eachOnce(skills, made, at)) {
        const { kept, before } = await addOrChange(database, newAlignmentOf(one, at), one, { at, from });
        await rememberSkill(database, one.skill, at);
        changes.push({ key: kept.id, revision: kept.revision, ...(before && { before }) });
      }
      await putResource(database, made.resource, at);
      const undo = crypto.randomUUID();
      const what = skills.map(({ skill }) => skill.name || skill.statement).join(', ');
      await undos.add({ id: undo, at, what, alignments: changes, resources: [], skillAlignments: [] });
      const changed = changes.filter(({ before }) => before).length;
      return { undo, created: changes.length - changed, changed };
    }),
  );
}

function eachOnce(skills: readonly ChosenSkill[], made: Omit<NewAlignment, 'skill'>, taken: string): NewAlignment[] {
  const each = new Map<string, NewAlignment>();
  for (const { skill, relation = made.choice.relation } of skills) {
    each.set(`${relation} ${skill.uri}`, { ...made, skill: { ...skill, taken }, choice: { ...made.choice, relation } });
  }
  return [...each.values()];
}
