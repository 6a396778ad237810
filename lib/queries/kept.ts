import type { DiskFolder } from '../domain/disk-folder.ts';
import type { OutboxEntry } from '../domain/outbox-entry.ts';
import type { Problem } from '../domain/problem.ts';
import type { Registry } from '../domain/registry.ts';
import type { ResourceAlignment } from '../domain/resource-alignment.ts';
import type { PlumblineDatabase } from '../store/database.ts';
import { registriesInOrder } from '../store/registries.ts';
import { type StaleSkill, staleSkillsAmong } from './frameworks.ts';
import { countIn, deliveryCounts, problemAt } from './outbox.ts';

/** An alignment with what became of it at each registry, and of its skill at its source. */
export type KeptAlignment = ResourceAlignment & {
  deliveries: OutboxEntry[];
  /** What became of its skill in the release that is kept here; absent where it is what it was, or not kept. */
  stale?: StaleSkill;
};

/** The alignments of a page, oldest first, each with its deliveries. */
export async function alignmentsOf(database: PlumblineDatabase, address: string): Promise<KeptAlignment[]> {
  const alignments = await database.alignments.where('resource').equals(address).sortBy('created');
  const entries = await database.outbox
    .where('alignment')
    .anyOf(alignments.map(({ id }) => id))
    .toArray();
  const uris = alignments.map(({ skill }) => skill.uri);
  const stale = await staleSkillsAmong(database, uris);
  return alignments.map((alignment) => {
    const one = stale.get(alignment.skill.uri);
    const deliveries = entries.filter((entry) => entry.alignment === alignment.id);
    return { ...alignment, deliveries, ...(one && { stale: one }) };
  });
}

/** A registry with the public half of its signing key, where it has one. */
export type KeptRegistry = Registry & {
  publicKeyPem?: string;
  /** Deliveries that are not done yet. */
  waiting: number;
  /** Deliveries that stand there, as far as is known here. */
  standing: number;
  /** Those of what waits that failed, or are paused until the person does something. */
  stuck: number;
  /** Why the first of these is stuck. */
  problem?: Problem;
};

/** The registries that the person configured, oldest first, each with what still waits for it. */
export async function registriesKept(database: PlumblineDatabase): Promise<KeptRegistry[]> {
  const [registries, keys, counts] = await Promise.all([
    registriesInOrder(database),
    database.keys.toArray(),
    deliveryCounts(database),
  ]);
  return Promise.all(
    registries.map(async (registry) => {
      const key = keys.find((one) => one.registry === registry.id);
      const { failed = 0, paused = 0, delivered = 0 } = counts.get(registry.id) ?? {};
      const stuck = failed + paused;
      const problem = stuck > 0 ? await problemAt(database, registry.id) : undefined;
      return {
        ...registry,
        ...(key && { publicKeyPem: key.publicKeyPem }),
        waiting: countIn(counts, { state: 'open', registry: registry.id }),
        standing: delivered,
        stuck,
        ...(problem && { problem }),
      };
    }),
  );
}

/** How many skills of the starter library are on this device; 0 before its import is through. */
export async function starterSkills(database: PlumblineDatabase, framework: string): Promise<number> {
  return (await database.imports.get(framework))?.skills ?? 0;
}

/** The folder of the disk that a registry writes into; undefined where none was chosen. */
export async function folderKept(database: PlumblineDatabase, registry: string): Promise<DiskFolder | undefined> {
  return (await database.folders.get(registry))?.handle;
}
