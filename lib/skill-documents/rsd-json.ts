import type { Framework } from '../domain/framework.ts';
import { isRecord, type JsonRecord, listOf, textOf, textsOf, under, underAny } from '../domain/json-value.ts';
import type { Occupation, Skill } from '../domain/skill.ts';
import { hostOf, isWebAddress } from '../domain/web-address.ts';
import { noEntry } from './document-problem.ts';
import { handOut } from './hand-out.ts';
import { frameworkOfSource } from './named-uri.ts';
import { jsonOf, looksLikeJson } from './sample.ts';
import type { DocumentSource, ReadOptions, SkillDocument } from './skill-document.ts';
import { skillUri } from './skill-uri.ts';
import { newTally, type Tally } from './warnings.ts';

/**
 * Rich Skill Descriptors as JSON: one, a list of them as OSMT's API answers it (v2 and v3), a collection of OSMT, and a
 * Collection by the RSD specification (https://rsd.openskillsnetwork.org, "Publish a Collection"), which our own starter
 * library is.
 */
export const rsdJson: SkillDocument = {
  id: 'rsd-json',
  label: 'Rich Skill Descriptors (RSD, OSMT)',

  async recognises(sample) {
    if (!looksLikeJson(sample) || !/skill/i.test(sample.text)) return false;
    const json = await sample.json();
    return isCollection(json) || listOf(json).slice(0, 20).some(isDescriptor);
  },

  async read(source, options = {}) {
    const json = await jsonOf(source, options.signal);
    const tally = newTally();
    const collection = isCollection(json) ? json : undefined;
    const rows = collection ? listOf(under(collection, 'skills')) : listOf(json);
    const framework = collection ? collectionOf(collection, source) : libraryOf(rows, source);
    const skills = skillsIn(rows, { framework: collection && framework, source, options, tally });
    return {
      frameworks: [{ framework, skills: handOut(skills, { name: source.name, signal: options.signal }) }],
      warnings: tally.warnings,
    };
  },
};

type Reading = {
  /** The collection, where the document is one. */
  framework?: Framework;
  source: DocumentSource;
  options: ReadOptions;
  tally: Tally;
};

function* skillsIn(rows: readonly unknown[], reading: Reading): Generator<Skill> {
  for (const [at, row] of rows.entries()) {
    if (typeof row === 'string') {
      reading.tally.count('I438');
      continue;
    }
    if (!isRecord(row)) throw noEntry(reading.source.name, at + 1);
    const skill = skillOf(row, reading);
    if (skill) yield skill;
  }
}

/** A descriptor in our shape. Alignments, standards, certifications and employers have no place in it. */
function skillOf(row: JsonRecord, { framework, source, tally }: Reading): Skill | undefined {
  const uri = uriOf(row, source);
  const name = textOf(under(row, 'skillName'));
  const statement = textOf(under(row, 'skillStatement'));
  if (!uri || !(name ?? statement)) {
    tally.count(uri ? 'I431' : 'I430');
    return undefined;
  }
  const category = namesIn(underAny(row, 'categories', 'category'))[0];
  const occupations = occupationsOf(row);
  const status = statusOf(row);
  const language = textOf(underAny(row, 'inLanguage', 'language')) ?? framework?.language;
  const license = textOf(under(row, 'license')) ?? framework?.license;
  const ctid = textOf(under(row, 'ctid'));
  return {
    uri,
    name: name ?? statement ?? '',
    statement: statement ?? name ?? '',
    type: 'RichSkillDescriptor',
    framework: framework ? { uri: framework.uri, name: framework.name } : listerOf(row, uri),
    ...(category && { category }),
    keywords: namesIn(under(row, 'keywords')),
    ...(occupations.length > 0 && { occupations }),
    ...(status && { status }),
    ...(ctid && { sameAs: [`https://credentialengineregistry.org/resources/${ctid}`] }),
    ...(language && { language }),
    ...(license && { license }),
  };
}

function uriOf(row: JsonRecord, { address }: DocumentSource): string | undefined {
  // Development servers of OSMT before 3.0 wrote ids such as `-http://localhost:8080/api/skills/...`.
  const id = textOf(underAny(row, 'id', '@id'))?.replace(/^-+/, '');
  const uuid = textOf(under(row, 'uuid'));
  return skillUri(id, address) ?? skillUri(uuid && `urn:uuid:${uuid}`);
}

function statusOf(row: JsonRecord): Skill['status'] {
  const status = textOf(under(row, 'status'))?.toLowerCase();
  if (status === 'draft') return 'draft';
  return status === 'archived' || status === 'deleted' ? 'deprecated' : undefined;
}

/** Keywords and categories: a `;`-joined string (v2), strings, or objects with a name. */
function namesIn(value: unknown): string[] {
  const names = listOf(value).flatMap((one) =>
    isRecord(one) ? listOf(underAny(one, 'skillName', 'name')) : typeof one === 'string' ? one.split(';') : [],
  );
  return textsOf(names);
}

/** Occupations: bare codes, raw job codes (search rows of OSMT), or alignments to an occupation. */
function occupationsOf(row: JsonRecord): Occupation[] {
  const byCode = new Map<string, Occupation>();
  for (const one of listOf(under(row, 'occupations'))) {
    const code = textOf(one) ?? textOf(underAny(one, 'code', 'codedNotation'));
    const name = textOf(underAny(one, 'targetNodeName', 'name', 'detailed'));
    if (code && !byCode.has(code)) byCode.set(code, { code, ...(name && { name }) });
  }
  return [...byCode.values()];
}

/** Who lists a skill that came by itself: the collection that it names, else the library that its address is of. */
function listerOf(row: JsonRecord, uri: string): Skill['framework'] {
  const member = textOf(underAny(row, 'isMemberOf'));
  if (member && isWebAddress(member)) return { uri: member };
  const library = libraryAddress(uri);
  const collection = listOf(under(row, 'collections')).find(isRecord);
  const uuid = textOf(under(collection, 'uuid'));
  const name = textOf(under(collection, 'name'));
  if (library && uuid && name) return { uri: `${library}/api/collections/${uuid}`, name };
  return library ? { uri: library, name: hostOf(library) } : undefined;
}

function libraryAddress(uri: string): string | undefined {
  return isWebAddress(uri) ? uri.replace(/\/(api\/(v\d\/)?)?skills\/.*$/, '').replace(/\/$/, '') : undefined;
}

function collectionOf(collection: JsonRecord, source: DocumentSource): Framework {
  const fallback = frameworkOfSource(source);
  const description = textOf(under(collection, 'description'));
  const publisher = textOf(underAny(collection, 'author', 'owner', 'creator'));
  const license = textOf(under(collection, 'license'));
  const language = textOf(underAny(collection, 'inLanguage', 'language'));
  const status = statusOf(collection);
  const modified = textOf(underAny(collection, 'updateDate', 'dateModified'));
  return {
    uri: uriOf(collection, source) ?? fallback.uri,
    name: textOf(under(collection, 'name')) ?? fallback.name,
    ...(description && { description }),
    ...(publisher && { publisher }),
    ...(license && { license }),
    ...(language && { language }),
    ...((status === 'draft' || status === 'deprecated') && { status }),
    ...(modified && { modified }),
  };
}

/** What stands for a framework where descriptors come without a collection: the one descriptor, or their common library. */
function libraryOf(rows: readonly unknown[], source: DocumentSource): Framework {
  const fallback = frameworkOfSource(source);
  const [only] = rows;
  if (rows.length === 1 && isRecord(only)) {
    const name = textOf(underAny(only, 'skillName', 'skillStatement')) ?? fallback.name;
    return { uri: uriOf(only, source) ?? fallback.uri, name };
  }
  const uris = rows.flatMap((row) => (isRecord(row) && uriOf(row, source)) || []);
  const libraries = new Set(uris.map(libraryAddress));
  const [library] = libraries;
  return library && libraries.size === 1
    ? { uri: source.address ?? library, name: hostOf(library) }
    : { uri: fallback.uri, name: fallback.name };
}

function isCollection(value: unknown): value is JsonRecord {
  if (!isRecord(value) || !Array.isArray(under(value, 'skills'))) return false;
  const type = textOf(underAny(value, 'type', '@type'));
  const skills = listOf(under(value, 'skills'));
  return type === 'Collection' || type === 'RichSkillCollection' || skills.slice(0, 20).some(isDescriptor);
}

function isDescriptor(value: unknown): boolean {
  const type = underAny(value, 'type', '@type');
  return textOf(under(value, 'skillStatement')) !== undefined && (type === 'RichSkillDescriptor' || isNamed(value));
}

function isNamed(value: unknown): boolean {
  return textOf(under(value, 'skillName')) !== undefined;
}
