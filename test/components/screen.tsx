import 'fake-indexeddb/auto';
import { cleanup, configure, render } from '@testing-library/react';
import axe from 'axe-core';
import type { ReactElement, ReactNode } from 'react';
import { afterEach, beforeEach, expect, vi } from 'vitest';
import { BulkContext } from '../../components/framework/bulk-context.ts';
import type { OutboxEntry } from '../../lib/domain/outbox-entry.ts';
import type { Registry } from '../../lib/domain/registry.ts';
import { DatabaseContext } from '../../lib/queries/database-context.ts';
import type { KeptAlignment, KeptRegistry } from '../../lib/queries/kept.ts';
import { useDraft } from '../../lib/state/draft.ts';
import { useMarked } from '../../lib/state/marked.ts';
import { usePage } from '../../lib/state/page.ts';
import { useSearch } from '../../lib/state/search.ts';
import { useView } from '../../lib/state/view.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { makeExtension } from '../messaging/extension.ts';
import { newAlignment, registryId } from '../support/samples.ts';
import { bulkOver } from './bulk.ts';
import type { Requested } from './requested.ts';

// What is waited for comes when it comes: a busy machine is no failure.
configure({ asyncUtilTimeout: 15_000 });

/** What the browser, the database and the background are in a component's test; made anew for each. */
export const world = {
  extension: makeExtension(),
  database: new PlumblineDatabase('unused'),
  bulk: bulkOver(new PlumblineDatabase('unused')),
  /** Every request that reached the background, in order. */
  requested: [] as Requested[],
  /** What the background answers to a request, or a promise of it; `null` as the value where nothing is said. */
  answers: new Map<string, unknown>(),
};

const complaints: unknown[][] = [];

/** Sets a world up before each test of a file and takes it down after. */
export function inWorld(held: { browser: unknown }): void {
  beforeEach(() => {
    world.extension = makeExtension();
    world.database = new PlumblineDatabase(`test-${crypto.randomUUID()}`);
    world.bulk = bulkOver(world.database);
    world.requested = [];
    world.answers = new Map();
    held.browser = world.extension.browser;
    world.extension.browser.runtime.onMessage.addListener((message, _sender, respond) => {
      const { name, request } = message as Requested;
      world.requested.push({ name, request });
      setTimeout(async () => respond((await world.answers.get(name)) ?? { ok: true, value: null }));
      return true;
    });
    complaints.length = 0;
    vi.spyOn(console, 'error').mockImplementation((...words) => {
      // Of when a test looks, not of what is shown.
      if (!/ act\(|`act`/.test(String(words[0]))) complaints.push(words);
    });
    globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS;
  });
  afterEach(async () => {
    cleanup();
    for (const store of [useDraft, useMarked, usePage, useSearch, useView]) {
      (store as { setState(state: unknown, replace: true): void }).setState(store.getInitialState(), true);
    }
    await world.database.delete();
    // React complains there of doubled keys, of state that is set too late, of markup that no browser takes.
    expect(complaints).toEqual([]);
  });
}

/** Renders as the popup does: with the database around it. */
export function show(element: ReactElement) {
  return render(element, {
    wrapper: ({ children }: { children: ReactNode }) => (
      <DatabaseContext value={world.database}>
        <BulkContext value={world.bulk}>{children}</BulkContext>
      </DatabaseContext>
    ),
  });
}

/** Fails where axe finds something. Colours cannot be seen in jsdom, and a part of a screen has no landmarks. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
  });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
}

/** An alignment as a screen gets it. */
export function keptAlignment(over: Partial<KeptAlignment> = {}): KeptAlignment {
  const { skill, choice, resource } = newAlignment();
  return {
    id: '11111111-1111-4111-8111-111111111111',
    resource: resource.address,
    skill,
    ...choice,
    created: '2026-03-01T10:00:00.000Z',
    modified: '2026-03-01T10:00:00.000Z',
    revision: 1,
    deliveries: [],
    ...over,
  };
}

/** A delivery of it. */
export function delivery(over: Partial<OutboxEntry> = {}): OutboxEntry {
  return {
    id: `${registryId}:11111111-1111-4111-8111-111111111111`,
    registry: registryId,
    alignment: '11111111-1111-4111-8111-111111111111',
    action: 'publish',
    state: 'queued',
    attempts: 0,
    nextTry: Date.parse('2026-03-01T10:00:00.000Z'),
    key: '4d2f1c7a-1d61-4c57-9a0e-0d6a5f6b7c11',
    revision: 1,
    ...over,
  };
}

/** A registry as it is kept. */
export function registry(over: Partial<Registry> = {}): Registry {
  return {
    id: registryId,
    kind: 'cass',
    name: 'Practice',
    address: 'https://cass.example/api',
    enabled: true,
    created: '2026-03-01T10:00:00.000Z',
    ...over,
  };
}

/** A registry as a screen gets it. */
export function keptRegistry(over: Partial<KeptRegistry> = {}): KeptRegistry {
  return { ...registry(), waiting: 0, standing: 0, stuck: 0, ...over };
}
