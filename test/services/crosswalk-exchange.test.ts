import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SkillRelation } from '../../lib/domain/skill-alignment.ts';
import { formats, recogniseFormat } from '../../lib/formats/index.ts';
import { createKeepAlignments } from '../../lib/services/keep-alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { relateSkills } from '../../lib/store/skill-alignments.ts';

let here: PlumblineDatabase;
let there: PlumblineDatabase;
const now = () => new Date('2026-03-01T10:00:00Z');
const patient = new AbortController().signal;
const over = (database: PlumblineDatabase) =>
  createKeepAlignments({ database, formats, recognise: recogniseFormat, now, newId: () => crypto.randomUUID() });

beforeEach(() => {
  [here, there] = [1, 2].map(() => new PlumblineDatabase(`test-${crypto.randomUUID()}`)) as [
    PlumblineDatabase,
    PlumblineDatabase,
  ];
});
afterEach(() => Promise.all([here.delete(), there.delete()]));

const skill = (framework: string, number: number) => ({
  uri: `https://${framework}.example/skills/${number}`,
  name: `Skill ${number}`,
  code: `S.${number}`,
});

it.each(['plumbline', 'case'] as const)('hands a crosswalk on as %s where no page is aligned', async (format) => {
  for (const [number, relation] of SkillRelation.options.entries()) {
    const choice = { relation, note: 'Both ask for it.' };
    await relateSkills(here, { subject: skill('harbour', number), object: skill('shore', number), choice }, now());
  }
  const parts = [{ format, choices: {} }];
  const exported = await over(here).exportBundle({ scope: {}, parts, zipped: false }, () => {}, patient);
  const file = new File([exported.file], exported.name);
  const how = { mode: 'merge', conflicts: 'mine' } as const;
  const imported = await over(there).importBundle({ file, ...how }, () => {}, patient);
  expect(imported).toMatchObject({ added: 0, skillAlignments: SkillRelation.options.length });
  const said = async (database: PlumblineDatabase) =>
    (await database.skillAlignments.toArray())
      .map(({ subject, relation, object }) => [subject.uri, relation, object.uri])
      .sort();
  expect(await said(there)).toEqual(await said(here));
  expect(await there.history.count()).toBe(SkillRelation.options.length);
});
