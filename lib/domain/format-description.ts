import * as z from 'zod/mini';
import type { FormatId } from './bundle.ts';

/**
 * What a person may choose about a format. Each is offered where the format's description lists it; what a format does not
 * know it ignores, and what is absent is the first value that it lists.
 */
export const FormatChoices = z.object({
  /** LRMI: also write each alignment as `educationalAlignment`, for harvesters that know only that. Default false. */
  alignmentObjects: z.optional(z.boolean()),
  /** How statements stand in an HTML page. */
  syntax: z.optional(z.enum(['json-ld', 'microdata', 'rdfa'])),
  /** Which release of the specification, where more than one is in use. */
  release: z.optional(z.enum(['1.1', '1.0', '0.51', '0.49', 'vc-2.0', 'vc-1.1'])),
  /** What the document is, where the format has several. */
  content: z.optional(
    z.enum([
      'achievement-credential',
      'achievement',
      'skill-assertion',
      'endorsement',
      'badge-class',
      'assertion',
      'metadata',
      'paradata',
      'html',
      'markdown',
      'ctdl-asn',
      'case-ld',
      'skills',
      'collection',
      'learning-opportunity',
      'credential',
      'framework',
      'alignment-map',
    ]),
  ),
});
export type FormatChoices = z.infer<typeof FormatChoices>;

/** A choice as a person is offered it: the values in order, the first one the default. */
export type OfferedChoice = {
  [Name in 'syntax' | 'release' | 'content']: {
    name: Name;
    values: readonly NonNullable<FormatChoices[Name]>[];
  };
}['syntax' | 'release' | 'content'];

/** What a format is for: a page itself, a registry, a credential, or people and their tables. */
export type FormatGroup = 'page' | 'registry' | 'credential' | 'people';

/** What a format is about and what there is to choose about it. How it is called stands with the screens (locales/en/format.json). */
export type FormatDescription = {
  /** What it is about: pages aligned to skills, or the skills themselves. */
  about: 'alignments' | 'skills';
  /** What it is for, and so where it stands in the list. */
  group: FormatGroup;
  choices?: readonly OfferedChoice[];
  /** Whether the AlignmentObject twin is offered. */
  twins?: boolean;
};

/** Every format as a person is offered it, in this order. */
export const formatDescriptions = {
  lrmi: {
    about: 'alignments',
    group: 'page',
    twins: true,
  },
  'lrmi-html': {
    about: 'alignments',
    group: 'page',
    choices: [{ name: 'syntax', values: ['json-ld', 'microdata', 'rdfa'] }],
    twins: true,
  },
  'open-badges-2': {
    about: 'alignments',
    group: 'credential',
    choices: [{ name: 'content', values: ['badge-class', 'assertion'] }],
  },
  'open-badges-3': {
    about: 'alignments',
    group: 'credential',
    choices: [
      { name: 'content', values: ['achievement-credential', 'achievement', 'skill-assertion', 'endorsement'] },
      { name: 'release', values: ['vc-2.0', 'vc-1.1'] },
    ],
  },
  'clr-2': {
    about: 'alignments',
    group: 'credential',
  },
  cass: {
    about: 'alignments',
    group: 'registry',
  },
  ctdl: {
    about: 'alignments',
    group: 'registry',
    choices: [{ name: 'content', values: ['learning-opportunity', 'credential'] }],
  },
  case: {
    about: 'alignments',
    group: 'registry',
    choices: [{ name: 'release', values: ['1.1', '1.0'] }],
  },
  'ctdl-asn': {
    about: 'skills',
    group: 'registry',
    choices: [{ name: 'content', values: ['framework', 'alignment-map'] }],
  },
  rsd: {
    about: 'skills',
    group: 'registry',
    choices: [{ name: 'content', values: ['ctdl-asn', 'collection', 'case-ld'] }],
  },
  'learning-registry': {
    about: 'alignments',
    group: 'registry',
    choices: [
      { name: 'content', values: ['metadata', 'paradata'] },
      { name: 'release', values: ['0.51', '0.49'] },
    ],
  },
  'web-annotation': {
    about: 'alignments',
    group: 'page',
  },
  csv: {
    about: 'alignments',
    group: 'people',
  },
  report: {
    about: 'alignments',
    group: 'people',
    choices: [{ name: 'content', values: ['html', 'markdown'] }],
  },
  'osmt-csv': {
    about: 'skills',
    group: 'registry',
  },
  plumbline: {
    about: 'alignments',
    group: 'people',
  },
} as const satisfies Record<FormatId, FormatDescription>;
