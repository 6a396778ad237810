import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KeyFile } from '../../lib/domain/identity.ts';
import { formats, textOf } from '../../lib/formats/index.ts';
import { identityKept } from '../../lib/queries/identity.ts';
import { createKeepIdentity } from '../../lib/services/keep-identity.ts';
import { createSignDocuments } from '../../lib/services/sign-documents.ts';
import { addAlignment } from '../../lib/store/alignments.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { badge, now } from '../credentials/samples.ts';
import { officialSchema } from '../formats/judges/open-badges.ts';
import { hasOfficial, noticeLeftOut } from '../jsonld/official-contexts.ts';
import { newAlignment } from '../support/samples.ts';

const password = 'a harbour at low tide';
const never = new AbortController().signal;
let database: PlumblineDatabase;
beforeEach(() => {
  database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
});
afterEach(() => database.delete());

const identity = () => createKeepIdentity(database, () => now);
const documents = () => createSignDocuments({ database, now: () => now });
const codeOf = (done: Promise<unknown>) =>
  done.then(
    () => 'done',
    (error: { problem?: { code: string } }) => error.problem?.code ?? String(error),
  );

describe('who signs', () => {
  it('has empty names and no key before anything was said', async () => {
    expect(await identityKept(database)).toEqual({ name: '', organisation: '' });
  });

  it('keeps names and key apart: neither change touches the other', async () => {
    await identity().keep({ name: 'Marta Osei', organisation: 'Old Quay' });
    const { did } = await identity().makeKey();
    await identity().keep({ name: 'Marta', organisation: '' });
    expect(await identityKept(database)).toEqual({
      name: 'Marta',
      organisation: '',
      key: { did, made: now.toISOString(), copy: false },
    });
    await identity().forget();
    expect(await identityKept(database)).toEqual({ name: 'Marta', organisation: '' });
  });

  it('keeps a key that cannot be taken out, with no copy where no password was given', async () => {
    await identity().makeKey();
    const row = await database.identity.get('own');
    expect(row?.key?.privateKey.extractable).toBe(false);
    expect(row?.key?.file).toBeUndefined();
    expect(await codeOf(identity().exportKey())).toBe('K506');
  });

  it('brings a key back from its file, so that it signs as before', async () => {
    const { did } = await identity().makeKey(password);
    const { text } = await identity().exportKey();
    expect(KeyFile.safeParse(JSON.parse(text)).success).toBe(true);
    await identity().forget();
    expect(await codeOf(documents().sign(JSON.stringify(badge()), never))).toBe('K502');
    expect(await codeOf(identity().importKey(text, 'another password'))).toBe('K504');
    expect(await codeOf(identity().importKey('{}', password))).toBe('K503');
    expect((await identityKept(database)).key).toBeUndefined();
    expect(await identity().importKey(text, password)).toEqual({ did });
    expect((await database.identity.get('own'))?.key?.privateKey.extractable).toBe(false);
    const signed = await documents().sign(JSON.stringify(badge()), never);
    expect(await documents().verify(signed, undefined, never)).toMatchObject([{ state: 'valid', signer: { id: did } }]);
    expect((await identity().exportKey()).text).toBe(text);
  });
});

describe('what is exported as Open Badges 3.0', () => {
  const bundle = async (count: number) => {
    for (let index = 0; index < count; index += 1) {
      const resource = { ...newAlignment().resource, address: `https://lessons.example/${index}` };
      await addAlignment(database, newAlignment({ resource }), now);
    }
    const alignments = await database.alignments.toArray();
    return textOf(formats['open-badges-3'].write({ resources: new Map(), alignments, made: now.toISOString() }));
  };

  it.each([1, 3])('can be signed and judged, %i credentials at once', async (count) => {
    await identity().keep({ name: 'Marta Osei', organisation: 'Old Quay' });
    const { did } = await identity().makeKey();
    const signed = await documents().sign(await bundle(count), never);
    const verdicts = await documents().verify(signed, undefined, never);
    expect(verdicts).toHaveLength(count);
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({ state: 'valid', signer: { id: did, name: 'Marta Osei, Old Quay' } });
    }
    const parsed = JSON.parse(signed);
    expect(Array.isArray(parsed)).toBe(count > 1);
    const changed = signed.replace('Osei', 'Oseo');
    expect((await documents().verify(changed, undefined, never)).map(({ state }) => state)).toContain('invalid');
  });

  noticeLeftOut('what is signed against 1EdTech’s schema, 1 case');
  it.skipIf(!hasOfficial)('fits 1EdTech’s schema once it is signed', async () => {
    await identity().makeKey();
    const validate = officialSchema();
    const signed = JSON.parse(await documents().sign(await bundle(1), never));
    expect(validate?.(signed), JSON.stringify(validate?.errors)).toBe(true);
    expect(validate?.({ ...signed, proof: 'none' })).toBe(false);
  });
});

describe('what is checked', () => {
  it('gets one verdict for each credential, and none is known to a device without a key', async () => {
    await identity().makeKey();
    const signed = await documents().sign(JSON.stringify([badge(), badge()]), never);
    await identity().forget();
    const mixed = JSON.stringify([...JSON.parse(signed), badge()]);
    const verdicts = await documents().verify(mixed, undefined, never);
    expect(verdicts.map(({ state }) => state)).toEqual(['unknown-issuer', 'unknown-issuer', 'unsigned']);
  });

  it('may be a file with its signature beside it, and not the signature alone', async () => {
    await identity().makeKey();
    const bytes = new TextEncoder().encode('{"alignments":[]}');
    const file = { bytes, name: 'library.plumbline.json', mediaType: 'application/json' };
    const signature = await documents().signFile(file, never);
    expect(await documents().verify(signature, bytes, never)).toMatchObject([{ state: 'valid' }]);
    const other = await documents().verify(signature, bytes.slice(1), never);
    expect(other).toMatchObject([{ state: 'invalid', reason: { code: 'K528' } }]);
    const alone = await documents().verify(signature, undefined, never);
    expect(alone).toMatchObject([{ state: 'unchecked', reason: { code: 'K531' } }]);
  });

  it('is refused where it is no JSON, or endless', async () => {
    await identity().makeKey();
    expect(await codeOf(documents().verify('words', undefined, never))).toBe('K510');
    expect(await codeOf(documents().sign('{', never))).toBe('K510');
    expect(await codeOf(documents().verify(`[${'0,'.repeat(10_001)}0]`, undefined, never))).toBe('K513');
  });
});
