import type { FieldName, Fields, Said } from '../domain/learning-resource.ts';
import type { Syntax } from '../domain/page-reading.ts';
import type { Entity, TermValue } from './terms.ts';
import { camelWords, durationWords, licenseName, listItems } from './wording.ts';

type Words = { value: string; uri?: string };

/** How one property's values become words. */
type Wording = (values: TermValue[]) => Words[];

/**
 * Where each field stands, in order: the first property that has values speaks for its syntax. Groups behind one another
 * are read together (accessibility has seven properties that say different things).
 */
const sources: [field: FieldName, wording: Wording, ...groups: string[][]][] = [
  [
    'title',
    plain,
    [
      'schema:name',
      'schema:headline',
      'ceterms:name',
      'dc:title',
      'meta:citation_title',
      'eprints:title',
      'meta:title',
    ],
    ['og:title', 'meta:twitter:title', 'meta:rft.title', 'name:label'],
  ],
  [
    'description',
    plain,
    ['schema:description', 'ceterms:description', 'dc:description', 'dc:abstract', 'schema:abstract'],
    ['meta:citation_abstract', 'meta:description', 'og:description', 'meta:twitter:description'],
  ],
  [
    'author',
    plain,
    [
      'schema:author',
      'schema:creator',
      'dc:creator',
      'meta:citation_author',
      'eprints:creators_name',
      'meta:author',
      'article:author',
      'meta:rft.au',
      'link:author',
    ],
  ],
  [
    'publisher',
    plain,
    [
      'schema:publisher',
      'schema:provider',
      'ceterms:ownedby',
      'dc:publisher',
      'meta:citation_publisher',
      'eprints:publisher',
      'prism:publisher',
      'og:site_name',
    ],
  ],
  [
    'language',
    plain,
    ['schema:inlanguage', 'ceterms:inlanguage', 'dc:language', 'meta:citation_language', 'meta:language', 'og:locale'],
  ],
  [
    'level',
    plain,
    ['schema:educationallevel', 'ceterms:audienceleveltype', 'dc:educationlevel', 'meta:educationallevel'],
  ],
  [
    'license',
    license,
    [
      'schema:license',
      'schema:userightsurl',
      'cc:license',
      'dc:license',
      'link:license',
      'dc:rights',
      'schema:userights',
      'meta:license',
    ],
  ],
  ['subject', plain, ['schema:about', 'ceterms:subject', 'dc:subject', 'eprints:subjects', 'article:section']],
  [
    'keyword',
    list,
    ['schema:keywords', 'ceterms:keyword', 'meta:citation_keywords', 'prism:keyword', 'meta:keywords', 'article:tag'],
  ],
  ['use', code, ['schema:educationaluse', 'meta:educationaluse']],
  ['interactivity', code, ['schema:interactivitytype', 'meta:interactivitytype']],
  ['time', duration, ['schema:timerequired', 'ceterms:estimatedduration', 'meta:timerequired']],
  [
    'date',
    plain,
    [
      'schema:datepublished',
      'schema:datecreated',
      'dc:issued',
      'dc:date',
      'dc:created',
      'meta:citation_publication_date',
      'meta:citation_date',
      'prism:publicationdate',
      'article:published_time',
      'meta:rft.date',
      'schema:datemodified',
      'dc:modified',
    ],
  ],
  ['image', address, ['schema:image', 'schema:thumbnailurl', 'og:image', 'meta:twitter:image']],
  [
    'partOf',
    plain,
    [
      'schema:ispartof',
      'dc:ispartof',
      'link:collection',
      'meta:citation_journal_title',
      'prism:publicationname',
      'ceterms:ispartof',
    ],
  ],
  ['basedOn', plain, ['schema:isbasedon', 'schema:isbasedonurl', 'dc:source']],
  [
    'accessibility',
    code,
    ['schema:accessibilitysummary'],
    ['schema:accessmode'],
    ['schema:accessmodesufficient'],
    ['schema:accessibilityfeature'],
    ['schema:accessibilityhazard'],
    ['schema:accessibilitycontrol'],
    ['schema:accessibilityapi'],
  ],
];

/** The most values kept of one field and syntax. */
const mostValues = 50;

/** Adds what the entities of one syntax say. Syntaxes come in the order of their precedence, so the first stays first. */
export function addFields(fields: Fields, entities: Entity[], by: Syntax): void {
  for (const [field, wording, ...groups] of sources) {
    for (const group of groups) {
      if (field !== 'accessibility' && fields[field]?.some((said) => said.by === by)) break;
      // Open Graph and plain links are RDFa by the letter, but it is the meta reader that says them.
      const names = by === 'rdfa' ? group.filter((name) => !/^(og|article|link):/.test(name)) : group;
      const speaker = entities.find((entity) => entity.get(...names).length);
      if (speaker) add(fields, field, wording(speaker.get(...names)), by);
    }
  }
  add(fields, 'type', typesOf(entities), by);
  add(fields, 'audience', entities.flatMap(audienceOf), by);
  add(fields, 'age', entities.flatMap(agesOf), by);
}

/** Adds words said by one source, without repeating what it said already. */
export function add(fields: Fields, field: FieldName, words: Words[], by: Said['by']): void {
  const said = fields[field] ?? [];
  const known = new Set(said.filter((one) => one.by === by).map(({ value }) => value));
  for (const { value, uri } of words) {
    if (!value || known.has(value) || known.size >= mostValues) continue;
    known.add(value);
    said.push({ value, ...(uri !== undefined && { uri }), by });
  }
  if (said.length) fields[field] = said;
}

/** A value's name and address: a literal is its own name; a node has one, or a code, or its address. */
export function named({ text, uri, node }: TermValue): Words[] {
  if (text !== undefined) return text ? [{ value: text }] : [];
  const link = uri ?? node?.text('schema:url') ?? node?.get('schema:url')[0]?.uri;
  const name = node?.text(
    'schema:name',
    'dc:title',
    'name:preflabel',
    'name:label',
    'ceterms:name',
    'ceterms:targetnodename',
    'schema:termcode',
    'schema:headline',
  );
  const given = [node?.text('schema:givenname'), node?.text('schema:familyname')].filter(Boolean).join(' ');
  const value = name || given || link;
  return value ? [{ value, ...(link && { uri: link }) }] : [];
}

function plain(values: TermValue[]): Words[] {
  return values.flatMap(named);
}

function code(values: TermValue[]): Words[] {
  return plain(values).flatMap((one) => splitCodes(one).map((part) => ({ ...part, value: camelWords(part.value) })));
}

/** `textual,visual` is two codes; a sentence with a comma is one summary. */
function splitCodes(one: Words): Words[] {
  return /^[\w-]+(\s*,\s*[\w-]+)+$/.test(one.value) ? listItems(one.value).map((value) => ({ value })) : [one];
}

function list(values: TermValue[]): Words[] {
  return plain(values).flatMap((one) => (one.uri ? [one] : listItems(one.value).map((value) => ({ value }))));
}

function duration(values: TermValue[]): Words[] {
  return plain(values).map((one) => ({ ...one, value: durationWords(one.value) }));
}

function license(values: TermValue[]): Words[] {
  return plain(values).map(({ value, uri }) => {
    const link = uri ?? (URL.canParse(value) ? value : undefined);
    return { value: (link && licenseName(link)) ?? value, ...(link && { uri: link }) };
  });
}

function address(values: TermValue[]): Words[] {
  return plain(values)
    .slice(0, 1)
    .map(({ value, uri }) => ({ value: uri ?? value, uri: uri ?? value }));
}

/** What the page calls itself (`learningResourceType`), else its classes, without those that say nothing. */
function typesOf(entities: Entity[]): Words[] {
  const written = entities.flatMap((one) => one.get('schema:learningresourcetype', 'dc:type', 'meta:citation_type'));
  if (written.length) return plain(written);
  const classes = entities[0]?.classes.filter((name) => !/^(Thing|CreativeWork|WebPage|\w*Page)$/.test(name)) ?? [];
  return classes.map((name) => ({ value: camelWords(name) }));
}

function audienceOf(entity: Entity): Words[] {
  const values = entity.get('schema:audience', 'dc:audience', 'ceterms:audiencetype');
  const roles = values.flatMap((value) => {
    const role = value.node?.get('schema:educationalrole', 'schema:audiencetype') ?? [];
    return role.length ? role.flatMap(named) : named(value);
  });
  return [...roles, ...entity.get('schema:educationalrole', 'schema:intendedenduserrole').flatMap(named)];
}

function agesOf(entity: Entity): Words[] {
  const ranges = entity.get('schema:typicalagerange').flatMap(named);
  if (ranges.length) return ranges;
  return entity.get('schema:audience').flatMap(({ node }) => {
    if (!node) return [];
    const range = node.get('schema:agerange', 'schema:typicalagerange').flatMap(named);
    if (range.length) return range;
    const [least, most] = [node.text('schema:suggestedminage'), node.text('schema:suggestedmaxage')];
    return least || most ? [{ value: `${least ?? ''}-${most ?? ''}` }] : [];
  });
}
