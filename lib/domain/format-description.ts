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

/** A choice as a person is offered it: the values in order, the first one the default, each with its words. */
export type OfferedChoice = {
  [Name in 'syntax' | 'release' | 'content']: {
    name: Name;
    label: string;
    values: readonly { value: NonNullable<FormatChoices[Name]>; label: string }[];
  };
}['syntax' | 'release' | 'content'];

/** What a format is for: a page itself, a registry, a credential, or people and their tables. */
export type FormatGroup = 'page' | 'registry' | 'credential' | 'people';

/** How a format is called and what it is good for, where a person chooses it. */
export type FormatDescription = {
  label: string;
  /** One line: what it is good for. */
  purpose: string;
  /** What it is about: pages aligned to skills, or the skills themselves. */
  about: 'alignments' | 'skills';
  /** What it is for, and so where it stands in the list. */
  group: FormatGroup;
  choices?: readonly OfferedChoice[];
  /** Whether the AlignmentObject twin is offered. */
  twins?: boolean;
};

/** Every format as a person is shown it, in this order. */
export const formatDescriptions = {
  lrmi: {
    label: 'LRMI (JSON-LD)',
    purpose: 'For web pages and search engines: says what a page teaches, assesses and requires.',
    about: 'alignments',
    group: 'page',
    twins: true,
  },
  'lrmi-html': {
    label: 'LRMI (HTML)',
    purpose: 'For whoever writes the page: a piece of HTML to put into it, which shows nothing and says the same.',
    about: 'alignments',
    group: 'page',
    choices: [
      {
        name: 'syntax',
        label: 'Syntax',
        values: [
          { value: 'json-ld', label: 'JSON-LD in a script' },
          { value: 'microdata', label: 'Microdata' },
          { value: 'rdfa', label: 'RDFa' },
        ],
      },
    ],
    twins: true,
  },
  'open-badges-2': {
    label: 'Open Badges 2.0',
    purpose: 'For badge platforms of the older kind: a badge class whose alignment names the skills.',
    about: 'alignments',
    group: 'credential',
    choices: [
      {
        name: 'content',
        label: 'Document',
        values: [
          { value: 'badge-class', label: 'Badge class: what the badge is for' },
          { value: 'assertion', label: 'Assertion: the badge, ready to be given to a learner' },
        ],
      },
    ],
  },
  'open-badges-3': {
    label: 'Open Badges 3.0',
    purpose:
      'For wallets and credential platforms: an achievement whose alignment names the skills, ready to be issued.',
    about: 'alignments',
    group: 'credential',
    choices: [
      {
        name: 'content',
        label: 'Document',
        values: [
          { value: 'achievement-credential', label: 'Credential for each page' },
          { value: 'achievement', label: 'Achievement: what a credential would be for' },
          { value: 'skill-assertion', label: 'Credential for each skill' },
          { value: 'endorsement', label: 'Endorsement of each skill' },
        ],
      },
      {
        name: 'release',
        label: 'Verifiable Credentials',
        values: [
          { value: 'vc-2.0', label: '2.0' },
          { value: 'vc-1.1', label: '1.1, for older wallets' },
        ],
      },
    ],
  },
  'clr-2': {
    label: 'Learner record (CLR 2.0)',
    purpose: 'For systems of learner records: the credentials of all pages in one record, and how their skills relate.',
    about: 'alignments',
    group: 'credential',
  },
  cass: {
    label: 'CASS objects',
    purpose:
      'For a CASS or a tool that reads its files: a work for each alignment, a relation for each pair of skills.',
    about: 'alignments',
    group: 'registry',
  },
  ctdl: {
    label: 'CTDL (Credential Engine)',
    purpose:
      'For credential registries: a learning opportunity and an assessment with the skills they teach and assess.',
    about: 'alignments',
    group: 'registry',
    choices: [
      {
        name: 'content',
        label: 'Write the page as',
        values: [
          { value: 'learning-opportunity', label: 'Learning opportunity and assessment' },
          { value: 'credential', label: 'Credential that requires the skills' },
        ],
      },
    ],
  },
  case: {
    label: 'CASE (1EdTech)',
    purpose: 'For framework and learning platforms: a package of associations of skills to pages and to one another.',
    about: 'alignments',
    group: 'registry',
    choices: [
      {
        name: 'release',
        label: 'Release',
        values: [
          { value: '1.1', label: '1.1, with what a page does' },
          { value: '1.0', label: '1.0, for older systems' },
        ],
      },
    ],
  },
  'ctdl-asn': {
    label: 'CTDL-ASN (skills)',
    purpose: 'For credential registries: the skills themselves as competencies, with how they relate to other skills.',
    about: 'skills',
    group: 'registry',
    choices: [
      {
        name: 'content',
        label: 'Write',
        values: [
          { value: 'framework', label: 'Competencies in their frameworks' },
          { value: 'alignment-map', label: 'A map of alignments between skills' },
        ],
      },
    ],
  },
  rsd: {
    label: 'Rich Skill Descriptors',
    purpose: 'For skill libraries such as OSMT: the skills themselves, with the skills that they are aligned to.',
    about: 'skills',
    group: 'registry',
    choices: [
      {
        name: 'content',
        label: 'Write',
        values: [
          { value: 'ctdl-asn', label: 'Descriptors' },
          { value: 'collection', label: 'A collection of descriptors' },
          { value: 'case-ld', label: 'CASE-LD items' },
        ],
      },
    ],
  },
  'learning-registry': {
    label: 'Learning Registry',
    purpose:
      'For archives and tools that grew up with the Learning Registry: an envelope for each page, or for each act of aligning.',
    about: 'alignments',
    group: 'registry',
    choices: [
      {
        name: 'content',
        label: 'The envelopes hold',
        values: [
          { value: 'metadata', label: 'metadata: what each page is aligned to' },
          { value: 'paradata', label: 'paradata: who aligned what, and when' },
        ],
      },
      {
        name: 'release',
        label: 'Release',
        values: [
          { value: '0.51', label: '0.51' },
          { value: '0.49', label: '0.49' },
        ],
      },
    ],
  },
  'web-annotation': {
    label: 'Web Annotation (W3C)',
    purpose: 'For annotation tools and their servers: a skill for a page, or for the very passage that was quoted.',
    about: 'alignments',
    group: 'page',
  },
  csv: {
    label: 'Table (CSV)',
    purpose: 'For spreadsheets: one row for each alignment, to be sorted, looked through and read back.',
    about: 'alignments',
    group: 'people',
  },
  report: {
    label: 'Report',
    purpose: 'For people: what each page is aligned to and why, to be read, printed or sent.',
    about: 'alignments',
    group: 'people',
    choices: [
      {
        name: 'content',
        label: 'As',
        values: [
          { value: 'html', label: 'a web page' },
          { value: 'markdown', label: 'Markdown' },
        ],
      },
    ],
  },
  'osmt-csv': {
    label: 'OSMT table (CSV)',
    purpose: 'For OSMT: the skills of the pages as the table that it uploads.',
    about: 'skills',
    group: 'registry',
  },
  plumbline: {
    label: 'Plumbline bundle',
    purpose: 'For a colleague or another computer: everything, to be imported again without a loss.',
    about: 'alignments',
    group: 'people',
  },
} as const satisfies Record<FormatId, FormatDescription>;
