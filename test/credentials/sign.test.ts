import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { isFileSignature, signFile, verifyFile } from '../../lib/credentials/detached.ts';
import { loadDocument } from '../../lib/credentials/document-loader.ts';
import { type Signing, signCredential } from '../../lib/credentials/sign.ts';
import { verifyCredential } from '../../lib/credentials/verify.ts';
import { ProblemError } from '../../lib/domain/problem.ts';
import type { Verdict } from '../../lib/domain/verdict.ts';
import { badge, endorsement, now, someSigner } from './samples.ts';

let signing: Signing;
let signed: Record<string, unknown>;
beforeAll(async () => {
  signing = await someSigner();
  signed = await signCredential(badge(), signing);
});

const check = (document: unknown, at = now, known = [signing.key.did]): Promise<Verdict> =>
  verifyCredential(document, { known, now: at });

/** The code of what keeps a document from being signed. */
const refused = (document: unknown): Promise<string> =>
  signCredential(document, signing).then(
    () => 'signed',
    (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
  );

async function verdictOn(document: unknown, at?: Date): Promise<string> {
  const verdict = await check(document, at);
  return 'reason' in verdict ? `${verdict.state} ${verdict.reason.code}` : verdict.state;
}

/** A proof of the signed badge with members of its own. */
function withProof(over: Record<string, unknown>): Record<string, unknown> {
  const [proof] = signed.proof as Record<string, unknown>[];
  return { ...signed, proof: [{ ...proof, ...over }] };
}

describe('signing', () => {
  it.each([
    ['a badge', badge],
    ['an endorsement', endorsement],
  ])('makes of %s a credential that holds, issued by the key', async (_, make) => {
    const given = make();
    const before = structuredClone(given);
    const answer = await signCredential(given, signing);
    expect(given).toEqual(before);
    const { proof, issuer, ...rest } = answer;
    const { issuer: _placeholder, ...asked } = before;
    expect(rest).toEqual(asked);
    expect(issuer).toEqual({ id: signing.key.did, type: ['Profile'], name: signing.name });
    expect(proof).toMatchObject([
      { type: 'DataIntegrityProof', cryptosuite: 'eddsa-rdfc-2022', proofPurpose: 'assertionMethod' },
    ]);
    expect(await check(JSON.parse(JSON.stringify(answer)))).toEqual({
      state: 'valid',
      signer: { id: signing.key.did, name: signing.name },
      signed: '2026-03-01T10:00:00Z',
    });
  });

  it.each<[string, string, unknown]>([
    ['K510', 'no object', 'text'],
    ['K510', 'a list', [badge()]],
    ['K510', 'no context', { ...badge(), '@context': undefined }],
    ['K510', 'a credential of 1.1', { ...badge(), '@context': ['https://www.w3.org/2018/credentials/v1'] }],
    ['K511', 'an unknown context', { ...badge(), '@context': [...contexts(), 'https://evil.example/context'] }],
    ['K511', 'a did:key in a context’s place', { ...badge(), '@context': [...contexts(), 'did:key:z6Mk'] }],
    ['K511', 'definitions of its own', { ...badge(), '@context': [...contexts(), { name: 'https://evil.example/' }] }],
    ['K511', 'definitions inside', { ...badge(), credentialSubject: { '@context': {}, id: 'urn:x:1' } }],
    ['K512', 'a term that nothing defines', { ...badge(), skillLevel: 'expert' }],
    ['K512', 'a type that nothing defines', { ...badge(), type: ['VerifiableCredential', 'Ghost'] }],
    ['K512', 'a term that nothing defines, inside', { ...badge(), credentialSubject: { id: 'urn:x:1', level: 3 } }],
    ['K512', '__proto__', JSON.parse(JSON.stringify(badge()).replace('{', '{"__proto__":{"name":"x"},'))],
    ['K512', 'a keyword that RDF drops', { ...badge(), '@index': 'unsigned words' }],
    ['K512', 'a broken character', { ...badge(), name: 'half \ud83d' }],
    ['K513', 'too deep a nest', { ...badge(), credentialSubject: nested(300) }],
    ['K514', 'no subject', { ...badge(), credentialSubject: undefined }],
    ['K514', 'no type', { ...badge(), type: undefined }],
    ['K515', 'a signature already', { ...badge(), proof: [] }],
  ])('refuses with %s %s', async (code, _, document) => {
    expect(await refused(document)).toBe(code);
  });

  it('asks the network for nothing, whatever a document names', async () => {
    const fetching = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    const { default: http } = await import('node:http');
    const { default: https } = await import('node:https');
    const requests = [http, https].map((one) => vi.spyOn(one, 'request'));
    const elsewhere = 'https://evil.example/context';
    await check(await signCredential(badge(), signing));
    await refused({ ...badge(), '@context': [...contexts(), elsewhere] });
    await check({ ...signed, '@context': [...contexts(), elsewhere] });
    await check({ ...signed, issuer: 'did:web:evil.example' });
    await check(withProof({ verificationMethod: 'https://evil.example/key' }));
    await expect(loadDocument(elsewhere)).rejects.toThrow('not on this device');
    for (const spy of [fetching, ...requests]) expect(spy).not.toHaveBeenCalled();
  });
});

describe('verifying', () => {
  afterEach(() => expect(({} as Record<string, unknown>).polluted).toBeUndefined());

  it('knows the unsigned, whatever they are', async () => {
    for (const document of [badge(), {}, [], 'text', null, 4])
      expect(await check(document)).toEqual({ state: 'unsigned' });
  });

  it('says of a key that nobody here knows that nobody here knows it', async () => {
    expect(await check(signed, now, [])).toMatchObject({ state: 'unknown-issuer', signer: { id: signing.key.did } });
  });

  it.each<[string, string, () => unknown]>([
    ['invalid K520', 'another name', () => ({ ...signed, name: 'Reading charts' })],
    ['invalid K520', 'a word left out', () => ({ ...signed, name: undefined })],
    [
      'invalid K520',
      'another issuer’s name',
      () => ({ ...signed, issuer: { ...(signed.issuer as object), name: 'X' } }),
    ],
    ['invalid K520', 'another time of signing', () => withProof({ created: '2026-03-01T09:00:00Z' })],
    ['invalid K520', 'another end of the proof', () => withProof({ expires: '2027-03-01T09:00:00Z' })],
    ['invalid K520', 'no signature in the proof', () => withProof({ proofValue: undefined })],
    ['invalid K520', 'nonsense for a signature', () => withProof({ proofValue: 'zIl0O' })],
    ['invalid K520', 'an empty signature', () => withProof({ proofValue: 'z' })],
    ['invalid K523', 'another purpose', () => withProof({ proofPurpose: 'authentication' })],
    ['invalid K524', 'another’s key', () => withProof({ verificationMethod: otherKey })],
    ['invalid K524', 'a key that is no text', () => withProof({ verificationMethod: { id: otherKey } })],
    ['invalid K512', 'a term that nothing defines', () => ({ ...signed, unsigned: 'words' })],
    ['invalid K512', 'such a term in the proof', () => withProof({ note: 'words' })],
    [
      'invalid K512',
      '__proto__',
      () => JSON.parse(JSON.stringify(signed).replace('{', '{"__proto__":{"polluted":1},')),
    ],
    ['invalid K512', 'words that RDF drops', () => ({ ...signed, '@index': 'words' })],
    ['invalid K529', 'no issuer', () => ({ ...signed, issuer: undefined })],
    ['unchecked K511', 'a vocabulary of its own', () => ({ ...signed, '@context': [...contexts(), { a: 'urn:a:b' }] })],
    [
      'unchecked K511',
      'a vocabulary elsewhere',
      () => ({ ...signed, '@context': [...contexts(), 'https://e.example/'] }),
    ],
    ['unchecked K511', 'a vocabulary in the proof', () => withProof({ '@context': contexts() })],
    ['unchecked K513', 'a nest too deep', () => ({ ...signed, credentialSubject: nested(300) })],
    [
      'unchecked K513',
      'proofs without end',
      () => ({ ...signed, proof: Array(17).fill((signed.proof as object[])[0]) }),
    ],
    ['unchecked K525', 'a key elsewhere', () => ({ ...signed, issuer: 'did:web:issuer.example' })],
    ['unchecked K526', 'another kind of proof', () => withProof({ cryptosuite: 'ecdsa-rdfc-2019' })],
    ['unchecked K526', 'no proof at all', () => ({ ...signed, proof: [] })],
    ['unchecked K526', 'a chain of proofs', () => withProof({ previousProof: 'urn:uuid:1' })],
  ])('answers %s to %s', async (expected, _, make) => {
    expect(await verdictOn(make())).toBe(expected);
  });

  it('wants every proof to hold, not only one of them', async () => {
    const [proof] = signed.proof as Record<string, unknown>[];
    const other = await signCredential(badge({ name: 'Other' }), signing);
    const both = { ...signed, proof: [proof, ...(other.proof as object[])] };
    expect(await verdictOn(both)).toBe('invalid K520');
  });

  it('knows when a credential is good', async () => {
    const ending = await signCredential(badge({ validUntil: '2026-06-01T00:00:00Z' }), signing);
    expect(await verdictOn(ending, new Date('2026-05-31T00:00:00Z'))).toBe('valid');
    expect(await verdictOn(ending, new Date('2026-06-01T00:04:00Z'))).toBe('valid');
    expect(await verdictOn(ending, new Date('2026-06-01T00:06:00Z'))).toBe('invalid K521');
    expect(await verdictOn(ending, new Date('2026-02-28T00:00:00Z'))).toBe('invalid K522');
    const changed = { ...ending, validUntil: '2036-06-01T00:00:00Z' };
    expect(await verdictOn(changed, new Date('2026-07-01T00:00:00Z'))).toBe('invalid K520');
  });

  it('does not call good what may have been taken back', async () => {
    const credentialStatus = { id: 'https://issuer.example/status#1', type: 'BitstringStatusListEntry' };
    const status = { ...credentialStatus, statusPurpose: 'revocation', statusListIndex: '1' };
    const revocable = await refused(badge({ credentialStatus: status }));
    // It can be signed by nobody here, as nobody here could say whether it was taken back.
    expect(revocable).toBe('K527');
  });

  it('stops where nobody waits any more', async () => {
    const aborted = AbortSignal.abort(new Error('gone'));
    await expect(verifyCredential(signed, { known: [], now, signal: aborted })).rejects.toThrow('gone');
    await expect(signCredential(badge(), { ...signing, signal: aborted })).rejects.toThrow('gone');
  });

  it('holds no signature good in which any character is another', async () => {
    const text = JSON.stringify(signed);
    const anyChange = fc.tuple(fc.nat(text.length - 1), fc.integer({ min: 0x20, max: 0x17e }));
    let judged = 0;
    await fc.assert(
      fc.asyncProperty(anyChange, async ([place, code]) => {
        const changed = text.slice(0, place) + String.fromCharCode(code) + text.slice(place + 1);
        const document = parsed(changed);
        if (document === undefined || JSON.stringify(document) === text) return;
        judged += 1;
        expect((await check(document)).state, changed).not.toBe('valid');
      }),
      { numRuns: 300 },
    );
    console.info(`changed credentials: ${judged} judged, none valid`);
    expect(judged).toBeGreaterThan(100);
  });

  it('takes nothing whatever that it is given for valid, nor throws', async () => {
    const proof = fc.oneof(fc.jsonValue(), fc.constant(signed.proof));
    const anyDocument = fc.record({
      '@context': fc.oneof(fc.jsonValue(), fc.constant(contexts())),
      issuer: fc.jsonValue(),
      proof,
    });
    await fc.assert(
      fc.asyncProperty(anyDocument, async (document) => {
        expect((await check(document)).state).not.toBe('valid');
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file signed by a file beside it', () => {
  const bytes = new TextEncoder().encode('{"plumbline":1,"alignments":[]}\n');
  const file = { bytes, name: 'library.plumbline.json', mediaType: 'application/json' };
  const checking = () => ({ known: [signing.key.did], now });

  it('holds for these bytes, by the data model’s own vocabulary alone', async () => {
    const signature = await signFile(file, signing);
    expect(signature['@context']).toEqual(['https://www.w3.org/ns/credentials/v2']);
    expect(isFileSignature(signature)).toBe(true);
    expect(isFileSignature(signed)).toBe(false);
    expect(await verifyFile(bytes, signature, checking())).toMatchObject({ state: 'valid' });
    expect(await verifyFile(bytes, signature, { known: [], now })).toMatchObject({ state: 'unknown-issuer' });
  });

  it('holds for no other bytes', async () => {
    const signature = await signFile(file, signing);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
        const other = Uint8Array.from(bytes, (byte, index) => (index === place ? byte ^ flip : byte));
        const verdict = await verifyFile(other, signature, checking());
        expect(verdict).toMatchObject({ state: 'invalid', reason: { code: 'K528' } });
      }),
      { numRuns: 50 },
    );
  });

  it('does not hold where the signature is of no file, or of several', async () => {
    expect(await verifyFile(bytes, signed, checking())).toMatchObject({ reason: { code: 'K530' } });
    expect(await verifyFile(bytes, badge(), checking())).toEqual({ state: 'unsigned' });
    const signature = await signFile(file, signing);
    const [resource] = signature.relatedResource as object[];
    const { proof: _, ...unsigned } = signature;
    const other = { id: 'urn:uuid:1', digestSRI: 'sha256-x' };
    const two = await signCredential({ ...unsigned, relatedResource: [resource, other] }, signing);
    expect(await verifyFile(bytes, two, checking())).toMatchObject({ reason: { code: 'K530' } });
  });
});

const otherKey =
  'did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK';

function contexts(): unknown[] {
  return badge()['@context'] as unknown[];
}

function nested(depth: number): unknown {
  let inner: unknown = { id: 'urn:x:1' };
  for (let level = 0; level < depth; level += 1) inner = { name: inner };
  return inner;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
