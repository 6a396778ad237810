import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { cryptosuite } from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite';
import { issue } from '@digitalbazaar/vc';
import { describe, expect, it } from 'vitest';
import { didKeyOf } from '../../lib/credentials/did-key.ts';
import { type DocumentLoader, loadDocument } from '../../lib/credentials/document-loader.ts';
import { takeKeyPair } from '../../lib/credentials/key-pair.ts';
import { checkingSuite, signingSuite } from '../../lib/credentials/suite.ts';
import { seedOf } from './seed.ts';

const folder = new URL('../../../shared/data/schemas/vc-di-eddsa/', import.meta.url);
const isHere = existsSync(folder);
if (!isHere) console.warn('left out, since ../shared/data/schemas is missing: 8 vectors of the W3C');

const text = (path: string) => readFileSync(new URL(path, folder), 'utf8');
const json = (path: string) => JSON.parse(text(path));
const sha256 = (of: string) => createHash('sha256').update(of).digest('hex');

/** Ours, and the one context of the vectors that is for examples alone. */
const load: DocumentLoader = async (address) => {
  if (address !== 'https://www.w3.org/ns/credentials/examples/v2') return loadDocument(address);
  const document = { '@context': { '@vocab': 'https://www.w3.org/ns/credentials/examples#' } };
  return { contextUrl: undefined, documentUrl: address, document, tag: 'static' };
};

/** An Ed25519 private key from its 32 bytes, as PKCS #8 (RFC 8410, section 10.3). */
function pkcs8Of(seed: Uint8Array): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([...Buffer.from('302e020100300506032b657004220420', 'hex'), ...seed]);
}

async function keyOf({ publicKeyMultibase, privateKeyMultibase }: Record<string, string>) {
  const did = `did:key:${publicKeyMultibase}`;
  return takeKeyPair(pkcs8Of(seedOf(privateKeyMultibase ?? '')), did);
}

type Proof = Record<string, unknown> & { created: string; proofValue: string };
type Signed = Record<string, unknown> & { proof: Proof | Proof[] };

/** Whether each of a document's proofs holds, by our suite and loader. */
async function holds({ proof, ...document }: Signed): Promise<boolean[]> {
  const checks = [proof].flat().map((one) =>
    checkingSuite().verifyProof({
      proof: { '@context': document['@context'], ...one },
      document,
      documentLoader: load,
    }),
  );
  return (await Promise.all(checks)).map(({ verified }) => verified);
}

describe.skipIf(!isHere)('the W3C’s vectors for eddsa-rdfc-2022', () => {
  let reproduced = 0;
  let verified = 0;

  it('reproduce: canonical form, hashes, signature', async () => {
    const { proof, ...document } = json('eddsa-rdfc-2022/signedDataInt.json') as Signed & { proof: Proof };
    const canonical = await cryptosuite.canonize(document, { documentLoader: load });
    expect(canonical).toBe(text('eddsa-rdfc-2022/canonDocDataInt.txt'));
    expect(sha256(canonical)).toBe(text('eddsa-rdfc-2022/docHashDataInt.txt'));
    const options = await cryptosuite.canonize(json('eddsa-rdfc-2022/proofConfigDataInt.json'), {
      documentLoader: load,
    });
    expect(options).toBe(text('eddsa-rdfc-2022/proofCanonDataInt.txt'));
    expect(sha256(options)).toBe(text('eddsa-rdfc-2022/proofHashDataInt.txt'));
    expect(sha256(options) + sha256(canonical)).toBe(text('eddsa-rdfc-2022/combinedHashDataInt.txt'));
    const key = await keyOf(json('keyPair.json'));
    const suite = signingSuite(key, new Date(proof.created));
    const signed = await issue({ credential: json('unsigned.json'), suite, documentLoader: load });
    expect(signed).toEqual(json('eddsa-rdfc-2022/signedDataInt.json'));
    reproduced += 1;
  });

  it.each([
    'eddsa-rdfc-2022/signedDataInt.json',
    'proof-set-chain/signedProofSet1.json',
    'proof-set-chain/signedProofSet2.json',
  ])('verify, every proof of %s', async (path) => {
    const proofs = await holds(json(path));
    expect(proofs.length).toBeGreaterThan(0);
    expect(proofs).not.toContain(false);
    verified += 1;
  });

  it('do not verify once a word is another', async () => {
    const signed = json('eddsa-rdfc-2022/signedDataInt.json');
    expect(await holds({ ...signed, name: 'Alumna Credential' })).toEqual([false]);
  });

  it('give the same did:key from the same bytes', async () => {
    for (const pair of [json('keyPair.json'), ...Object.values(json('proof-set-chain/multiKeyPairs.json'))]) {
      const { publicKeyMultibase } = pair as { publicKeyMultibase: string };
      // The private multibase's seed makes the same public key: takeKeyPair throws otherwise.
      expect((await keyOf(pair as Record<string, string>)).did).toBe(`did:key:${publicKeyMultibase}`);
    }
  });

  it('are counted', () => {
    console.info(`vectors: ${reproduced} reproduced, ${verified} verified`);
    expect([reproduced, verified]).toEqual([1, 3]);
  });
});

describe('did:key', () => {
  it('makes the address that the did:key specification gives for its first test vector', () => {
    const bytes = Buffer.from('2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6', 'hex');
    expect(didKeyOf(bytes)).toBe('did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK');
  });
});
