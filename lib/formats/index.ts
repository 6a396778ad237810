import { FormatId } from '../domain/bundle.ts';
import { casePackage } from './case.ts';
import { cass } from './cass.ts';
import { clr2 } from './clr-2.ts';
import { csv } from './csv.ts';
import { ctdl } from './ctdl.ts';
import { ctdlAsn } from './ctdl-asn.ts';
import type { AlignmentFormat, Candidate, Written } from './format.ts';
import { learningRegistry } from './learning-registry.ts';
import { lrmi } from './lrmi.ts';
import { lrmiHtml } from './lrmi-html.ts';
import { openBadges2 } from './open-badges-2.ts';
import { openBadges3 } from './open-badges-3.ts';
import { osmtCsv } from './osmt-csv.ts';
import { plumbline } from './plumbline.ts';
import { report } from './report.ts';
import { rsd } from './rsd.ts';
import { webAnnotation } from './web-annotation.ts';

/** Every format, under its id, in the order in which a person is shown them. */
export const formats = {
  lrmi,
  'lrmi-html': lrmiHtml,
  'open-badges-2': openBadges2,
  'open-badges-3': openBadges3,
  'clr-2': clr2,
  cass,
  ctdl,
  case: casePackage,
  'ctdl-asn': ctdlAsn,
  rsd,
  'learning-registry': learningRegistry,
  'web-annotation': webAnnotation,
  csv,
  report,
  'osmt-csv': osmtCsv,
  plumbline,
} satisfies Record<FormatId, AlignmentFormat>;

/** Joins the pieces of a written bundle; for what is small enough to be copied or shown. */
export async function textOf(written: Pick<Written, 'chunks'>): Promise<string> {
  const pieces: string[] = [];
  for await (const piece of written.chunks) pieces.push(piece);
  return pieces.join('');
}

/**
 * The format that a text is in, by what is in it and never by its name; the first in the table's order. Undefined where no
 * format that can be read knows it.
 */
export function recogniseFormat(text: string): FormatId | undefined {
  const candidate: Candidate = { text, json: jsonOf(text) };
  return FormatId.options.find((id) => (formats[id] as AlignmentFormat).recognises?.(candidate));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
