import * as z from 'zod/mini';
import { AlignPages, type PagesAligned } from '../domain/align-pages.ts';
import { type Exported, FormatId } from '../domain/bundle.ts';
import { type AddedAlignments, ChosenSkill, mostChosen } from '../domain/chosen-skill.ts';
import type { DeliveryPreview } from '../domain/delivery-preview.ts';
import { Evidence, type PassageState } from '../domain/evidence.ts';
import { EvidenceMark, type MarkState, MarkWords, mostMarks } from '../domain/evidence-mark.ts';
import { FormatChoices } from '../domain/format-description.ts';
import type { FoundAlignment } from '../domain/found-alignment.ts';
import { type FrameworkPage, Validators } from '../domain/framework.ts';
import { IdentityNames, KeyPassword } from '../domain/identity.ts';
import { LearningResourceDraft } from '../domain/learning-resource.ts';
import { MassEdit, type MassEdited } from '../domain/mass-edit.ts';
import { PageMerge, type PagesMerged } from '../domain/page-merge.ts';
import { type ConnectionTest, Delivery, type Registry, RegistryKind } from '../domain/registry.ts';
import { Erasure } from '../domain/removed-alignment.ts';
import { AlignmentChoice, type ResourceAlignment } from '../domain/resource-alignment.ts';
import { SavedView } from '../domain/saved-view.ts';
import { FoundSkill } from '../domain/skill.ts';
import { type SkillAlignment, SkillChoice, SkillPair } from '../domain/skill-alignment.ts';
import type { TreeNode } from '../domain/skill-tree.ts';
import type { Moved, Staged, Unchanged } from '../domain/staging.ts';
import type { TabReading } from '../domain/tab-reading.ts';
import type { TakenBack } from '../domain/undo-record.ts';
import { WebAddress } from '../domain/web-address.ts';
import { AddedWork, WorkChange, type WorkChanged, WorkList } from '../domain/work-list.ts';

const alignmentSeen = { id: z.uuid(), revision: z.int().check(z.positive()) };
const publishTo = z.array(z.uuid());

/** What a registry has to be told besides its address; what is absent is not said, or stays. */
const access = {
  /** A token, a key, or the secret of the client. An empty one forgets the one kept. */
  token: z.optional(z.string()),
  /** A client to fetch access for; its token address as it was typed. */
  credentials: z.optional(z.object({ tokenAddress: z.string(), clientId: z.string(), scope: z.optional(z.string()) })),
  language: z.optional(z.string().check(z.maxLength(35))),
  version: z.optional(z.string().check(z.maxLength(64))),
  /** How alignments are sent to it; takes the place of all that was said of this before. */
  delivery: z.optional(Delivery),
};

/** What the screens may ask of the background, and in which shape. The server refuses anything else. */
export const requests = {
  /** Read the page of a tab that the person opened Plumbline on. */
  readTab: z.object({ tab: z.int() }),
  /** What the person has selected in a tab, as evidence. */
  readSelection: z.object({ tab: z.int() }),
  /** Whether a passage still stands in a tab. */
  findPassage: z.object({ tab: z.int(), evidence: Evidence }),
  /** Mark passages in a tab, in the place of all marks before; `reveal`: the place of the one to scroll to. */
  showEvidence: z.object({
    tab: z.int(),
    marks: z.array(EvidenceMark).check(z.minLength(1), z.maxLength(mostMarks)),
    words: MarkWords,
    reveal: z.optional(z.int().check(z.nonnegative())),
  }),
  /** Take the marks away. */
  hideEvidence: z.object({ tab: z.int() }),
  /** Whether marks are on the page of a tab. */
  isEvidenceShown: z.object({ tab: z.int() }),
  /** What the skill's registry knows of it beyond the row that was found. */
  completeSkill: z.object({ skill: FoundSkill }),
  /** Pin a skill, so that it is at hand before anything is typed, or let go of it. */
  pinSkill: z.object({ skill: FoundSkill, pinned: z.boolean() }),
  /** Keep what the person says of a page, such as which source to believe. */
  keepResource: z.object({ resource: LearningResourceDraft }),
  /** Keep a new alignment of a page to a skill; `publishTo` names the registries that get it at once. */
  addAlignment: z.object({ resource: LearningResourceDraft, skill: FoundSkill, choice: AlignmentChoice, publishTo }),
  /** Keep alignments of a page to several skills in one act: all of them or none. */
  addAlignments: z.object({
    resource: LearningResourceDraft,
    skills: z.array(ChosenSkill).check(z.minLength(1), z.maxLength(mostChosen)),
    choice: AlignmentChoice,
    publishTo,
  }),
  /** Change an alignment that the screen saw at this revision. */
  changeAlignment: z.object({ ...alignmentSeen, choice: AlignmentChoice, publishTo }),
  /** Remove an alignment, and withdraw it where it was published. */
  removeAlignment: z.object(alignmentSeen),
  /** Change or remove many alignments in one act. */
  massEdit: MassEdit,
  /** Make one page of several addresses. */
  mergePages: PageMerge,
  /** Keep a choice of what the library shows under a name, or give one that is there another name or choice. */
  keepView: z.omit(SavedView, { modified: true }),
  /** Forget a saved view. */
  removeView: z.object({ id: z.uuid() }),
  /** Keep what the person says of two skills. */
  relateSkills: z.object({ pair: SkillPair, choice: SkillChoice }),
  /** Change a statement from skill to skill that the screen saw at this revision. */
  changeSkillAlignment: z.object({ ...alignmentSeen, choice: SkillChoice }),
  /** Remove a statement from skill to skill, and withdraw it where it was published. */
  removeSkillAlignment: z.object(alignmentSeen),
  /** Align each of many pages to each of some skills; what stands already is left as it is. */
  alignPages: AlignPages,
  /** Put pages at the end of a work list, or begin one with them. */
  addWork: AddedWork,
  /** Give pages of work lists another state, or take them out. */
  changeWork: WorkChange,
  /** Give a work list another name. */
  renameWorkList: z.object({ id: z.uuid(), name: WorkList.shape.name }),
  /** Take a work list out of sight, to be swept after as long as that can be taken back. */
  removeWorkList: z.object({ id: z.uuid() }),
  /** Take an act back, such as a removal: what nobody changed since returns as it was. */
  takeBack: z.object({ undo: z.uuid() }),
  /** Bring alignments back out of the trash. */
  restoreAlignments: z.object({ alignments: z.array(z.uuid()) }),
  /** Delete alignments of the trash for good. */
  emptyTrash: Erasure,
  /** Queue alignments for every registry that takes them. */
  publish: z.object({ alignments: z.array(z.uuid()) }),
  /** The alignments of a page that stand at a registry, whoever put them there. */
  findAlignments: z.object({ registry: z.uuid(), address: WebAddress }),
  /** Queue the statements from skill to skill that can stand at a registry and do not yet. */
  publishSkillAlignments: z.object({ registry: z.uuid() }),
  /** What publishing an alignment to a registry would send; `along`: what is to be published together with it. */
  previewDelivery: z.object({
    alignment: z.uuid(),
    registry: z.uuid(),
    along: z.optional(z.array(z.uuid()).check(z.maxLength(1000))),
  }),
  /** Try again at once what failed, was paused or waits: one delivery, all of a registry, or everything. */
  retry: z.union([
    z.object({ entry: z.string() }),
    z.object({ registry: z.uuid() }),
    z.object({ all: z.literal(true) }),
  ]),
  /**
   * Send a delivery no more and forget that there was one. What stands at the registry stays there, and is no longer known
   * here.
   */
  dropDelivery: z.object({ entry: z.string() }),
  /** Write a page's alignments in a format. */
  exportResource: z.object({
    address: z.string(),
    format: FormatId,
    options: FormatChoices,
  }),
  /** Make sure that the starter library is on this device. */
  prepare: z.object({}),
  addRegistry: z.object({
    kind: RegistryKind,
    address: z.string(),
    /** Where it is blank, the registry is called by its host. */
    name: z.string().check(z.maxLength(120)),
    ...access,
  }),
  changeRegistry: z.object({
    id: z.uuid(),
    name: z.optional(z.string().check(z.minLength(1), z.maxLength(120))),
    enabled: z.optional(z.boolean()),
    ...access,
  }),
  removeRegistry: z.object({ id: z.uuid() }),
  /** Try a registry step by step. */
  testRegistry: z.object({ id: z.uuid() }),
  /** Make a signing key for a registry, replacing the one before. */
  makeSigningKey: z.object({ id: z.uuid() }),
  /** Keep what the person calls herself in what she signs. */
  keepIdentity: IdentityNames,
  /** Make the key that signs, in the place of the one before; with a password there will be a copy of it to download. */
  makeIdentityKey: z.object({ password: z.optional(KeyPassword) }),
  /** The copy of the key, locked under the password that was chosen when it was made. */
  exportIdentityKey: z.object({}),
  /** Take a key from such a copy, in the place of the one before. */
  importIdentityKey: z.object({ text: z.string().check(z.maxLength(10_000)), password: z.string() }),
  /** Forget the key that signs, for good. */
  forgetIdentityKey: z.object({}),
  /** Erase all that is kept here, to be as after an installation; with the key that signs, or without. */
  startOver: z.object({ forgetKey: z.boolean() }),
  /** Have entries of ours in the browser's context menus, or none. */
  showMenus: z.object({ shown: z.boolean() }),
  /** Let the keyword in the address bar find something, or nothing. */
  useKeyword: z.object({ used: z.boolean() }),
  /**
   * Fetch the document at an address, for an import to read; the screen asks for the host's permission before, from the
   * click. `known`: only if it changed since.
   */
  stageDocument: z.object({ address: WebAddress, known: z.optional(Validators) }),
  /** Throw away what was fetched and is read by now. */
  dropStage: z.object({ stage: z.string().check(z.maxLength(100)) }),
  /** Fetch a whole framework of a registry, for an import to read. `known`: only if it changed since. */
  stageFramework: z.object({ registry: z.uuid(), uri: z.string(), known: z.optional(Validators) }),
  /** A page of what a registry has to import or to browse; `next` is what the page before said. */
  listFrameworks: z.object({ registry: z.uuid(), next: z.optional(z.string()) }),
  /** What stands directly below a skill of a registry, or at the top of a framework of it. */
  listChildren: z.object({ registry: z.uuid(), uri: z.string() }),
};

/** What the background answers, by request. */
export type Answers = {
  readTab: TabReading;
  /** Null where nothing is selected, or where the page keeps us out. */
  readSelection: Evidence | null;
  /** Null where the page cannot be looked into. */
  findPassage: PassageState | null;
  /** What became of each passage; null where the page cannot be looked into. */
  showEvidence: MarkState[] | null;
  hideEvidence: null;
  isEvidenceShown: boolean;
  completeSkill: FoundSkill;
  pinSkill: null;
  keepResource: null;
  addAlignment: ResourceAlignment;
  addAlignments: AddedAlignments;
  changeAlignment: ResourceAlignment;
  /** By what the removal is taken back, for 30 days. */
  removeAlignment: { undo: string };
  massEdit: MassEdited;
  mergePages: PagesMerged;
  keepView: SavedView;
  removeView: null;
  relateSkills: SkillAlignment;
  changeSkillAlignment: SkillAlignment;
  /** By what the removal is taken back, for 30 days. */
  removeSkillAlignment: { undo: string };
  alignPages: PagesAligned;
  addWork: WorkChanged;
  changeWork: WorkChanged;
  renameWorkList: null;
  removeWorkList: WorkChanged;
  takeBack: TakenBack;
  restoreAlignments: TakenBack;
  emptyTrash: { erased: number };
  publish: { queued: number };
  findAlignments: FoundAlignment[];
  publishSkillAlignments: { queued: number };
  previewDelivery: DeliveryPreview;
  retry: null;
  dropDelivery: null;
  exportResource: Exported;
  prepare: null;
  addRegistry: Registry;
  changeRegistry: null;
  removeRegistry: null;
  testRegistry: ConnectionTest;
  makeSigningKey: { publicKeyPem: string };
  keepIdentity: null;
  makeIdentityKey: { did: string };
  exportIdentityKey: { text: string; fileName: string };
  importIdentityKey: { did: string };
  forgetIdentityKey: null;
  startOver: null;
  showMenus: null;
  useKeyword: null;
  stageDocument: Staged | Unchanged | Moved;
  dropStage: null;
  stageFramework: Staged | Unchanged;
  listFrameworks: FrameworkPage;
  listChildren: TreeNode[];
};

/** Name of a request. */
export type RequestName = keyof typeof requests;

/** A request's content. */
export type Request<Name extends RequestName> = z.infer<(typeof requests)[Name]>;

/** A request as it crosses. */
export const Envelope = z.object({
  name: z.enum(Object.keys(requests) as [RequestName, ...RequestName[]]),
  request: z.unknown(),
});

/** Name of the port over which a search streams: the screen posts `SearchAsked`, the background answers SearchEvents. */
export const searchPort = 'search';

/** The longest text that is searched for, in characters; what is longer is cut. */
export const longestSearch = 1000;

/**
 * A search as the screen asks it. One of another turn on the same port replaces the one before; one that names a registry
 * asks that one again and leaves the others of its turn alone. Each is answered by its events and then by its end.
 */
export const SearchAsked = z.object({
  text: z.string().check(z.maxLength(longestSearch)),
  turn: z.int(),
  only: z.optional(z.uuid()),
});
export type SearchAsked = z.infer<typeof SearchAsked>;
