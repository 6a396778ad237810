import { Relation } from '../domain/resource-alignment.ts';

/** Other words for a relation: of DCMI's concept scheme, of the Learning Registry, and of people; without case and spaces. */
const otherWords: Readonly<Record<string, Relation>> = {
  taught: 'teaches',
  teach: 'teaches',
  assess: 'assesses',
  assessed: 'assesses',
  prerequisite: 'requires',
  require: 'requires',
  competencyrequired: 'requires',
  educationlevel: 'educationalLevel',
  level: 'educationalLevel',
  subject: 'educationalSubject',
  complexitylevel: 'textComplexity',
};

const byWord: ReadonlyMap<string, Relation> = new Map([
  ...Object.entries(otherWords),
  ...Relation.options.map((relation): [string, Relation] => [relation.toLowerCase(), relation]),
]);

/**
 * The relation that an alignmentType names, in any of the three lists in use (schema.org, DCMI's
 * http://purl.org/dcx/lrmi-vocabs/alignmentType/, Learning Registry), in any case, as a word or the end of an address.
 */
export function relationOf(alignmentType: string | undefined): Relation | undefined {
  const word = alignmentType?.split(/[/#]/).at(-1) ?? '';
  return byWord.get(word.toLowerCase().replace(/[\s_-]+/g, ''));
}
