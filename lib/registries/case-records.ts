import * as z from 'zod/mini';
import type { ListedFramework } from '../domain/framework.ts';
import { isSkillUri, type Skill } from '../domain/skill.ts';
import { addressOfLicence, skillOfItem } from '../skill-documents/case-item.ts';

/** A text member; servers answer null, numbers or lists where they have nothing to say, which costs the member alone. */
const Said = z.catch(z.optional(z.string()), undefined);

/** A link to another record (LinkURI). */
const Link = z.catch(z.optional(z.object({ title: Said, uri: Said })), undefined);

const CaseUri = z.string().check(z.maxLength(4096), z.refine(isSkillUri, { error: 'neither an address nor a urn' }));

/** A CFItem (CASE 1.1 information model): what it must have; the rest is read as that of a package is. */
export const CaseItem = z.looseObject({ uri: CaseUri, fullStatement: z.string(), CFDocumentURI: Link });
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

/** An item by itself tells of no other. */
const alone = { places: new Map(), replacedBy: new Map(), sameAs: new Map() };

/** A CFItem in our shape, as an import of its framework would have it; undefined where it says nothing. */
export function skillOf(item: CaseItem): Skill | undefined {
  const { uri, title } = item.CFDocumentURI ?? {};
  const skill = skillOfItem(item, item.uri, { uri: uri ?? '', name: plain(title) }, alone);
  if (!skill) return undefined;
  const { framework, name, statement, ...rest } = skill;
  const known = { ...(framework?.uri && { uri: framework.uri }), ...(framework?.name && { name: framework.name }) };
  return {
    ...rest,
    name: plain(name),
    statement: plain(statement),
    ...(Object.keys(known).length > 0 && { framework: known }),
  };
}

/** A CFDocument as a line of the list of frameworks. */
export function frameworkOf(document: CaseDocument): ListedFramework {
  const { uri, title, description, publisher, creator, licenseURI, version, language } = document;
  const license = addressOfLicence(licenseURI) ?? licenseURI?.title;
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

/** A text without the markup that CASE 1.1 allows in statements; Markdown stays as it was written. */
function plain(text: string | undefined): string {
  return (text ?? '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/\r\n?/g, '\n')
    .trim();
}
