/** An element of the content model, and what it weighs for each occupation that has it. */
export type Element = { id: string; name: string; description: string; importance?: Record<string, number> };

const clerks = '43-9111.00';
const designers = '27-1024.00';

/** Occupations of the practice O*NET. Codes and titles are O*NET's, what they do is told in words of this project. */
export const occupations = [
  {
    code: designers,
    title: 'Graphic Designers',
    description: 'Give charts, signs and screens a form that can be read.',
  },
  { code: clerks, title: 'Statistical Assistants', description: 'Gather figures and draw charts of them.' },
  { code: '29-1141.00', title: 'Registered Nurses', description: 'Care for people who are ill.' },
] as const;

/** Elements with O*NET's own ids and names; the descriptions are this project's. */
export const elements: readonly Element[] = [
  { id: '1', name: 'Worker Characteristics', description: 'What a worker is like.' },
  { id: '1.A', name: 'Abilities', description: 'What a worker is able to do.' },
  { id: '1.A.1.a.1', name: 'Oral Comprehension', description: 'Follow what is said.', importance: { [clerks]: 66 } },
  {
    id: '1.A.1.c.1',
    name: 'Mathematical Reasoning',
    description: 'Choose how to work a sum.',
    importance: { [clerks]: 69 },
  },
  { id: '2.A', name: 'Basic Skills', description: 'What helps to learn.' },
  { id: '2.A.1', name: 'Content', description: 'What helps to learn from others.' },
  {
    id: '2.A.1.a',
    name: 'Reading Comprehension',
    description: 'Take from a text what it means.',
    importance: { [clerks]: 75, [designers]: 56 },
  },
  { id: '2.A.1.e', name: 'Mathematics', description: 'Solve with figures.', importance: { [clerks]: 78 } },
  { id: '2.B.1.f', name: 'Service Orientation', description: 'Look for how to help.', importance: { [designers]: 50 } },
  { id: '2.C.4.a', name: 'Mathematics', description: 'Know arithmetic and statistics.', importance: { [clerks]: 81 } },
  { id: '2.C.7.c', name: 'Fine Arts', description: 'Know how pictures are made.', importance: { [designers]: 70 } },
];

/** Software by category, for all of the occupations but nurses. */
export const software = [
  {
    code: 43232110,
    title: 'Spreadsheet software',
    example: [{ title: 'Microsoft Excel', hot_technology: true, percentage: 41 }, { title: 'Chart Wizard' }],
  },
  { code: 43232102, title: 'Graphics or photo imaging software', example: [{ title: 'GIMP', in_demand: true }] },
] as const;

/** Who has no software: O*NET answers for them as for what it does not have. */
export const withoutSoftware: ReadonlySet<string> = new Set(['29-1141.00']);

/** Whose tasks the held skills are. */
export const tasksOf: string = clerks;
