import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { RegistryKind } from '../../lib/domain/registry.ts';
import type { Connection } from '../../lib/registries/adapter.ts';
import { RegistryError } from '../../lib/registries/registry-error.ts';

/** A small file of the project's own. */
export function fixture(name: string): string {
  return fileURLToPath(new URL(`../fixtures/registries/${name}`, import.meta.url));
}

/** The folder of recorded answers; it stands beside the repository on some machines only. */
export const recorded = fileURLToPath(new URL('../../../shared/data/registries/', import.meta.url));

/** Whether the recorded answers are here. Says how many cases are left out where they are not. */
export function hasRecorded(cases: number): boolean {
  if (existsSync(recorded)) return true;
  console.warn(`recorded answers of registries not found: ${cases} cases left out`);
  return false;
}

/** A connection to a registry at a base address. */
export function connectionTo(address: string, kind: RegistryKind, more: Partial<Connection> = {}): Connection {
  return {
    registry: {
      id: 'f6c2a6f8-31a5-4b5c-9d7e-0d2f3c1b7a11',
      kind,
      name: 'Practice',
      address,
      enabled: true,
      created: '2026-11-21T12:00:00.000Z',
    },
    fetch: globalThis.fetch,
    now: Date.now,
    ...more,
  };
}

/** A connection whose network answers what it is told, without any network. */
export function connectionAnswering(kind: RegistryKind, answer: (request: Request) => Response): Connection {
  const fetch = async (input: RequestInfo | URL, init?: RequestInit) => answer(new Request(input, init));
  return connectionTo('https://registry.example', kind, { fetch });
}

/** A signal that never aborts. */
export const patient = new AbortController().signal;

/** The RegistryError with which a call fails; throws where it does not fail so. */
export async function failureOf(call: Promise<unknown>): Promise<RegistryError> {
  const error = await call.then(
    () => new Error('did not fail'),
    (reason: unknown) => reason,
  );
  if (error instanceof RegistryError) return error;
  throw error;
}

/** Everything of an error that could end in a log or on a screen, as one text. */
export function everythingIn(error: unknown): string {
  if (!(error instanceof Error)) return JSON.stringify(error) ?? String(error);
  const { cause, ...own } = error;
  return [String(error), error.stack, JSON.stringify(own), cause === undefined ? '' : everythingIn(cause)].join('\n');
}
