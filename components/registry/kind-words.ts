import type { Delivery, RegistryKind } from '../../lib/domain/registry.ts';
import type { PlainKey } from '../../lib/language/words.ts';

/** A field that only some kinds have: the keys of how it is called and of what belongs in it. */
export type KindField = { label: PlainKey; hint: PlainKey };

/**
 * A kind of registry as a person chooses it: what it does, by its key, and what it has to be told. Its name is
 * `registry.kind.<kind>`.
 */
export type KindWords = {
  does: PlainKey;
  /** True where it has no search: its frameworks are imported and searched here. A test holds it against the adapter. */
  browsedOnly?: true;
  /** True where nothing comes from it: it takes alignments and answers no skills. A test holds it against the adapter. */
  takesOnly?: true;
  /** True where it is a folder of this disk, which has no address and which not every browser can be asked for. */
  onDisk?: true;
  /** What belongs into the address, by its key, where that is not any address of it. */
  addressHint?: PlainKey;
  /** The base address of kinds that the world has one of. A test holds it against the adapter's. */
  home?: string;
  /** The token or key that a person has in hand; absent where the kind knows none. `needed`: nothing answers without. */
  token?: KindField & { needed?: true };
  /**
   * Access by a client id and a secret (OAuth 2.0 client credentials); absent where the kind knows none. What is given
   * here stands in the form to begin with, and `hint` says where a person gets the two.
   */
  credentials?: { hint: PlainKey; tokenAddress?: string; scope?: string };
  /** The language to ask for; absent where the kind speaks one. `choices` are BCP 47 tags, the first is the default. */
  language?: KindField & { choices: readonly string[] };
  /** The release to ask for; absent where the kind keeps one. */
  version?: KindField;
  /** What is open about how alignments are sent; absent where nothing is. What is needed is in `deliveryNeeds`. */
  delivery?: Partial<Record<keyof Delivery, KindField>>;
  /** True where what is published is signed with a key of the person's. */
  signs?: true;
};

/** Every kind, in the order of `RegistryKind`. The form and the cards show what a row has, and nothing else. */
export const kindWords: Record<RegistryKind, KindWords> = {
  osmt: {
    does: 'registry.kind.osmt.does',
    token: { label: 'registry.field.token', hint: 'registry.kind.osmt.token' },
  },
  case: {
    does: 'registry.kind.case.does',
    browsedOnly: true,
    token: { label: 'registry.field.token', hint: 'registry.kind.case.token' },
    credentials: { hint: 'registry.kind.case.client' },
    delivery: { tenant: { label: 'registry.field.tenant', hint: 'registry.field.tenant.hint' } },
  },
  cass: {
    does: 'registry.kind.cass.does',
    signs: true,
    token: { label: 'registry.field.token', hint: 'registry.kind.cass.token' },
  },
  lightcast: {
    does: 'registry.kind.lightcast.does',
    home: 'https://emsiservices.com/skills',
    credentials: {
      hint: 'registry.kind.lightcast.client',
      tokenAddress: 'https://auth.emsicloud.com/connect/token',
      scope: 'lightcast_open_free',
    },
    version: { label: 'registry.field.version', hint: 'registry.kind.lightcast.version' },
  },
  esco: {
    does: 'registry.kind.esco.does',
    home: 'https://ec.europa.eu/esco/api',
    language: {
      label: 'registry.field.language',
      hint: 'registry.kind.esco.language',
      choices: [
        ...['en', 'ar', 'bg', 'cs', 'da', 'de', 'el', 'es', 'et', 'fi', 'fr', 'ga', 'hr', 'hu', 'is', 'it', 'lt'],
        ...['lv', 'mt', 'nl', 'no', 'pl', 'pt', 'ro', 'sk', 'sl', 'sv', 'uk'],
      ],
    },
    version: { label: 'registry.field.release', hint: 'registry.kind.esco.release' },
  },
  onet: {
    does: 'registry.kind.onet.does',
    home: 'https://api-v2.onetcenter.org',
    token: { label: 'registry.field.key', needed: true, hint: 'registry.kind.onet.token' },
  },
  'credential-registry': {
    does: 'registry.kind.credential-registry.does',
    home: 'https://credentialengineregistry.org',
    token: { label: 'registry.field.key', hint: 'registry.kind.credential-registry.token' },
    delivery: { organisation: { label: 'registry.field.organisation', hint: 'registry.field.organisation.hint' } },
    language: {
      label: 'registry.field.language',
      hint: 'registry.kind.credential-registry.language',
      choices: ['en', 'es', 'fr', 'de', 'it', 'pt', 'zh', 'ko', 'vi', 'ar'],
    },
  },
  'learning-registry': {
    does: 'registry.kind.learning-registry.does',
    takesOnly: true,
    addressHint: 'registry.kind.learning-registry.address',
    token: { label: 'registry.field.password', hint: 'registry.kind.learning-registry.token' },
  },
  endpoint: {
    does: 'registry.kind.endpoint.does',
    takesOnly: true,
    addressHint: 'registry.kind.endpoint.address',
    token: { label: 'registry.field.token', hint: 'registry.kind.endpoint.token' },
    delivery: {
      format: { label: 'registry.field.format', hint: 'registry.field.format.hint' },
      method: { label: 'registry.field.method', hint: 'registry.field.method.hint' },
      headers: { label: 'registry.field.headers', hint: 'registry.field.headers.hint' },
      template: { label: 'registry.field.body', hint: 'registry.field.body.hint' },
      deletes: { label: 'registry.field.deletes', hint: 'registry.field.deletes.hint' },
    },
  },
  webdav: {
    does: 'registry.kind.webdav.does',
    takesOnly: true,
    addressHint: 'registry.kind.webdav.address',
    token: { label: 'registry.field.password', hint: 'registry.kind.webdav.token' },
    delivery: { format: { label: 'registry.field.format', hint: 'registry.field.fileFormat.hint' } },
  },
  folder: {
    does: 'registry.kind.folder.does',
    takesOnly: true,
    onDisk: true,
    delivery: { format: { label: 'registry.field.format', hint: 'registry.field.fileFormat.hint' } },
  },
};
