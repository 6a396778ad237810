import { createHash } from 'node:crypto';
import { type Incoming, json, type Reply } from './reply.ts';
import type { Side } from './side.ts';
import type { HeldSkill } from './skill-files.ts';

/** When everything here was changed last, whole seconds as HTTP dates have them. */
const modified = 'Mon, 08 Jan 2024 09:00:00 GMT';

/**
 * Makes a place where the skills are published as documents, as organisations without any service do: `GET
 * /documents/collection.json` (RSD Collection), `/documents/item.json` (the first skill as CASE-LD),
 * `/documents/framework.jsonld` (CTDL-ASN graph). Says when they changed, and `304` to who knows it; `/documents/old`
 * sends on to the collection.
 */
export function createDocuments(url: string, skills: readonly HeldSkill[]): Side {
  const idOf = ({ uuid }: HeldSkill) => `${url}/documents/skills/${uuid}`;
  const documents = new Map<string, [type: string, make: () => unknown]>([
    ['collection.json', ['application/json', () => collection(url, skills, idOf)]],
    ['item.json', ['application/ld+json', () => item(url, skills, idOf)]],
    ['framework.jsonld', ['application/ld+json', () => framework(url, skills, idOf)]],
  ]);
  return {
    route({ method, path, headers }) {
      const name = /^\/documents\/([^/]+)$/.exec(path)?.[1];
      if (!name || method !== 'GET') return undefined;
      if (name === 'old') return { status: 301, headers: { location: '/documents/collection.json' } };
      const [type, make] = documents.get(name) ?? [];
      return type && make ? document(make(), type, headers) : undefined;
    },
    cors: ({ path }) => (path.startsWith('/documents/') ? {} : undefined),
  };
}

function document(value: unknown, type: string, headers: Incoming['headers']): Reply {
  const reply = json(value);
  const etag = `"${createHash('md5')
    .update(reply.body ?? '')
    .digest('hex')}"`;
  const validators = { etag, 'last-modified': modified };
  const known = headers['if-none-match'];
  const same = known === undefined ? headers['if-modified-since'] === modified : known === etag;
  if (same) return { status: 304, headers: validators };
  return { ...reply, headers: { ...validators, 'content-type': type } };
}

type Ids = (skill: HeldSkill) => string;

function collection(url: string, skills: readonly HeldSkill[], idOf: Ids): unknown {
  return {
    '@context': 'https://rsd.openskillsnetwork.org/context-v1.json',
    id: `${url}/documents/collection.json`,
    type: 'Collection',
    name: 'Published Skills',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    skills: skills.map((skill) => ({
      ...{ id: idOf(skill), type: 'RichSkillDescriptor', skillName: skill.name, skillStatement: skill.statement },
      ...{ keywords: skill.keywords, category: skill.categories.join(';') },
    })),
  };
}

function item(url: string, [skill]: readonly HeldSkill[], idOf: Ids): unknown {
  return {
    '@context': 'https://purl.imsglobal.org/spec/case/v1p0/context/imscasev1p0_context_v1p0.jsonld',
    type: 'CFItem',
    id: skill && idOf(skill),
    identifier: skill?.uuid,
    lastChangeDateTime: '2024-01-08T09:00:00+00:00',
    CFDocumentURI: { type: 'LinkURI', title: 'Published Items', targetId: `${url}/documents/items` },
    abbreviatedStatement: skill?.name,
    fullStatement: skill?.statement,
    conceptKeywords: skill?.keywords,
    language: 'en',
  };
}

function framework(url: string, skills: readonly HeldSkill[], idOf: Ids): unknown {
  const id = `${url}/documents/framework.jsonld`;
  const byUuid = new Map(skills.map((skill) => [skill.uuid, skill]));
  return {
    '@context': 'https://credreg.net/ctdlasn/schema/context/json',
    '@graph': [
      { '@id': id, '@type': 'ceasn:CompetencyFramework', 'ceasn:name': { en: 'Published Competencies' } },
      ...skills.map((skill) => {
        const parent = byUuid.get(skill.parent ?? '');
        return {
          ...{ '@id': idOf(skill), '@type': 'ceasn:Competency', 'ceasn:isPartOf': id },
          ...{ 'ceasn:competencyLabel': { en: skill.name }, 'ceasn:competencyText': { en: skill.statement } },
          ...(skill.code && { 'ceasn:codedNotation': skill.code }),
          ...(parent && { 'ceasn:isChildOf': idOf(parent) }),
        };
      }),
    ],
  };
}
