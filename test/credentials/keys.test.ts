import * as Ed25519Multikey from '@digitalbazaar/ed25519-multikey';
import { describe, expect, it } from 'vitest';
import { lockKey, parseKeyFile, unlockKey } from '../../lib/credentials/key-file.ts';
import { makeKeyPair, takeKeyPair } from '../../lib/credentials/key-pair.ts';
import { ProblemError } from '../../lib/domain/problem.ts';

const password = 'a harbour at low tide';
const made = '2026-03-01T10:00:00.000Z';
const bytes = new TextEncoder().encode('words');

const codeOf = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: unknown) => (error instanceof ProblemError ? error.problem.code : String(error)),
  );

async function locked() {
  const { key, pkcs8 = new Uint8Array() } = await makeKeyPair(true);
  return { key, file: await lockKey(pkcs8, { did: key.did, made, password }) };
}

describe('a key', () => {
  it.each([false, true])('cannot be taken out of the browser (locked copy: %s)', async (locking) => {
    const { key } = await makeKeyPair(locking);
    expect(key.privateKey.extractable).toBe(false);
    expect(key.privateKey.usages).toEqual(['sign']);
    for (const format of ['pkcs8', 'jwk'] as const) {
      await expect(crypto.subtle.exportKey(format, key.privateKey)).rejects.toThrow();
    }
  });

  it('signs what the address it makes of itself verifies, by the package’s own key', async () => {
    const { key } = await makeKeyPair(false);
    const signature = new Uint8Array(await crypto.subtle.sign('Ed25519', key.privateKey, bytes));
    const publicKeyMultibase = key.did.slice('did:key:'.length);
    const theirs = await Ed25519Multikey.from({ type: 'Multikey', controller: key.did, publicKeyMultibase });
    expect(await theirs.verifier().verify({ data: bytes, signature })).toBe(true);
    expect(await theirs.verifier().verify({ data: bytes.slice(1), signature })).toBe(false);
  });

  it('is refused in words where the browser has no Ed25519', async () => {
    const subtle = { generateKey: () => Promise.reject(new DOMException('', 'NotSupportedError')) };
    const without = { subtle } as unknown as Crypto;
    expect(await codeOf(makeKeyPair(false, without))).toBe('K501');
    expect(await codeOf(takeKeyPair(new Uint8Array(48), 'did:key:z6Mk', without))).toBe('K501');
  });
});

describe('a key file', () => {
  it('gives the same key back to whoever knows the password, and is not extractable then either', async () => {
    const { key, file } = await locked();
    const read = parseKeyFile(JSON.stringify(file));
    expect(read).toEqual(file);
    const again = await takeKeyPair(await unlockKey(read, password), read.did);
    expect(again.privateKey.extractable).toBe(false);
    const sign = (by: CryptoKey) => crypto.subtle.sign('Ed25519', by, bytes);
    expect(await sign(again.privateKey)).toEqual(await sign(key.privateKey));
  });

  it('holds nothing of the key in the open, and never the same bytes twice', async () => {
    const { key, pkcs8 = new Uint8Array() } = await makeKeyPair(true);
    const files = await Promise.all([1, 2].map(() => lockKey(pkcs8, { did: key.did, made, password })));
    const secret = Buffer.from(pkcs8).toString('base64').slice(24, 48);
    for (const file of files) expect(JSON.stringify(file)).not.toContain(secret);
    const [one, other] = files;
    for (const member of ['salt', 'iv', 'key'] as const) expect(one?.[member]).not.toBe(other?.[member]);
    expect(one?.iterations).toBe(600_000);
  });

  it('opens with the same letters from another keyboard', async () => {
    const { key, pkcs8 = new Uint8Array() } = await makeKeyPair(true);
    const file = await lockKey(pkcs8, { did: key.did, made, password: 'Größenordnung' });
    expect(await unlockKey(file, 'Größenordnung'.normalize('NFD'))).toEqual(pkcs8);
  });

  it('stays shut with another password, and with any part changed', async () => {
    const { file } = await locked();
    const other = (await makeKeyPair(false)).key.did;
    expect(await codeOf(unlockKey(file, `${password}.`))).toBe('K504');
    for (const changed of [{ did: other }, { iterations: 600_001 }, { salt: file.iv }, { key: file.salt }]) {
      expect(await codeOf(unlockKey({ ...file, ...changed }, password))).toBe('K504');
    }
  });

  it('is refused where its key is another than it says', async () => {
    const { pkcs8 = new Uint8Array() } = await makeKeyPair(true);
    const { key } = await makeKeyPair(false);
    const file = await lockKey(pkcs8, { did: key.did, made, password });
    expect(await codeOf(takeKeyPair(await unlockKey(file, password), file.did))).toBe('K505');
    expect(await codeOf(takeKeyPair(new Uint8Array(10), file.did))).toBe('K505');
  });

  it.each(['text', '{}', '[]', 'null', '{"plumblineKey":2}'])('is known from other files: %s', async (text) => {
    await expect(async () => parseKeyFile(text)).rejects.toMatchObject({ problem: { code: 'K503' } });
  });

  it('is refused where it asks for too little or too much work', async () => {
    const { file } = await locked();
    for (const iterations of [1, 599_999, 10_000_001, 1e300, 600_000.5]) {
      await expect(async () => parseKeyFile(JSON.stringify({ ...file, iterations }))).rejects.toThrow(ProblemError);
    }
  });
});
