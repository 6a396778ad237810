import { describe, expect, it } from 'vitest';
import { kindWords } from '../../components/registry/kind-words.ts';
import { RegistryKind } from '../../lib/domain/registry.ts';
import { registries } from '../../lib/registries/index.ts';

/** Components may not import the registries, so what both say of a kind is held together here. */
describe.each(RegistryKind.options)('the words for %s', (kind) => {
  it('call it as its adapter does and know the same home', () => {
    const { label, home } = registries[kind];
    expect({ label: kindWords[kind].label, home: kindWords[kind].home }).toEqual({ label, home });
  });

  it('say that it is only browsed where it has no search', () => {
    expect(kindWords[kind].browsedOnly ?? false).toBe(registries[kind].search === undefined);
  });

  it('offer as home an address that is its own base', () => {
    const { home } = kindWords[kind];
    expect(home && registries[kind].baseOf(home)).toBe(home);
  });
});
