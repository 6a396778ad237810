import { readPage } from '../../../lib/readers/index.ts';
import type { Candidate } from './candidate.ts';

/** Ours: all four syntaxes. */
export const plumbline: Candidate = {
  read: (document) =>
    readPage(document).documents.reduce((sum, { expanded, text }) => sum + (expanded?.length ?? 0) + (text ? 1 : 0), 0),
};
