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
  relation:
    'CTDL has no property for a reading level or the complexity of a text; alignments that say one are left out.',
  credential:
    'A credential in CTDL requires the skills that it is aligned to, without telling taught from assessed ones; it is written as an active credential.',
  identifier: 'CTDL takes an address or a urn as an identifier; this skill is written by its name alone.',
  name: 'CTDL wants a name with each skill; one without is written under its statement or its identifier.',
  note: 'CTDL has no place for your note on an alignment; it stays in your library.',
  evidence: 'CTDL has no place for the passage that you quoted as evidence; it stays in your library.',
  source: 'CTDL does not say from which registry a skill was taken, and when; that stays in your library.',
  dates:
    'CTDL says on which day an alignment was made; its number, the hour, and when it was changed stay in your library.',
  author: 'CTDL says who owns a learning opportunity, not who made an alignment; send your name along with the file.',
  owner:
    'CTDL wants the organization that offers a page, and the page names none by an address: a placeholder stands there.',
  'skill details': 'Some details of the skill have no property here and stay in your library.',
  'page details': 'Some details of the page have no property here and stay in your library.',
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
