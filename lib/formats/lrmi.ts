import { ProblemError } from '../domain/problem.ts';
import { F501Lrmi } from '../domain/problems.ts';
import type { AlignmentFormat, Written } from './format.ts';
import { readWarnings } from './incoming.ts';
import { jsonChunks } from './json-chunks.ts';
import { jsonIn } from './json-reading.ts';
import type { Json } from './json-text.ts';
import { tallyLosses } from './losses.ts';
import type { SchemaOrgNode } from './lrmi-resource.ts';
import { learningResources, lrmiLosses } from './lrmi-statements.ts';
import { isLrmi, readLrmi } from './read-lrmi.ts';

const context = 'https://schema.org';

/**
 * LRMI as schema.org 30.0 speaks it: JSON-LD with one LearningResource a group of alignments, several in a `@graph`. Safe
 * inside an HTML script element. Reads JSON-LD of schema.org and of LRMI's own namespaces, in whatever shape contexts give it.
 */
export const lrmi: AlignmentFormat = {
  id: 'lrmi',
  write(bundle, options = {}) {
    const tally = tallyLosses(lrmiLosses);
    return {
      chunks: jsonChunks(learningResources(bundle, options, tally), framing, options.indent),
      mediaType: 'application/ld+json',
      extension: '.jsonld',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => isLrmi(json),
  async read(text, { signal } = {}) {
    signal?.throwIfAborted();
    const json = jsonIn(text);
    if (!isLrmi(json)) throw new ProblemError(F501Lrmi);
    const warnings = readWarnings();
    return { bundle: await readLrmi(json, warnings, signal), warnings: warnings.list() };
  },
};

const framing = {
  alone: (node: SchemaOrgNode): Json => ({ '@context': context, ...node }),
  around: { '@context': context, '@graph': [] },
  depth: 2,
};
