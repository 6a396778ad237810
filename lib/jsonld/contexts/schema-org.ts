import { type Context, coerced } from './terms.ts';

/**
 * schema.org 30.0 (https://schema.org/docs/jsonldcontext.jsonld). One `@vocab` stands for its 2,900 plain terms; what is
 * listed are all those whose values are addresses or dates, and the prefixes that pages mix in. Its IRIs begin with
 * `http://schema.org/`, also where the page writes https.
 */
export const schemaOrg: Context = {
  id: '@id',
  type: '@type',
  '@vocab': 'http://schema.org/',
  schema: 'http://schema.org/',
  dc: 'http://purl.org/dc/elements/1.1/',
  dct: 'http://purl.org/dc/terms/',
  dcterms: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  og: 'http://ogp.me/ns#',
  owl: 'http://www.w3.org/2002/07/owl#',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  HTML: { '@id': 'rdf:HTML' },
  ...coerced(
    'schema:',
    '@id',
    'acquireLicensePage actionableFeedbackPolicy afterMedia archivedAt associatedDisease beforeMedia ' +
      'benefitsSummaryUrl codeRepository colleague colorSwatch constraintProperty contentUrl correctionsPolicy ' +
      'discussionUrl diseasePreventionInfo diseaseSpreadStatistics diversityPolicy diversityStaffingReport ' +
      'documentation downloadUrl duringMedia embedUrl ethicsPolicy gameLocation gettingTestedInfo hasGS1DigitalLink ' +
      'hasMap hasMolecularFunction healthPlanMarketingUrl image inCodeSet inDefinedTermSet installUrl isBasedOn ' +
      'isBasedOnUrl isInvolvedInBiologicalProcess isLocatedInSubcellularLocation isPartOf labelDetails layoutImage ' +
      'license logo mainEntityOfPage map maps masthead merchantReturnLink missionCoveragePrioritiesPolicy ' +
      'newsUpdatesAndGuidelines noBylinesPolicy originalMediaLink paymentUrl prescribingInfo productReturnLink ' +
      'publicTransportClosuresInfo publishingPrinciples quarantineGuidelines relatedLink replyToUrl sameAs ' +
      'schoolClosuresInfo screenshot sdLicense season serviceUrl shippingSettingsLink significantLink ' +
      'significantLinks speakable target targetUrl thumbnailUrl tourBookingPage trackingUrl travelBans ' +
      'unnamedSourcesPolicy url usageInfo verificationFactCheckingPolicy webFeed',
  ),
  ...coerced(
    'schema:',
    'Date',
    'applicationStartDate auditDate availabilityEnds availabilityStarts birthDate commentTime dateCreated ' +
      'dateDeleted dateIssued dateModified datePosted datePublished dateRead dateVehicleFirstRegistered deathDate ' +
      'dissolutionDate endDate exceptDate expectedArrivalFrom expectedArrivalUntil expires foundingDate ' +
      'guidelineDate lastReviewed legislationDate legislationDateOfApplicability legislationDateVersion ' +
      'merchantReturnDays modelDate observationDate orderDate paymentDueDate previousStartDate priceValidUntil ' +
      'productionDate purchaseDate releaseDate scheduledPaymentDate scheduledTime sdDatePublished startDate ' +
      'uploadDate validFrom validThrough validUntil vehicleModelDate',
  ),
};
