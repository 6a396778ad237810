import fc from 'fast-check';
import type { Bundle } from '../../lib/domain/bundle.ts';
import { FieldName, type LearningResourceDraft } from '../../lib/domain/learning-resource.ts';
import { Fit, Relation, type ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import type { Skill } from '../../lib/domain/skill.ts';
import { type SkillAlignment, SkillRelation } from '../../lib/domain/skill-alignment.ts';

/** A bundle whose alignments stand in a list, so that a test can look at them too. */
export type TestBundle = Bundle & {
  alignments: ResourceAlignment[];
  skills?: Skill[];
  skillAlignments?: SkillAlignment[];
};

/** Texts that have broken writers: markup, prototypes, halves of characters, very long ones. */
export const hostileTexts = [
  '</script><script>alert(1)</script>',
  '<!-- ]]> -->',
  '__proto__',
  'constructor',
  '\ud800 half a character \udfff',
  '\\ud800 and \\\\ "quotes"',
  '\u0000\u0007\u001b\u2028\u2029\u202e',
  '@type',
  '@vocab:x',
  'javascript:alert(1)',
  '=1+1',
  '[]',
  'x'.repeat(10_000),
];

/** Identifiers that are none, or cannot be opened. */
export const hostileIdentifiers = [
  'javascript:alert(1)',
  'data:text/html,<script>',
  'https://user:secret@skills.example/1',
  '__proto__',
  'no address',
  ' https://skills.example/with space|and{braces}\\ ',
  'https://skills.example/\ud800',
  'urn:isbn:<script>',
  '//skills.example/1',
];

const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ maxLength: 40 }) },
  { weight: 2, arbitrary: fc.string({ unit: fc.integer({ max: 0xffff }).map((code) => String.fromCharCode(code)) }) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileTexts) },
);
const identifier = fc.oneof(
  { weight: 4, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
  { weight: 2, arbitrary: fc.uuid().map((uuid) => `urn:uuid:${uuid}`) },
  { weight: 1, arbitrary: fc.constantFrom(...hostileIdentifiers) },
);
const moment = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2100-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const skill = fc.record({
  uri: identifier,
  name: text,
  statement: text,
  code: maybe(text),
  type: fc.oneof(fc.constantFrom('RichSkillDescriptor', 'CFItem', 'Competency', 'ceasn:Competency', ''), text),
  framework: maybe(fc.record({ uri: maybe(identifier), name: maybe(text) })),
  category: maybe(text),
  keywords: fc.array(text, { maxLength: 2 }),
  occupations: maybe(fc.array(fc.record({ code: text, name: maybe(text) }), { maxLength: 2 })),
  language: maybe(fc.constantFrom('en', 'de-AT')),
  license: maybe(identifier),
  source: fc.record({ registry: fc.constant('starter'), name: text }),
  taken: moment,
});

const said = fc.record({
  value: fc.oneof(
    text,
    fc.constantFrom(
      'PT30M',
      '1 h 30 min',
      'Video object',
      '2024-05-01',
      'en-GB',
      'Course',
      'Quiz',
      'https://a.example/x',
    ),
  ),
  uri: maybe(identifier),
  by: fc.constantFrom('json-ld', 'meta', 'person'),
});
const fields = fc.dictionary(fc.constantFrom(...FieldName.options), fc.array(said, { maxLength: 3 }), {
  noNullPrototype: true,
});

const addresses = [1, 2, 3].map((number) => `https://lessons.example/unit-${number}?view=all`);
const resource = fc.record({ canonical: maybe(fc.constant('https://lessons.example/')), fields });

const evidence = fc.record({
  quote: fc.record({ type: fc.constant('TextQuoteSelector' as const), exact: text, prefix: text, suffix: text }),
  position: fc.record({ type: fc.constant('TextPositionSelector' as const), start: fc.nat(), end: fc.nat() }),
  address: maybe(identifier),
  frame: maybe(text),
});

const alignment = fc.record({
  id: fc.uuid(),
  resource: fc.constantFrom(...addresses),
  relation: fc.constantFrom(...Relation.options),
  fit: fc.constantFrom(...Fit.options),
  skill,
  note: maybe(text),
  evidence: maybe(evidence),
  created: moment,
  modified: moment,
  revision: fc.integer({ min: 1, max: 9 }),
});

const plainSkill = skill.map(({ source: _, taken: __, ...rest }) => rest);
const reference = fc.record({
  uri: fc.uuid().map((uuid) => `https://skills.example/${uuid}`),
  name: text,
  statement: maybe(text),
  code: maybe(text),
  framework: maybe(fc.record({ uri: maybe(identifier), name: maybe(text) })),
});
const skillAlignment = fc.record({
  id: fc.uuid(),
  subject: reference,
  relation: fc.constantFrom(...SkillRelation.options),
  object: reference,
  note: maybe(text),
  created: moment,
  modified: moment,
  revision: fc.integer({ min: 1, max: 9 }),
});

/** Any bundle: every relation and fit, missing and hostile members, several resources in order of their address. */
export const anyBundle: fc.Arbitrary<TestBundle> = fc.record({
  resources: fc
    .array(fc.tuple(fc.constantFrom(...addresses), resource), { maxLength: 3 })
    .map(
      (entries) =>
        new Map(entries.map(([address, draft]): [string, LearningResourceDraft] => [address, { address, ...draft }])),
    ),
  alignments: fc
    .array(alignment, { maxLength: 4 })
    .map((list) => list.toSorted((one, other) => one.resource.localeCompare(other.resource))),
  skills: fc.array(plainSkill, { maxLength: 2 }),
  skillAlignments: fc.array(skillAlignment, { maxLength: 3 }),
  author: maybe(fc.record({ name: maybe(text), uri: maybe(identifier) })),
  made: moment,
});

/** An alignment with nothing special about it. */
export function plainAlignment(over: Partial<ResourceAlignment> = {}): ResourceAlignment {
  return {
    id: '0b0f8a7e-3f0a-4a63-8a3e-6f1f7f2d9c01',
    resource: 'https://lessons.example/pay-slip',
    relation: 'teaches',
    fit: 'major',
    skill: {
      uri: 'https://skills.example/read-a-pay-slip',
      name: 'Read a pay slip',
      statement: 'The learner explains each line of a pay slip.',
      type: 'RichSkillDescriptor',
      keywords: [],
      source: { registry: 'starter', name: 'Starter library' },
      taken: '2026-03-01T09:00:00.000Z',
    },
    created: '2026-03-01T09:00:00.000Z',
    modified: '2026-03-01T09:00:00.000Z',
    revision: 1,
    ...over,
  };
}

/** The bundle of the golden files: one page that teaches, assesses and requires one skill each. */
export function goldenBundle(): TestBundle {
  const { skill: paySlip } = plainAlignment();
  return {
    resources: new Map([
      [
        'https://lessons.example/pay-slip',
        {
          address: 'https://lessons.example/pay-slip',
          canonical: 'https://lessons.example/units/pay-slip',
          fields: {
            title: [
              { value: 'Your first pay slip', by: 'json-ld' },
              { value: 'Pay slip | Lessons', by: 'tab' },
            ],
            description: [{ value: 'Where the money goes between gross and net.', by: 'json-ld' }],
            type: [
              { value: 'Course', by: 'json-ld' },
              { value: 'lesson plan', by: 'json-ld' },
            ],
            author: [{ value: 'Marta Osei', uri: 'https://people.example/marta', by: 'json-ld' }],
            language: [{ value: 'en', by: 'json-ld' }],
            level: [{ value: 'Upper secondary', by: 'meta' }],
            license: [{ value: 'CC BY 4.0', uri: 'https://creativecommons.org/licenses/by/4.0/', by: 'meta' }],
            keyword: [
              { value: 'wages', by: 'meta' },
              { value: 'taxes', by: 'meta' },
            ],
            time: [{ value: 'PT45M', by: 'json-ld' }],
          },
        },
      ],
    ]),
    alignments: [
      plainAlignment({ note: 'The second half.' }),
      plainAlignment({
        id: '0b0f8a7e-3f0a-4a63-8a3e-6f1f7f2d9c02',
        relation: 'assesses',
        fit: 'exact',
        skill: {
          ...paySlip,
          uri: 'https://standards.example/uri/2f0c1f7a-8d34-4cf7-9a51-3f0a0a0f7a11',
          name: 'Compute percentages',
          statement: 'Find a percent of a quantity as a rate per 100.',
          code: '6.RP.A.3c',
          type: 'CFItem',
          framework: { uri: 'https://standards.example/uri/math', name: 'Mathematics standards' },
        },
      }),
      plainAlignment({
        id: '0b0f8a7e-3f0a-4a63-8a3e-6f1f7f2d9c03',
        relation: 'requires',
        fit: 'broad',
        skill: {
          ...paySlip,
          uri: 'urn:uuid:7c2b1b0a-5b7e-4f0c-9d55-0a4f3f1f2e10',
          name: 'Add and subtract decimals',
          statement: 'The learner adds and subtracts decimal numbers with the standard method.',
        },
      }),
    ],
    author: { name: 'Jo Park', uri: 'https://people.example/jo' },
    made: '2026-03-02T10:00:00.000Z',
  };
}

/** The golden bundle of formats that write skills: the skills of the page, one with all its details, and each relation. */
export function crosswalkBundle(): TestBundle {
  const bundle = goldenBundle();
  const [paySlip, percentages] = bundle.alignments.map(({ skill: { uri, name, statement, code, framework } }) => ({
    uri,
    name,
    statement,
    ...(code && { code }),
    ...(framework && { framework }),
  }));
  if (!paySlip || !percentages) throw new Error('the golden bundle has three alignments');
  const at = '2026-03-01T09:00:00.000Z';
  const money = { uri: 'https://skills.example/handle-money', name: 'Handle money' };
  const skillAlignments = SkillRelation.options.map((relation, index) => ({
    id: `5e0b6c34-6c0e-4a53-9d6c-5a1f2d1b7a1${index}`,
    subject: index < 3 ? paySlip : percentages,
    relation,
    object: index === 0 ? percentages : { ...money, uri: `${money.uri}/${relation}` },
    ...(index === 1 && { note: 'Both speak of deductions.' }),
    created: at,
    modified: at,
    revision: 1,
  }));
  const whole: Skill = {
    uri: 'https://skills.example/budget',
    name: 'Make a budget',
    statement: 'The learner plans what to spend in a month.',
    code: 'FIN.4',
    type: 'RichSkillDescriptor',
    framework: { uri: 'https://skills.example/collections/money', name: 'Money matters' },
    category: 'Personal finance',
    keywords: ['budget', 'spending'],
    occupations: [{ code: '25-3011.00', name: 'Adult Basic Education Teachers' }],
    level: 'Beginner',
    language: 'en',
    license: 'https://creativecommons.org/licenses/by/4.0/',
  };
  return { ...bundle, skills: [whole], skillAlignments };
}
