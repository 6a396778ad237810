import * as z from 'zod/mini';
import { Syntax } from './page-reading.ts';
import { WebAddress } from './web-address.ts';

/** What is known of a resource, each under the name by which the screen shows it. */
export const FieldName = z.enum([
  'title',
  'description',
  'type',
  'author',
  'publisher',
  'language',
  'level',
  'license',
  'subject',
  'keyword',
  'audience',
  'age',
  'time',
  'use',
  'interactivity',
  'date',
  'image',
  'partOf',
  'basedOn',
  'accessibility',
]);
export type FieldName = z.infer<typeof FieldName>;

/** Who says a field's value: a syntax of the page, the browser's tab, or the person. */
export const SaidBy = z.enum([...Syntax.options, 'tab', 'person']);
export type SaidBy = z.infer<typeof SaidBy>;

/** One value of a field and who says it. */
export const Said = z.object({
  /** The value in words. */
  value: z.string(),
  /** The value's own address, where the page gives one (a licence, a defined term). */
  uri: z.optional(z.string()),
  by: SaidBy,
  /** Name of the frame that says so; absent where the page's own document does. */
  frame: z.optional(z.string()),
});
export type Said = z.infer<typeof Said>;

/** The fields that a page gave, each with every value and its source; the source of highest precedence stands first. */
export const Fields = z.partialRecord(FieldName, z.array(Said));
export type Fields = z.infer<typeof Fields>;

/** What a page says of itself, interpreted but not kept. */
export const LearningResourceDraft = z.object({
  address: WebAddress,
  /** The page's own word for its address (`link rel=canonical`), where it differs. */
  canonical: z.optional(WebAddress),
  fields: Fields,
});
export type LearningResourceDraft = z.infer<typeof LearningResourceDraft>;

/** A resource that the person aligned, as the store keeps it. */
export const LearningResource = z.extend(LearningResourceDraft, {
  modified: z.iso.datetime(),
  revision: z.int().check(z.positive()),
});
export type LearningResource = z.infer<typeof LearningResource>;

/** The values of the source that wins for a field; empty where nobody says anything. */
export function winning(fields: Fields, name: FieldName): Said[] {
  const said = fields[name] ?? [];
  return said.filter((one) => one.by === said[0]?.by);
}

/** How many other values stand against the winning ones: what other sources say and the winner does not. */
export function disagreeing(fields: Fields, name: FieldName): Said[] {
  const said = fields[name] ?? [];
  const known = new Set(winning(fields, name).map((one) => comparable(one.value)));
  return said.filter((one) => one.by !== said[0]?.by && !known.has(comparable(one.value)));
}

/** The fields with a source's values made the person's own: they stand first, and what everybody says stays behind. */
export function choosing(fields: Fields, name: FieldName, by: SaidBy): Fields {
  const said = (fields[name] ?? []).filter((one) => one.by !== 'person');
  const chosen = said.filter((one) => one.by === by).map((one) => ({ ...one, by: 'person' as const }));
  return { ...fields, [name]: [...chosen, ...said] };
}

/** What a page says now, with what the person chose before still standing first. */
export function withChoices(fields: Fields, kept: Fields): Fields {
  const chosen = FieldName.options.flatMap((name) => {
    const mine = (kept[name] ?? []).filter((one) => one.by === 'person');
    return mine.length > 0 ? [[name, [...mine, ...(fields[name] ?? [])]] as const] : [];
  });
  return { ...fields, ...Object.fromEntries(chosen) };
}

/** The resource's title, else its address. */
export function titleOf(resource: LearningResourceDraft): string {
  return resource.fields.title?.[0]?.value || resource.address;
}

function comparable(value: string): string {
  return value.trim().replace(/\s+/g, ' ').toLowerCase();
}
