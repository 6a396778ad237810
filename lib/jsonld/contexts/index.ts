import { caseLd } from './case.ts';
import { cass } from './cass.ts';
import { clr2 } from './clr-2.ts';
import { credentials1, credentials2 } from './credentials.ts';
import { ctdl } from './ctdl.ts';
import { dataIntegrity } from './data-integrity.ts';
import { lrmi } from './lrmi.ts';
import { openBadges2 } from './open-badges-2.ts';
import { openBadges3 } from './open-badges-3.ts';
import { rsd } from './rsd.ts';
import { schemaOrg } from './schema-org.ts';
import type { Context } from './terms.ts';
import { webAnnotation } from './web-annotation.ts';

/** The context by which terms are read that no known context defines. */
export const fallbackContext = schemaOrg;

/** Addresses without scheme, `www.` and trailing slash: pages write them every way. */
const contexts: ReadonlyMap<string, Context> = new Map([
  ['schema.org', schemaOrg],
  ['schema.org/docs/jsonldcontext.jsonld', schemaOrg],
  ['schema.org/docs/jsonldcontext.json', schemaOrg],
  ['purl.org/dcx/lrmi-terms', lrmi],
  ['w3id.org/openbadges/v2', openBadges2],
  ['openbadgespec.org/v2/context.json', openBadges2],
  ['purl.imsglobal.org/spec/ob/v3p0/context.json', openBadges3],
  ['purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json', openBadges3],
  ['purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json', openBadges3],
  ['purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', openBadges3],
  ['purl.imsglobal.org/spec/clr/v2p0/context.json', clr2],
  ['purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', clr2],
  ['w3.org/ns/credentials/v2', credentials2],
  ['w3.org/2018/credentials/v1', credentials1],
  ['w3id.org/security/data-integrity/v2', dataIntegrity],
  ['rsd.openskillsnetwork.org/context-v1.json', rsd],
  ['credreg.net/ctdl/schema/context/json', ctdl],
  ['credreg.net/ctdlasn/schema/context/json', ctdl],
  ['schema.cassproject.org/0.4', cass],
  ['w3.org/ns/anno.jsonld', webAnnotation],
  ['purl.imsglobal.org/spec/case/v1p0/context/imscasev1p0_context_v1p0.jsonld', caseLd],
]);

/** The context that stands at an address, however the page spells the address; undefined where we hold none. */
export function contextAt(address: string): Context | undefined {
  return contexts.get(plainAddress(address));
}

function plainAddress(address: string): string {
  return address
    .trim()
    .slice(0, 200)
    .toLowerCase()
    .replace(/^(https?:)?\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/#]+$/, '');
}

/**
 * Contexts of ours that define every term of the official one just as it does, so that statements read by them are the
 * statements that somebody else signed. By their exact address, as Data Integrity wants it.
 */
const complete: ReadonlyMap<string, Context> = new Map([
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', openBadges3],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', clr2],
  ['https://w3id.org/security/data-integrity/v2', dataIntegrity],
]);

/** The complete context at exactly this address; undefined where we hold none, or only a part of it. */
export function completeContextAt(address: string): Context | undefined {
  return complete.get(address);
}
