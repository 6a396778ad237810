import type { Framework } from '../domain/framework.ts';
import { isRecord, type JsonRecord, listOf, textOf, under, underAny } from '../domain/json-value.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { addressOfLicence, skillOfItem, uriOfItem } from './case-item.ts';
import { type CaseAssociation, type CaseRelations, relationsOf, top } from './case-relations.ts';
import { noItem, noPackage } from './document-problem.ts';
import { handOut } from './hand-out.ts';
import { frameworkOfSource } from './named-uri.ts';
import { jsonOf, looksLikeJson } from './sample.ts';
import type { DocumentSource, SkillDocument } from './skill-document.ts';
import { skillUri } from './skill-uri.ts';
import { newTally, type Tally } from './warnings.ts';

/**
 * A framework of 1EdTech CASE, 1.0 or 1.1, as a CFPackage (https://www.imsglobal.org/spec/case): its items as skills, its
 * tree by isChildOf and sequenceNumber. Rubrics and definitions are not skills; of associations that say neither where an
 * item stands nor what became of it nothing is kept.
 */
export const casePackage: SkillDocument = {
  id: 'case-package',
  label: 'CASE framework (CFPackage)',

  async recognises(sample) {
    return looksLikeJson(sample) && sample.text.includes('CF') && packageIn(await sample.json()) !== undefined;
  },

  async read(source, options = {}) {
    const found = packageIn(await jsonOf(source, options.signal));
    if (!found) throw noPackage(source.name);
    const tally = newTally();
    const framework = frameworkOf(found, source);
    const items = itemsIn(found, source, tally);
    const relations = relationsOf(associationsIn(found, items), new Set(items.keys()), tally);
    const skills = skillsIn(items, framework, relations, tally);
    return {
      frameworks: [{ framework, skills: handOut(skills, { name: source.name, signal: options.signal }) }],
      warnings: tally.warnings,
    };
  },
};

/** Items by uri; of a uri that comes several times all of them, so that handing out can refuse the second. */
type Items = Map<string, JsonRecord[]>;

function itemsIn(found: JsonRecord, source: DocumentSource, tally: Tally): Items {
  const items: Items = new Map();
  for (const [at, item] of listOf(under(found, 'CFItems')).entries()) {
    if (!isRecord(item)) throw noItem(source.name, `CFItems[${at}]`);
    const uri = uriOfItem(item, source.address);
    if (!uri) tally.count('I430');
    else items.set(uri, [...(items.get(uri) ?? []), item]);
  }
  return items;
}

function* skillsIn(items: Items, framework: Framework, relations: CaseRelations, tally: Tally) {
  for (const [uri, records] of items) {
    for (const item of records) {
      const skill = skillOfItem(item, uri, framework, relations);
      if (skill) yield skill;
      else tally.count('I431');
    }
  }
}

/** Associations with the uris of what their ends name: real ones name an item by identifier, by uri, or by both. */
function* associationsIn(found: JsonRecord, items: Items): Generator<CaseAssociation> {
  const names = new Map<string, string>();
  for (const [uri, [item]] of items) {
    for (const name of [uri, textOf(under(item, 'identifier'))]) if (name) names.set(name, uri);
  }
  const document = under(found, 'CFDocument');
  for (const name of [textOf(under(document, 'uri')), textOf(under(document, 'identifier'))]) {
    if (name) names.set(name, top);
  }
  for (const one of listOf(under(found, 'CFAssociations'))) {
    const type = textOf(under(one, 'associationType'));
    const origin = endOf(under(one, 'originNodeURI'), names);
    const destination = endOf(under(one, 'destinationNodeURI'), names);
    if (!type || origin === undefined || destination === undefined) continue;
    const sequence = numberOf(under(one, 'sequenceNumber')) ?? listedAt(items.get(origin)?.[0]);
    const grouped = isRecord(under(one, 'CFAssociationGroupingURI'));
    yield { type, origin, destination, grouped, ...(sequence !== undefined && { sequence }) };
  }
}

function endOf(node: unknown, names: ReadonlyMap<string, string>): string | undefined {
  const [identifier, uri] = [textOf(under(node, 'identifier')), textOf(under(node, 'uri')) ?? textOf(node)];
  return names.get(uri ?? '') ?? names.get(identifier ?? '') ?? skillUri(uri) ?? skillUri(identifier);
}

/** Exports before sequenceNumber have only the list enumeration, such as `3` or `3.`, to tell the order. */
function listedAt(item: JsonRecord | undefined): number | undefined {
  return numberOf(textOf(under(item, 'listEnumeration'))?.replace(/[.)]$/, ''));
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function frameworkOf(found: JsonRecord, source: DocumentSource): Framework {
  const document = under(found, 'CFDocument');
  const fallback = frameworkOfSource(source);
  const uri = textOf(under(document, 'uri'));
  const description = textOf(under(document, 'description'));
  const publisher = textOf(underAny(document, 'publisher', 'creator'));
  const license = licenceOf(found);
  const version = textOf(under(document, 'version'));
  const language = textOf(under(document, 'language'));
  const status = statusOf(textOf(under(document, 'adoptionStatus')));
  const modified = textOf(under(document, 'lastChangeDateTime'));
  return {
    uri: uri && isWebAddress(uri) ? uri : fallback.uri,
    name: textOf(under(document, 'title')) ?? fallback.name,
    ...(description && { description }),
    ...(publisher && { publisher }),
    ...(license && { license }),
    ...(version && { version }),
    ...(language && { language }),
    ...(status && { status }),
    ...(modified && { modified }),
  };
}

/** The licence's own address; else its words, from the package's definitions; else whatever the document calls it. */
function licenceOf(found: JsonRecord): string | undefined {
  const link = under(under(found, 'CFDocument'), 'licenseURI');
  const identifier = textOf(under(link, 'identifier'));
  const definition = listOf(under(under(found, 'CFDefinitions'), 'CFLicenses')).find(
    (one) => identifier !== undefined && textOf(under(one, 'identifier')) === identifier,
  );
  return addressOfLicence(link) ?? textOf(under(definition, 'licenseText')) ?? textOf(underAny(link, 'title', 'uri'));
}

/** The adoption statuses of CASE: Private Draft, Draft, Adopted, Deprecated. */
function statusOf(adoption: string | undefined): Framework['status'] {
  if (/deprecated/i.test(adoption ?? '')) return 'deprecated';
  return /draft/i.test(adoption ?? '') ? 'draft' : undefined;
}

function packageIn(json: unknown): JsonRecord | undefined {
  const found = isRecord(under(json, 'CFPackage')) ? under(json, 'CFPackage') : json;
  return isRecord(found) && isRecord(under(found, 'CFDocument')) && Array.isArray(under(found, 'CFItems'))
    ? found
    : undefined;
}
