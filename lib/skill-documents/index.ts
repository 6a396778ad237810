import type { DocumentKind } from '../domain/document-kind.ts';
import { asnJson } from './asn-json.ts';
import { caseLd } from './case-ld.ts';
import { casePackage } from './case-package.ts';
import { ctdlAsn } from './ctdl-asn.ts';
import { escoCsv } from './esco-csv.ts';
import { moodleCsv } from './moodle-csv.ts';
import { onetText } from './onet-text.ts';
import { osmtCsv } from './osmt-csv.ts';
import { plainCsv } from './plain-csv.ts';
import { rsdJson } from './rsd-json.ts';
import { looksLikeJson, sampleOf } from './sample.ts';
import type { DocumentSource, SkillDocument } from './skill-document.ts';
import { skos } from './skos.ts';

/**
 * Every kind of document, under its id, in the order in which they are asked whether a document is theirs: JSON before
 * tables, what is marked before what is only shaped, and the table whose columns nobody knows last.
 */
export const skillDocuments = {
  'rsd-json': rsdJson,
  'case-package': casePackage,
  'case-ld': caseLd,
  'asn-json': asnJson,
  'ctdl-asn': ctdlAsn,
  skos,
  'osmt-csv': osmtCsv,
  'esco-csv': escoCsv,
  'onet-text': onetText,
  'moodle-csv': moodleCsv,
  'plain-csv': plainCsv,
} satisfies Record<DocumentKind, SkillDocument>;

/**
 * The kind of a document, by what is in it; undefined where it is none of ours. Rejects with the signal's reason, and with
 * a ProblemError where nothing could be read whatever the kind: I400 empty, I401 binary, I402 in another encoding than
 * UTF-8, I403 too large, I404 a web page, I405 broken JSON.
 */
export async function recognise(source: DocumentSource, signal?: AbortSignal): Promise<SkillDocument | undefined> {
  const sample = await sampleOf(source, signal);
  for (const document of Object.values(skillDocuments)) {
    signal?.throwIfAborted();
    if (await document.recognises(sample)) return document;
  }
  // A document that broke off before anything telling is broken, not unknown.
  if (looksLikeJson(sample)) await sample.json();
  return undefined;
}
