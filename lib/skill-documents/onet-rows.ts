import type { Framework } from '../domain/framework.ts';
import { onetAddress, onetElement, onetOccupation } from '../domain/onet-address.ts';
import type { Skill } from '../domain/skill.ts';
import { wordsOf } from './cells.ts';
import { onetTwins } from './onet-twins.ts';
import { skillUri } from './skill-uri.ts';
import type { Table } from './table.ts';
import type { TableReading, TableSkill } from './table-skills.ts';

/** How rows of one of O*NET's tables become skills. */
export type OnetRows = (table: Table, framework: Framework) => TableReading['skillsOf'];

/** Parts of the content model that a person can learn or show; the others are interests, values, context and statistics. */
const parts: readonly { under: RegExp; type: string; title: string }[] = [
  { under: /^1\.A(\.|$)/, type: 'ability', title: 'Abilities' },
  { under: /^1\.[CD](\.|$)/, type: 'work style', title: 'Work Styles' },
  { under: /^2\.[AB](\.|$)/, type: 'skill', title: 'Skills' },
  { under: /^2\.C(\.|$)/, type: 'knowledge', title: 'Knowledge' },
  { under: /^4\.A(\.|$)/, type: 'work activity', title: 'Work Activities' },
];

/** UTF-16 code units of the longest name made from the text of a task. */
const longestName = 90;

/** The part of the content model in which an element stands; undefined where it is no skill. */
export function partOf(element: string): { type: string; title: string } | undefined {
  return parts.find(({ under }) => under.test(element));
}

/** Elements of the content model, from its own table or from one that rates them. */
export const elementsOf: OnetRows = (table, framework) => {
  const idIn = table.requiredColumn('Element ID');
  const nameIn = table.requiredColumn('Element Name');
  // Tables of ratings have none of these.
  const descriptionIn = table.column('Description');
  return (row, tally) => {
    const id = idIn(row);
    const part = onetElement(id) && partOf(id);
    const words = wordsOf(nameIn(row), descriptionIn(row));
    if (!part || !words) {
      tally.count(words ? 'I445' : 'I442', row.line);
      return [];
    }
    const twins = onetTwins(id);
    const skill = skillIn(framework, pageOf(id), part.type, { ...words, code: id });
    const above = id.replace(/\.[^.]*$/, '');
    return [
      {
        skill: twins.length > 0 ? { ...skill, sameAs: twins } : skill,
        below: partOf(above) && [pageOf(above)],
      },
    ];
  };
};

/** Detailed work activities below intermediate ones, or intermediate ones alone. */
export const activitiesOf: OnetRows = (table, framework) => {
  const elementIn = table.column('Element Name');
  const broadIdIn = table.column('IWA ID');
  const broadTitleIn = table.column('IWA Title');
  const idIn = table.column('DWA ID');
  const titleIn = table.column('DWA Title');
  return (row, tally) => {
    const skills: TableSkill[] = [];
    const [broadId, broadTitle, id, title] = [broadIdIn(row), broadTitleIn(row), idIn(row), titleIn(row)];
    const category = elementIn(row);
    if (onetElement(broadId) && broadTitle) {
      const words = { name: broadTitle, statement: broadTitle, code: broadId, ...(category && { category }) };
      skills.push({ skill: skillIn(framework, pageOf(broadId), 'intermediate work activity', words) });
    }
    if (onetElement(id) && title) {
      const above = broadTitle || category;
      const words = { name: title, statement: title, code: id, ...(above && { category: above }) };
      const skill = skillIn(framework, pageOf(id), 'detailed work activity', words);
      skills.push({ skill, below: broadTitle ? [pageOf(broadId)] : [] });
    }
    if (skills.length === 0) tally.count('I442', row.line);
    return skills;
  };
};

/** Tasks, each of one occupation. */
export const tasksOf: OnetRows = (table, framework) => {
  const occupationIn = table.requiredColumn('O*NET-SOC Code');
  const titleIn = table.column('Title');
  const idIn = table.requiredColumn('Task ID');
  const taskIn = table.requiredColumn('Task');
  const levelIn = table.column('Task Type');
  return (row, tally) => {
    const [code, title, id, task, level] = [occupationIn(row), titleIn(row), idIn(row), taskIn(row), levelIn(row)];
    const occupation = onetOccupation(code);
    if (!task || !occupation || !/^\d{1,9}$/.test(id)) {
      tally.count('I442', row.line);
      return [];
    }
    const words = {
      name: shortened(task),
      statement: task,
      code: id,
      ...(title && { category: title }),
      occupations: [{ code: occupation, ...(title && { name: title }) }],
      ...(level && { level }),
    };
    return [{ skill: skillIn(framework, onetAddress({ of: 'task', occupation, id }), 'task', words) }];
  };
};

/** Technologies by the names of their examples: many occupations use the same. */
export const technologiesOf: OnetRows = (table, framework) => {
  const nameIn = table.requiredColumn('Example');
  const classIn = table.requiredColumn('Commodity Title');
  return (row, tally) => {
    const [name, category] = [nameIn(row), classIn(row)];
    // A name of thousands of characters is none, and makes no address.
    const uri = name && skillUri(onetAddress({ of: 'technology', name }));
    if (!uri) {
      tally.count('I442', row.line);
      return [];
    }
    const words = { name, statement: name, ...(category && { category }) };
    return [{ skill: skillIn(framework, uri, 'technology skill', words) }];
  };
};

/** The page of an element or an activity, which stands in for an address of its own. */
function pageOf(id: string): string {
  return onetAddress({ of: 'element', id });
}

type Words = Pick<Skill, 'name' | 'statement'> & Partial<Skill>;

function skillIn({ uri, name }: Framework, skill: string, type: string, words: Words): Skill {
  return { uri: skill, type, framework: { uri, name }, keywords: [], language: 'en', ...words };
}

/** A sentence cut at a word, where it is too long for a name. */
function shortened(sentence: string): string {
  if (sentence.length <= longestName) return sentence;
  return `${sentence.slice(0, longestName).replace(/[\s,;]+\S*$/, '')}…`;
}
