import * as z from 'zod/mini';
import { WebAddress } from './web-address.ts';

/**
 * A body of skills that is published, chosen and credited as one: a CFDocument of CASE, a CompetencyFramework of
 * CTDL-ASN, a Framework of CASS, a Collection of RSDs, a concept scheme of SKOS.
 */
export const Framework = z.object({
  /** Its lasting identifier: an http(s) address or a `urn:`. */
  uri: z.string(),
  name: z.string(),
  description: z.optional(z.string()),
  publisher: z.optional(z.string()),
  /** Address of the licence under which its skills may be used, or the licence's own words. */
  license: z.optional(z.string()),
  /** The sentence that has to stand wherever its skills are shown, such as a credit line. */
  attribution: z.optional(z.string()),
  version: z.optional(z.string()),
  /** BCP 47 tag of most of its texts; unknown where absent. */
  language: z.optional(z.string()),
  /** Absent: in force. */
  status: z.optional(z.enum(['draft', 'deprecated'])),
  /** When its publisher changed it last, ISO 8601. */
  modified: z.optional(z.string()),
});
export type Framework = z.infer<typeof Framework>;

/** Where a framework kept here came from, so that it can be credited and asked for again. */
export const FrameworkOrigin = z.discriminatedUnion('from', [
  /** It came with the extension. */
  z.object({ from: z.literal('extension') }),
  /** A file of the person's. */
  z.object({ from: z.literal('file'), file: z.string() }),
  /** A document at an address that the person pasted. */
  z.object({ from: z.literal('address'), address: WebAddress }),
  /** A registry of the person's. */
  z.object({ from: z.literal('registry'), registry: z.uuid(), uri: z.string() }),
]);
export type FrameworkOrigin = z.infer<typeof FrameworkOrigin>;

/** What a server said of a document when it was fetched, to ask later whether it changed (RFC 9110, section 13.1). */
export const Validators = z.object({ etag: z.optional(z.string()), lastModified: z.optional(z.string()) });
export type Validators = z.infer<typeof Validators>;

/** A framework whose skills are kept on this device. */
export const KeptFramework = z.extend(Framework, {
  /** Under which name the skill index and the tree keep it. */
  id: z.string(),
  origin: FrameworkOrigin,
  /** How many skills of it are kept. */
  skills: z.int(),
  /** When they were imported, ISO 8601 in UTC. */
  imported: z.iso.datetime(),
  validators: z.optional(Validators),
  /** Whether its skills answer searches. Default true. */
  enabled: z.optional(z.boolean()),
});
export type KeptFramework = z.infer<typeof KeptFramework>;

/** A framework as a registry lists it, before it is read. */
export type ListedFramework = Framework & {
  /** How many skills it has, where the registry says so. */
  skills?: number;
};

/** A page of a registry's frameworks. */
export type FrameworkPage = {
  frameworks: ListedFramework[];
  /** How many there are in all, where the registry says so. */
  total?: number;
  /** What to pass to get the next page; absent on the last. Means something to the registry's kind alone. */
  next?: string;
};
