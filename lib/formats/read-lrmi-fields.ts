import type { FieldName, Fields, Said } from '../domain/learning-resource.ts';
import { linksOf } from './identifier.ts';
import { type Entry, entriesIn, memberOf, wordIn } from './json-reading.ts';
import { isPageDetail } from './read-lrmi-alignments.ts';
import { type LrmiNode, lrmiNode } from './read-lrmi-node.ts';

/** Where each detail of a page stands, as `describeResource` in lrmi-resource.ts writes it. */
const terms: Readonly<Record<Exclude<FieldName, 'type'>, string>> = {
  title: 'name',
  description: 'description',
  author: 'author',
  publisher: 'publisher',
  language: 'inLanguage',
  level: 'educationalLevel',
  license: 'license',
  subject: 'about',
  keyword: 'keywords',
  audience: 'audience',
  age: 'typicalAgeRange',
  time: 'timeRequired',
  use: 'educationalUse',
  interactivity: 'interactivityType',
  date: 'datePublished',
  image: 'image',
  partOf: 'isPartOf',
  basedOn: 'isBasedOn',
  accessibility: 'accessibilitySummary',
};

/** Classes that say no more than that it is a learning resource. */
const plainClasses = new Set(['LearningResource', 'CreativeWork', 'WebPage']);

/** What a node says of its page. A level or subject that is an alignment is none of the page's details. */
export function pageFields(node: LrmiNode): Fields {
  const classes = node.types.filter((type) => !plainClasses.has(type));
  const types = [...classes.map((value): Said => ({ value, by: 'json-ld' })), ...saidIn(node, 'learningResourceType')];
  const fields: Fields = types.length > 0 ? { type: types } : {};
  for (const [name, term] of Object.entries(terms) as [FieldName, string][]) {
    const said = saidIn(node, term);
    if (said.length > 0) fields[name] = said;
  }
  return fields;
}

function saidIn(node: LrmiNode, term: string): Said[] {
  const isAlignable = term === 'educationalLevel' || term === 'about';
  const entries = entriesIn(node.terms.get(term)).filter((entry) => !isAlignable || isPageDetail(term, entry));
  return entries.flatMap(saidBy);
}

/** A text, an address, or the name and the address of a node. */
function saidBy(entry: Entry): Said[] {
  const text = memberOf(entry, '@value');
  if (text !== undefined) return text === '' ? [] : [{ value: String(text), by: 'json-ld' }];
  const { id, terms } = lrmiNode(entry);
  const uri = [wordIn(terms.get('url')), id].map((one) => linksOf(one).url).find((one) => one !== undefined);
  const value = wordIn(terms.get('name')) ?? wordIn(terms.get('educationalRole')) ?? uri;
  return value ? [{ value, ...(uri && { uri }), by: 'json-ld' }] : [];
}
