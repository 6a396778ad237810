import { readFileSync } from 'node:fs';
import jsonld from 'jsonld';
import { expect, it } from 'vitest';
import { contextAt } from '../../lib/jsonld/contexts/index.ts';

const golden = ['lrmi.jsonld', 'open-badges-2.json', 'open-badges-3.json', 'open-badges-3-vc-1.1.json', 'clr-2.json'];

/** What the processor answers when nobody hurries it. */
async function unaided(document: object): Promise<unknown> {
  const documentLoader = async (address: string) => ({
    documentUrl: address,
    document: { '@context': contextAt(address) },
  });
  return jsonld.expand(document as never, { documentLoader, safe: true } as never);
}

it('answers as the processor does without the judge’s short cuts', async () => {
  const documents = golden.map((name) =>
    JSON.parse(readFileSync(new URL(`../fixtures/golden/${name}`, import.meta.url), 'utf8')),
  );
  const expected = await Promise.all(documents.map(unaided));
  // Imported only now, since it changes the processor.
  const { expandByOurs, expandSafely } = await import('./judges/json-ld.ts');
  for (const [index, document] of documents.entries()) {
    expect(await expandByOurs(document)).toEqual(expected[index]);
    expect(await expandSafely(document)).toEqual(expected[index]);
  }
  await expect(expandByOurs({ '@context': 'https://w3id.org/openbadges/v2', nobodyKnows: 1 })).rejects.toThrow();
});
