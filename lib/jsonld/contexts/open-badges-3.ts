import { type Context, coerced, contained, plain, scoped } from './terms.ts';

const ob = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#';
const schema = 'https://schema.org/';
const xsd = 'https://www.w3.org/2001/XMLSchema#';

/**
 * Open Badges 3.0 (https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json): achievements, their alignments, results,
 * profiles and endorsements. The drafts at the older addresses spell a few IRIs otherwise (`Alignment`, `achievement`,
 * `image`); they are read by these terms too, so that one achievement gives one reading whatever its version. It has every term of the
 * official one with the same definition, which a test holds: lib/credentials signs and verifies by it.
 */
export const openBadges3: Context = {
  '@protected': true,
  id: '@id',
  type: '@type',
  ...plain(ob, 'OpenBadgeCredential Criteria EndorsementCredential narrative'),
  AchievementCredential: 'OpenBadgeCredential',
  Achievement: scoped(`${ob}Achievement`, {
    ...plain(ob, 'achievementType creator fieldOfStudy humanCode specialization version'),
    ...plain(schema, 'inLanguage'),
    ...coerced(ob, '@id', 'image'),
    ...coerced(ob, `${xsd}float`, 'creditsAvailable'),
    ...contained(ob, '@set', 'alignment otherIdentifier related resultDescription'),
    criteria: { '@id': `${ob}Criteria`, '@type': '@id' },
    tag: { '@id': `${schema}keywords`, '@container': '@set' },
  }),
  AchievementSubject: scoped(`${ob}AchievementSubject`, {
    ...plain(ob, 'achievement licenseNumber role term'),
    ...coerced(ob, '@id', 'image source'),
    ...coerced(ob, `${xsd}date`, 'activityEndDate activityStartDate'),
    ...coerced(ob, `${xsd}float`, 'creditsEarned'),
    ...contained(ob, '@set', 'identifier result'),
  }),
  Address: scoped(`${ob}Address`, {
    ...plain(schema, 'addressCountry addressLocality addressRegion postOfficeBoxNumber postalCode streetAddress'),
    addressCountryCode: `${ob}CountryCode`,
    geo: `${ob}GeoCoordinates`,
  }),
  Alignment: scoped(`${schema}AlignmentObject`, {
    ...plain(ob, 'targetCode targetType'),
    ...plain(schema, 'targetDescription targetFramework targetName'),
    ...coerced(schema, `${xsd}anyURI`, 'targetUrl'),
  }),
  EndorsementSubject: scoped(`${ob}EndorsementSubject`, plain(ob, 'endorsementComment')),
  Evidence: scoped(`${ob}Evidence`, plain(schema, 'audience genre')),
  GeoCoordinates: scoped(`${ob}GeoCoordinates`, plain(schema, 'latitude longitude')),
  IdentifierEntry: scoped(`${ob}IdentifierEntry`, plain(ob, 'identifier identifierType')),
  IdentityObject: scoped(`${ob}IdentityObject`, {
    ...plain(ob, 'identityHash identityType salt'),
    ...coerced(ob, `${xsd}boolean`, 'hashed'),
  }),
  Image: scoped(`${ob}Image`, plain(schema, 'caption')),
  Profile: scoped(`${ob}Profile`, {
    ...plain(schema, 'additionalName email familyName givenName honorificPrefix honorificSuffix'),
    ...plain(ob, 'familyNamePrefix official patronymicName phone'),
    ...coerced(ob, `${xsd}date`, 'dateOfBirth'),
    ...coerced(ob, '@id', 'address image parentOrg'),
    ...contained(ob, '@set', 'otherIdentifier'),
  }),
  Related: scoped(`${ob}Related`, { ...plain(ob, 'version'), ...plain(schema, 'inLanguage') }),
  Result: scoped(`${ob}Result`, {
    ...plain(ob, 'status'),
    ...plain(schema, 'value'),
    ...coerced(ob, `${xsd}anyURI`, 'achievedLevel resultDescription'),
  }),
  ResultDescription: scoped(`${ob}ResultDescription`, {
    ...plain(ob, 'requiredValue resultType valueMax valueMin'),
    ...coerced(ob, `${xsd}anyURI`, 'requiredLevel'),
    ...contained(ob, '@list', 'allowedValue'),
    ...contained(ob, '@set', 'rubricCriterionLevel'),
  }),
  RubricCriterionLevel: scoped(`${ob}RubricCriterionLevel`, plain(ob, 'level points')),
  ...plain(schema, 'description inLanguage name'),
  ...coerced(schema, `${xsd}anyURI`, 'url'),
  ...coerced(ob, '@id', 'image'),
  ...contained(ob, '@set', 'alignment endorsement'),
  // The official context leaves the prefix undefined here, so the datatype's IRI is these very letters.
  ...coerced(ob, 'xsd:dateTime', 'awardedDate'),
};
