import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import type { Problem } from '../domain/problem.ts';
import type { Registry, TestOutcome } from '../domain/registry.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { Skill } from '../domain/skill.ts';

/** An RSA signing key made in the options page; the private half cannot be exported from the browser. */
export type SigningKey = {
  /** RSASSA-PKCS1-v1_5 with SHA-256, non-extractable, usage `sign`. */
  privateKey: CryptoKey;
  /** The public half as one line: `-----BEGIN PUBLIC KEY-----MIIB...-----END PUBLIC KEY-----`. */
  publicKeyPem: string;
};

/** A registry together with what a call to it needs. Adapters keep nothing between calls. */
export type Connection = {
  registry: Registry;
  /** Bearer token or access key, where the person gave one. */
  token?: string;
  signingKey?: SigningKey;
  /** The network; `globalThis.fetch` in the extension. */
  fetch: typeof fetch;
  /** The clock, in milliseconds since the epoch. */
  now: () => number;
};

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
};

/** An alignment to publish, with the resource it is about. */
export type Publication = { alignment: ResourceAlignment; resource: LearningResourceDraft };

/** Where a published alignment stands at the registry. */
export type Receipt = {
  /** The object's lasting address there. */
  uri: string;
  /** False where the look-up found the same statement already standing and nothing was sent. */
  sent: boolean;
};

/**
 * What a kind of registry can do. An ability that a kind lacks is a missing method, never one that throws.
 * Every call rejects with RegistryError, and only with it, except for an abort, which rejects with the signal's reason.
 */
export interface RegistryAdapter {
  /** How the kind is called where a person chooses it. */
  readonly label: string;
  search?(connection: Connection, query: SkillQuery, signal: AbortSignal): Promise<SkillPage>;
  /** One skill by its address, as complete as the registry has it. */
  getSkill?(connection: Connection, uri: string, signal: AbortSignal): Promise<Skill>;
  /** Sends one alignment. Looks first whether it stands there already, so that sending twice leaves one object. */
  publish?(connection: Connection, publication: Publication, signal: AbortSignal): Promise<Receipt>;
  /** Takes a published alignment back. Succeeds where it is gone already. */
  withdraw?(connection: Connection, uri: string, signal: AbortSignal): Promise<void>;
  /**
   * Tries the registry step by step and yields each step's outcome. Ends after the first failed step with the rest as
   * `untried`. Never rejects but on abort. The permission step is the caller's; adapters leave it out.
   */
  testConnection(connection: Connection, signal: AbortSignal): Promise<{ steps: TestOutcome[]; problem?: Problem }>;
}
