import type { Bundle, FormatId } from '../domain/bundle.ts';
import type { DeliveryPreview } from '../domain/delivery-preview.ts';
import type { DiskFolder } from '../domain/disk-folder.ts';
import type { FoundAlignment } from '../domain/found-alignment.ts';
import type { FrameworkPage, Validators } from '../domain/framework.ts';
import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import type { Problem } from '../domain/problem.ts';
import type { Registry, TestOutcome } from '../domain/registry.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { Skill } from '../domain/skill.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';
import type { TreeNode } from '../domain/skill-tree.ts';

/** An RSA signing key made in the options page; the private half cannot be exported from the browser. */
export type SigningKey = {
  /** RSASSA-PKCS1-v1_5 with SHA-256, non-extractable, usage `sign`. */
  privateKey: CryptoKey;
  /** The public half as one line: `-----BEGIN PUBLIC KEY-----MIIB...-----END PUBLIC KEY-----`. */
  publicKeyPem: string;
};

/** Access tokens of a registry that gives them out for a while (ClientCredentials in lib/domain/registry.ts). */
export type Access = {
  /** A token that should be good for the next request. Rejects as a registry's call does. */
  token(signal: AbortSignal): Promise<string>;
  /** Another one, where the registry refused this one. */
  renew(refused: string, signal: AbortSignal): Promise<string>;
};

/** A registry together with what a call to it needs. Adapters keep nothing between calls. */
export type Connection = {
  registry: Registry;
  /** Token or access key, where the person gave one. */
  token?: string;
  /** Where access has to be fetched first; what it answers is then sent instead of `token`. */
  access?: Access;
  signingKey?: SigningKey;
  /** Writes alignments in a format, for kinds that send files. */
  write?(format: FormatId, bundle: Bundle): Promise<{ text: string; mediaType: string; extension: string }>;
  /** The folder of the person's disk that a registry of kind `folder` writes into, once it was chosen. */
  folder?: DiskFolder;
  /** The network; `globalThis.fetch` in the extension. */
  fetch: typeof fetch;
  /** The clock, in milliseconds since the epoch. */
  now: () => number;
  /** Milliseconds that the registry has to answer one request in full. Default 10,000. */
  timeout?: number;
};

/** At most so many requests in any stretch of so many milliseconds. */
export type Pace = { requests: number; milliseconds: number };

/** What is asked of a registry's search. */
export type SkillQuery = {
  text: string;
  /** How many skills at most. */
  limit: number;
};

/** A page of results. */
export type SkillPage = {
  skills: Skill[];
  /** How many there are in all, where the registry says so. */
  total?: number;
  /** How many rows could not be read and were left out. Absent where all could. */
  skipped?: number;
};

/** A framework as a registry hands it out: a document for lib/skill-documents to recognise and read. */
export type FrameworkDocument = {
  /** A file name for it, with an ending that fits. */
  name: string;
  /** The address that it was read from. */
  address: string;
  body: Blob;
  validators: Validators;
};

/** An alignment to publish, with the resource it is about. */
export type Publication = {
  alignment: ResourceAlignment;
  resource: LearningResourceDraft;
  /**
   * Every alignment of the page that is to stand at this registry, `alignment` among them: what kinds send whose object
   * is the page.
   */
  alignments: readonly ResourceAlignment[];
  /** Names this wish, the same for each try: the `Idempotency-Key` of requests that write. */
  key: string;
};

/** Where a published alignment stands at the registry. */
export type Receipt = {
  /** The object's lasting address there. */
  uri: string;
  /** False where the look-up found the same statement already standing and nothing was sent. */
  sent: boolean;
};

/** How a connection test went. */
export type TestReport = {
  /** Every step in the order in which they are tried; what comes after a failed one is `untried`. */
  steps: TestOutcome[];
  /** Why the failed step failed; absent where all are done. */
  problem?: Problem;
};

/**
 * What a kind of registry can do. An ability that a kind lacks is a missing method, never one that throws.
 * Every call rejects with RegistryError, and only with it, except for an abort, which rejects with the signal's reason.
 */
export interface RegistryAdapter {
  /** How the kind is called where a person chooses it. */
  readonly label: string;
  /** The base address of kinds that the world has one of, such as ESCO; offered where a person adds one. */
  readonly home?: string;
  /** How often it may be asked, where its keepers say so; kept by whoever opens the connection. */
  readonly pace?: Pace;
  /**
   * The registry's base address from any address of it that a person may paste: of a skill, of its API, of the service
   * itself. Without trailing slash, query and fragment. Undefined where the text is no http(s) address; empty for a kind that has none.
   */
  baseOf(text: string): string | undefined;
  /** At most `query.limit` skills, the registry's best first. An empty text lists whatever it lists. */
  search?(connection: Connection, query: SkillQuery, signal: AbortSignal): Promise<SkillPage>;
  /**
   * One skill by its address, as complete as the registry has it. What a person pastes into the search comes here, too: a
   * kind that knows skills by a bare UUID, CTID or notation may take these; any other refuses them without asking.
   */
  getSkill?(connection: Connection, uri: string, signal: AbortSignal): Promise<Skill>;
  /** The registry's frameworks, a page at a time; `next` is what the page before said. */
  listFrameworks?(connection: Connection, next: string | undefined, signal: AbortSignal): Promise<FrameworkPage>;
  /**
   * A whole framework, to be imported into the local index. `unchanged` where the registry says that it still is what the
   * validators tell of.
   */
  readFramework?(
    connection: Connection,
    uri: string,
    known: Validators | undefined,
    signal: AbortSignal,
  ): Promise<FrameworkDocument | 'unchanged'>;
  /** What stands directly below a skill, or at the top of a framework, by its uri, in the registry's order. */
  listChildren?(connection: Connection, uri: string, signal: AbortSignal): Promise<TreeNode[]>;
  /**
   * Where a publication stands, or will stand, at the registry: what its Receipt says and what `withdraw` takes.
   * Answers without asking the registry, so that it can be written down before the first sending. Every kind with
   * `publish` has it.
   */
  addressOf?(connection: Connection, publication: Publication): string;
  /**
   * What one object at the registry holds: a single alignment, or all alignments of a page, which are then sent together
   * and of which the last takes the object with it. Default: `alignment`.
   */
  readonly objectIs?: 'alignment' | 'page';
  /** Exactly what `publish` would send, without sending it; what differs with each try is said in its place. */
  preview?(connection: Connection, publication: Publication, signal: AbortSignal): Promise<DeliveryPreview>;
  /** Sends one alignment. Looks first whether it stands there already, so that sending twice leaves one object. */
  publish?(connection: Connection, publication: Publication, signal: AbortSignal): Promise<Receipt>;
  /** Takes a published alignment, or page, back. Succeeds where it is gone already. `key` names the wish, as in Publication. */
  withdraw?(connection: Connection, uri: string, signal: AbortSignal, key?: string): Promise<void>;
  /**
   * Where a statement from skill to skill stands, or will stand; as `addressOf`. Every kind with `publishSkillAlignment`
   * has it. Throws `refused` where the registry cannot take the statement, such as one about a skill of another registry.
   */
  addressOfSkillAlignment?(connection: Connection, skillAlignment: SkillAlignment): string;
  /** Exactly what `publishSkillAlignment` would send; as `preview`. */
  previewSkillAlignment?(
    connection: Connection,
    skillAlignment: SkillAlignment,
    key: string,
    signal: AbortSignal,
  ): Promise<DeliveryPreview>;
  /** Sends one statement from skill to skill, as `publish` does; `key` names the wish. */
  publishSkillAlignment?(
    connection: Connection,
    skillAlignment: SkillAlignment,
    key: string,
    signal: AbortSignal,
  ): Promise<Receipt>;
  /** Takes a statement back, as it was sent last. Succeeds where it is gone already. */
  withdrawSkillAlignment?(
    connection: Connection,
    skillAlignment: SkillAlignment,
    key: string,
    signal: AbortSignal,
  ): Promise<void>;
  /** The alignments of a page that stand there, whoever put them there. */
  findAlignments?(connection: Connection, address: string, signal: AbortSignal): Promise<FoundAlignment[]>;
  /**
   * Tries the registry step by step and ends after the first step that fails. Never rejects but on abort. The
   * permission step is the caller's; adapters leave it out.
   */
  testConnection(connection: Connection, signal: AbortSignal): Promise<TestReport>;
}
