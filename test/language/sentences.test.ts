import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../lib/domain/problem.ts';
import * as problems from '../../lib/domain/problems.ts';
import * as warnings from '../../lib/domain/warnings.ts';
import { lossWords } from '../../lib/formats/loss-words.ts';
import { problemWords, warningWords } from '../../lib/language/problem-words.ts';
import { lossesSource, problemsSources, warningsSource } from '../../scripts/sentences.ts';
import { argumentsOf, messagesIn, messagesOf } from '../../scripts/words.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const english = messagesIn(at('locales/en'));

const written = /lib\/(domain\/(problems|warnings)\.ts|domain\/problems\/\w+\.ts|formats\/loss-words\.ts)$/;
const sources = ['components', 'entrypoints', 'lib'].flatMap((folder) =>
  readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => /\.tsx?$/.test(path) && !written.test(path))
    .map((path) => ({ path, text: readFileSync(path, 'utf8') })),
);
const says = (text: string) => sources.some((source) => source.text.includes(text));
const nameOf = (key: string) => key.replace(/[-.](\w)/g, (_, letter: string) => letter.toUpperCase());
const isUsed = (key: string) => sources.some(({ text }) => new RegExp(`\\b${nameOf(key)}\\b`).test(text));
const [ofProblems, ofWarnings] = ['problem', 'warning'].map((noun) =>
  Object.keys(messagesOf(english, noun)).filter((key) => !key.endsWith('.advice')),
) as [string[], string[]];

/** What is made in code under a key, told one value of each kind; `count` stands for every number. */
function made(noun: 'problem' | 'warning', key: string, count: number): Problem {
  const makers: Record<string, unknown> = noun === 'problem' ? problems : warnings;
  const maker = makers[nameOf(key)] as Problem | ((values: Record<string, unknown>) => Problem);
  if (typeof maker !== 'function') return maker;
  const full = `${noun}.${key}`;
  const told = [...argumentsOf(`${english[full] ?? ''}${english[`${full}.advice`] ?? ''}`)];
  const sample = ([name, type]: (typeof told)[number]) =>
    name === 'sentence' ? { message: 'The inner one.' } : type === 'number' ? count : `<${name}>`;
  return maker(Object.fromEntries(told.map((one) => [one[0], sample(one)])));
}

describe('what code says in sentences', () => {
  it('stands in code as it was written from the messages', () => {
    const of = (noun: string) => messagesOf(english, noun);
    const { index, rooms } = problemsSources(of('problem'));
    expect(readFileSync(at('lib/domain/problems.ts'), 'utf8')).toBe(index);
    expect(readdirSync(at('lib/domain/problems')).sort()).toEqual(
      Object.keys(rooms)
        .map((room) => `${room}.ts`)
        .sort(),
    );
    for (const [room, source] of Object.entries(rooms))
      expect(readFileSync(at(`lib/domain/problems/${room}.ts`), 'utf8')).toBe(source);
    expect(readFileSync(at('lib/domain/warnings.ts'), 'utf8')).toBe(warningsSource(of('warning')));
    expect(readFileSync(at('lib/formats/loss-words.ts'), 'utf8')).toBe(lossesSource(of('loss')));
  });

  it.each(ofProblems)('says in English what its message does: problem %s', (key) => {
    for (const count of [1, 2, 1204]) {
      const problem = made('problem', key, count);
      expect(problem.key).toBe(`problem.${key}`);
      expect(problemWords(problem)).toEqual(problem);
    }
  });

  it.each(ofWarnings)('says in English what its message does: warning %s', (key) => {
    const warning = made('warning', key, 1204);
    expect(warning.key ?? `warning.${warning.code}`).toBe(`warning.${key}`);
    expect(warningWords(warning)).toBe(warning.message);
  });

  it('is each said somewhere', () => {
    // The injected reader says its few by their keys.
    const keys = [...ofProblems, ...ofWarnings].filter(
      (key) => !isUsed(key) && !says(`'${key.replace('.script', '')}'`),
    );
    const losses = Object.keys(lossWords).filter(
      (key) => !key.startsWith('detail.') && !says(`'${key.replace('.script', '')}'`),
    );
    expect([...keys, ...losses]).toEqual([]);
  });

  it('is made nowhere else', () => {
    const elsewhere = sources.filter(({ text }) => /\bcode: ['"`][A-Z]\d{3}['"`]/.test(text));
    expect(elsewhere.map(({ path }) => path)).toEqual([]);
  });
});

describe('the codes of problems', () => {
  const listed = [...readFileSync(at('docs/architecture.md'), 'utf8').matchAll(/^\| ([A-Z]\d{3}) \|/gm)].map(
    ([, code = '']) => code,
  );
  const told = new Set(ofProblems.flatMap((key) => /^[A-Z]\d{3}\b/.exec(key)?.[0] ?? []));

  it('are listed once each', () => {
    expect(listed.filter((code, place) => listed.indexOf(code) !== place)).toEqual([]);
  });

  it('each have a message', () => {
    expect(listed.filter((code) => !told.has(code))).toEqual([]);
  });

  it('are all listed; the statuses of registries together', () => {
    expect([...told].filter((code) => !listed.includes(code) && !/^R[45]/.test(code))).toEqual([]);
  });
});
