import { type Context, coerced, contained } from './terms.ts';

/**
 * CTDL and CTDL-ASN (https://credreg.net/ctdl/terms, https://credreg.net/ctdlasn/terms) under the addresses of their
 * contexts. Documents write every term with its prefix; listed are those whose values are addresses or texts by language.
 * The namespaces are the published ones; the choice of coercions is ours, from the terms' ranges.
 */
export const ctdl: Context = {
  ceterms: 'https://purl.org/ctdl/terms/',
  ceasn: 'https://purl.org/ctdlasn/terms/',
  asn: 'http://purl.org/ASN/schema/core/',
  dct: 'http://purl.org/dc/terms/',
  schema: 'http://schema.org/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  // Each name carries its own prefix, hence no namespace before it.
  ...contained(
    '',
    '@language',
    'ceterms:alternateName ceterms:description ceterms:frameworkName ceterms:keyword ceterms:name ' +
      'ceterms:targetNodeDescription ceterms:targetNodeName ceasn:comment ceasn:competencyCategory ' +
      'ceasn:competencyLabel ceasn:competencyText ceasn:conceptKeyword ceasn:description ceasn:name ' +
      'ceasn:publisherName skos:prefLabel skos:definition',
  ),
  ...coerced(
    '',
    '@id',
    'ceterms:availableOnlineAt ceterms:framework ceterms:hasPart ceterms:isPartOf ceterms:offeredBy ceterms:ownedBy ceterms:sameAs ' +
      'ceterms:source ceterms:sourceNode ceterms:subjectWebpage ceterms:targetAssessment ceterms:targetNode ceasn:abilityEmbodied ' +
      'ceasn:alignFrom ceasn:alignTo ceasn:broadAlignment ceasn:creator ceasn:derivedFrom ceasn:exactAlignment ' +
      'ceasn:hasChild ceasn:hasTopChild ceasn:isChildOf ceasn:isPartOf ceasn:isTopChildOf ceasn:knowledgeEmbodied ' +
      'ceasn:license ceasn:majorAlignment ceasn:minorAlignment ceasn:narrowAlignment ceasn:prerequisiteAlignment ' +
      'ceasn:publisher ceasn:skillEmbodied ceasn:source',
  ),
};
