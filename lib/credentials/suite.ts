import { DataIntegrityProof } from '@digitalbazaar/data-integrity';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { keyAddressOf } from './did-key.ts';
import type { SigningKey } from './key-pair.ts';

/** The name of the cryptosuite by which Plumbline signs (https://www.w3.org/TR/vc-di-eddsa/#eddsa-rdfc-2022). */
export const suiteName = cryptosuite.name;

/** The suite that checks proofs. */
export function checkingSuite(): DataIntegrityProof {
  return new DataIntegrityProof({ cryptosuite });
}

/** The suite that makes proofs with a key whose bytes it never sees. `created`: the time that the proof tells. */
export function signingSuite({ did, privateKey }: SigningKey, created: Date, crypto: Crypto = globalThis.crypto) {
  const signer = {
    id: keyAddressOf(did),
    algorithm: 'Ed25519',
    async sign({ data }: { data: Uint8Array }) {
      return new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, Uint8Array.from(data)));
    },
  };
  return new DataIntegrityProof({ cryptosuite, signer, date: created });
}
