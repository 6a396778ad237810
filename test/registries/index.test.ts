import { describe, expect, it } from 'vitest';
import {
  browsingKinds,
  findingKinds,
  importingKinds,
  listingKinds,
  publishingKinds,
  RegistryKind,
} from '../../lib/domain/registry.ts';
import type { RegistryAdapter } from '../../lib/registries/adapter.ts';
import { registries } from '../../lib/registries/index.ts';

describe('the table of registries', () => {
  it('has a row for every kind, under a label of its own', () => {
    expect(Object.keys(registries).sort()).toEqual([...RegistryKind.options].sort());
    const labels = Object.values(registries).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('lists, imports and browses frameworks of the kinds of which the domain says so, and lists none for nothing', () => {
    const able = (ability: keyof RegistryAdapter) =>
      RegistryKind.options.filter((kind) => (registries[kind] as RegistryAdapter)[ability]);
    expect(able('listFrameworks')).toEqual(listingKinds);
    expect(able('readFramework')).toEqual(importingKinds);
    expect(able('listChildren')).toEqual(browsingKinds);
    expect(able('findAlignments')).toEqual(findingKinds);
    expect(listingKinds.filter((kind) => !importingKinds.includes(kind) && !browsingKinds.includes(kind))).toEqual([]);
  });

  it('publishes to the kinds of which the domain says so, and can name, show and take back what it publishes', () => {
    const publishing = RegistryKind.options.filter((kind) => registries[kind].publish);
    expect(publishing).toEqual(publishingKinds);
    const any = expect.any(Function);
    for (const kind of publishing)
      expect(registries[kind]).toMatchObject({ addressOf: any, preview: any, withdraw: any });
  });
});
