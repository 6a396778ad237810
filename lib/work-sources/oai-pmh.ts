import { ProblemError } from '../domain/problem.ts';
import { I463 } from '../domain/problems.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { type NamedPages, newPageTally } from './page-tally.ts';
import { below, textBelow } from './xml.ts';

/** What an answer to ListRecords names (OAI-PMH 2.0, section 4.5). */
export type ListedRecords = NamedPages & {
  /** Records that the repository says are deleted (section 2.5.1). */
  deleted: number;
  /** With what to ask for the records behind these (section 3.5); absent at the end. */
  token?: string;
  /** How many records there are in all, where it says so. */
  total?: number;
};

/** Where records say what can be opened: Dublin Core, and the location of a learning object (IEEE 1484.12.3). */
const addressed = ['identifier', 'location', 'relation', 'source'];

/** Whether a document is an answer of OAI-PMH. */
export function isOaiPmh({ documentElement: root }: Document): boolean {
  return root.localName === 'OAI-PMH';
}

/** Whether the answer says that the request had no verb: somebody gave the repository's own address. */
export function lacksVerb(document: Document): boolean {
  return errorsIn(document).some((error) => error.getAttribute('code') === 'badVerb');
}

/**
 * The pages of an answer to ListRecords, by the first web address that each record names. One without is refused by its
 * identifier. No records at all (`noRecordsMatch`) is no error. Throws I463 for what the repository calls one.
 */
export function recordsIn(document: Document): ListedRecords {
  const [error] = errorsIn(document).filter((one) => one.getAttribute('code') !== 'noRecordsMatch');
  if (error) {
    const said = `${error.getAttribute('code') ?? ''} ${error.textContent ?? ''}`.replace(/\s+/g, ' ').trim();
    throw new ProblemError(I463({ said: said.slice(0, 200) }));
  }
  const tally = newPageTally();
  let deleted = 0;
  for (const record of below(document, 'record')) {
    const [header] = below(record, 'header');
    if (header?.getAttribute('status') === 'deleted') deleted += 1;
    else {
      const metadata = below(record, 'metadata')[0] ?? record;
      const address = addressOf(metadata);
      if (address === undefined) tally.refuse(header ? textBelow(header, 'identifier') : '');
      else tally.add(address, textBelow(metadata, 'title'));
    }
  }
  const [resumption] = below(document, 'resumptionToken');
  const token = resumption?.textContent?.trim();
  const total = Number(resumption?.getAttribute('completeListSize') ?? Number.NaN);
  return {
    ...tally.named,
    deleted,
    ...(token && { token }),
    ...(Number.isSafeInteger(total) && total > 0 && { total }),
  };
}

/** The address of a repository's records, asked anew: all of them as Dublin Core, or those behind a token. */
export function recordsAddress(address: string, token?: string): string {
  const url = new URL(address);
  if (token === undefined) {
    url.searchParams.set('verb', 'ListRecords');
    if (!url.searchParams.has('metadataPrefix')) url.searchParams.set('metadataPrefix', 'oai_dc');
    return url.href;
  }
  // The token stands for all that was asked for before (section 3.5).
  url.search = new URLSearchParams({ verb: 'ListRecords', resumptionToken: token }).toString();
  return url.href;
}

function addressOf(metadata: Element): string | undefined {
  const texts = addressed.flatMap((name) => below(metadata, name).map((one) => one.textContent?.trim() ?? ''));
  return texts.find(isWebAddress);
}

function errorsIn(document: Document): Element[] {
  return Array.from(document.documentElement.children).filter(({ localName }) => localName === 'error');
}
