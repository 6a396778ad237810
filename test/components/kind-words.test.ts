import { describe, expect, it } from 'vitest';
import { kindWords } from '../../components/registry/kind-words.ts';
import { deliveryNeeds, RegistryKind } from '../../lib/domain/registry.ts';
import { t } from '../../lib/language/words.ts';
import type { RegistryAdapter } from '../../lib/registries/adapter.ts';
import { registries } from '../../lib/registries/index.ts';

/** Components may not import the registries, so what both say of a kind is held together here. */
describe.each(RegistryKind.options)('the words for %s', (kind) => {
  it('call it as its adapter does and know the same home', () => {
    const { label, home } = registries[kind];
    expect({ label: t(`registry.kind.${kind}`), home: kindWords[kind].home }).toEqual({ label, home });
  });

  it('say that it is only browsed, or only takes, where it has no search', () => {
    const { search, listFrameworks } = registries[kind] as RegistryAdapter;
    const said = { browsedOnly: kindWords[kind].browsedOnly, takesOnly: kindWords[kind].takesOnly };
    const only = { browsedOnly: listFrameworks && true, takesOnly: listFrameworks ? undefined : true };
    expect(said).toEqual(search ? {} : only);
  });

  it('ask for all that it needs before it takes alignments', () => {
    for (const member of deliveryNeeds[kind] ?? []) expect(kindWords[kind].delivery).toHaveProperty(member);
  });

  it('offer as home an address that is its own base', () => {
    const { home } = kindWords[kind];
    expect(home && registries[kind].baseOf(home)).toBe(home);
  });
});
