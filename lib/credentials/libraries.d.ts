/** What we use of the three signing packages, which come without types. */
declare module '@digitalbazaar/vc' {
  type Loaded = { document: object };
  type Loader = (address: string) => Promise<Loaded>;
  type Options = { credential: object; suite: object; documentLoader: Loader; now?: Date };
  /** Loads the contexts that the package carries; rejects for any other address. */
  export const defaultDocumentLoader: Loader;
  /** Adds a proof to the credential, in place, and answers it. */
  export function issue(options: Options): Promise<object>;
  /** Never rejects; `error` says why not, with `errors` inside where there are several. */
  export function verifyCredential(
    options: Options & { checkStatus?: () => Promise<{ verified: boolean }> },
  ): Promise<{ verified: boolean; results?: { verified: boolean; error?: Error }[]; error?: Error }>;
}

declare module '@digitalbazaar/data-integrity' {
  type Signer = { id: string; algorithm: string; sign(input: { data: Uint8Array }): Promise<Uint8Array> };
  /** A DataIntegrityProof suite: makes proofs where it has a signer, else only checks them. */
  export class DataIntegrityProof {
    constructor(options: { cryptosuite: object; signer?: Signer; date?: Date });
    verifyProof(options: {
      proof: object;
      document: object;
      documentLoader: (address: string) => Promise<{ document: object }>;
    }): Promise<{ verified: boolean; error?: Error }>;
  }
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  /** The cryptosuite `eddsa-rdfc-2022`. */
  export const cryptosuite: {
    name: string;
    canonize(
      document: object,
      options: { documentLoader: (address: string) => Promise<{ document: object }> },
    ): Promise<string>;
  };
}

declare module '@digitalbazaar/ed25519-multikey' {
  /** A key from its Multikey document; the tests hold ours to it. */
  export function from(
    key: object,
  ): Promise<{ verifier(): { verify(input: { data: Uint8Array; signature: Uint8Array }): Promise<boolean> } }>;
}
