import type { AlignPages, PagesAligned, SetSkill } from '../domain/align-pages.ts';
import type { ActedFrom } from '../domain/history-line.ts';
import { LearningResource } from '../domain/learning-resource.ts';
import { ResourceAlignment } from '../domain/resource-alignment.ts';
import { pageAddress } from '../domain/web-address.ts';
import type { FoundPage } from '../domain/work-list.ts';
import { actOf, choiceOf } from './alignments.ts';
import type { PlumblineDatabase } from './database.ts';
import { rememberSkill } from './remembered-skills.ts';
import { writing } from './store-problem.ts';
import { closeWork } from './work-items.ts';

/**
 * Aligns each of many pages to each of some skills in one transaction. What stands already is left as it is, whatever its
 * fit; a page that is not kept yet is kept with its title. With `undo` it becomes part of that act, unless that was taken
 * back meanwhile: then it is an act of its own.
 */
export function alignPages(
  database: PlumblineDatabase,
  { pages, skills, undo }: AlignPages,
  now: Date,
  from?: ActedFrom,
): Promise<PagesAligned> {
  const { resources, alignments, history, outbox, recents, undos, identity, workItems } = database;
  const tables = [resources, alignments, history, outbox, recents, undos, identity, workItems];
  const at = now.toISOString();
  return writing(database, () =>
    database.transaction('rw', tables, async () => {
      const named = pagesByAddress(pages);
      const sets = skillsOnce(skills);
      const standing = await alignments
        .where('resource')
        .anyOf([...named.keys()])
        .toArray();
      const said = new Set(standing.map(({ resource, relation, skill }) => wordsOf(resource, relation, skill.uri)));
      const made = [...named.keys()].flatMap((resource) =>
        sets
          .filter(({ skill, relation }) => !said.has(wordsOf(resource, relation, skill.uri)))
          .map((set) => alignmentOf(resource, set, at)),
      );
      const act = await actOf(database, { at, from });
      await alignments.bulkAdd(made);
      await history.bulkAdd(
        made.map((one) => ({
          alignment: one.id,
          resource: one.resource,
          what: 'created' as const,
          ...act,
          after: choiceOf(one),
        })),
      );
      await keepPages(database, named, at);
      await closeWork(database, [...named.keys()], at);
      if (!undo) for (const { skill } of sets) await rememberSkill(database, skill, at);
      const what = sets.map(({ skill }) => skill.name || skill.statement).join(', ');
      const id = await noteAct(database, { undo, at, what, made });
      return { undo: id, created: made.length, left: named.size * sets.length - made.length };
    }),
  );
}

function pagesByAddress(pages: readonly FoundPage[]): Map<string, FoundPage> {
  const named = new Map<string, FoundPage>();
  for (const page of pages) {
    const address = pageAddress(page.address);
    if (address !== undefined && !named.has(address)) named.set(address, page);
  }
  return named;
}

function skillsOnce(skills: readonly SetSkill[]): SetSkill[] {
  return [...new Map(skills.map((one) => [`${one.relation} ${one.skill.uri}`, one])).values()];
}

/** What two alignments have in common that say the same (`saysTheSame`). */
function wordsOf(resource: string, relation: string, uri: string): string {
  return JSON.stringify([resource, relation, uri]);
}

function alignmentOf(resource: string, { skill, relation, fit }: SetSkill, at: string): ResourceAlignment {
  const id = crypto.randomUUID();
  return ResourceAlignment.parse({
    id,
    resource,
    skill: { ...skill, taken: at },
    relation,
    fit,
    created: at,
    modified: at,
    revision: 1,
  });
}

/** Of a page that is kept nothing is written over: what it said itself is more than a title in a list. */
async function keepPages(
  { resources }: PlumblineDatabase,
  named: ReadonlyMap<string, FoundPage>,
  at: string,
): Promise<void> {
  const addresses = [...named.keys()];
  const known = await resources.bulkGet(addresses);
  const fresh = addresses.filter((_, index) => known[index] === undefined);
  await resources.bulkAdd(
    fresh.map((address) => {
      const title = named.get(address)?.title;
      const fields = title ? { title: [{ value: title, by: 'tab' as const }] } : {};
      return LearningResource.parse({ address, fields, modified: at, revision: 1 });
    }),
  );
}

type Part = { undo: string | undefined; at: string; what: string; made: readonly ResourceAlignment[] };

async function noteAct({ undos }: PlumblineDatabase, { undo, at, what, made }: Part): Promise<string> {
  const alignments = made.map(({ id, revision }) => ({ key: id, revision }));
  const before = undo === undefined ? undefined : await undos.get(undo);
  const act = before ?? { id: crypto.randomUUID(), at, what, alignments: [], resources: [], skillAlignments: [] };
  await undos.put({ ...act, alignments: [...act.alignments, ...alignments] });
  return act.id;
}
