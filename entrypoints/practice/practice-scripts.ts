import type { Evidence } from '../../lib/domain/evidence.ts';
import { practicePage } from '../../lib/domain/practice-page.ts';
import { createPageMarks, type PageMarks } from '../../lib/highlights/page-marks.ts';
import type { PracticeScripts } from '../../lib/messaging/practice-server.ts';
import { findPassage } from '../../lib/readers/anchor.ts';
import { readPage } from '../../lib/readers/index.ts';
import { captureSelection } from '../../lib/readers/selection.ts';

/** What is injected into other pages, for a document of ours: the same code, as if it stood at its address on the web. */
export function practiceScripts(document: Document): PracticeScripts {
  const marks = createPageMarks(document);
  return {
    '/page-reader.js': () => ({
      ...readPage(document, { baseUrl: practicePage.address }),
      contentType: document.contentType,
    }),
    '/page-selection.js': () => ({ evidence: captureSelection(document), isElsewhere: false }),
    '/passage-finder.js': (evidence: Evidence) => findPassage(document, evidence).state,
    '/highlighter.js': (name: keyof PageMarks, ...args: unknown[]) =>
      (marks[name] as (...args: unknown[]) => unknown)(...args),
  };
}
