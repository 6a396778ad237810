import type { FrameworkOrigin } from '../../lib/domain/framework.ts';
import { hostOf } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';

/** Where a framework came from, as its card says it. `registries` are the names of the person's, by id. */
export function originWords(origin: FrameworkOrigin, registries: ReadonlyMap<string, string>): string {
  switch (origin.from) {
    case 'extension':
      return t('framework.origin.extension');
    case 'file':
      return t('framework.origin.file', { file: origin.file });
    case 'address':
      return t('framework.origin.address', { host: hostOf(origin.address) });
    case 'registry': {
      const registry = registries.get(origin.registry);
      return registry === undefined ? t('framework.origin.registryGone') : t('framework.origin.registry', { registry });
    }
  }
}
