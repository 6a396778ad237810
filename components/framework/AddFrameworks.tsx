import { type FormEvent, useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import * as z from 'zod/mini';
import { listingKinds } from '../../lib/domain/registry.ts';
import { typedAddress } from '../../lib/domain/web-address.ts';
import { t } from '../../lib/language/words.ts';
import type { KeptRegistry } from '../../lib/queries/kept.ts';
import { useKeptForm } from '../../lib/state/kept-form.ts';
import { RestoredLine } from '../draft/RestoredLine.tsx';
import { RegistryFrameworks } from './RegistryFrameworks.tsx';
import type { Wanted } from './use-import.ts';

type Props = {
  registries: readonly KeptRegistry[];
  onWanted(wanted: readonly Wanted[]): void;
  /** Fetches the document at an address, then imports it. */
  onAddress(address: string): void;
  /** Fetches a framework of a registry, then imports it. */
  onRegistry(registry: KeptRegistry, uri: string): void;
  fetching: boolean;
};

/** The ways to bring frameworks in: files, an address, a registry. */
export function AddFrameworks({ registries, onWanted, onAddress, onRegistry, fetching }: Props) {
  const { form: address, change, restoredAt, settle, discard } = useKeptForm('framework-address', z.string(), '');
  const [refused, setRefused] = useState(false);
  const [browsing, setBrowsing] = useState(false);
  const listing = registries.filter(({ kind }) => listingKinds.includes(kind));
  const take = (files: readonly File[]) => onWanted(files.map((file) => ({ name: file.name, source: { file } })));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typed = typedAddress(address);
    setRefused(!typed);
    if (!typed) return;
    settle();
    onAddress(typed.href);
  };
  return (
    <div className="card">
      <div className="card-head">
        <h3>{t('framework.add')}</h3>
      </div>
      <div className="card-body">
        <DropZone
          className="drop"
          aria-label={t('framework.add.drop')}
          onDrop={async ({ items }) => {
            const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
            take(await Promise.all(files));
          }}
        >
          <FileTrigger allowsMultiple onSelect={(files) => take(Array.from(files ?? []))}>
            <Button className="btn btn-primary">{t('framework.add.file')}</Button>
          </FileTrigger>
          <span className="muted">{t('framework.add.fileHint')}</span>
        </DropZone>
        <form className="stack" onSubmit={submit}>
          <RestoredLine at={restoredAt} onDiscard={discard} />
          <div className="row address-row">
            <label className="field grow">
              <span className="label">{t('framework.add.address')}</span>
              <input
                className="input"
                inputMode="url"
                dir="ltr"
                required
                aria-invalid={refused}
                value={address}
                onChange={(event) => change(event.target.value)}
              />
              <span className={refused ? 'hint is-bad' : 'hint'}>
                {t(refused ? 'framework.add.addressRefused' : 'framework.add.addressHint')}
              </span>
            </label>
            <button type="submit" className="btn" disabled={fetching}>
              {t(fetching ? 'framework.add.fetching' : 'framework.add.fetch')}
            </button>
          </div>
        </form>
        {listing.length > 0 && (
          <button type="button" className="link start" aria-expanded={browsing} onClick={() => setBrowsing(!browsing)}>
            {t('framework.add.registry')}
          </button>
        )}
        {browsing && listing.length > 0 && (
          <RegistryFrameworks registries={listing} onChoose={onRegistry} fetching={fetching} />
        )}
      </div>
    </div>
  );
}
