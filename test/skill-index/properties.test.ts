import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Skill } from '../../lib/domain/skill.ts';
import { wordsOf } from '../../lib/domain/words.ts';
import { foldedCode } from '../../lib/skill-index/identifiers.ts';
import type { SkillIndex } from '../../lib/skill-index/index.ts';
import { freshIndex, skill } from './support.ts';

/** Few letters, so that words meet; and what has broken indexes before. */
const someWord = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: fc.constantFrom('a', 'b', 'é', 's', 'ing'), minLength: 1, maxLength: 6 }) },
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    '机器学习',
    'Straße',
    '\ud83d',
    'x'.repeat(90),
    'c++',
    '#',
    '1.2',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);
const someText = fc.array(someWord, { maxLength: 5 }).map((words) => words.join(' '));
const someSkill: fc.Arbitrary<Skill> = fc.record({
  uri: fc.nat({ max: 1_000_000 }).map((number) => `https://skills.example/${number}`),
  name: someText,
  statement: someText,
  code: fc.option(fc.constantFrom('K.CC.A.1', 'K.CC.B.2', '15-1252.00'), { nil: undefined }),
  type: fc.constant('Skill'),
  keywords: fc.array(someText, { maxLength: 2 }),
  language: fc.constantFrom('en', 'de', 'und', undefined),
});
const someSkills = fc.uniqueArray(someSkill, { selector: ({ uri }) => uri, maxLength: 30 });

const textsOf = ({ name, statement, keywords, code }: Skill) => [name, statement, ...keywords, code ?? ''];

/** What the index promises, by reading everything: each word of the query begins a word of the skill. */
function found(skill: Skill, query: string): boolean {
  const words = textsOf(skill).flatMap(wordsOf);
  return wordsOf(query).every((wanted) => words.some((word) => word.startsWith(wanted)));
}

it('finds every skill whose words all begin with the words of the query', async () => {
  await fc.assert(
    fc.asyncProperty(someSkills, someText, fc.nat({ max: 3 }), async (skills, query, cut) => {
      const index = await freshIndex();
      await index.add(skills);
      const typed = query.slice(0, Math.max(1, query.length - cut));
      if (wordsOf(typed).length === 0 || /\d/.test(typed)) return;
      const hits = await index.search(typed, { limit: 100 });
      const whole = new Set(hits.filter(({ score }) => score > 0.5).map((hit) => hit.skill.uri));
      for (const one of skills) if (found(one, typed)) expect(whole).toContain(one.uri);
    }),
    { numRuns: 150 },
  );
});

it('finds every skill by its address, and by its notation in any spelling', async () => {
  await fc.assert(
    fc.asyncProperty(someSkills, async (skills) => {
      const index = await freshIndex();
      await index.add(skills);
      for (const { uri, code } of skills) {
        expect((await index.search(uri))[0]?.skill.uri).toBe(uri);
        if (!code) continue;
        const hits = await index.search(code.toLowerCase().replaceAll('.', '-'), { limit: 100 });
        expect(hits.map((hit) => hit.skill.uri)).toContain(uri);
        for (const hit of hits) expect(foldedCode(hit.skill.code ?? '')).toBe(foldedCode(code));
      }
    }),
    { numRuns: 40 },
  );
});

type Step = { framework: string; skills?: Skill[]; replace?: boolean };

const someStep: fc.Arbitrary<Step> = fc.record(
  { framework: fc.constantFrom('one', 'two', 'three'), skills: someSkills, replace: fc.boolean() },
  { requiredKeys: ['framework'] },
);

async function take(index: SkillIndex, { framework, skills, replace }: Step): Promise<void> {
  if (skills) await index.add(skills, { framework, replace: replace ?? false });
  else await index.remove(framework);
}

it('answers the same, whatever was added and removed on the way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(someStep, { maxLength: 6 }), someText, async (steps, query) => {
      const index = await freshIndex();
      const contents = new Map<string, Skill[]>();
      for (const [number, step] of steps.entries()) {
        // Every step has skills of its own, since of one address the skill added last is answered; and a framework has
        // one language, since words are compared in the languages of what they were added with.
        const language = step.framework === 'one' ? 'de' : 'en';
        const skills = step.skills?.map((one) => ({ ...one, language, uri: `${one.uri}-${number}` }));
        await take(index, { ...step, ...(skills && { skills }) });
        const before = skills && !step.replace ? (contents.get(step.framework) ?? []) : [];
        contents.set(step.framework, [...before, ...(skills ?? [])]);
      }
      const fresh = await freshIndex();
      for (const [framework, skills] of Array.from(contents).reverse()) await fresh.add(skills, { framework });
      const answers = async (one: SkillIndex) =>
        (await one.search(query, { limit: 200 })).map((hit) => `${hit.score.toFixed(5)} ${hit.skill.uri}`).sort();
      expect(await answers(index)).toEqual(await answers(fresh));
    }),
    { numRuns: 60 },
  );
});

it('settles for any query and any skill, with scores from 0 to 1 in falling order', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 60 });
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { maxLength: 5 }), anything, async (names, query) => {
      const index = await freshIndex();
      await index.add(names.map((name) => skill(name, { code: name, keywords: [name] })));
      const scores = (await index.search(query)).map(({ score }) => score);
      expect(scores).toEqual(scores.toSorted((one, other) => other - one));
      for (const score of scores) expect(score > 0 && score <= 1).toBe(true);
    }),
    { numRuns: 150 },
  );
});

it('finds by short beginnings what the capped lists leave out', async () => {
  const index = await freshIndex();
  const many = Array.from({ length: 1500 }, (_, number) => skill(`Ability ${number}`));
  await index.add([...many, skill('Last', { statement: 'A zebra that is able to talk, though not in its own name.' })]);
  expect((await index.search('zebra ab'))[0]?.skill.name).toBe('Last');
  expect(await index.search('ab', { limit: 20 })).toHaveLength(20);
});
