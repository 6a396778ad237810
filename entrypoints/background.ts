import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { practicePage } from '../lib/domain/practice-page.ts';
import { takesAlignments } from '../lib/domain/registry.ts';
import { formats } from '../lib/formats/index.ts';
import { expandText } from '../lib/jsonld/index.ts';
import { askPractice } from '../lib/messaging/practice-client.ts';
import { type Handlers, serve, serveSearch } from '../lib/messaging/server.ts';
import { fetchAccessToken } from '../lib/registries/client-credentials.ts';
import { registries } from '../lib/registries/index.ts';
import { makeSigningKey } from '../lib/registries/signing-key.ts';
import { createAskRegistry } from '../lib/services/ask-registry.ts';
import { createBackUpDaily } from '../lib/services/back-up-daily.ts';
import { createBadge } from '../lib/services/badge.ts';
import { createHideOrigin } from '../lib/services/browser-origin.ts';
import { createCompleteSkill } from '../lib/services/complete-skill.ts';
import { createConfigureRegistry } from '../lib/services/configure-registry.ts';
import { createConnect } from '../lib/services/connections.ts';
import { createDeliverOutbox } from '../lib/services/deliver-outbox.ts';
import { createExportResource } from '../lib/services/export-resource.ts';
import { createFetchDocument } from '../lib/services/fetch-document.ts';
import { callPassageFinder, createFindPassage } from '../lib/services/find-passage.ts';
import { createInject, type Scripting } from '../lib/services/frames.ts';
import { createGiveAccess } from '../lib/services/give-access.ts';
import { createImportStarterLibrary } from '../lib/services/import-starter-library.ts';
import { createKeepIdentity } from '../lib/services/keep-identity.ts';
import { createBuildMenus, type MenuMaker } from '../lib/services/menus.ts';
import { createOmnibox } from '../lib/services/omnibox.ts';
import { createPracticeTab } from '../lib/services/practice-tab.ts';
import { createPreviewDelivery } from '../lib/services/preview-delivery.ts';
import { createReadSelection } from '../lib/services/read-selection.ts';
import { createReadTab } from '../lib/services/read-tab.ts';
import { createRecallChoices } from '../lib/services/recall-choices.ts';
import { createRehearsal } from '../lib/services/rehearsal.ts';
import { createErrands } from '../lib/services/run-errands.ts';
import { createSearchSkills } from '../lib/services/search-skills.ts';
import { createShowEvidence } from '../lib/services/show-evidence.ts';
import { createStaging } from '../lib/services/stage-document.ts';
import { createStartOver } from '../lib/services/start-over.ts';
import { createSweepFrameworks, importLock } from '../lib/services/sweep-frameworks.ts';
import { createWelcome } from '../lib/services/welcome.ts';
import { createWriteFormat } from '../lib/services/write-format.ts';
import { openSkillIndex } from '../lib/skill-index/index.ts';
import { openAccessTokens } from '../lib/store/access-tokens.ts';
import { alignPages } from '../lib/store/align-pages.ts';
import { addAlignment, changeAlignment, queueAlignments, removeAlignment } from '../lib/store/alignments.ts';
import { PlumblineDatabase } from '../lib/store/database.ts';
import { massEdit } from '../lib/store/mass-edit.ts';
import { mergePages } from '../lib/store/merge-pages.ts';
import { dropEntry, resumeEntries, retryEntries, sweepOutbox } from '../lib/store/outbox.ts';
import { openPreferences } from '../lib/store/preferences.ts';
import { queueSkillAlignments } from '../lib/store/queue.ts';
import { registriesInOrder } from '../lib/store/registries.ts';
import { pinSkill } from '../lib/store/remembered-skills.ts';
import { keepResource } from '../lib/store/resources.ts';
import { openSecrets } from '../lib/store/secrets.ts';
import { addAlignments } from '../lib/store/several-alignments.ts';
import { changeSkillAlignment, relateSkills, removeSkillAlignment } from '../lib/store/skill-alignments.ts';
import { dropStage, sweepStages } from '../lib/store/stages.ts';
import { eraseRemoved, restoreAlignments, sweepTrash } from '../lib/store/trash.ts';
import { forgetOldActs, takeBack } from '../lib/store/undo.ts';
import { unsentStatements } from '../lib/store/unsent-statements.ts';
import { keepView, removeView } from '../lib/store/views.ts';
import { addWork, changeWork, removeWorkList, renameWorkList, sweepWorkLists } from '../lib/store/work-lists.ts';

/** What the types call always there. */
type SidePanels = { sidePanel?: object };

/** Name of the alarm that wakes the worker for what waits in the outbox. */
const outboxAlarm = 'outbox';

/** Name of the alarm that wakes the worker for the automatic backup. */
const backupAlarm = 'backup';

/** When it is looked whether one is due: some time after the browser began, in nobody's way, then each six hours. */
const backupTimes = { delayInMinutes: 2, periodInMinutes: 360 };

/** The background: makes the services, registers every listener before the first await, decides nothing. */
export default defineBackground({
  type: 'module',
  main() {
    const database = new PlumblineDatabase();
    const secrets = openSecrets(browser.storage.local);
    const index = openSkillIndex(database);
    const permitted = (pattern: string) => browser.permissions.contains({ origins: [pattern] });
    // A constant of the build: only one made to rehearse the worker's death has anything of it.
    const isRehearsal = import.meta.env.MODE === 'rehearsal';
    const rehearsal = isRehearsal ? createRehearsal(browser.storage.session, database) : undefined;
    const rehearsed: (handlers: Handlers) => Handlers = rehearsal?.handlers ?? ((handlers) => handlers);
    const now = rehearsal?.now ?? (() => Date.now());
    const date = () => new Date(now());
    // biome-ignore lint/suspicious/noConsole: the one place where the unexpected is logged
    const log = (what: string, error: unknown) => console.error(`Plumbline: ${what}`, error);

    // Session storage is gone with the browser; access tokens can be fetched anew.
    const tokens = openAccessTokens(browser.storage.session);
    const write = createWriteFormat(formats);
    const connect = createConnect({
      database,
      secrets,
      adapters: registries,
      write,
      giveAccess: createGiveAccess({ tokens, fetchToken: fetchAccessToken }),
      fetch: rehearsal?.fetch ?? ((...request) => fetch(...request)),
      now,
      permitted,
      hideOrigin: createHideOrigin(browser.declarativeNetRequest, new URL(browser.runtime.getURL('/')).hostname),
    });
    const enabled = async () => (await registriesInOrder(database)).filter((registry) => registry.enabled);
    const { tab, inject } = createPracticeTab({
      own: browser.runtime.getURL(practicePage.path),
      tab: (id) => browser.tabs.get(id),
      inject: createInject(browser.scripting as Scripting),
      ask: askPractice,
    });
    const readTab = createReadTab({
      tab,
      inject: (id) => inject(id, { file: '/page-reader.js' }),
      expandText,
    });
    const recallChoices = createRecallChoices(database);
    const readSelection = createReadSelection((id) => inject(id, { file: '/page-selection.js' }));
    const preferences = openPreferences(browser.storage.local);
    // What wxt knows of are Chrome's own messages; ours stand in locales/en/manifest.json.
    const say = (key: string) => browser.i18n.getMessage(key as '@@extension_id');
    const buildMenus = createBuildMenus(browser.contextMenus as MenuMaker, say);
    const errands = createErrands({
      openPopup: browser.action.openPopup && (() => browser.action.openPopup()),
      openTab: (path, { id, index } = {}) =>
        browser.tabs.create({
          url: browser.runtime.getURL(path as '/popup.html'),
          ...(id !== undefined && { openerTabId: id }),
          ...(index !== undefined && { index: index + 1 }),
        }),
      // Chrome alone has it.
      openPanel: (browser as SidePanels).sidePanel && ((windowId) => browser.sidePanel.open({ windowId })),
      readSelection,
      session: browser.storage.session,
    });
    const isKeywordOn = async () => (await preferences.read()).keyword;
    const omnibox = createOmnibox({
      isOn: isKeywordOn,
      database,
      index,
      isMarkup: browser.runtime.getURL('/').startsWith('chrome-extension:'),
      open: (address, where) => {
        const url = address.startsWith('/') ? browser.runtime.getURL(address as '/library.html') : address;
        if (where === 'currentTab') return browser.tabs.update({ url });
        return browser.tabs.create({ url, active: where === 'newForegroundTab' });
      },
    });
    const badge = createBadge({
      action: browser.action,
      isOn: () => browser.permissions.contains({ permissions: ['webNavigation'] }),
      openTabs: async () => (await browser.tabs.query({})).flatMap(({ id }) => (id === undefined ? [] : [id])),
      addressIn: async (tabId) => (await browser.webNavigation.getFrame({ tabId, frameId: 0 }))?.url,
      alignmentsOf: (address) => database.alignments.where('resource').equals(address).count(),
      title: { none: say('action'), some: say('actionAligned') },
    });
    const welcome = createWelcome({
      installType: async () => (await browser.management.getSelf()).installType,
      openTab: (path, active) => browser.tabs.create({ url: browser.runtime.getURL(path as '/popup.html'), active }),
    });
    const findPassage = createFindPassage((id, evidence) =>
      inject(id, { file: '/passage-finder.js', call: { func: callPassageFinder, args: [evidence] } }),
    );
    const showEvidence = createShowEvidence(inject);
    const searchSkills = createSearchSkills({
      database,
      enabled,
      adapters: registries,
      connect,
      now,
      online: () => navigator.onLine,
    });
    const completeSkill = createCompleteSkill({
      registry: (id) => database.registries.get(id),
      adapters: registries,
      connect,
    });
    const askRegistry = createAskRegistry({
      registry: (id) => database.registries.get(id),
      adapters: registries,
      connect,
    });
    const previewDelivery = createPreviewDelivery({ database, askRegistry });
    const fetchDocument = createFetchDocument({ fetch: (...request) => fetch(...request), permitted });
    const stage = createStaging({ database, fetchDocument, askRegistry, now: date });
    const configure = createConfigureRegistry({
      database,
      secrets,
      tokens,
      adapters: registries,
      connect,
      write,
      permitted,
      makeKey: makeSigningKey,
      now: date,
    });
    const identity = createKeepIdentity(database, date);
    const exportResource = createExportResource({ database, formats, now: date });
    const importStarterLibrary = createImportStarterLibrary({
      database,
      index,
      read: async () => (await fetch(browser.runtime.getURL('/starter-library.json'))).text(),
      version: browser.runtime.getManifest().version,
    });
    const wakeAt = (time: number) => void browser.alarms.create(outboxAlarm, { when: Math.max(time, Date.now()) });
    const deliverOutbox = createDeliverOutbox({
      database,
      adapters: registries,
      connect,
      now,
      online: () => navigator.onLine,
      exclusively: (registry, run) => navigator.locks.request(`outbox ${registry}`, run),
      wakeAt: rehearsal?.wakeAt(wakeAt) ?? wakeAt,
    });

    const never = new AbortController().signal;
    const backUpDaily = createBackUpDaily({
      database,
      now: date,
      newId: () => crypto.randomUUID(),
      unlessRunning: (run) =>
        navigator.locks.request('backup', { ifAvailable: true }, (lock) => (lock ? run() : Promise.resolve())),
      noteFull: (isFull) => browser.storage.local.set({ 'backup:full': isFull }),
    });
    const planBackup = async () => {
      if (await browser.alarms.get(backupAlarm)) return;
      await browser.alarms.create(backupAlarm, backupTimes);
    };
    const backUp = () => void backUpDaily(never).catch((error: unknown) => log('backup', error));
    const deliver = () => void deliverOutbox(never).catch((error: unknown) => log('outbox', error));
    /** Sends what waited for a reason that is gone. */
    const resume = (code: string) =>
      void thenDeliver(resumeEntries(database, code, now())).catch((error: unknown) => log('outbox', error));
    const sweepFrameworks = createSweepFrameworks(database, index, date);
    const sweepUnlessImporting = () =>
      navigator.locks.request(importLock, { ifAvailable: true }, (lock) => lock && sweepFrameworks());
    const prepare = () => navigator.locks.request('starter-library', () => importStarterLibrary(never));
    const showMenus = async () => buildMenus((await preferences.read()).menus);
    const startOver = createStartOver({
      database,
      local: browser.storage.local,
      clearSession: () => browser.storage.session.clear(),
      givePermissionsBack: async () => {
        const { origins = [] } = await browser.permissions.getAll();
        const { optional_permissions: permissions = [] } = browser.runtime.getManifest();
        await browser.permissions.remove({ origins, permissions: permissions as ['webNavigation'] });
      },
      undisturbed: (run) =>
        navigator.locks.request(importLock, () =>
          navigator.locks.request('starter-library', () => navigator.locks.request('backup', run)),
        ),
      begin: () => Promise.all([prepare(), showMenus(), welcome('install')]),
      now,
    });
    const refreshBadge = () => void badge.refresh().catch((error: unknown) => log('badge', error));
    /** Runs a write, then lets the outbox send what it queued; the answer does not wait for the sending. */
    const thenDeliver = async <T>(write: Promise<T>): Promise<T> => {
      const written = await write;
      deliver();
      refreshBadge();
      return written;
    };

    serve(
      rehearsed({
        readTab: async ({ tab }) => recallChoices(await readTab(tab)),
        readSelection: ({ tab }) => readSelection(tab),
        findPassage: ({ tab, evidence }) => findPassage(tab, evidence),
        showEvidence: ({ tab, marks, words, reveal }) =>
          showEvidence.show(tab, { marks, words, ...(reveal !== undefined && { reveal }) }),
        hideEvidence: async ({ tab }) => {
          await showEvidence.hide(tab);
          return null;
        },
        isEvidenceShown: ({ tab }) => showEvidence.isShown(tab),
        keepResource: async ({ resource }) => {
          await keepResource(database, resource, date());
          return null;
        },
        completeSkill: ({ skill }) => completeSkill(skill, never),
        pinSkill: async ({ skill, pinned }) => {
          await pinSkill(database, skill, pinned, date());
          return null;
        },
        addAlignment: ({ skill, ...made }, from) =>
          thenDeliver(
            addAlignment(database, { ...made, skill: { ...skill, taken: date().toISOString() } }, date(), from),
          ),
        addAlignments: (made, from) => thenDeliver(addAlignments(database, made, date(), from)),
        changeAlignment: (changed, from) => thenDeliver(changeAlignment(database, changed, date(), from)),
        removeAlignment: async (seen, from) => ({
          undo: await thenDeliver(removeAlignment(database, seen, date(), from)),
        }),
        massEdit: (edit, from) => thenDeliver(massEdit(database, edit, date(), from)),
        mergePages: (merge, from) => thenDeliver(mergePages(database, merge, date(), from)),
        keepView: (view) => keepView(database, view, date()),
        removeView: async ({ id }) => {
          await removeView(database, id);
          return null;
        },
        relateSkills: ({ pair, choice }, from) =>
          thenDeliver(relateSkills(database, { ...pair, choice }, date(), from)),
        changeSkillAlignment: (changed, from) => thenDeliver(changeSkillAlignment(database, changed, date(), from)),
        removeSkillAlignment: async (seen, from) => ({
          undo: await thenDeliver(removeSkillAlignment(database, seen, date(), from)),
        }),
        alignPages: (asked, from) => thenDeliver(alignPages(database, asked, date(), from)),
        addWork: (added) => addWork(database, added, date()),
        changeWork: (change) => changeWork(database, change, date()),
        renameWorkList: async ({ id, name }) => {
          await renameWorkList(database, id, name, date());
          return null;
        },
        removeWorkList: ({ id }) => removeWorkList(database, id, date()),
        takeBack: ({ undo }, from) => thenDeliver(takeBack(database, undo, date(), from)),
        restoreAlignments: ({ alignments }, from) => thenDeliver(restoreAlignments(database, alignments, date(), from)),
        emptyTrash: async (erasure, from) => ({ erased: await eraseRemoved(database, erasure, date(), from) }),
        publish: async ({ alignments }) => {
          const targets = (await enabled()).filter(takesAlignments).map(({ id }) => id);
          return { queued: await thenDeliver(queueAlignments(database, alignments, targets, date())) };
        },
        findAlignments: ({ registry, address }) =>
          askRegistry(registry, (adapter, connection) => adapter.findAlignments?.(connection, address, never)),
        publishSkillAlignments: async ({ registry: id }) => {
          const registry = await database.registries.get(id);
          const ids = registry ? (await unsentStatements(database, registry)).map((one) => one.id) : [];
          return { queued: await thenDeliver(queueSkillAlignments(database, ids, [id], date())) };
        },
        previewDelivery: (asked) => previewDelivery(asked, never),
        retry: async (which) => {
          await thenDeliver(retryEntries(database, which, now()));
          return null;
        },
        dropDelivery: async ({ entry }) => {
          await dropEntry(database, entry);
          return null;
        },
        exportResource: ({ address, format, options }) => exportResource(address, format, options),
        prepare: async () => {
          await prepare();
          return null;
        },
        addRegistry: (form) => configure.add(form),
        changeRegistry: async (change) => {
          await thenDeliver(configure.change(change));
          return null;
        },
        removeRegistry: async ({ id }) => {
          await configure.remove(id);
          return null;
        },
        testRegistry: ({ id }) => configure.test(id, never),
        makeSigningKey: async ({ id }) => ({ publicKeyPem: await thenDeliver(configure.makeSigningKey(id)) }),
        keepIdentity: async (names) => {
          await identity.keep(names);
          return null;
        },
        makeIdentityKey: ({ password }) => identity.makeKey(password),
        exportIdentityKey: () => identity.exportKey(),
        importIdentityKey: ({ text, password }) => identity.importKey(text, password),
        forgetIdentityKey: async () => {
          await identity.forget();
          return null;
        },
        startOver: async (asked) => {
          await startOver.startOver(asked);
          return null;
        },
        showMenus: async ({ shown }) => {
          await buildMenus((await preferences.change({ menus: shown })).menus);
          return null;
        },
        useKeyword: async ({ used }) => {
          await preferences.change({ keyword: used });
          return null;
        },
        stageDocument: ({ address, known }) => stage.document(address, known, never),
        dropStage: async ({ stage: id }) => {
          await dropStage(database, id);
          return null;
        },
        stageFramework: ({ registry, uri, known }) => stage.framework(registry, uri, known, never),
        listFrameworks: ({ registry, next }) =>
          askRegistry(registry, (adapter, connection) => adapter.listFrameworks?.(connection, next, never)),
        listChildren: ({ registry, uri }) =>
          askRegistry(registry, (adapter, connection) => adapter.listChildren?.(connection, uri, never)),
      }),
      log,
    );
    serveSearch(searchSkills, log);
    browser.contextMenus.onClicked.addListener(
      (click, tab) => void errands.clicked(click, tab).catch((error: unknown) => log('menu', error)),
    );
    browser.commands.onCommand.addListener(
      (command, tab) => void errands.pressed(command, tab).catch((error: unknown) => log('command', error)),
    );
    browser.runtime.onInstalled.addListener(() => void showMenus().catch((error: unknown) => log('menu', error)));
    browser.runtime.onInstalled.addListener(
      ({ reason }) => void welcome(reason).catch((error: unknown) => log('welcome', error)),
    );
    let typed = new AbortController();
    browser.omnibox.onInputStarted.addListener(
      () =>
        void isKeywordOn().then((isOn) =>
          browser.omnibox.setDefaultSuggestion({ description: say(isOn ? 'omnibox' : 'omniboxOff') }),
        ),
    );
    browser.omnibox.onInputChanged.addListener((text, suggest) => {
      typed.abort();
      typed = new AbortController();
      void omnibox.suggest(text, typed.signal).then(suggest, (error: unknown) => log('omnibox', error));
    });
    browser.omnibox.onInputEntered.addListener(
      (text, where) => void omnibox.enter(text, where).catch((error: unknown) => log('omnibox', error)),
    );
    const showBadge = (page: Parameters<typeof badge.shown>[0]) =>
      void badge.shown(page).catch((error: unknown) => log('badge', error));
    /** Without the permission, which the badge alone asks for, the browser does not have these, and no page wakes us. */
    const heedPages = () => {
      const pages = { url: [{ schemes: ['http', 'https'] }] };
      browser.webNavigation?.onCommitted.addListener(showBadge, pages);
      browser.webNavigation?.onHistoryStateUpdated.addListener(showBadge, pages);
    };
    heedPages();
    browser.permissions.onAdded.addListener(({ permissions = [] }) => {
      if (!permissions.includes('webNavigation')) return;
      heedPages();
      refreshBadge();
    });
    browser.permissions.onRemoved.addListener(({ permissions = [] }) => {
      if (permissions.includes('webNavigation')) void badge.clear().catch((error: unknown) => log('badge', error));
    });
    browser.runtime.onInstalled.addListener(
      () => void prepare().catch((error: unknown) => log('starter library', error)),
    );
    void sweepStages(database, date()).catch((error: unknown) => log('staged documents', error));
    void sweepUnlessImporting().catch((error: unknown) => log('frameworks', error));
    void forgetOldActs(database, date()).catch((error: unknown) => log('undo', error));
    void sweepWorkLists(database, date()).catch((error: unknown) => log('work lists', error));
    void sweepTrash(database, date()).catch((error: unknown) => log('trash', error));
    void sweepOutbox(database, date()).catch((error: unknown) => log('outbox', error));
    // Whatever woke the worker: the one before may have died while it erased, or while it sent.
    void startOver.finish().catch((error: unknown) => log('starting over', error));
    deliver();
    browser.runtime.onStartup.addListener(deliver);
    browser.alarms.onAlarm.addListener(({ name }) => name === outboxAlarm && deliver());
    browser.alarms.onAlarm.addListener(({ name }) => name === backupAlarm && backUp());
    void planBackup().catch((error: unknown) => log('backup', error));
    browser.runtime.onStartup.addListener(() => void browser.alarms.create(backupAlarm, backupTimes));
    browser.permissions.onAdded.addListener(() => resume('R320'));
    // Firefox tells its event page; Chrome tells no worker, so what found no network is tried again each minute.
    globalThis.addEventListener('online', () => resume('R310'));
  },
});
