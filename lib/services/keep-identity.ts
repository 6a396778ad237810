import { lockKey, parseKeyFile, unlockKey } from '../credentials/key-file.ts';
import { makeKeyPair, takeKeyPair } from '../credentials/key-pair.ts';
import type { IdentityNames } from '../domain/identity.ts';
import { ProblemError } from '../domain/problem.ts';
import { K506 } from '../domain/problems.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { forgetKey, identityOf, keepKey, keepNames } from '../store/identity.ts';

/** A key file on its way to the person. */
export type ExportedKey = { text: string; fileName: string };

/** Makes the use cases around who signs. Only WebCrypto is needed for them, none of the signing packages. */
export function createKeepIdentity(database: PlumblineDatabase, now: () => Date) {
  return {
    /** Keeps what the person calls herself in what she signs. */
    keep: (names: IdentityNames) => keepNames(database, names),

    /** Makes a key in the place of the one before. Without a password there is no copy of it, ever. Throws K501. */
    async makeKey(password?: string): Promise<{ did: string }> {
      const made = now().toISOString();
      const { key, pkcs8 } = await makeKeyPair(password !== undefined);
      const file = pkcs8 && password !== undefined && (await lockKey(pkcs8, { did: key.did, made, password }));
      pkcs8?.fill(0);
      await keepKey(database, { ...key, made, ...(file && { file }) });
      return { did: key.did };
    },

    /** The copy under the password that was chosen when the key was made. Throws K506 where there is none. */
    async exportKey(): Promise<ExportedKey> {
      const file = (await identityOf(database)).key?.file;
      if (file) return { text: `${JSON.stringify(file, undefined, 2)}\n`, fileName: 'plumbline-signing-key.json' };
      throw new ProblemError(K506);
    },

    /** Takes a key from its file, in the place of the one before. Throws K501, K503 to K505. */
    async importKey(text: string, password: string): Promise<{ did: string }> {
      const file = parseKeyFile(text);
      const pkcs8 = await unlockKey(file, password);
      const key = await takeKeyPair(pkcs8, file.did);
      pkcs8.fill(0);
      await keepKey(database, { ...key, made: file.made, file });
      return { did: key.did };
    },

    /** Forgets the key for good. What it signed stays signed and can still be checked. */
    forget: () => forgetKey(database),
  };
}
