import type { RestoreMode } from '../domain/backup.ts';
import type { OutboxEntry } from '../domain/outbox-entry.ts';

/** What the alignment of an entry is after a restore. */
type After = {
  /** The alignment's revision; undefined where it does not stand. */
  revision: number | undefined;
  mode: RestoreMode;
  /** When that is, in milliseconds since the epoch. */
  at: number;
};

/**
 * An entry of the outbox after a restore; undefined where there is none. What stands at a registry is known here better
 * than in a backup, so an entry that is here stays, and with it address and receipt: nothing is sent a second time. Its
 * wish follows the alignment: one that comes back is sent where it was, one that goes is taken back.
 */
export function entryAfter(
  here: OutboxEntry | undefined,
  there: OutboxEntry | undefined,
  { revision, mode, at }: After,
): OutboxEntry | undefined {
  const entry = here ?? (there && notSending(there));
  if (!entry) return undefined;
  if (revision === undefined) {
    if (entry.action === 'withdraw') return entry;
    return here || mode === 'replace' ? takenBack(entry, at) : undefined;
  }
  if (entry.action === 'withdraw') return there?.action === 'publish' ? queued(entry, revision, at) : entry;
  return entry.state === 'delivered' || entry.revision === revision ? entry : queued(entry, revision, at);
}

/** Nobody sends for a file: what was on the wire is looked up and sent again. */
function notSending(entry: OutboxEntry): OutboxEntry {
  return entry.state === 'sending' ? { ...entry, state: 'queued' } : entry;
}

function queued({ problem: _, ...entry }: OutboxEntry, revision: number, at: number): OutboxEntry {
  return { ...entry, action: 'publish', state: 'queued', ...wishAt(at), revision };
}

/** What may stand at the registry is withdrawn; what never left is not sent any more. */
function takenBack({ problem: _, ...entry }: OutboxEntry, at: number): OutboxEntry {
  const state = entry.uri ? 'queued' : 'withdrawn';
  return { ...entry, action: 'withdraw', state, ...wishAt(at) };
}

/** A wish that nobody tried to fulfil yet. */
function wishAt(at: number) {
  return { attempts: 0, nextTry: at, planned: at, key: crypto.randomUUID() };
}
