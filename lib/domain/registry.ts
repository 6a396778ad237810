import * as z from 'zod/mini';
import { FormatId } from './bundle.ts';
import { knownAssistant } from './credential-registry.ts';
import type { Problem } from './problem.ts';
import { WebAddress } from './web-address.ts';

/** Kinds of skill registry that Plumbline speaks to. Each has one file of this name in lib/registries. */
export const RegistryKind = z.enum([
  'osmt',
  'case',
  'cass',
  'lightcast',
  'esco',
  'onet',
  'credential-registry',
  'learning-registry',
  'endpoint',
  'webdav',
  'folder',
]);
export type RegistryKind = z.infer<typeof RegistryKind>;

/**
 * How a registry gives out access tokens for a client id and a secret (OAuth 2.0 client credentials, RFC 6749, section
 * 4.4). The secret is kept with the tokens, apart from this.
 */
export const ClientCredentials = z.object({
  tokenAddress: WebAddress,
  clientId: z.string().check(z.minLength(1), z.maxLength(512)),
  scope: z.optional(z.string().check(z.maxLength(1000))),
});
export type ClientCredentials = z.infer<typeof ClientCredentials>;

/**
 * How alignments are sent to a registry that leaves it open. Each kind knows some of the members; a kind that needs one
 * takes no alignments before it is said (`takesAlignments`).
 */
export const Delivery = z.object({
  /** The format in which they are written. */
  format: z.optional(FormatId),
  method: z.optional(z.enum(['POST', 'PUT', 'PATCH'])),
  /** Headers to send besides our own. None of them is secret: a key is the registry's token. */
  headers: z.optional(z.array(z.object({ name: z.string(), value: z.string() })).check(z.maxLength(20))),
  /** The body around what the format writes; see lib/domain/body-template.ts. */
  template: z.optional(z.string().check(z.maxLength(20_000))),
  /** Whether what is taken back is taken away with DELETE. Default: it stays there. */
  deletes: z.optional(z.boolean()),
  /** The tenant of a CASE server that manages several. */
  tenant: z.optional(z.string().check(z.maxLength(200))),
  /** The CTID of the organisation on whose behalf is published to the Credential Registry. */
  organisation: z.optional(z.string().check(z.maxLength(200))),
});
export type Delivery = z.infer<typeof Delivery>;

/** The steps of a connection test, in the order in which they are tried. */
export const TestStep = z.enum(['address', 'permission', 'connection', 'key', 'kind', 'version']);
export type TestStep = z.infer<typeof TestStep>;

/** When a registry was tested last, and where that stopped; `failed` is absent where all was well. */
export const LastTest = z.object({ at: z.iso.datetime(), failed: z.optional(TestStep) });
export type LastTest = z.infer<typeof LastTest>;

/** A registry that the person configured. Its token and key are kept apart, never in this record. */
export const Registry = z.object({
  id: z.uuid(),
  kind: RegistryKind,
  /** As the person wants to read it; at most 120 characters. */
  name: z.string().check(z.minLength(1), z.maxLength(120)),
  /** Base address, without a trailing slash; empty where the registry is no server, as a folder is none. */
  address: z.union([WebAddress, z.literal('')]),
  /** Whether it is asked when the person searches, and sent to when the person publishes. */
  enabled: z.boolean(),
  /** Where access has to be fetched first; absent: the token, where there is one, is sent as it is. */
  credentials: z.optional(ClientCredentials),
  /** BCP 47 tag of the language to ask for, where the registry speaks several. Default: what it answers by itself. */
  language: z.optional(z.string().check(z.maxLength(35))),
  /** Which release to ask for, where the registry keeps several. Default: its newest. */
  version: z.optional(z.string().check(z.maxLength(64))),
  delivery: z.optional(Delivery),
  /** Absent where it was never tested with what is kept of it now. */
  tested: z.optional(LastTest),
  created: z.iso.datetime(),
});
export type Registry = z.infer<typeof Registry>;

/** The host permission that a registry's calls need, as the browser's match pattern (ports are not part of one). */
export function originPattern(address: string): string {
  const url = new URL(address);
  return `${url.protocol}//${url.hostname}/*`;
}

/**
 * Every address that a registry's calls go to: its own, that of where access is fetched, and that of the Credential
 * Registry's assistant.
 */
export function addressesOf({ address, credentials }: Pick<Registry, 'address' | 'credentials'>): string[] {
  const assistant = knownAssistant(address);
  return [
    ...(address ? [address] : []),
    ...(credentials ? [credentials.tokenAddress] : []),
    ...(assistant ? [assistant] : []),
  ];
}

/** Every host permission that a registry's calls need, each once. */
export function originPatterns(registry: Pick<Registry, 'address' | 'credentials'>): string[] {
  return [...new Set(addressesOf(registry).map(originPattern))];
}

/** What a step of a connection test comes to, where it is not in the registry's own words. The screens say it. */
export const TestSaying = z.enum([
  ...['found', 'wellFormed', 'moved', 'noAddress', 'granted', 'notGiven'],
  ...['answered', 'notPermitted', 'noAnswer', 'tooSlow', 'asksForPause', 'inTrouble'],
  ...['accepted', 'noneNeeded', 'refused', 'missing', 'noAccess', 'notFound', 'notRecognised'],
  ...['notSaid', 'notKept', 'beforeThree', 'folderIsMade'],
] as const);
export type TestSaying = z.infer<typeof TestSaying>;

/** How one step of a connection test went. What comes after a failed step is `untried`. */
export const TestOutcome = z.object({
  step: TestStep,
  state: z.enum(['done', 'failed', 'untried']),
  /** A `TestSaying`, or what the registry says of itself: "3.1.0". Of the step `kind`, where it is done, the kind's name. */
  saying: z.optional(z.string()),
});
export type TestOutcome = z.infer<typeof TestOutcome>;

/** How a connection test ended: every step, and what to tell the person where one failed. */
export type ConnectionTest = { steps: TestOutcome[]; problem?: Problem };

/** Kinds that take alignments as well as answer skills; a test holds this against the adapters. */
export const publishingKinds: readonly RegistryKind[] = [
  'case',
  'cass',
  'credential-registry',
  'learning-registry',
  'endpoint',
  'webdav',
  'folder',
];

/** Kinds that list the frameworks they keep; a test holds this and the next two against the adapters. */
export const listingKinds: readonly RegistryKind[] = ['osmt', 'case', 'cass', 'esco', 'onet', 'credential-registry'];

/** Kinds of which a framework can be read whole, to be kept here. */
export const importingKinds: readonly RegistryKind[] = ['osmt', 'case', 'cass', 'credential-registry'];

/** Kinds of which a framework can be opened level by level, without keeping it. */
export const browsingKinds: readonly RegistryKind[] = ['osmt', 'cass', 'esco', 'onet', 'credential-registry'];

/** Kinds that tell which alignments of a page stand there; a test holds this against the adapters, too. */
export const findingKinds: readonly RegistryKind[] = ['cass', 'credential-registry'];

/** What has to be said of a kind's delivery before it takes alignments. */
export const deliveryNeeds: Readonly<Partial<Record<RegistryKind, readonly (keyof Delivery)[]>>> = {
  case: ['tenant'],
  'credential-registry': ['organisation'],
  endpoint: ['format'],
};

/** Whether alignments are sent to a registry when the person publishes: it can, it is switched on, and all is said. */
export function takesAlignments({ enabled, kind, delivery = {} }: Registry): boolean {
  const needs = deliveryNeeds[kind] ?? [];
  return enabled && publishingKinds.includes(kind) && needs.every((member) => delivery[member]);
}
