import type { Context } from './terms.ts';

/**
 * Rich Skill Descriptors (https://rsd.openskillsnetwork.org/context-v1.json). Both prefixes name the same namespace there,
 * and neither is that of CTDL: what comes out must be matched by the terms' names, never by CTDL's IRIs.
 */
export const rsd: Context = {
  id: '@id',
  type: '@type',
  ceasn: 'https://purl.org/ceasn/terms/',
  ceterms: 'https://purl.org/ceasn/terms/',
  Collection: 'ceasn:CompetencyFramework',
  RichSkillDescriptor: 'ceasn:Competency',
  alignments: { '@id': 'ceasn:majorAlignment', '@type': '@id' },
  author: 'ceasn:author',
  category: 'ceasn:competencyCategory',
  certifications: { '@id': 'ceasn:alignFrom', '@type': '@id' },
  codedNotation: 'ceterms:codedNotation',
  containsSkill: 'ceasn:hasTopChild',
  creator: 'ceasn:creator',
  employers: 'ceterms:employmentOutcome',
  frameworkName: 'ceterms:frameworkName',
  keywords: 'ceterms:keyword',
  name: 'ceterms:name',
  occupations: 'ceterms:occupationType',
  skillName: 'ceasn:competencyLabel',
  skillStatement: 'ceasn:competencyText',
  standards: { '@id': 'ceasn:majorAlignment', '@type': '@id' },
  targetNode: 'ceterms:targetNode',
  targetNodeName: 'ceterms:targetNodeName',
};
