import type { KeptFramework } from '../../lib/domain/framework.ts';

/** A framework as it is kept; the starter library where nothing else is said. */
export function keptFramework(over: Partial<KeptFramework> = {}): KeptFramework {
  return {
    id: 'starter',
    uri: 'urn:uuid:f91615f6-ca37-4dfd-a76a-277dcec66a9a',
    name: 'Starter library',
    origin: { from: 'extension' },
    skills: 1,
    imported: '2026-03-01T10:00:00.000Z',
    ...over,
  };
}
