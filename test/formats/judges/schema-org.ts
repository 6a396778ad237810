import { expect } from 'vitest';
import type { Node } from './json-ld.ts';

/** What schema.org 30.0 says of a property that we write: on which classes it stands, and what its values may be. */
type Rule = { on: readonly string[]; values: readonly string[] };

const work = ['CreativeWork', 'LearningResource'];

/** The rules for every property that the LRMI format writes, by hand from the vocabulary; a test compares the two. */
export const rules: Readonly<Record<string, Rule>> = {
  name: { on: ['Thing'], values: ['Text'] },
  description: { on: ['Thing'], values: ['Text'] },
  url: { on: ['Thing'], values: ['URL'] },
  image: { on: ['Thing'], values: ['URL'] },
  author: { on: work, values: ['Person', 'Organization'] },
  publisher: { on: work, values: ['Person', 'Organization'] },
  inLanguage: { on: work, values: ['Text'] },
  license: { on: work, values: ['CreativeWork', 'URL'] },
  isPartOf: { on: work, values: ['CreativeWork', 'URL'] },
  isBasedOn: { on: work, values: ['CreativeWork', 'Product', 'URL'] },
  keywords: { on: work, values: ['DefinedTerm', 'Text'] },
  audience: { on: work, values: ['Audience'] },
  educationalRole: { on: ['EducationalAudience'], values: ['Text'] },
  typicalAgeRange: { on: work, values: ['Text'] },
  timeRequired: { on: work, values: ['Duration'] },
  datePublished: { on: work, values: ['Date', 'DateTime'] },
  interactivityType: { on: work, values: ['Text'] },
  accessibilitySummary: { on: work, values: ['Text'] },
  educationalUse: { on: work, values: ['DefinedTerm', 'Text'] },
  learningResourceType: { on: work, values: ['DefinedTerm', 'Text'] },
  educationalLevel: { on: work, values: ['DefinedTerm', 'Text'] },
  about: { on: work, values: ['Thing'] },
  teaches: { on: work, values: ['DefinedTerm', 'Text'] },
  assesses: { on: work, values: ['DefinedTerm', 'Text'] },
  competencyRequired: { on: ['LearningResource'], values: ['DefinedTerm', 'Text', 'URL'] },
  educationalAlignment: { on: work, values: ['AlignmentObject'] },
  alignmentType: { on: ['AlignmentObject'], values: ['Text'] },
  educationalFramework: { on: ['AlignmentObject'], values: ['Text'] },
  targetName: { on: ['AlignmentObject'], values: ['Text'] },
  targetDescription: { on: ['AlignmentObject'], values: ['Text'] },
  targetUrl: { on: ['AlignmentObject'], values: ['URL'] },
  termCode: { on: ['DefinedTerm'], values: ['Text'] },
  inDefinedTermSet: { on: ['DefinedTerm'], values: ['DefinedTermSet', 'URL'] },
};

/** What stands above the classes that we write. */
const above: Readonly<Record<string, readonly string[]>> = {
  EducationalAudience: ['Audience', 'Thing'],
  DefinedTermSet: ['CreativeWork', 'Thing'],
  LearningResource: ['CreativeWork', 'Thing'],
};

const schema = 'http://schema.org/';

/** Throws where a node, or one inside it, has a property on the wrong class or with the wrong kind of value. */
export function expectSchemaOrg(nodes: readonly Node[]): void {
  for (const node of nodes) {
    const classes = classesOf(node);
    for (const [iri, values] of Object.entries(node)) {
      if (iri.startsWith('@')) continue;
      const name = iri.startsWith(schema) ? iri.slice(schema.length) : iri;
      const rule = rules[name];
      expect(rule, `a property that schema.org has: ${iri}`).toBeDefined();
      if (!rule) continue;
      // A Person or an Organization: nobody said which, so that the node has no class to check.
      if (classes.length > 0)
        expect(
          rule.on.some((one) => classes.includes(one)),
          `${name} on ${classes}`,
        ).toBe(true);
      for (const value of values as Node[]) expectValue(name, value, rule);
    }
  }
}

function expectValue(name: string, value: Node, { values }: Rule): void {
  if (Object.hasOwn(value, '@value')) {
    const text = value['@value'];
    const kinds = ['Text', ...(isDuration(text) ? ['Duration'] : []), ...(isDate(text) ? ['Date', 'DateTime'] : [])];
    expect(
      kinds.some((kind) => values.includes(kind)),
      `${name}: ${JSON.stringify(text)}`,
    ).toBe(true);
  } else if (Object.keys(value).join() === '@id') {
    expect(values, `${name} as an address`).toContain('URL');
    expect(value['@id']).toMatch(/^https?:\/\/[^\s"<>\\^`{|}]+$/);
  } else {
    const classes = classesOf(value);
    const fits = classes.length === 0 ? values.includes('Person') : classes.some((one) => values.includes(one));
    expect(fits, `${name}: ${classes}`).toBe(true);
    expectSchemaOrg([value]);
  }
}

function classesOf(node: Node): string[] {
  const types = ((node['@type'] as string[] | undefined) ?? []).map((type) => type.slice(schema.length));
  return types.flatMap((type) => [type, ...(above[type] ?? ['Thing'])]);
}

function isDuration(value: unknown): boolean {
  return typeof value === 'string' && /^P[\dYMWDTHS]+$/.test(value);
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}/.test(value);
}
