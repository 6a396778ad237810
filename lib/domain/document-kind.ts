import * as z from 'zod/mini';

/**
 * Kinds of document that hold skills, recognised by what is in them and never by their name. Each has one file of this
 * name in lib/skill-documents.
 */
export const DocumentKind = z.enum([
  'rsd-json',
  'case-package',
  'case-ld',
  'ctdl-asn',
  'asn-json',
  'skos',
  'osmt-csv',
  'esco-csv',
  'onet-text',
  'moodle-csv',
  'plain-csv',
]);
export type DocumentKind = z.infer<typeof DocumentKind>;

/** What a column of a table without a known header holds, as the person says; the value is the column's heading. */
export const ColumnMap = z.object({
  name: z.string(),
  statement: z.optional(z.string()),
  uri: z.optional(z.string()),
  code: z.optional(z.string()),
  category: z.optional(z.string()),
  keywords: z.optional(z.string()),
  level: z.optional(z.string()),
  parent: z.optional(z.string()),
});
export type ColumnMap = z.infer<typeof ColumnMap>;
