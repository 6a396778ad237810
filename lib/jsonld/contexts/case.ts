import { type Context, coerced, plain } from './terms.ts';

/**
 * CASE-LD as the RSD specification's second recipe writes it, under the context address of CASE 1.0. That context could
 * not be had; the namespace is the one in public use, the terms are those of the recipe and of the CASE 1.0 JSON binding.
 */
export const caseLd: Context = {
  id: '@id',
  type: '@type',
  case: 'https://purl.imsglobal.org/spec/case/v1p0/vocab#',
  ...plain(
    'case:',
    'AssociationLink CFAssociation CFDocument CFDocumentURI CFItem CFItemType CFItems CFPackage LinkURI ' +
      'abbreviatedStatement alternativeLabel associationSet associationType author conceptKeywords creator ' +
      'description destinationNodeURI educationLevel fullStatement humanCodingScheme identifier language ' +
      'lastChangeDateTime licenseURI listEnumeration notes originNodeURI publisher subject title version',
  ),
  ...coerced('case:', '@id', 'targetId uri'),
};
