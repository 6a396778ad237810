import { createHash } from 'node:crypto';
import { type BackupEnd, type BackupHeader, type BackupTable, backupRelease } from '../../../lib/domain/backup.ts';
import type { HistoryLine } from '../../../lib/domain/history-line.ts';
import type { LearningResource } from '../../../lib/domain/learning-resource.ts';
import { type OutboxEntry, outboxId } from '../../../lib/domain/outbox-entry.ts';
import type { Registry } from '../../../lib/domain/registry.ts';
import type { RemovedAlignment } from '../../../lib/domain/removed-alignment.ts';
import type { ResourceAlignment } from '../../../lib/domain/resource-alignment.ts';
import type { SkillSnapshot } from '../../../lib/domain/skill.ts';
import type { SkillAlignment } from '../../../lib/domain/skill-alignment.ts';
import { evidence } from '../samples.ts';

const day = 86_400_000;
const idOf = (kind: number, number: number) =>
  `${String(kind).padStart(8, '0')}-1111-4111-8111-${String(number).padStart(12, '0')}`;

/** The page that the pictures have open, served by the browser's driver. */
export const lesson = 'https://lessons.millbrook.example/lesson.html';

/** A place to publish to that nobody serves. */
const registry = (created: string): Registry => ({
  id: '5f0f5f0e-8f43-4b8e-9f43-0d5c0f9a1b11',
  kind: 'endpoint',
  name: 'Millbrook Repository',
  address: 'https://repository.millbrook.example/alignments',
  enabled: true,
  delivery: { format: 'lrmi', method: 'POST' },
  created,
});

/** Skills as their sources call them: short and long, with a code and without, in three languages and two directions. */
const skills: readonly Partial<SkillSnapshot>[] = [
  {
    code: 'M8.LIN.2',
    name: 'Find the slope of a line',
    statement:
      'The learner works out the slope of a line from its graph, from a table or from two of its points, and says what it means with its unit.',
  },
  {
    name: 'Rate of Change Interpretation',
    statement: 'The learner explains a rate of change in the words of the situation that it comes from.',
  },
  {
    code: 'BR.6.3',
    name: 'Brüche gleichnamig machen',
    statement: 'Die Lernenden erweitern und kürzen Brüche, bis sie denselben Nenner haben, und addieren sie danach.',
    language: 'de',
  },
  { name: 'قراءة الرسم البياني', statement: 'يقرأ المتعلّم القيم من رسم بياني خطي ويذكر وحداتها.', language: 'ar' },
  { code: '2.A.1.e', name: 'Mathematics', statement: 'Using mathematics to solve problems.' },
  {
    code: 'CCSS.Math.Content.8.EE.B.5',
    name: '',
    statement:
      'Graph proportional relationships, interpreting the unit rate as the slope of the graph. Compare two different proportional relationships represented in different ways. For example, compare a distance-time graph to a distance-time equation to determine which of two moving objects has greater speed.',
  },
  {
    name: 'Misleading Graph Detection',
    statement: 'The learner says what makes a graph misleading and draws it honestly.',
  },
];

const titles = [
  'The slope of a line',
  'Which pump is faster?',
  'Bruchrechnen: Addieren und Subtrahieren mit ungleichnamigen Nennern',
  'Reading graphs in the news, a unit of six lessons with exercises and a project at its end',
  'Quiz: rates and ratios',
  'Coordinate battleship',
  'https://lessons.millbrook.example/untitled/2024/spring/unit-3/part-2/exercise-sheet.html',
  'قراءة الرسوم البيانية',
];
const relations = ['teaches', 'assesses', 'requires', 'teaches', 'educationalLevel'] as const;
const fits = ['exact', 'major', 'minor', 'broad', 'narrow'] as const;

type Rows = { [Table in BackupTable]?: readonly object[] };

/** A library as a designer has it after a month: pages, alignments in every state, trash and history. `now` is its last moment. */
export function sampleLibrary(now: number): Rows {
  const at = (days: number) => new Date(now - days * day).toISOString();
  const to = registry(at(30));
  const pages = titles.map(
    (title, number): LearningResource => ({
      address:
        number === 0
          ? lesson
          : `https://lessons.millbrook.example/unit-${number === 7 ? '1/?utm_source=mail' : `${number}/`}`,
      fields: {
        title: [{ value: title, by: 'json-ld' }],
        level: [{ value: 'Grade 8', by: 'json-ld' }],
        type: [{ value: 'lesson', by: 'microdata' }],
      },
      modified: at(20 - number),
      revision: 1,
    }),
  );
  const alignments = Array.from(
    { length: 40 },
    (_, number): ResourceAlignment => ({
      id: idOf(1, number),
      resource: pages[number % pages.length]?.address ?? lesson,
      relation: relations[number % relations.length] ?? 'teaches',
      fit: fits[(number * 3) % fits.length] ?? 'major',
      skill: skillOf(number, at(20)),
      ...(number % 3 === 0 && { note: 'Exercise 2 asks for it.' }),
      ...(number % 4 === 0 && { evidence: evidence() }),
      created: at(20 - number / 4),
      modified: at(12 - number / 4),
      revision: 1 + (number % 2),
    }),
  );
  return {
    settings: [{ theme: 'system' }],
    registries: [to],
    resources: pages,
    alignments,
    skillAlignments: crosswalk(at(3)),
    history: alignments.flatMap((one) => historyOf(one, to.name)),
    outbox: alignments.slice(0, 12).map((one, number) => deliveryOf(one, number, to.id, now)),
    trash: Array.from({ length: 3 }, (_, number) => removed(number, at(number + 1))),
  };
}

function skillOf(number: number, taken: string): SkillSnapshot {
  const uri = `https://skills.millbrook.example/skills/${number % skills.length}`;
  const framework = { uri: 'https://skills.millbrook.example/', name: 'Millbrook Mathematics' };
  const source = { registry: 'starter', name: 'Starter library' };
  return {
    uri,
    name: '',
    statement: '',
    type: 'Competency',
    keywords: [],
    framework,
    source,
    taken,
    ...skills[number % skills.length],
  };
}

function crosswalk(at: string): SkillAlignment[] {
  return [[0, 1, 'broad'] as const, [1, 5, 'exact'] as const].map(([from, to, relation], number) => ({
    id: idOf(2, number),
    subject: { uri: skillOf(from, at).uri, name: skillOf(from, at).name },
    relation,
    object: { uri: skillOf(to, at).uri, name: skillOf(to, at).name || skillOf(to, at).statement },
    created: at,
    modified: at,
    revision: 1,
  }));
}

function historyOf(
  { id, resource, created, modified, relation, fit, note, revision }: ResourceAlignment,
  to: string,
): HistoryLine[] {
  const shared = { alignment: id, resource, who: 'Marta Osei', from: 'popup' as const };
  const after = { relation, fit, ...(note && { note }) };
  const begun: HistoryLine = { ...shared, what: 'created', at: created, after };
  if (revision === 1) return [begun, { ...shared, what: 'published', at: modified, registry: to, from: 'outbox' }];
  return [begun, { ...shared, what: 'changed', at: modified, before: { relation: 'teaches', fit: 'major' }, after }];
}

/** Most arrived; one failed, one waits for its time, one for the person. */
function deliveryOf(
  { id, revision, modified }: ResourceAlignment,
  number: number,
  to: string,
  now: number,
): OutboxEntry {
  const state = (['failed', 'queued', 'paused'] as const)[number] ?? 'delivered';
  const problem = {
    code: state === 'failed' ? 'R422' : 'R401',
    message:
      state === 'failed'
        ? 'Millbrook Repository answered with status 422: “level: unknown term”.'
        : 'Millbrook Repository wants a key.',
    advice:
      state === 'failed'
        ? 'See what it says, change the alignment, and publish it again.'
        : 'Put in its key in the options.',
  };
  return {
    id: outboxId(to, id),
    registry: to,
    alignment: id,
    action: 'publish',
    state,
    attempts: state === 'delivered' ? 0 : 3,
    nextTry: state === 'queued' ? now + day : Date.parse(modified),
    planned: now,
    key: idOf(3, number),
    revision,
    ...(state !== 'delivered' && { problem }),
    ...(state === 'delivered' && { receipt: { revision, at: modified } }),
  };
}

function removed(number: number, at: string): RemovedAlignment {
  const alignment: ResourceAlignment = {
    id: idOf(4, number),
    resource: `https://lessons.millbrook.example/old-${number}/`,
    relation: 'assesses',
    fit: 'minor',
    skill: skillOf(number, at),
    created: at,
    modified: at,
    revision: 1,
  };
  return { id: alignment.id, alignment, at, act: idOf(5, number), who: 'Marta Osei', from: 'library' };
}

/** Rows as a backup file that is not packed (docs/backup-format.md). */
export function backupOf(tables: Rows, made: number): string {
  const lines: object[] = [
    { plumblineBackup: backupRelease, made: new Date(made).toISOString() } satisfies BackupHeader,
  ];
  const rows: Record<string, number> = {};
  for (const [table, some] of Object.entries(tables)) {
    rows[table] = some.length;
    for (const row of some) lines.push({ table, row });
  }
  const text = lines.map((line) => `${JSON.stringify(line)}\n`).join('');
  const sha256 = createHash('sha256').update(text).digest('hex');
  return `${text}${JSON.stringify({ end: { rows, left: 0, sha256 } } satisfies BackupEnd)}\n`;
}
