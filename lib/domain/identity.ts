import * as z from 'zod/mini';

/** Who signs, as the person calls herself. Both may be empty. */
export const IdentityNames = z.object({
  name: z.string().check(z.trim(), z.maxLength(120)),
  organisation: z.string().check(z.trim(), z.maxLength(120)),
});
export type IdentityNames = z.infer<typeof IdentityNames>;

/** The fewest characters of a password that locks a key file. What the file holds can be tried at leisure by whoever has it. */
export const shortestPassword = 12;

/** A password that locks a key file. */
export const KeyPassword = z.string().check(z.minLength(shortestPassword), z.maxLength(1024));

const base64 = z.base64().check(z.maxLength(400));

/**
 * A signing key locked by a password, as it is handed to the person: docs/decisions/0014-signing.md describes each member.
 * The private key (PKCS #8, RFC 8410) is encrypted by AES-256-GCM under a key that PBKDF2 with SHA-256 makes of the
 * password.
 */
export const KeyFile = z.object({
  plumblineKey: z.literal(1),
  /** The public half, `did:key:z6Mk…`. It is bound to the encryption as additional data. */
  did: z.string().check(z.regex(/^did:key:z6Mk[1-9A-HJ-NP-Za-km-z]{44}$/)),
  /** When the key was made, ISO 8601 in UTC. */
  made: z.iso.datetime(),
  /** Bounded, so that a file cannot keep the device busy for hours, nor pass off a weak lock as one of ours. */
  iterations: z.int().check(z.gte(600_000), z.lte(10_000_000)),
  salt: base64,
  iv: base64,
  key: base64,
});
export type KeyFile = z.infer<typeof KeyFile>;

/** What a person calls herself in what she signs: name and organisation, whichever there are. */
export function signerName({ name, organisation }: IdentityNames): string | undefined {
  return [name, organisation].filter(Boolean).join(', ') || undefined;
}
