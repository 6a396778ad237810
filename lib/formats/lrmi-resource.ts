import { type FieldName, type LearningResourceDraft, type Said, winning } from '../domain/learning-resource.ts';
import { linksOf } from './identifier.ts';
import type { Json } from './json-text.ts';

/** Members of a JSON-LD node with schema.org's terms. */
export type SchemaOrgNode = { [term: string]: Json };

/** Kinds of CreativeWork that a learning resource may be besides; any other word is its `learningResourceType`. */
const creativeWorks = new Set(
  (
    'Article AudioObject Blog Book Chapter Clip Collection Course Dataset DigitalDocument Episode Game Guide HowTo ' +
    'ImageObject Map MediaObject MathSolver NewsArticle Play PodcastEpisode PodcastSeries PresentationDigitalDocument ' +
    'Quiz ScholarlyArticle SoftwareApplication SpreadsheetDigitalDocument Syllabus TechArticle TextDigitalDocument ' +
    'Thesis VideoGame VideoObject VisualArtwork WebApplication WebPage WebSite'
  ).split(' '),
);

type Member = { term: string; shape(said: Said): Json };

/** How each field is written. A shape that answers undefined leaves the value out: it does not fit the property. */
const members: Readonly<Record<Exclude<FieldName, 'type'>, Member>> = {
  title: { term: 'name', shape: (said) => said.value },
  description: { term: 'description', shape: (said) => said.value },
  author: { term: 'author', shape: agent },
  publisher: { term: 'publisher', shape: agent },
  language: { term: 'inLanguage', shape: (said) => said.value },
  level: { term: 'educationalLevel', shape: term },
  license: { term: 'license', shape: license },
  subject: { term: 'about', shape: (said) => ({ '@type': 'Thing', name: said.value, url: linksOf(said.uri).url }) },
  keyword: { term: 'keywords', shape: term },
  audience: { term: 'audience', shape: (said) => ({ '@type': 'EducationalAudience', educationalRole: said.value }) },
  age: { term: 'typicalAgeRange', shape: (said) => said.value },
  time: { term: 'timeRequired', shape: (said) => (isDuration(said.value) ? said.value : undefined) },
  use: { term: 'educationalUse', shape: term },
  interactivity: { term: 'interactivityType', shape: (said) => said.value },
  date: { term: 'datePublished', shape: (said) => (isDate(said.value) ? said.value : undefined) },
  image: { term: 'image', shape: (said) => linksOf(said.uri).url ?? linksOf(said.value).url },
  partOf: { term: 'isPartOf', shape: work },
  accessibility: { term: 'accessibilityFeature', shape: (said) => said.value },
};

const memberList = Object.entries(members) as [FieldName, Member][];

/**
 * A resource as a schema.org LearningResource, by what the winning source of each field says, and the names of the
 * fields of which something had to be left out. The resource is identified by its address; `url` is the page's own word
 * for it where that differs.
 */
export function describeResource(resource: LearningResourceDraft): { node: SchemaOrgNode; left: FieldName[] } {
  const types = winning(resource.fields, 'type').map((said) => said.value);
  const node: SchemaOrgNode = {
    '@id': linksOf(resource.address).iri,
    '@type': ['LearningResource', ...new Set(types.filter((type) => creativeWorks.has(type)))],
    url: linksOf(resource.canonical ?? resource.address).url,
    learningResourceType: oneOrMany(types.filter((type) => !creativeWorks.has(type) && type !== 'LearningResource')),
  };
  const left: FieldName[] = [];
  for (const [name, { term, shape }] of memberList) {
    const said = winning(resource.fields, name).filter((one) => one.value !== '');
    if (said.length === 0) continue;
    const values = said.map(shape).filter((value) => value !== undefined);
    if (values.length < said.length) left.push(name);
    node[term] = oneOrMany(name === 'title' || name === 'description' ? values.slice(0, 1) : values);
  }
  return { node, left };
}

/** JSON-LD makes no difference between one value and a list of one; readers of plain JSON expect the former. */
export function oneOrMany(values: readonly Json[]): Json {
  return values.length > 1 ? values : values[0];
}

/** A word of a vocabulary, where its address is known as a DefinedTerm. */
function term({ value, uri }: Said): Json {
  const url = linksOf(uri).url;
  return url === undefined ? value : { '@type': 'DefinedTerm', name: value, url };
}

/** schema.org wants a Person or an Organization, and the page did not say which: the node stays without a type. */
function agent({ value, uri }: Said): Json {
  return { name: value, url: linksOf(uri).url };
}

function license({ value, uri }: Said): Json {
  return linksOf(uri).url ?? linksOf(value).url ?? { '@type': 'CreativeWork', name: value };
}

function work({ value, uri }: Said): Json {
  return { '@type': 'CreativeWork', name: value, url: linksOf(uri).url ?? linksOf(value).url };
}

/** ISO 8601 duration, the range of `timeRequired`. */
function isDuration(text: string): boolean {
  return /^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text);
}

/** ISO 8601 date or date with time, the range of `datePublished`. */
function isDate(text: string): boolean {
  return /^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(text);
}
