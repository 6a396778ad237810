import type { Bundle } from '../domain/bundle.ts';
import { type CtdlNode, ctdlContext, languageTag } from './ctdl-node.ts';
import { readCtdl, tellsOfResources } from './ctdl-read.ts';
import { credential, hasProperty, learningOpportunity, lostPageDetails, ownerOf } from './ctdl-resource.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { jsonChunks } from './json-chunks.ts';
import { type LossTally, lostSkillDetails, tallyLosses } from './losses.ts';
import { type ResourceGroup, resourceGroups } from './resource-groups.ts';

const lossTable = {
  relation: 'ctdl.relation',
  credential: 'ctdl.credential',
  identifier: 'ctdl.identifier',
  name: 'ctdl.name',
  note: 'ctdl.note',
  evidence: 'ctdl.evidence',
  source: 'ctdl.source',
  dates: 'ctdl.dates',
  author: 'ctdl.author',
  owner: 'ctdl.owner',
  'skill details': 'skill-details',
  'page details': 'page-details',
} as const;
type Lost = keyof typeof lossTable;

/**
 * CTDL (https://credreg.net/ctdl/terms): a graph with the nodes of each page. By default a LearningOpportunityProfile or
 * Course that `teaches` and an AssessmentProfile that `assesses`, with `requires`, a ConditionProfile, its
 * `targetCompetency` for what is needed beforehand; with the content `credential`, a credential that requires all of them.
 */
export const ctdl: AlignmentFormat = {
  id: 'ctdl',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    return {
      chunks: jsonChunks(nodes(bundle, options, tally), framing, options.indent),
      mediaType: 'application/ld+json',
      extension: '.jsonld',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => tellsOfResources(json),
  read: readCtdl,
};

const framing = {
  alone: (node: CtdlNode) => ({ '@context': ctdlContext, '@graph': [node] }),
  around: { '@context': ctdlContext, '@graph': [] },
  depth: 2,
};

async function* nodes(bundle: Bundle, { content, signal }: WriteOptions, tally: LossTally<Lost>) {
  const as = content === 'credential' ? 'credential' : 'learning-opportunity';
  for await (const group of resourceGroups(bundle, signal)) {
    countLosses(group, bundle, as, tally);
    yield* as === 'credential' ? credential(group) : learningOpportunity(group);
  }
}

function countLosses(
  { resource, alignments }: ResourceGroup,
  { author }: Bundle,
  as: 'learning-opportunity' | 'credential',
  tally: LossTally<Lost>,
): void {
  const left = lostPageDetails(resource, as);
  for (const { relation, skill, note, evidence } of alignments) {
    if (!hasProperty(relation)) {
      tally.add('relation');
      continue;
    }
    if (as === 'credential') tally.add('credential');
    if (linksOf(skill.uri).iri === undefined) tally.add('identifier');
    if (!skill.name.trim()) tally.add('name');
    if (note) tally.add('note');
    if (evidence) tally.add('evidence');
    tally.add('source');
    tally.add('dates');
    if (author?.name || author?.uri) tally.add('author');
    if (!ownerOf(resource)) tally.add('owner');
    const details = lostSkillDetails(skill).filter((one) => one !== 'language' || !languageTag(skill.language));
    if (skill.type !== 'Competency') details.push('type');
    if (skill.framework?.uri && !linksOf(skill.framework.uri).iri) details.push('framework address');
    if (details.length > 0) tally.add('skill details', details);
    if (left.length > 0) tally.add('page details', left);
  }
}
