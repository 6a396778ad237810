import { type FieldName, type LearningResourceDraft, type Said, winning } from '../domain/learning-resource.ts';
import { linksOf } from './identifier.ts';
import type { Json } from './json-text.ts';

/** Members of a JSON-LD node with schema.org's terms. */
export type SchemaOrgNode = { [term: string]: Json };

/** Kinds of CreativeWork that a learning resource may be besides; any other word is its `learningResourceType`. */
const creativeWorks: ReadonlyMap<string, string> = new Map(
  (
    'Article AudioObject Blog Book Chapter Clip Collection Course Dataset DigitalDocument Episode Game Guide HowTo ' +
    'ImageObject Map MediaObject MathSolver NewsArticle Play PodcastEpisode PodcastSeries PresentationDigitalDocument ' +
    'Quiz ScholarlyArticle SoftwareApplication SpreadsheetDigitalDocument Syllabus TechArticle TextDigitalDocument ' +
    'Thesis VideoGame VideoObject VisualArtwork WebApplication WebPage WebSite'
  )
    .split(' ')
    .map((name) => [name.toLowerCase(), name]),
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
  time: { term: 'timeRequired', shape: (said) => duration(said.value) },
  use: { term: 'educationalUse', shape: term },
  interactivity: { term: 'interactivityType', shape: (said) => said.value },
  date: { term: 'datePublished', shape: (said) => (isDate(said.value) ? said.value : undefined) },
  image: { term: 'image', shape: (said) => linksOf(said.uri).url ?? linksOf(said.value).url },
  partOf: { term: 'isPartOf', shape: work },
  basedOn: { term: 'isBasedOn', shape: work },
  accessibility: { term: 'accessibilitySummary', shape: (said) => said.value },
};

/** Fields of which a resource has one value at most. */
const only: ReadonlySet<FieldName> = new Set<FieldName>(['title', 'description']);

const memberList = Object.entries(members) as [FieldName, Member][];

/**
 * A resource as a schema.org LearningResource, by what the winning source of each field says, and the names of the
 * fields of which something had to be left out. The resource is identified by its address; `url` is the page's own word
 * for it where that differs.
 */
export function describeResource(resource: LearningResourceDraft): { node: SchemaOrgNode; left: FieldName[] } {
  const types = winning(resource.fields, 'type').map(({ value }) => creativeWork(value) ?? value);
  const isClass = (type: string) => creativeWorks.get(type.toLowerCase()) === type;
  const node: SchemaOrgNode = {
    '@id': linksOf(resource.address).iri,
    '@type': ['LearningResource', ...new Set(types.filter(isClass))],
    url: linksOf(resource.canonical ?? resource.address).url,
    learningResourceType: oneOrMany(
      types.filter((type) => type !== '' && !isClass(type) && !/^learning ?resource$/i.test(type)),
    ),
  };
  const left: FieldName[] = [];
  for (const [name, { term, shape }] of memberList) {
    const said = winning(resource.fields, name).filter((one) => one.value !== '');
    if (said.length === 0) continue;
    const values = said.map(shape).filter((value) => value !== undefined);
    if (values.length < said.length) left.push(name);
    // Seven properties come together in this field; a summary is all that can be said of them.
    if (name === 'accessibility') node[term] = values.join('; ');
    else node[term] = only.has(name) ? values[0] : oneOrMany(values);
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

/** The class that a type's words name: fields hold `Video object` for a page's `VideoObject`. */
function creativeWork(words: string): string | undefined {
  return creativeWorks.get(words.replaceAll(' ', '').toLowerCase());
}

/** The range of `timeRequired`: an ISO 8601 duration, or the words that stand for one in a field, such as `1 h 30 min`. */
function duration(text: string): string | undefined {
  if (/^P(?!$)(\d+Y)?(\d+M)?(\d+W)?(\d+D)?(T(?!$)(\d+H)?(\d+M)?(\d+S)?)?$/.test(text)) return text;
  const words =
    /^(?:(\d+) y)? ?(?:(\d+) mo)? ?(?:(\d+) wk)? ?(?:(\d+) d)? ?(?:(\d+) h)? ?(?:(\d+) min)? ?(?:(\d+) s)?$/;
  const amounts = words.exec(text)?.slice(1);
  if (!amounts?.some(Boolean)) return undefined;
  const written = amounts.map((amount, index) => (amount ? `${amount}${'YMWDHMS'[index]}` : ''));
  const time = written.slice(4).join('');
  return `P${written.slice(0, 4).join('')}${time && `T${time}`}`;
}

/** ISO 8601 date or date with time, the range of `datePublished`. */
function isDate(text: string): boolean {
  return /^\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:?\d{2})?)?)?)?$/.test(text);
}
