import type { Framework } from '../domain/framework.ts';
import { type JsonRecord, listOf, textOf, textsOf, under, underAny } from '../domain/json-value.ts';
import type { Skill } from '../domain/skill.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { type CaseRelations, relatedTo } from './case-relations.ts';
import { placeIn } from './places.ts';
import { skillUri } from './skill-uri.ts';

/**
 * The uri of a CFItem: its own, else its identifier, which is a UUID (CASE 1.0 and 1.1). CASE-LD writes `id`.
 * `base` is the document's address, for what is relative.
 */
export function uriOfItem(item: JsonRecord, base?: string): string | undefined {
  return skillUri(textOf(underAny(item, 'uri', 'id', '@id')), base) ?? skillUri(textOf(under(item, 'identifier')));
}

/**
 * A CFItem in our shape; undefined where it says nothing. The statement may hold Markdown, as its source wrote it. Its
 * class is `CFItem`; what kind of item it is, such as "Standard", is its category.
 */
export function skillOfItem(
  item: JsonRecord,
  uri: string,
  framework: Framework,
  relations: CaseRelations,
): Skill | undefined {
  const short = textOf(underAny(item, 'abbreviatedStatement', 'alternativeLabel'));
  const statement = textOf(under(item, 'fullStatement')) ?? short;
  if (!statement) return undefined;
  const code = textOf(under(item, 'humanCodingScheme'));
  const category = textOf(under(item, 'CFItemType')) ?? textOf(under(under(item, 'CFItemTypeURI'), 'title'));
  const level = textsOf(under(item, 'educationLevel')).join(', ');
  const language = textOf(under(item, 'language')) ?? framework.language;
  const license = addressOfLicence(under(item, 'licenseURI')) ?? framework.license;
  const isOver = framework.status === 'deprecated' || isPast(textOf(under(item, 'statusEndDate')));
  return {
    uri,
    name: short ?? statement,
    statement,
    ...(code && { code }),
    type: 'CFItem',
    framework: { uri: framework.uri, name: framework.name },
    ...(category && { category }),
    keywords: textsOf(listOf(under(item, 'conceptKeywords')).flatMap((one) => textOf(one)?.split(/[;|]/) ?? [])),
    ...(level && { level }),
    ...placeIn(relations.places, uri),
    ...relatedTo(uri, relations, isOver),
    ...(language && { language }),
    ...(license && { license }),
  };
}

/** The licence that a LinkURI names, where it is the licence's own address and not a record of it on the server. */
export function addressOfLicence(link: unknown): string | undefined {
  const uri = textOf(link) ?? textOf(underAny(link, 'uri', 'targetId', 'id'));
  return uri && isWebAddress(uri) && !/\/CFLicenses\//i.test(uri) ? uri : undefined;
}

/** Whether an ISO 8601 date lies before today. */
function isPast(date: string | undefined): boolean {
  return date !== undefined && /^\d{4}-\d{2}-\d{2}/.test(date) && date < new Date().toISOString().slice(0, 10);
}
