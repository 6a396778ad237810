import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { asObject } from './reply.ts';

/** A skill as the practice registry holds it, whatever file it came from. */
export type HeldSkill = {
  /** Makes up its address here. */
  uuid: string;
  name: string;
  statement: string;
  code?: string;
  categories: string[];
  authors: string[];
  keywords: string[];
  standards: string[];
  /** As OSMT's search rows have them. */
  occupations: Record<string, unknown>[];
  status: string;
  publishDate?: string;
  language?: string;
  framework?: { uuid: string; name: string };
  /** The skill above it, by uuid. */
  parent?: string;
  /** Another that is the same, by uuid. */
  same?: string;
  level?: string;
};

/**
 * Reads skills from a file: an array of OSMT rows, a Collection of Rich Skill Descriptors (our starter library), or a
 * CTDL-ASN graph. Recognised by content; `.gz` is unpacked. Throws where it is none of them.
 */
export function readSkillFile(path: string): HeldSkill[] {
  const bytes = readFileSync(path);
  const value: unknown = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8'));
  if (Array.isArray(value)) return objects(value).map((row) => fromDescriptor(row));
  const graph = asObject(value)?.['@graph'];
  if (Array.isArray(graph)) return fromGraph(objects(graph));
  const skills = asObject(value)?.skills;
  if (!Array.isArray(skills)) throw new Error(`${path}: neither OSMT rows, nor a Collection, nor a CTDL-ASN graph`);
  const framework = { uuid: uuidIn(string(asObject(value)?.id)), name: string(asObject(value)?.name) };
  return objects(skills).map((row) => ({ ...fromDescriptor(row), framework }));
}

function fromDescriptor(row: Record<string, unknown>): HeldSkill {
  const publishDate = string(row.publishDate);
  return {
    uuid: uuidIn(string(row.uuid) || string(row.id)),
    name: string(row.skillName),
    statement: string(row.skillStatement),
    categories: strings(row.categories ?? row.category),
    authors: strings(row.authors ?? row.author),
    keywords: strings(row.keywords),
    standards: strings(row.standards),
    occupations: objects(row.occupations).map(rawJobCode),
    status: string(row.status) || 'published',
    ...(publishDate && { publishDate }),
  };
}

function fromGraph(nodes: Record<string, unknown>[]): HeldSkill[] {
  const frameworks = new Map(
    nodes
      .filter((node) => node['@type'] === 'ceasn:CompetencyFramework')
      .map((node) => [node['@id'], { uuid: uuidIn(string(node['ceterms:ctid'])), name: inWords(node['ceasn:name']) }]),
  );
  return nodes
    .filter((node) => node['@type'] === 'ceasn:Competency')
    .map((node) => {
      const framework = frameworks.get(node['ceasn:isPartOf']);
      const statement = inWords(node['ceasn:competencyText']);
      const code = string(node['ceasn:codedNotation']);
      const category = inWords(node['ceasn:competencyCategory']);
      return {
        uuid: uuidIn(string(node['ceterms:ctid'])),
        name: inWords(node['ceasn:competencyLabel']) || statement.slice(0, 80),
        statement,
        categories: category ? [category] : [],
        authors: [],
        keywords: code ? [code] : [],
        standards: [],
        occupations: [],
        status: 'published',
        language: 'en-us',
        ...(code && { code }),
        ...(framework && { framework }),
        ...(node['ceasn:isChildOf'] !== undefined && { parent: uuidIn(string(node['ceasn:isChildOf'])) }),
        ...(node['ceasn:exactAlignment'] !== undefined && { same: uuidIn(string(node['ceasn:exactAlignment'])) }),
        ...(node['ceasn:complexityLevel'] !== undefined && { level: string(node['ceasn:complexityLevel']) }),
      };
    });
}

/** A job code as OSMT's search rows write it; the starter library names an occupation as RSDs do. */
function rawJobCode(given: Record<string, unknown>): Record<string, unknown> {
  if (Object.hasOwn(given, 'majorCode')) return given;
  const code = string(given.code) || string(given.codedNotation);
  const name = string(given.targetNodeName) || string(given.name);
  const part = (digits: number, zeros: string) => code.slice(0, 3 + digits) + zeros;
  return {
    ...{
      major: null,
      minor: null,
      broad: null,
      detailed: name,
      code,
      name,
      description: '',
      framework: 'o*net',
      url: null,
    },
    ...{
      majorCode: part(0, '0000'),
      minorCode: part(2, '00'),
      broadCode: part(3, '0'),
      detailedCode: code.slice(0, 7),
    },
    jobRoleCode: code.includes('.') ? code : null,
  };
}

/** The UUID in an identifier; one made from it where it has none. */
function uuidIn(identifier: string): string {
  const found = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(identifier)?.[0];
  if (found) return found.toLowerCase();
  const hash = createHash('md5').update(identifier).digest('hex');
  return hash.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A text that may be a language map. */
function inWords(value: unknown): string {
  const first = typeof value === 'string' ? value : Object.values(asObject(value) ?? {})[0];
  return string(Array.isArray(first) ? first[0] : first);
}

function string(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function strings(value: unknown): string[] {
  if (typeof value === 'string') return value === '' ? [] : value.split(';');
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function objects(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.map(asObject).filter((one) => one !== undefined) : [];
}
