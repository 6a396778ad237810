import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DocumentKind } from '../../lib/domain/document-kind.ts';
import { ProblemError } from '../../lib/domain/problem.ts';
import { Skill } from '../../lib/domain/skill.ts';
import { recognise } from '../../lib/skill-documents/index.ts';
import type {
  DocumentSource,
  DocumentWarning,
  ReadOptions,
  SkillDocument,
} from '../../lib/skill-documents/skill-document.ts';
import { documentFrom, everythingIn, fixturesOf, hostileValues } from './documents.ts';

/** What a kind's own test adds to the contract. */
export type DocumentCase = {
  document: SkillDocument;
  /** How many skills each of its fixtures holds: every file of test/fixtures/skill-documents/<kind>. */
  skills: Record<string, number>;
  /** What reading its fixtures takes. */
  options?: ReadOptions;
  /** Whether a document cut short may still be one of its kind, as a table is. Default false. */
  mayBeCut?: boolean;
};

/** Documents tried for each fixture. */
const runs = 40;

/** Holds for every kind of document. */
export function describeDocument({ document, skills, options, mayBeCut = false }: DocumentCase): void {
  const fixtures = fixturesOf(document.id);
  const read = (source: DocumentSource, more: ReadOptions = {}) => readAll(document, source, { ...options, ...more });

  describe(`${document.id}, by the contract of documents`, () => {
    it('counts the skills of each of its fixtures', async () => {
      const counted = await Promise.all(
        fixtures.map(async (source) => [source.name, (await read(source)).skills.length] as const),
      );
      expect(Object.fromEntries(counted)).toEqual(skills);
    });

    it('is recognised by its content, under any name', async () => {
      for (const source of fixtures) {
        for (const name of [source.name, 'data', 'page.html', 'table.xlsx']) {
          expect((await recognise({ ...source, name }))?.id, source.name).toBe(document.id);
        }
      }
    });

    it('leaves the documents of every other kind to that kind', async () => {
      for (const kind of DocumentKind.options.filter((one) => one !== document.id)) {
        for (const source of fixturesOf(kind)) {
          expect((await recognise(source))?.id, `${kind}/${source.name}`).not.toBe(document.id);
        }
      }
    });

    it('answers skills that fit our schema, each of one identifier, in frameworks that have uris of their own', async () => {
      for (const source of fixtures) {
        const { frameworks, skills: all } = await read(source);
        for (const skill of all) expect(Skill.parse(skill)).toEqual(skill);
        expect(new Set(frameworks.map(({ uri }) => uri)).size).toBe(frameworks.length);
        expect(frameworks.every(({ uri, name }) => uri && name)).toBe(true);
      }
    });

    it('answers the same identifiers at every reading', async () => {
      for (const source of fixtures) {
        const [one, other] = [await read(source), await read(source)];
        expect(other.skills.map(({ uri }) => uri)).toEqual(one.skills.map(({ uri }) => uri));
      }
    });

    it('names no parent that it does not hold', async () => {
      for (const source of fixtures) {
        const { skills: all } = await read(source);
        const uris = new Set(all.map(({ uri }) => uri));
        expect(all.filter(({ parent }) => parent !== undefined && !uris.has(parent))).toEqual([]);
      }
    });

    it('stops at once when told to', async () => {
      for (const source of fixtures) {
        const early = AbortSignal.abort(new Error('too late'));
        await expect(document.read(source, { ...options, signal: early })).rejects.toBe(early.reason);
        const controller = new AbortController();
        const { frameworks } = await document.read(source, { ...options, signal: controller.signal });
        const [iterator] = frameworks.map((one) => one.skills[Symbol.asyncIterator]());
        await iterator?.next();
        controller.abort('changed my mind');
        await expect(iterator?.next()).rejects.toBe('changed my mind');
      }
    });

    it('tells whoever has a part of it what is wrong, wherever it was cut', async () => {
      for (const source of fixtures) {
        for (let tenth = 0; tenth < 10; tenth++) {
          const body = source.body.slice(0, Math.floor((source.body.size * tenth) / 10));
          const ending = await endingOf({ ...source, body }, document, options);
          expect(ending, `${source.name} at ${tenth}/10`).toSatisfy(mayBeCut ? isGoodEnding : isProblem);
        }
      }
    });

    it('takes any value in any place without another end than skills or a problem', async () => {
      for (const source of fixtures) {
        const text = await source.body.text();
        const twisted = fc.asyncProperty(twistedFrom(text), async (changed) => {
          expect(await endingOf(documentFrom(source.name, changed), document, options)).toSatisfy(isGoodEnding);
          expect(Object.keys(Object.prototype)).toEqual([]);
          expect(Reflect.get({}, 'polluted')).toBeUndefined();
        });
        await fc.assert(twisted, { numRuns: runs });
      }
    });
  });
}

/** All that a document holds, read to its end. */
export async function readAll(document: SkillDocument, source: DocumentSource, options: ReadOptions = {}) {
  const { frameworks, warnings } = await document.read(source, options);
  const skills: Skill[] = [];
  for (const one of frameworks) {
    for await (const skill of one.skills) skills.push(skill);
  }
  return { frameworks: frameworks.map(({ framework }) => framework), skills, warnings };
}

/** How often each warning was counted, by its code. */
export function countsOf(warnings: DocumentWarning[]): Record<string, number> {
  return Object.fromEntries(warnings.map(({ code, count }) => [code, count]));
}

type Ending = { problem: ProblemError } | { skills: Skill[] } | { unexpected: unknown };

/** How recognising and reading a document end, whatever it is. */
async function endingOf(source: DocumentSource, document: SkillDocument, options?: ReadOptions): Promise<Ending> {
  try {
    await recognise(source);
    return { skills: (await readAll(document, source, options)).skills };
  } catch (error) {
    return error instanceof ProblemError ? { problem: error } : { unexpected: error };
  }
}

function isProblem(ending: Ending): boolean {
  if (!('problem' in ending)) return false;
  const { code, message, advice } = ending.problem.problem;
  return /^I4\d\d$/.test(code) && /\.$/.test(message) && /\.$/.test(advice ?? '');
}

function isGoodEnding(ending: Ending): boolean {
  if (!('skills' in ending)) return isProblem(ending);
  const uris = new Set(ending.skills.map(({ uri }) => uri));
  return uris.size > 0 && ending.skills.every((skill) => Skill.safeParse(skill).success);
}

/** Texts made from a document by putting something hostile into one place of it. */
function twistedFrom(text: string): fc.Arbitrary<string> {
  const inserted = fc
    .tuple(fc.nat(text.length), fc.constantFrom(...hostileValues))
    .map(
      ([at, value]) => text.slice(0, at) + (typeof value === 'string' ? value : JSON.stringify(value)) + text.slice(at),
    );
  const places = everythingIn(text);
  if (places.length === 0) return inserted;
  const replaced = fc
    .tuple(fc.constantFrom(...places), fc.constantFrom(...hostileValues))
    .map(([place, value]) => place(value));
  return fc.oneof({ weight: 1, arbitrary: inserted }, { weight: 5, arbitrary: replaced });
}
