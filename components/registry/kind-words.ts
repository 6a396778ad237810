import type { Delivery, RegistryKind } from '../../lib/domain/registry.ts';

/** A field that only some kinds have: how it is called and what belongs in it. */
export type KindField = { label: string; hint: string };

/** A kind of registry as a person chooses it: what it is called, what it does, and what it has to be told. */
export type KindWords = {
  label: string;
  does: string;
  /** True where it has no search: its frameworks are imported and searched here. A test holds it against the adapter. */
  browsedOnly?: true;
  /** True where nothing comes from it: it takes alignments and answers no skills. A test holds it against the adapter. */
  takesOnly?: true;
  /** True where it is a folder of this disk, which has no address and which not every browser can be asked for. */
  onDisk?: true;
  /** What belongs into the address, where that is not any address of it. */
  addressHint?: string;
  /** The base address of kinds that the world has one of. A test holds it against the adapter's. */
  home?: string;
  /** The token or key that a person has in hand; absent where the kind knows none. `needed`: nothing answers without. */
  token?: KindField & { needed?: true };
  /**
   * Access by a client id and a secret (OAuth 2.0 client credentials); absent where the kind knows none. What is given
   * here stands in the form to begin with, and `hint` says where a person gets the two.
   */
  credentials?: { hint: string; tokenAddress?: string; scope?: string };
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
    label: 'OSMT',
    does: 'Answers skills',
    token: { label: 'Token', hint: 'Only where the library is not open to everybody.' },
  },
  case: {
    label: 'CASE',
    does: 'Gives out frameworks of standards; an OpenCASE takes alignments as well',
    browsedOnly: true,
    token: { label: 'Token', hint: 'Only where the server is not open to everybody, and to publish.' },
    credentials: { hint: 'Only where those who keep the server gave you a client.' },
    delivery: {
      tenant: { label: 'Tenant', hint: 'Only to publish to an OpenCASE: the tenant that your token is for.' },
    },
  },
  cass: {
    label: 'CASS',
    does: 'Answers competencies, takes alignments',
    signs: true,
    token: {
      label: 'Token',
      hint: 'Only where your organisation’s sign-in gave you one. Publishing needs a signing key, made after adding.',
    },
  },
  lightcast: {
    label: 'Lightcast Open Skills',
    does: 'Answers skills',
    home: 'https://emsiservices.com/skills',
    credentials: {
      hint: 'Lightcast sends both when you ask for access to Open Skills.',
      tokenAddress: 'https://auth.emsicloud.com/connect/token',
      scope: 'lightcast_open_free',
    },
    version: { label: 'Version', hint: 'Such as 9.12. The latest where you say nothing.' },
  },
  esco: {
    label: 'ESCO',
    does: 'Answers skills of the European classification, in many languages',
    home: 'https://ec.europa.eu/esco/api',
    language: {
      label: 'Language',
      hint: 'Of names and descriptions. What is not translated is shown in English.',
      choices: [
        ...['en', 'ar', 'bg', 'cs', 'da', 'de', 'el', 'es', 'et', 'fi', 'fr', 'ga', 'hr', 'hu', 'is', 'it', 'lt'],
        ...['lv', 'mt', 'nl', 'no', 'pl', 'pt', 'ro', 'sk', 'sl', 'sv', 'uk'],
      ],
    },
    version: { label: 'Release', hint: 'Such as v1.1.2. v1.2.0 where you say nothing.' },
  },
  onet: {
    label: 'O*NET',
    does: 'Answers the skills, knowledge, abilities, tasks and software of occupations',
    home: 'https://api-v2.onetcenter.org',
    token: {
      label: 'Key',
      needed: true,
      hint: 'Needed. O*NET gives one to everybody who signs up at services.onetcenter.org.',
    },
  },
  'credential-registry': {
    label: 'Credential Registry',
    does: 'Answers competencies and gives out their frameworks; takes what an organisation offers, with its key',
    home: 'https://credentialengineregistry.org',
    token: {
      label: 'Key',
      hint: 'Optional, and needed to publish: without one, the open search is used, which finds less. Sent to Credential Engine’s assistant.',
    },
    delivery: {
      organisation: { label: 'Organisation', hint: 'Only to publish: the CTID of the organisation whose key it is.' },
    },
    language: {
      label: 'Language',
      hint: 'Where a publisher gave texts in several.',
      choices: ['en', 'es', 'fr', 'de', 'it', 'pt', 'zh', 'ko', 'vi', 'ar'],
    },
  },
  'learning-registry': {
    label: 'Learning Registry',
    does: 'Takes alignments: a document for each',
    takesOnly: true,
    addressHint: 'Paste the node’s address. There is no public one any more.',
    token: {
      label: 'Password',
      hint: 'User and password as user:password. A node lets go only of what was published with an account.',
    },
  },
  endpoint: {
    label: 'Web address',
    does: 'Takes alignments, one by one, in the way you say',
    takesOnly: true,
    addressHint: 'Where alignments go, exactly. {{id}} in it stands for each alignment’s own id.',
    token: {
      label: 'Token',
      hint: 'Only where the address asks for one: a token, or a user and a password as user:password.',
    },
    delivery: {
      format: { label: 'Format', hint: 'How each alignment is written.' },
      method: {
        label: 'Method',
        hint: 'PUT where {{id}} stands in the address: each alignment then has an address of its own.',
      },
      headers: { label: 'Headers', hint: 'One a line, such as X-Collection: charts. A key belongs into the token.' },
      template: {
        label: 'Body',
        hint: 'What the format writes, where you say nothing. Else put {{content}} into words of your own, or {{contentJson}} where it has to be a JSON string; {{address}}, {{title}}, {{id}} and {{revision}} are known, too.',
      },
      deletes: {
        label: 'Withdraw with DELETE',
        hint: 'Where {{id}} stands in the address. Otherwise what was sent stays there.',
      },
    },
  },
  webdav: {
    label: 'WebDAV folder',
    does: 'Takes alignments: a file for each page',
    takesOnly: true,
    addressHint: 'The folder’s own address, such as https://cloud.example/remote.php/dav/files/marta/alignments.',
    token: {
      label: 'Password',
      hint: 'User and password as user:password, better one made for Plumbline alone; or a token.',
    },
    delivery: { format: { label: 'Format', hint: 'Of each file.' } },
  },
  folder: {
    label: 'Folder on this disk',
    does: 'Takes alignments: a file for each page. Choose the folder after adding it',
    takesOnly: true,
    onDisk: true,
    delivery: { format: { label: 'Format', hint: 'Of each file.' } },
  },
};
