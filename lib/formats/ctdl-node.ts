import type { SkillSnapshot } from '../domain/skill.ts';
import { linksOf } from './identifier.ts';
import type { Json } from './json-text.ts';
import { uuid5 } from './uuid5.ts';

/** The address of CTDL's own context (https://credreg.net/ctdl/terms). */
export const ctdlContext = 'https://credreg.net/ctdl/schema/context/json';

/** The members of a CTDL node, each term with its prefix, as the Credential Registry writes them. */
export type CtdlNode = { [term: string]: Json };

/** Words for which nobody says a language (BCP 47, "und"): a language map wants a tag for each text. */
export const undetermined = 'und';

/** A language tag where the text is one (BCP 47, section 2.1: language, then subtags); undefined where it is none. */
export function languageTag(text: string | undefined): string | undefined {
  return text && /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/i.test(text) ? text : undefined;
}

/** A text, or several, as CTDL's language map; undefined where there is nothing to write. */
export function inLanguage(text: string | readonly string[] | undefined, language: string | undefined): Json {
  return text && text.length > 0 ? { [languageTag(language) ?? undetermined]: text } : undefined;
}

/**
 * How a node is called that its owner has not registered: a `urn:uuid:`, version 5, of an address, and the CTID of the same
 * UUID (CTDL, ceterms:ctid: `ce-` and a UUID). Both are the same wherever it is written.
 */
export function nodeNames(address: string): { '@id': string; 'ceterms:ctid': string } {
  const id = uuid5(address);
  return { '@id': id, 'ceterms:ctid': id.replace('urn:uuid:', 'ce-') };
}

/** Stands for the framework that CTDL-ASN wants with each competency, where a skill has none with an address. */
export const ownFramework = nodeNames('https://placeholder.invalid/#framework');

/** The name of a skill where CTDL wants one: its own, else its statement, else its identifier. */
export function nameFor({ name, statement, uri }: { name: string; statement?: string; uri: string }): string {
  return [name, statement, uri].find((text) => text?.trim()) ?? uri;
}

/** A skill as the target of an alignment (https://credreg.net/ctdl/terms/CredentialAlignmentObject). */
export function alignmentObject(skill: SkillSnapshot, { fit, created }: { fit: string; created: string }): CtdlNode {
  const { framework, language } = skill;
  return {
    '@type': 'ceterms:CredentialAlignmentObject',
    'ceterms:targetNode': linksOf(skill.uri).iri,
    'ceterms:targetNodeName': inLanguage(nameFor(skill), language),
    'ceterms:targetNodeDescription': inLanguage(skill.statement, language),
    'ceterms:codedNotation': skill.code || undefined,
    'ceterms:framework': linksOf(framework?.uri).iri,
    'ceterms:frameworkName': inLanguage(framework?.name, language),
    'ceterms:alignmentType': `ceasn:${fit}Alignment`,
    'ceterms:alignmentDate': created.slice(0, 10),
  };
}
