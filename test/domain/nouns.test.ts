import { describe, expect, it } from 'vitest';
import { disagreeing, titleOf, winning } from '../../lib/domain/learning-resource.ts';
import { type Problem, ProblemError, problemIn } from '../../lib/domain/problem.ts';
import {
  originPattern,
  publishingKinds,
  type Registry,
  RegistryKind,
  takesAlignments,
} from '../../lib/domain/registry.ts';
import { AlignmentChoice, ResourceAlignment, saysTheSame } from '../../lib/domain/resource-alignment.ts';
import { FoundSkill, isSkillUri, sentenceOf, wordFor } from '../../lib/domain/skill.ts';
import { registries } from '../../lib/registries/index.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';

describe('a registry', () => {
  it('takes alignments where its adapter publishes, withdraws and says where they stand', () => {
    for (const kind of RegistryKind.options) {
      const { publish, withdraw, addressOf } = registries[kind];
      const all = [publish, withdraw, addressOf].map((method) => method !== undefined);
      expect(new Set(all), kind).toEqual(new Set([publishingKinds.includes(kind)]));
    }
  });

  it('is sent to only while it is switched on', () => {
    const registry = (kind: RegistryKind, enabled: boolean) => ({ kind, enabled }) as Registry;
    expect(takesAlignments(registry('cass', true))).toBe(true);
    expect(takesAlignments(registry('cass', false))).toBe(false);
    expect(takesAlignments(registry('osmt', true))).toBe(false);
  });

  it('is sent to only once what its kind needs to know is said', () => {
    const opencase = { kind: 'case', enabled: true } as Registry;
    expect(takesAlignments(opencase)).toBe(false);
    expect(takesAlignments({ ...opencase, delivery: { tenant: 'harbour' } })).toBe(true);
  });

  it.each([
    ['https://a.example:8443/b', 'https://a.example/*'],
    ['http://127.0.0.1:80/api', 'http://127.0.0.1/*'],
    ['http://[::1]:8080/', 'http://[::1]/*'],
  ])('at %s needs the permission %s', (address, pattern) => {
    expect(originPattern(address)).toBe(pattern);
  });
});

describe('a skill', () => {
  it.each([
    ['https://a.example/1', true],
    ['urn:uuid:e33bae69-b8fa-4366-84a1-d5349b6446bd', true],
    ['URN:isbn:0451450523', true],
    ['urn:x', false],
    ['urn:a b:c', false],
    ['urn:uuid:with space', false],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['ce-1234', false],
    ['', false],
  ])('can be called %j: %s', (uri, can) => {
    expect(isSkillUri(uri)).toBe(can);
    expect(FoundSkill.safeParse(foundSkill({ uri })).success).toBe(can);
  });

  it('is called by its source’s word', () => {
    const types = ['RichSkillDescriptor', 'Competency', 'CFItem', 'DefinedTerm', 'ceasn:Competency', 'asn:Statement'];
    expect(types.map(wordFor)).toEqual(['skill', 'competency', 'standard', 'skill', 'competency', 'standard']);
  });

  it('is stood for by its statement, or else by its name', () => {
    expect(sentenceOf({ name: 'a', statement: 'b' })).toBe('b');
    expect(sentenceOf({ name: 'a', statement: '' })).toBe('a');
  });
});

describe('a field', () => {
  const fields = {
    level: [
      { value: 'Grade 8', by: 'json-ld' as const },
      { value: 'Grade 9', by: 'json-ld' as const },
      { value: ' grade   8', by: 'meta' as const },
      { value: 'Beginner', by: 'meta' as const },
    ],
  };

  it('is what its first source says, all of it', () => {
    expect(winning(fields, 'level').map(({ value }) => value)).toEqual(['Grade 8', 'Grade 9']);
    expect(winning(fields, 'title')).toEqual([]);
  });

  it('is disagreed with only by another meaning, not by other spaces and letters', () => {
    expect(disagreeing(fields, 'level').map(({ value }) => value)).toEqual(['Beginner']);
    expect(disagreeing(fields, 'title')).toEqual([]);
  });

  it('gives the page its title, or else its address does', () => {
    const address = 'https://lessons.example/';
    expect(titleOf({ address, fields: { title: [{ value: 'A', by: 'meta' }] } })).toBe('A');
    expect(titleOf({ address, fields: { title: [{ value: '', by: 'meta' }] } })).toBe(address);
  });
});

describe('an alignment', () => {
  const one: ResourceAlignment = ResourceAlignment.parse({
    id: '11111111-1111-4111-8111-111111111111',
    resource: 'https://lessons.example/graph',
    skill: newAlignment().skill,
    relation: 'teaches',
    fit: 'major',
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-01T10:00:00.000Z',
    revision: 1,
  });

  it('says the same as another of the same page, skill and relation, however well it fits', () => {
    const id = '22222222-2222-4222-8222-222222222222';
    expect(saysTheSame(one, { ...one, id, fit: 'narrow', note: 'x', revision: 5 })).toBe(true);
    expect(saysTheSame(one, { ...one, relation: 'assesses' })).toBe(false);
    expect(saysTheSame(one, { ...one, resource: 'https://lessons.example/' })).toBe(false);
    expect(saysTheSame(one, { ...one, skill: { ...one.skill, uri: 'https://skills.example/2' } })).toBe(false);
  });

  it.each([
    { relation: 'mentions', fit: 'major' },
    { relation: 'teaches', fit: 'perfect' },
    { relation: 'teaches' },
    { relation: 'teaches', fit: 'major', note: 7 },
  ])('cannot be chosen as %j', (choice) => {
    expect(AlignmentChoice.safeParse(choice).success).toBe(false);
  });
});

describe('a problem', () => {
  const problem: Problem = { code: 'S210', message: 'Newer.' };

  it('is found in an error, however the database wrapped it', () => {
    const error = new ProblemError(problem);
    expect(problemIn(error)).toEqual(problem);
    expect(
      problemIn(Object.assign(new Error('x'), { inner: Object.assign(new Error('y'), { inner: error }) })),
    ).toEqual(problem);
  });

  it('is none in what nobody expected, even where it bites its own tail', () => {
    const endless: { inner?: unknown } = {};
    endless.inner = endless;
    expect([endless, undefined, null, 'S210', new TypeError('x'), problem].map((one) => problemIn(one))).toEqual(
      Array(6).fill(undefined),
    );
  });
});
