import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nameOf } from '../../lib/registries/cass-statement.ts';
import { sheetLifetime, signatureSheet, signedText } from '../../lib/registries/signature-sheet.ts';
import { makeSigningKey, signingAlgorithm } from '../../lib/registries/signing-key.ts';
import { SheetRefusal, verifySheet } from '../support/practice-registry/cass-sheet.ts';
import { hasRecorded, recorded } from './support.ts';

const server = 'https://cass.example/api/data/schema.org.CreativeWork/0123/1700000000000';

describe('signing key', () => {
  it('has a private half that cannot be exported and a public half of one line', async () => {
    const key = await makeSigningKey();
    expect(key.privateKey).toMatchObject({ extractable: false, usages: ['sign'], algorithm: { modulusLength: 2048 } });
    await expect(crypto.subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow();
    expect(key.publicKeyPem).toMatch(/^-----BEGIN PUBLIC KEY-----MIIB[A-Za-z0-9+/]+=*-----END PUBLIC KEY-----$/);
  });
});

describe('signature sheet', () => {
  it('covers these members in this order', () => {
    expect(signedText({ owner: 'PEM', expiry: 5, server: 's' })).toBe(
      '{"@context":"https://schema.cassproject.org/kbac/0.4","@owner":"PEM","@type":"TimeLimitedSignature","expiry":5,"server":"s"}',
    );
  });

  it('holds by another hand, fits a header, and has the names of the wire', async () => {
    const key = await makeSigningKey();
    const sheet = await signatureSheet(key, server, sheetLifetime);
    expect(verifySheet(sheet, 0)).toEqual([{ owner: key.publicKeyPem, server, expiry: sheetLifetime }]);
    expect(sheet).toMatch(/^[\x20-\x7e]+$/);
    expect(Object.keys(JSON.parse(sheet)[0])).toEqual([
      'type',
      'context',
      'expiry',
      'server',
      '@owner',
      '@signatureSha256',
    ]);
  });

  it('holds no longer when anything that it covers is changed', async () => {
    const [entry] = JSON.parse(await signatureSheet(await makeSigningKey(), server, 1000));
    const other = await makeSigningKey();
    const statusOf = (change: Record<string, unknown>, now = 0) => {
      try {
        verifySheet(JSON.stringify([{ ...entry, ...change }]), now);
        return 200;
      } catch (error) {
        return error instanceof SheetRefusal ? error.status : error;
      }
    };
    expect(statusOf({})).toBe(200);
    expect(statusOf({ server: 'https://elsewhere.example' })).toBe(451);
    expect(statusOf({ expiry: 2000 })).toBe(451);
    expect(statusOf({ '@owner': other.publicKeyPem })).toBe(451);
    expect(statusOf({ '@signatureSha256': 'AAAA' })).toBe(451);
    expect(statusOf({ type: 'Signature' })).toBe(422);
    expect(statusOf({ expiry: undefined })).toBe(422);
    expect(statusOf({}, 1001)).toBe(419);
    expect(() => verifySheet('{', 0)).toThrow(SheetRefusal);
  });
});

describe.skipIf(!hasRecorded(3))('signature sheets made by the CASS client', () => {
  const vectors = JSON.parse(readFileSync(join(recorded, 'cass/vectors.json'), 'utf8'));

  it.each([0, 1])('sheet %d covers the bytes that we would sign, and verifies', async (index) => {
    const { sheet, signedBytes } = vectors.signatureSheets[index];
    const [{ expiry, server: meant, '@owner': owner, '@signatureSha256': signature }] = sheet;
    expect(owner).toBe(vectors.ownerForm);
    expect(signedText({ owner, expiry, server: meant })).toBe(signedBytes);
    const spki = Buffer.from(vectors.publicKeySpki.replace(/-----[A-Z ]+-----|\s/g, ''), 'base64');
    const key = await crypto.subtle.importKey('spki', spki, signingAlgorithm, false, ['verify']);
    const bytes = Buffer.from(signature, 'base64');
    expect(await crypto.subtle.verify(signingAlgorithm, key, bytes, new TextEncoder().encode(signedBytes))).toBe(true);
    expect(verifySheet(JSON.stringify(sheet), 0)).toMatchObject([{ owner, server: meant }]);
  });

  it('names the object as the client does', () => {
    expect(nameOf(vectors.md5Input)).toBe(vectors.md5);
    expect(vectors.creativeWork['@id']).toContain(vectors.md5);
  });
});
