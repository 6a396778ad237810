import { createPublicKey, verify } from 'node:crypto';
import { asObject, parse } from './reply.ts';

/** A signature that held. */
export type HeldSignature = { owner: string; server: string; expiry: number };

/** Why a sheet does not hold, with the status that CASS answers. */
export class SheetRefusal extends Error {
  override name = 'SheetRefusal';
  constructor(
    readonly status: 419 | 422 | 451 | 496,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Verifies a signature sheet as CASS does: kind, expiry, signature over the signed members, in that order and with its
 * statuses. Answers the signatures that held, none for an empty sheet. Throws SheetRefusal at the first that does not.
 */
export function verifySheet(sheet: string | undefined, now: number): HeldSignature[] {
  if (sheet === undefined) return [];
  const entries = parse(sheet);
  if (!Array.isArray(entries)) throw new SheetRefusal(496, 'Missing or Malformed Signature.');
  return entries.map((entry) => verifyEntry(asObject(entry) ?? {}, now));
}

function verifyEntry(entry: Record<string, unknown>, now: number): HeldSignature {
  const { type, context, expiry, server } = entry;
  const owner = entry['@owner'];
  const signature = entry['@signatureSha256'];
  if (type !== 'TimeLimitedSignature' || context !== 'https://schema.cassproject.org/kbac/0.4')
    throw new SheetRefusal(422, 'Invalid Signature Version.');
  if (typeof expiry !== 'number') throw new SheetRefusal(422, 'Missing expiry date.');
  if (expiry < now)
    throw new SheetRefusal(419, `A Signature is Expired. My time is ${now} and the signature expires at ${expiry}`);
  const signed = `{"@context":"${context}","@owner":"${owner}","@type":"${type}","expiry":${expiry},"server":"${server}"}`;
  // The real one repeats the whole signature in its refusal, too.
  if (!holds(String(owner), signed, String(signature)))
    throw new SheetRefusal(451, `Invalid Signature Detected: ${JSON.stringify(entry)}`);
  return { owner: String(owner), server: String(server), expiry };
}

function holds(owner: string, signed: string, signature: string): boolean {
  try {
    return verify('RSA-SHA256', Buffer.from(signed, 'utf8'), publicKey(owner), Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function publicKey(pem: string) {
  const base64 = pem.replace(/-----(BEGIN|END) PUBLIC KEY-----|\s/g, '');
  return createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
}
