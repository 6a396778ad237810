import { isFileSignature, type SignedFile, signFile, verifyFile } from '../credentials/detached.ts';
import { type Signing, signCredential } from '../credentials/sign.ts';
import { type Checking, verifyCredential } from '../credentials/verify.ts';
import { signerName } from '../domain/identity.ts';
import { ProblemError } from '../domain/problem.ts';
import { K502, K510, K513, K531 } from '../domain/problems.ts';
import type { Verdict } from '../domain/verdict.ts';
import { limits } from '../jsonld/guard.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { identityOf } from '../store/identity.ts';

/** More credentials in one document than anybody waits for; each is signed by itself. */
const mostCredentials = 10_000;

/** What signing needs. */
export type SignNeeds = { database: PlumblineDatabase; now: () => Date };

/** Makes the use cases "sign this" and "is this signature good". */
export function createSignDocuments({ database, now }: SignNeeds) {
  return {
    /**
     * Signs the text of a credential, or of a list of them, each by itself. Answers the signed text, indented by two.
     * Throws K502 without a key, and as `signCredential`.
     */
    async sign(text: string, signal: AbortSignal): Promise<string> {
      const signing = await signingOf(signal);
      const document = parse(text);
      const signed: unknown[] = [];
      for (const one of several(document)) signed.push(await signCredential(one, signing));
      return `${JSON.stringify(Array.isArray(document) ? signed : signed[0], undefined, 2)}\n`;
    },

    /** Signs a file by a second one beside it and answers that one's text. Throws K502, and as `signCredential`. */
    async signFile(file: SignedFile, signal: AbortSignal): Promise<string> {
      return `${JSON.stringify(await signFile(file, await signingOf(signal)), undefined, 2)}\n`;
    },

    /**
     * Judges a text: one verdict for each credential in it. `beside`: the bytes of a file, for a text that is its
     * signature. Throws K510 where the text is no JSON.
     */
    async verify(text: string, beside: Uint8Array<ArrayBuffer> | undefined, signal: AbortSignal): Promise<Verdict[]> {
      const { key } = await identityOf(database);
      const checking: Checking = { known: key ? [key.did] : [], now: now(), signal };
      const document = parse(text);
      if (beside) return [await verifyFile(beside, document, checking)];
      // Without the file such a signature holds for nothing that is here.
      if (isFileSignature(document)) return [{ state: 'unchecked', reason: K531 }];
      const verdicts: Verdict[] = [];
      for (const one of several(document)) verdicts.push(await verifyCredential(one, checking));
      return verdicts;
    },
  };

  async function signingOf(signal: AbortSignal): Promise<Signing> {
    const { key, ...names } = await identityOf(database);
    if (!key) throw new ProblemError(K502);
    return { key, name: signerName(names), now: now(), signal };
  }
}

function several(document: unknown): unknown[] {
  if (!Array.isArray(document)) return [document];
  if (document.length > mostCredentials) throw new ProblemError(K513);
  return document;
}

function parse(text: string): unknown {
  if (text.length > limits.characters * 10) throw new ProblemError(K513);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ProblemError(K510, { cause });
  }
}
