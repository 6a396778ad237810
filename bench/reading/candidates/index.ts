import type { Candidate } from './candidate.ts';
import { cucumberMicrodata } from './cucumber-microdata.ts';
import { outerHtml, querySelectorAll } from './floor.ts';
import { htmlmetaparser } from './htmlmetaparser.ts';
import { plumbline } from './plumbline.ts';
import { rdfParsers } from './rdf-parsers.ts';
import { webAutoExtractor } from './web-auto-extractor.ts';

/** Who reads, by the name in the report; `floor` and `outerHTML` are limits. */
export const candidates = {
  plumbline,
  floor: querySelectorAll,
  outerHTML: outerHtml,
  '@cucumber/microdata': cucumberMicrodata,
  'microdata-rdf- + rdfa-streaming-parser': rdfParsers,
  'web-auto-extractor': webAutoExtractor,
  htmlmetaparser,
} satisfies Record<string, Candidate>;

/** A candidate's name. */
export type CandidateName = keyof typeof candidates;
