import type { RegistryKind } from '../../lib/domain/registry.ts';
import type { Relation } from '../../lib/domain/resource-alignment.ts';
import { formats } from '../../lib/formats/index.ts';
import type { RegistryAdapter, SigningKey } from '../../lib/registries/adapter.ts';
import { registries } from '../../lib/registries/index.ts';
import { makeSigningKey } from '../../lib/registries/signing-key.ts';
import { createConnect } from '../../lib/services/connections.ts';
import { createDeliverOutbox } from '../../lib/services/deliver-outbox.ts';
import { createWriteFormat } from '../../lib/services/write-format.ts';
import { PlumblineDatabase } from '../../lib/store/database.ts';
import { putKey, putRegistry } from '../../lib/store/registries.ts';
import { openSecrets } from '../../lib/store/secrets.ts';
import type { PracticeRegistry } from '../support/practice-registry/server.ts';
import { foundSkill, newAlignment, registryId } from '../support/samples.ts';
import { beginLife, type Fate, type WorkerLife } from './worker-life.ts';

/** A device with an outbox, a clock, permissions and one CASS registry, which is the practice registry. */
export type OutboxWorld = {
  /** The database as another window has it open. */
  database: PlumblineDatabase;
  clock: { now: number };
  /** Whether the browser lets us speak to the registry. */
  allowed: { yet: boolean };
  /** The times at which somebody asked to be woken. */
  woken: number[];
  /** Whether the computer has a network. */
  online: { yet: boolean };
  /** Lets a worker drain the outbox until it is done or dead. */
  drain(fate?: Fate, signal?: AbortSignal): Promise<WorkerLife>;
  /** Drains, and moves the clock to the next try, until nothing waits. Fails where that takes too long. */
  settle(): Promise<void>;
  end(): Promise<void>;
};

/** How the world differs from the usual. */
export type WorldOptions = {
  withoutKey?: boolean;
  /** Registries beside the CASS, at the practice registry too, by id and kind. */
  besides?: Readonly<Record<string, RegistryKind>>;
  adapters?: Readonly<Record<RegistryKind, RegistryAdapter>>;
};

let key: Promise<SigningKey> | undefined;

/** Makes a world. The signing key is made once for all of them, since RSA keys are slow to find. */
export async function makeWorld(practice: PracticeRegistry, options: WorldOptions = {}): Promise<OutboxWorld> {
  const name = `outbox-${crypto.randomUUID()}`;
  const database = new PlumblineDatabase(name);
  const clock = { now: Date.parse('2026-03-01T10:00:00Z') };
  const allowed = { yet: true };
  const online = { yet: true };
  const woken: number[] = [];
  const made = new Date(clock.now).toISOString();
  await putRegistry(database, {
    id: registryId,
    kind: 'cass',
    name: 'Practice',
    address: `${practice.url}/api`,
    enabled: true,
    created: made,
  });
  for (const [id, kind] of Object.entries(options.besides ?? {}))
    await putRegistry(database, { id, kind, name: kind, address: practice.url, enabled: true, created: made });
  key ??= makeSigningKey();
  if (!options.withoutKey) await putKey(database, { registry: registryId, ...(await key), made });

  const drain = async (fate: Fate = {}, signal = new AbortController().signal) => {
    const life = beginLife(name, fate);
    const deliver = createDeliverOutbox({
      database: life.database,
      adapters: options.adapters ?? registries,
      connect: createConnect({
        database: life.database,
        secrets: openSecrets({ get: async () => ({}), set: async () => {}, remove: async () => {} }),
        adapters: registries,
        write: createWriteFormat(formats),
        giveAccess: () => ({ token: async () => '', renew: async () => '' }),
        fetch: (...request) => (online.yet ? life.fetch(...request) : Promise.reject(new TypeError('Failed to fetch'))),
        now: () => clock.now,
        permitted: async () => allowed.yet,
        hideOrigin: async () => {},
      }),
      now: () => clock.now,
      online: () => online.yet,
      exclusively: (_, run) => run(),
      wakeAt: (time) => woken.push(time),
    });
    try {
      const drained = deliver(signal);
      // What a dead worker's promises still say is of no interest to anybody.
      await Promise.race([
        drained.catch((error: unknown) => (life.isDead() ? undefined : Promise.reject(error))),
        life.death,
      ]);
    } finally {
      life.database.close();
    }
    return life;
  };

  const settle = async () => {
    for (let round = 0; round < 50; round += 1) {
      await drain();
      const waiting = await database.outbox.filter(({ state }) => state === 'queued' || state === 'sending').toArray();
      if (waiting.length === 0) return;
      clock.now = Math.max(clock.now, Math.min(...waiting.map(({ nextTry }) => nextTry)));
    }
    throw new Error('the outbox does not come to rest');
  };

  return { database, clock, allowed, online, woken, drain, settle, end: () => database.delete() };
}

/** An alignment of the sample page to a skill of a name, to be published at once. */
export function published(skill: string, relation: Relation = 'teaches') {
  return newAlignment({
    skill: {
      ...foundSkill({ uri: `https://skills.example/api/skills/${skill}`, name: skill }),
      taken: '2026-03-01T09:59:00.000Z',
    },
    choice: { relation, fit: 'major' },
    publishTo: [registryId],
  });
}

/** What stands at the registry: relation and skill of each object, in order. */
export function standing(practice: PracticeRegistry): string[] {
  return practice
    .published()
    .map(({ object }) => {
      const { alignmentType, targetName } = object.educationalAlignment as Record<string, unknown>;
      return `${alignmentType} ${targetName}`;
    })
    .sort();
}
