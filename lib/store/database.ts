import { Dexie, type EntityTable, type Table } from 'dexie';
import type { FrameworkOrigin, KeptFramework, Validators } from '../domain/framework.ts';
import type { HistoryLine } from '../domain/history-line.ts';
import type { IdentityNames, KeyFile } from '../domain/identity.ts';
import type { LearningResource } from '../domain/learning-resource.ts';
import type { LibraryCount } from '../domain/library-counts.ts';
import type { OutboxEntry } from '../domain/outbox-entry.ts';
import { type Problem, ProblemError } from '../domain/problem.ts';
import { S210 } from '../domain/problems.ts';
import type { Registry } from '../domain/registry.ts';
import type { RemovedAlignment } from '../domain/removed-alignment.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { ResourceLabel } from '../domain/resource-label.ts';
import type { SavedView } from '../domain/saved-view.ts';
import type { FoundSkill, SkillStatus } from '../domain/skill.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';
import type { Branch } from '../domain/skill-tree.ts';
import type { UndoRecord } from '../domain/undo-record.ts';
import type { WorkItem, WorkList } from '../domain/work-list.ts';
import { counting } from './counting.ts';
import { labelling } from './labelling.ts';
import { upgradeTo3 } from './upgrade-to-3.ts';
import { upgradeTo4 } from './upgrade-to-4.ts';

/** A signing key as the browser keeps it: the private half is a handle, its bytes cannot be read by anyone. */
export type StoredKey = { registry: string; privateKey: CryptoKey; publicKeyPem: string; made: string };

/** Who signs here: one row. `key` is absent before one was made, and after it was forgotten. */
export type StoredIdentity = IdentityNames & {
  id: 'own';
  key?: {
    /** The public half, `did:key:z6Mk…`. */
    did: string;
    /** A handle: its bytes cannot be read by anyone. */
    privateKey: CryptoKey;
    /** When it was made, ISO 8601 in UTC. */
    made: string;
    /** A copy under the person's password, to be handed out; absent where none was wanted when the key was made. */
    file?: KeyFile;
  };
};

/** Something to know about a framework kept here, such as which version of the starter library was imported. */
export type ImportMark = { framework: string; version: string; skills: number; at: string };

/** A skill that is no longer what it was in a framework kept here: alignments to it are listed as stale. */
export type StaleSkill = {
  uri: string;
  /** The framework kept here, by its id. */
  framework: string;
  /** `gone` where the framework's newer release does not have it any more. */
  status: Exclude<SkillStatus, 'draft'> | 'gone';
  replacedBy?: string;
};

/**
 * A framework's data that no row of `frameworks` names: not to be seen, and swept away by its id.
 * - `arriving`: an import writes it, or died while it did
 * - `retired`: removed, or replaced by a newer release; it can be brought back for a day
 * - `dropped`: to be swept
 */
export type ShelvedFramework = {
  /** The framework's id. */
  id: string;
  state: 'arriving' | 'retired' | 'dropped';
  /** Its row as it was when it was retired. */
  framework?: KeptFramework;
  /** Since when, ISO 8601 in UTC. */
  at: string;
};

/** A skill that the person chose lately, or pinned. */
export type RememberedSkill = { uri: string; skill: FoundSkill; at: string };

/** A document on its way into the index, fetched by the background and read by an import. */
export type StagedDocument = {
  id: string;
  name: string;
  /** Where it was fetched. */
  address: string;
  body: Blob;
  /** When it was fetched, ISO 8601 in UTC. */
  at: string;
  /** Where it can be asked for again. */
  origin: FrameworkOrigin;
  /** What to ask with then. */
  validators: Validators;
};

/** What a registry answered to a search, kept to answer the same search at once and without the network. */
export type KeptAnswer = {
  registry: string;
  /** The text as lib/store/answers.ts compares it. */
  query: string;
  skills: FoundSkill[];
  total?: number;
  /** When the registry said so, in milliseconds since the epoch. */
  at: number;
  /** When somebody searched for it last, in milliseconds since the epoch. */
  used: number;
};

/** That a registry asked to be left alone, until when in milliseconds since the epoch, and what the person is told. */
export type RegistryPause = { registry: string; until: number; problem: Problem };

/** The folder of the person's disk that a registry of kind `folder` writes into; the handle is the browser's own. */
export type StoredFolder = { registry: string; handle: FileSystemDirectoryHandle };

/** A backup that was made by itself: the whole library as it was, in a file's form (lib/domain/backup.ts). */
export type StoredBackup = {
  id: string;
  /** When it was made, ISO 8601 in UTC. */
  at: string;
  /** Alignments in it. */
  alignments: number;
  /** The library's mark at that moment (lib/store/library-rows.ts). */
  mark: string;
  /** What was about to happen, where it was not made because a day had passed. */
  before?: 'restore';
  body: Blob;
};

/**
 * Everything that Plumbline keeps, in one IndexedDB database. Only the background writes it; screens read it live.
 * Versions are append-only: a change of shape is a new `version(n)` with its own upgrade and its own test.
 */
export class PlumblineDatabase extends Dexie {
  declare resources: EntityTable<LearningResource, 'address'>;
  declare alignments: EntityTable<ResourceAlignment, 'id'>;
  declare history: Table<HistoryLine, number>;
  declare outbox: EntityTable<OutboxEntry, 'id'>;
  declare registries: EntityTable<Registry, 'id'>;
  declare keys: EntityTable<StoredKey, 'registry'>;
  declare imports: EntityTable<ImportMark, 'framework'>;
  declare frameworks: EntityTable<KeptFramework, 'id'>;
  declare branches: Table<Branch, [framework: string, node: string]>;
  declare stages: EntityTable<StagedDocument, 'id'>;
  declare staleSkills: Table<StaleSkill, [framework: string, uri: string]>;
  declare shelf: EntityTable<ShelvedFramework, 'id'>;
  declare recents: EntityTable<RememberedSkill, 'uri'>;
  declare pins: EntityTable<RememberedSkill, 'uri'>;
  declare answers: Table<KeptAnswer, [registry: string, query: string]>;
  declare pauses: EntityTable<RegistryPause, 'registry'>;
  declare skillAlignments: EntityTable<SkillAlignment, 'id'>;
  declare undos: EntityTable<UndoRecord, 'id'>;
  declare identity: EntityTable<StoredIdentity, 'id'>;
  declare counters: EntityTable<LibraryCount, 'id'>;
  declare trash: EntityTable<RemovedAlignment, 'id'>;
  declare backups: EntityTable<StoredBackup, 'id'>;
  declare folders: EntityTable<StoredFolder, 'registry'>;
  declare views: EntityTable<SavedView, 'id'>;
  /** Written by `labelling` alone. */
  declare labels: EntityTable<ResourceLabel, 'address'>;
  declare workLists: EntityTable<WorkList, 'id'>;
  declare workItems: EntityTable<WorkItem, 'id'>;

  constructor(name = 'plumbline', options?: ConstructorParameters<typeof Dexie>[1]) {
    super(name, options);
    this.version(1).stores({
      resources: 'address',
      alignments: 'id, resource, skill.uri',
      history: '++key, alignment',
      outbox: 'id, alignment, registry, nextTry',
      registries: 'id',
      keys: 'registry',
      imports: 'framework',
      // The skill index speaks to these itself; their rows are described in lib/skill-index/stores.ts.
      skills: '',
      skillSegments: '',
      skillTerms: '',
      skillPrefixes: '',
      skillSpellings: '',
    });
    this.version(2).stores({
      frameworks: 'id',
      branches: '[framework+node]',
      stages: 'id',
      staleSkills: '[framework+uri], uri',
      shelf: 'id',
      recents: 'uri, at',
      pins: 'uri, at',
      answers: '[registry+query], used',
      pauses: 'registry',
      skillAlignments: 'id, subject.uri, object.uri',
      undos: 'id, at',
      identity: 'id',
    });
    this.version(3)
      .stores({
        alignments: 'id, resource, skill.uri, [modified+id], [relation+modified+id]',
        history: '++key, alignment, resource',
        outbox: 'id, alignment, [registry+state+nextTry], [uri+registry], [state+nextTry]',
        counters: 'id',
        trash: 'id, at',
        backups: 'id, at',
        folders: 'registry',
      })
      .upgrade(upgradeTo3);
    this.version(4)
      .stores({
        views: 'id',
        labels: 'address, plain',
        workLists: 'id',
        workItems: 'id, address, modified, [list+place], [list+state+place]',
      })
      .upgrade(upgradeTo4);
    this.use(counting);
    this.use(labelling);
    this.on('ready', () => refuseNewer(this));
  }
}

/** The newest version that this code knows; a test holds it against the last `version(n)` above. */
export const databaseVersion = 4;

/**
 * A database written by a newer Plumbline is left as it is and not opened: its shape is unknown here.
 * Dexie multiplies version numbers by ten.
 */
function refuseNewer(database: PlumblineDatabase): void {
  if (database.backendDB().version <= databaseVersion * 10) return;
  database.close();
  throw new ProblemError(S210);
}
