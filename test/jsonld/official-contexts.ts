import { existsSync, readFileSync } from 'node:fs';

const schemas = new URL('../../../shared/data/schemas/', import.meta.url);

/** Whether the official contexts, vocabularies and JSON Schemas are at hand. They are never part of the repository. */
export const hasOfficial = existsSync(schemas);

/** One of the official files, parsed. */
export function official(path: string): Record<string, unknown> {
  return JSON.parse(readFileSync(new URL(path, schemas), 'utf8'));
}

/** Says on the console how many cases a test leaves out where the official files are missing. */
export function noticeLeftOut(cases: string): void {
  if (!hasOfficial) console.warn(`left out, since ../shared/data/schemas is missing: ${cases}`);
}

/** The official context at an address, where it is at hand: a document with `@context`. */
export function officialContext(address: string): Record<string, unknown> | undefined {
  if (/^https?:\/\/schema\.org\/?$/.test(address)) return official('schemaorg/schemaorgcontext.jsonld');
  const index = official('contexts/index.json');
  const entry = index[address];
  if (address === 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json') {
    return official('contexts/purl.imsglobal.org_spec_clr_v2p0_context-2.0.1.json');
  }
  if (address === 'https://w3id.org/openbadges/v2') return official('contexts/w3id.org_openbadges_v2.json');
  if (address === 'https://rsd.openskillsnetwork.org/context-v1.json') {
    return official('contexts/rsd.openskillsnetwork.org_context-v1.json');
  }
  return entry ? official(`contexts/${(entry as { file: string }).file}`) : undefined;
}
