import type { FrameworkOrigin } from '../../lib/domain/framework.ts';
import { hostOf } from '../../lib/domain/web-address.ts';

/** A number of things in words. The thing's plural takes an s. */
export function countOf(count: number, thing: string): string {
  return `${count.toLocaleString()} ${thing}${count === 1 ? '' : 's'}`;
}

/** Where a framework came from, as its card says it. `registries` are the names of the person's, by id. */
export function originWords(origin: FrameworkOrigin, registries: ReadonlyMap<string, string>): string {
  switch (origin.from) {
    case 'extension':
      return 'comes with Plumbline';
    case 'file':
      return `from the file ${origin.file}`;
    case 'address':
      return `from ${hostOf(origin.address)}`;
    case 'registry':
      return `from ${registries.get(origin.registry) ?? 'a registry that was removed'}`;
  }
}
