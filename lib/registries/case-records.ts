import * as z from 'zod/mini';
import type { ListedFramework } from '../domain/framework.ts';
import { isSkillUri, type Skill, type SkillStatus } from '../domain/skill.ts';

/** A text member; servers answer null, numbers or lists where they have nothing to say, which costs the member alone. */
const Said = z.catch(z.optional(z.string()), undefined);

/** A list of texts, which some exports write as one text. */
const SaidList = z.catch(z.optional(z.union([z.array(z.string()), z.string()])), undefined);

/** A link to another record (LinkURI). */
const Link = z.catch(z.optional(z.object({ title: Said, uri: Said })), undefined);

const CaseUri = z.string().check(z.maxLength(4096), z.refine(isSkillUri, { error: 'neither an address nor a urn' }));

/** A CFItem, as far as it is needed (CASE 1.1 information model, class CFItem). */
export const CaseItem = z.object({
  uri: CaseUri,
  fullStatement: z.string(),
  abbreviatedStatement: Said,
  alternativeLabel: Said,
  humanCodingScheme: Said,
  CFItemType: Said,
  conceptKeywords: SaidList,
  educationLevel: SaidList,
  language: Said,
  licenseURI: Link,
  statusStartDate: Said,
  statusEndDate: Said,
  CFDocumentURI: Link,
});
export type CaseItem = z.infer<typeof CaseItem>;

/** A CFDocument, as far as it is needed (CASE 1.1 information model, class CFDocument). */
export const CaseDocument = z.object({
  uri: CaseUri,
  identifier: z.string(),
  title: z.string(),
  description: Said,
  creator: Said,
  publisher: Said,
  licenseURI: Link,
  version: Said,
  language: Said,
  adoptionStatus: Said,
  lastChangeDateTime: Said,
});
export type CaseDocument = z.infer<typeof CaseDocument>;

/** The longest name that is cut out of a statement, in characters. */
const longestName = 80;

/** A CFItem in our shape. `now`, in milliseconds, decides whether it is in force. */
export function skillOf(item: CaseItem, now: number): Skill {
  const statement = plain(item.fullStatement);
  const code = plain(item.humanCodingScheme);
  const category = plain(item.CFItemType);
  const level = listed(item.educationLevel).join(', ');
  const status = statusOf(item, now);
  const { uri, title } = item.CFDocumentURI ?? {};
  return {
    uri: item.uri,
    name: plain(item.abbreviatedStatement) || plain(item.alternativeLabel) || shortened(statement) || code,
    statement: statement || plain(item.abbreviatedStatement) || code,
    ...(code && { code }),
    type: 'CFItem',
    ...((uri || title) && { framework: { ...(uri && { uri }), ...(title && { name: plain(title) }) } }),
    ...(category && { category }),
    keywords: listed(item.conceptKeywords),
    ...(level && { level }),
    ...(status && { status }),
    ...(item.language && { language: item.language }),
    ...(item.licenseURI?.uri && { license: item.licenseURI.uri }),
  };
}

/** A CFDocument as a line of the list of frameworks. */
export function frameworkOf(document: CaseDocument): ListedFramework {
  const { uri, title, description, publisher, creator, licenseURI, version, language } = document;
  const license = licenseURI?.uri || licenseURI?.title;
  const by = plain(publisher) || plain(creator);
  const status = adoption(document.adoptionStatus);
  return {
    uri,
    name: plain(title) || uri,
    ...(plain(description) && { description: plain(description) }),
    ...(by && { publisher: by }),
    ...(license && { license }),
    ...(version && { version }),
    ...(language && { language }),
    ...(status && { status }),
    ...(document.lastChangeDateTime && { modified: document.lastChangeDateTime }),
  };
}

function adoption(status: string | undefined): ListedFramework['status'] {
  if (/draft/i.test(status ?? '')) return 'draft';
  return /deprecated/i.test(status ?? '') ? 'deprecated' : undefined;
}

function statusOf({ statusStartDate, statusEndDate }: CaseItem, now: number): SkillStatus | undefined {
  if (Date.parse(statusEndDate ?? '') < now) return 'deprecated';
  return Date.parse(statusStartDate ?? '') > now ? 'draft' : undefined;
}

/** A text without the markup that CASE 1.1 allows in statements; Markdown stays as it was written. */
function plain(text: string | undefined): string {
  return (text ?? '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}

function shortened(statement: string): string {
  const line = statement.replace(/\s+/g, ' ');
  const letters = [...line];
  return letters.length > longestName
    ? `${letters
        .slice(0, longestName - 1)
        .join('')
        .trimEnd()}…`
    : line;
}

function listed(texts: string | string[] | undefined): string[] {
  const all = typeof texts === 'string' ? texts.split(/[,;|]/) : (texts ?? []);
  return [...new Set(all.map((text) => text.trim()).filter((text) => text !== ''))];
}
