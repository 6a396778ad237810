import * as z from 'zod/mini';
import { onetAddress, onetElement } from '../domain/onet-address.ts';
import type { Skill } from '../domain/skill.ts';

/** The licence of the O*NET database. */
export const onetLicence = 'https://creativecommons.org/licenses/by/4.0/';

/** What has to stand wherever O*NET data are shown (services.onetcenter.org, "Data License"). */
export const onetAttribution =
  'This site incorporates information from O*NET Web Services by the U.S. Department of Labor, Employment and Training ' +
  'Administration (USDOL/ETA). O*NET® is a trademark of USDOL/ETA.';

/** An occupation as O*NET lists it. */
export const OnetOccupation = z.object({
  code: z.string().check(z.regex(/^\d{2}-\d{4}\.\d{2}$/)),
  title: z.string().check(z.trim(), z.minLength(1)),
  description: z.catch(z.optional(z.string()), undefined),
});
export type OnetOccupation = z.infer<typeof OnetOccupation>;

/** A skill and what it weighs for the occupation that it was found by, 0 to 100. */
export type Weighed = { skill: Skill; importance: number };

/**
 * The parts of an occupation's details that hold skills, by their path; the order is the one in which a person looks.
 * `read` takes one row, in the shape of 2.0 or of 1.9, and answers nothing for a row of another shape.
 */
export const onetGroups = [
  { path: 'skills', heading: 'Skills', title: 'Skills', read: elements('Skill') },
  { path: 'knowledge', heading: 'Knowledge', title: 'Knowledge', read: elements('Knowledge') },
  { path: 'abilities', heading: 'Abilities', title: 'Abilities', read: elements('Ability') },
  { path: 'tasks', heading: 'Tasks', title: 'Tasks', read: tasks },
  { path: 'technology_skills', heading: 'TechnologySkills', title: 'Technology skills', read: technology },
] as const;

/** One of the groups of an occupation. */
export type OnetGroup = (typeof onetGroups)[number];

const Rows = z.array(z.unknown());

/** What `details` answers: elements, tasks, or categories of software, these in an object of their own at times. */
export const OnetDetails = z
  .object({
    element: z.optional(Rows),
    task: z.optional(Rows),
    category: z.optional(Rows),
    technology_skills: z.optional(z.object({ category: Rows })),
  })
  .check(z.refine((details) => rowsIn(details) !== undefined, { error: 'no rows' }));

/** The rows of an answer, whatever they are called. */
export function rowsIn(details: {
  element?: unknown[] | undefined;
  task?: unknown[] | undefined;
  category?: unknown[] | undefined;
  technology_skills?: { category: unknown[] } | undefined;
}): unknown[] | undefined {
  return details.element ?? details.task ?? details.category ?? details.technology_skills?.category;
}

const Word = z.string().check(z.trim(), z.minLength(1));
const Said = z.catch(z.optional(z.string()), undefined);
const Id = z.pipe(z.union([z.string(), z.number()]), z.transform(String));

const Element = z.object({
  id: z.string().check(z.refine((id) => onetElement(id) !== undefined, { error: 'no element id' })),
  name: Word,
  description: Said,
  importance: z.catch(z.optional(z.number()), undefined),
  scale: z.catch(z.optional(z.array(z.object({ id: z.string(), value: z.number() }))), undefined),
});

const Task = z
  .object({
    id: Id.check(z.regex(/^\d{1,9}$/)),
    title: Said,
    statement: Said,
    importance: z.catch(z.optional(z.number()), undefined),
    category: Said,
  })
  .check(z.refine(({ title, statement }) => Boolean(title?.trim() || statement?.trim()), { error: 'no title' }));

const Example = z.object({
  title: Word,
  percentage: z.catch(z.optional(z.number()), undefined),
  in_demand: z.catch(z.optional(z.boolean()), undefined),
  hot_technology: z.catch(z.optional(z.boolean()), undefined),
});

const Category = z.object({
  title: z.union([
    Word,
    z.pipe(
      z.object({ name: Word }),
      z.transform(({ name }) => name),
    ),
  ]),
  example: Rows,
  example_more: z.catch(z.optional(Rows), undefined),
});

const common = {
  framework: { uri: 'https://www.onetcenter.org/database.html', name: 'O*NET' },
  keywords: [],
  language: 'en',
  license: onetLicence,
} as const;

/** The longest name that is made from a task's sentence, in characters. */
const longestName = 90;

/** An element of the content model as a skill. What it is called there stands by its id. */
export function elementOf(id: string, name: string, description?: string, type = typeOf(id)): Skill {
  const above = onetElement(id.replace(/\.[^.]*$/, ''));
  return {
    uri: onetAddress({ of: 'element', id }),
    name,
    statement: description?.trim() || name,
    code: id,
    type,
    category: type,
    ...common,
    keywords: [],
    ...(above && { parent: onetAddress({ of: 'element', id: above }) }),
  };
}

function typeOf(id: string): string {
  if (/^1\.A/.test(id)) return 'Ability';
  if (/^2\.[AB]/.test(id)) return 'Skill';
  if (/^2\.C/.test(id)) return 'Knowledge';
  return /^4\.A/.test(id) ? 'Work activity' : 'Element';
}

function elements(type: string) {
  return (row: unknown): Weighed[] => {
    const found = Element.safeParse(row);
    if (!found.success) return [];
    const { id, name, description, importance, scale } = found.data;
    const weight = importance ?? scale?.find((one) => one.id === 'IM')?.value ?? 0;
    return [{ skill: elementOf(id, name, description, type), importance: weight }];
  };
}

function tasks(row: unknown, { code, title }: OnetOccupation): Weighed[] {
  const found = Task.safeParse(row);
  if (!found.success) return [];
  const { id, importance, category } = found.data;
  const statement = (found.data.title ?? found.data.statement ?? '').trim();
  const skill: Skill = {
    uri: onetAddress({ of: 'task', occupation: code, id }),
    name: shortened(statement),
    statement,
    code: id,
    type: 'Task',
    category: title,
    ...common,
    keywords: [],
    ...(category && { level: category }),
  };
  return [{ skill, importance: importance ?? 0 }];
}

function shortened(sentence: string): string {
  if (sentence.length <= longestName) return sentence;
  return `${sentence.slice(0, longestName - 1).replace(/\s+\S*$/, '')}…`;
}

/** One category of software holds several; how many of the vacancies ask for one stands for its importance. */
function technology(row: unknown): Weighed[] {
  const category = Category.safeParse(row);
  if (!category.success) return [];
  const { title, example, example_more = [] } = category.data;
  return [...example, ...example_more].flatMap((one) => {
    const found = Example.safeParse(one);
    if (!found.success) return [];
    const { title: name, percentage, in_demand, hot_technology } = found.data;
    const skill: Skill = {
      uri: onetAddress({ of: 'technology', name }),
      name,
      statement: name,
      type: 'Technology skill',
      category: title,
      ...common,
      keywords: [],
    };
    return [{ skill, importance: percentage ?? (in_demand || hot_technology ? 1 : 0) }];
  });
}
