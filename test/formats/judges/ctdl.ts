import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { expect } from 'vitest';
import { hasOfficial, official } from '../../jsonld/official-contexts.ts';

type CtdlNode = Record<string, unknown>;

/** What each class must have, by the Credential Registry's schemas, and what of it may be a reference or a text by language. */
const required: Readonly<Record<string, readonly string[]>> = {
  'ceterms:LearningOpportunityProfile': ['ceterms:name', 'ceterms:description', 'ceterms:subjectWebpage'],
  'ceterms:Course': ['ceterms:name', 'ceterms:description', 'ceterms:subjectWebpage'],
  'ceterms:AssessmentProfile': ['ceterms:name', 'ceterms:description', 'ceterms:subjectWebpage'],
  'ceasn:Competency': ['ceasn:competencyText', 'ceasn:inLanguage', 'ceasn:isPartOf'],
  'ceasn:CompetencyFramework': ['ceasn:name', 'ceasn:description', 'ceasn:inLanguage'],
  'ceterms:AlignmentMap': ['ceterms:name', 'ceterms:description'],
};
const credential = ['ceterms:name', 'ceterms:description', 'ceterms:subjectWebpage', 'ceterms:credentialStatusType'];

/** Rules that hold in any case: identifiers, required members, addresses, language maps, shapes of what stands inside. */
export function expectCtdlNode(node: CtdlNode): void {
  expect(node['@id']).toMatch(/^(https?:|urn:|did:)[^\s"<>\\^`{|}]+$/);
  expect(node['ceterms:ctid']).toMatch(/^ce-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  for (const member of required[String(node['@type'])] ?? credential) expect(node, member).toHaveProperty([member]);
  for (const [term, value] of members(node)) {
    if (/(targetNode|framework|subjectWebpage|isPartOf|[a-z]Alignment|sourceNode)$/.test(term))
      for (const one of [value].flat()) expect(one, term).toMatch(/^(https?:|urn:|did:)[^\s"<>\\^`{|}]+$/);
    if (/(:name|:description|Name|Description|:keyword|Label|Text|Category|Keyword)$/.test(term))
      expectLanguageMap(value);
    expect(value, term).not.toBe('');
    if (Array.isArray(value)) expect(value.length, term).toBeGreaterThan(0);
  }
}

function expectLanguageMap(value: unknown): void {
  for (const [tag, text] of Object.entries(value as object)) {
    expect(tag).toMatch(/^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/i);
    for (const one of [text].flat()) expect(typeof one).toBe('string');
  }
}

function* members(value: unknown): Generator<[string, unknown]> {
  if (Array.isArray(value)) for (const one of value) yield* members(one);
  else if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value)) {
      if (name.includes(':')) yield [name, inner];
      if (name.includes(':')) yield* members(inner);
    }
}

const files: Readonly<Record<string, string>> = {
  'ceterms:LearningOpportunityProfile': 'learningOpportunityProfileSchema',
  'ceterms:Course': 'learningOpportunityProfileSchema',
  'ceterms:AssessmentProfile': 'assessmentProfileSchema',
  'ceasn:Competency': 'competency',
  'ceasn:CompetencyFramework': 'competency_framework',
};

/** The classes that 2018's schema of credentials knows and that we write. */
const credentialClasses =
  /^ceterms:(Badge|Certificate|Certification|Degree|Diploma|License|MicroCredential|OpenBadge)$/;

/** Terms that CTDL has now and the schemas of 2018 have not yet. */
const newer: Readonly<Record<string, readonly string[]>> = {
  'ceterms:LearningOpportunityProfile': ['ceterms:audienceLevelType'],
  'ceterms:Course': ['ceterms:audienceLevelType'],
  'ceterms:AssessmentProfile': ['ceterms:audienceLevelType'],
  'ceasn:Competency': ['ceasn:competencyLabel', 'ceasn:license', 'ceasn:isTopChildOf', 'ceterms:occupationType'],
};

/**
 * The Credential Registry's JSON Schemas of 2018-06-30 for the classes that they cover; undefined where they are not at
 * hand. CTDL changed since in three ways, which are undone before judging: texts were plain then, a Course was written as a
 * learning opportunity, and a few terms were not there.
 */
export function ctdlSchema(): ((node: CtdlNode) => string | undefined) | undefined {
  if (!hasOfficial) return undefined;
  const ajv = new Ajv({ strict: false, allErrors: true, validateSchema: false });
  addFormats.default(ajv);
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return (node) => {
    const type = String(node['@type']);
    const file = files[type] ?? (credentialClasses.test(type) ? 'credentialSchema' : undefined);
    if (!file) return undefined;
    if (!compiled.has(file)) {
      const { $schema: _, ...schema } = official(`ctdl/Schema-2018-06-30/${file}.json`);
      compiled.set(file, ajv.compile(schema));
    }
    const validate = compiled.get(file);
    const judged = Object.fromEntries(
      Object.entries(node)
        .filter(([term]) => !newer[type]?.includes(term))
        .map(([term, value]) => [term, type.startsWith('ceasn:') ? asnValue(term, value) : plain(value)]),
    );
    if (type === 'ceterms:Course') judged['@type'] = 'ceterms:LearningOpportunityProfile';
    return validate?.(judged) ? undefined : `${type}: ${ajv.errorsText(validate?.errors)}`;
  };
}

/** The schemas of 2018 want a list of language maps where the registry writes one map with lists. */
function asnValue(term: string, value: unknown): unknown {
  if (!/:(competencyCategory|conceptKeyword)$/.test(term)) return value;
  return Object.entries(value as object).flatMap(([tag, texts]) => [texts].flat().map((text) => ({ [tag]: text })));
}

/** A value with its language maps as texts. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [first] = entries;
  if (first && entries.length === 1 && !first[0].includes(':') && !first[0].startsWith('@')) return first[1];
  return Object.fromEntries(entries.map(([term, inner]) => [term, plain(inner)]));
}
