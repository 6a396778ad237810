import { Relation } from './resource-alignment.ts';

/** Other words for a relation: of DCMI's concept scheme, of the Learning Registry, and of people; letters alone. */
const otherWords: Readonly<Record<string, Relation>> = {
  taught: 'teaches',
  teach: 'teaches',
  assess: 'assesses',
  assessed: 'assesses',
  require: 'requires',
  required: 'requires',
  prerequisite: 'requires',
  prerequisites: 'requires',
  competencyrequired: 'requires',
  educationlevel: 'educationalLevel',
  gradelevel: 'educationalLevel',
  level: 'educationalLevel',
  educationsubject: 'educationalSubject',
  subject: 'educationalSubject',
  complexitylevel: 'textComplexity',
};

const byWord: ReadonlyMap<string, Relation> = new Map([
  ...Object.entries(otherWords),
  ...Relation.options.map((relation): [string, Relation] => [relation.toLowerCase(), relation]),
]);

/**
 * The relation that an alignmentType names, in any of the three lists in use (schema.org, DCMI's
 * http://purl.org/dcx/lrmi-vocabs/alignmentType/, Learning Registry), in any case, as a word or the end of an address or of a
 * prefixed name. Undefined where it is none of LRMI's words.
 */
export function relationOf(alignmentType: string | undefined): Relation | undefined {
  const word = alignmentType?.replace(/^.*[/#:]/s, '').replace(/[^a-z]/gi, '');
  return byWord.get(word?.toLowerCase() ?? '');
}
