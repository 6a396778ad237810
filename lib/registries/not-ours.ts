import { R317 } from '../domain/problems.ts';
import type { Connection } from './adapter.ts';
import { failed } from './failures.ts';
import type { RegistryError } from './registry-error.ts';

/** The error of an address that is none of the registry's, made before anything is sent (R317). */
export function notOurs(connection: Connection, uri: string): RegistryError {
  return failed(connection, {
    reason: 'refused',
    ...R317({ name: connection.registry.name, uri: uri.slice(0, 200) }),
  });
}
