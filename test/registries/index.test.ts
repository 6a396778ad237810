import { describe, expect, it } from 'vitest';
import { publishingKinds, RegistryKind } from '../../lib/domain/registry.ts';
import { registries } from '../../lib/registries/index.ts';

describe('the table of registries', () => {
  it('has a row for every kind, under a label of its own', () => {
    expect(Object.keys(registries).sort()).toEqual([...RegistryKind.options].sort());
    const labels = Object.values(registries).map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('publishes to the kinds of which the domain says so, and can take back and name what it publishes', () => {
    const publishing = RegistryKind.options.filter((kind) => registries[kind].publish);
    expect(publishing).toEqual(publishingKinds);
    for (const kind of publishing)
      expect(registries[kind]).toMatchObject({ addressOf: expect.any(Function), withdraw: expect.any(Function) });
  });
});
