import { defaultDocumentLoader } from '@digitalbazaar/vc';
import { completeContextAt } from '../jsonld/contexts/index.ts';
import { didKeyDocument } from './did-key.ts';

/** A document as JSON-LD processors and proof suites take it (JSON-LD 1.1 API, section 9.4.6). */
export type LoadedDocument = { contextUrl: undefined; documentUrl: string; document: object; tag: 'static' };

/** Hands out the document at an address, or throws. */
export type DocumentLoader = (address: string) => Promise<LoadedDocument>;

/** That a document names something which does not stand on this device. */
export class UnknownAddress extends Error {
  override name = 'UnknownAddress';
  constructor(
    /** What is not here. */
    readonly address: string,
  ) {
    super(`not on this device: ${address}`);
  }
}

/**
 * What signing and verifying may look up, all of it on this device: the official contexts of Verifiable Credentials 1.1
 * and 2.0 as the `vc` package carries them, our complete ones, and `did:key:` documents. Throws UnknownAddress for
 * anything else; nothing is ever fetched.
 */
export const loadDocument: DocumentLoader = async (address) => {
  const own = completeContextAt(address);
  const document = own ? { '@context': own } : (didKeyDocument(address) ?? (await carried(address)));
  return { contextUrl: undefined, documentUrl: address, document, tag: 'static' };
};

/** Whether signing and verifying know every term of the context at an address. */
export async function isKnownContext(address: string, load: DocumentLoader): Promise<boolean> {
  return (
    /^https?:/.test(address) &&
    load(address).then(
      () => true,
      () => false,
    )
  );
}

async function carried(address: string): Promise<object> {
  const loaded = await defaultDocumentLoader(address).catch(() => undefined);
  if (!loaded) throw new UnknownAddress(address);
  return loaded.document;
}
