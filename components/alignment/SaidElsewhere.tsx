import { useState } from 'react';
import type { FoundAlignment } from '../../lib/domain/found-alignment.ts';
import { findingKinds } from '../../lib/domain/registry.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import type { KeptAlignment, KeptRegistry } from '../../lib/queries/kept.ts';
import { SaidAtRegistry } from './SaidAtRegistry.tsx';

type Props = {
  /** Address of the page. */
  address: string;
  registries: readonly KeptRegistry[];
  /** The person's own alignments of the page: what of them stands at a registry is not shown twice. */
  alignments: readonly KeptAlignment[];
  onAdopt(found: FoundAlignment, registry: KeptRegistry): void;
  onSay(text: string): void;
};

/**
 * What registries know of the page besides. Nothing is asked before the person opens it, since asking tells the registry
 * which page is read.
 */
export function SaidElsewhere({ address, registries, alignments, onAdopt, onSay }: Props) {
  const [open, setOpen] = useState(false);
  const asked = registries.filter(({ enabled, kind }) => enabled && findingKinds.includes(kind));
  if (asked.length === 0) return null;
  const names = listOf(asked.map(({ name }) => name));
  return (
    <section className="block block-tight" aria-label={t('alignment.others')}>
      <p>
        <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('alignment.others.look')}
        </button>{' '}
        {!open && <span className="quiet">{t('alignment.others.asks', { registries: names })}</span>}
      </p>
      {open &&
        asked.map((registry) => (
          <SaidAtRegistry
            key={registry.id}
            address={address}
            registry={registry}
            alignments={alignments}
            onAdopt={(found) => onAdopt(found, registry)}
            onSay={onSay}
          />
        ))}
    </section>
  );
}
