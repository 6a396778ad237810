import { type FormEvent, useState } from 'react';
import { Button, DropZone, FileTrigger } from 'react-aria-components';
import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { typedAddress } from '../../lib/domain/web-address.ts';
import { date } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { useKeptForm } from '../../lib/state/kept-form.ts';
import { askPermission } from '../registry/test-state.ts';
import { Notice } from '../ui/Notice.tsx';
import type { useWorkReading } from './use-work-reading.ts';

type Props = { source: ReturnType<typeof useWorkReading> };

const Typed = z.object({ address: z.string(), text: z.string() });

/** The ways in which the pages of a list come in: a file, an address, the open tabs, or typed. */
export function AddWork({ source }: Props) {
  const { form, change } = useKeptForm('work-list', Typed, { address: '', text: '' });
  const [refused, setRefused] = useState<'address' | 'tabs'>();
  const take = (files: readonly File[]) => {
    const [file] = files;
    if (file) void source.file(file.name, file);
  };
  const fetchAt = (event: FormEvent) => {
    event.preventDefault();
    const typed = typedAddress(form.address);
    setRefused(typed ? undefined : 'address');
    if (typed) void source.address(typed.href, askPermission(typed.href));
  };
  const takeTabs = async (asked: Promise<boolean>) => {
    const granted = await asked.catch(() => false);
    setRefused(granted ? undefined : 'tabs');
    if (granted) void source.tabs(t('work.name.tabs', { date: date(Date.now()) }));
  };
  return (
    <section className="card add-work" aria-labelledby="add-work">
      <div className="card-head">
        <h2 id="add-work">{t('work.add')}</h2>
      </div>
      <div className="card-body">
        <DropZone
          className="drop"
          aria-label={t('work.add.drop')}
          onDrop={async ({ items }) => {
            const files = items.flatMap((item) => (item.kind === 'file' ? [item.getFile()] : []));
            take(await Promise.all(files));
          }}
        >
          <FileTrigger onSelect={(files) => take(Array.from(files ?? []))}>
            <Button className="btn btn-primary">{t('work.add.file')}</Button>
          </FileTrigger>
          <span className="muted">{t('work.add.fileHint')}</span>
        </DropZone>
        <form className="row address-row" onSubmit={fetchAt}>
          <label className="field grow">
            <span className="label">{t('work.add.address')}</span>
            <input
              className="input"
              inputMode="url"
              dir="ltr"
              required
              aria-invalid={refused === 'address'}
              value={form.address}
              onChange={(event) => change({ ...form, address: event.target.value })}
            />
            <span className={refused === 'address' ? 'hint is-bad' : 'hint'}>
              {t(refused === 'address' ? 'work.add.addressRefused' : 'work.add.addressHint')}
            </span>
          </label>
          <button type="submit" className="btn">
            {t('work.add.fetch')}
          </button>
        </form>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void source.text(form.text, t('work.name.paste', { date: date(Date.now()) }));
          }}
        >
          <label className="field">
            <span className="label">{t('work.add.paste')}</span>
            <textarea
              className="input"
              rows={4}
              dir="auto"
              required
              value={form.text}
              onChange={(event) => change({ ...form, text: event.target.value })}
            />
            <span className="hint">{t('work.add.pasteHint')}</span>
          </label>
          <div className="row">
            <button type="submit" className="btn">
              {t('work.add.read')}
            </button>
          </div>
        </form>
        <div className="stack">
          <div className="row">
            <button
              type="button"
              className="btn"
              onClick={() => void takeTabs(browser.permissions.request({ permissions: ['tabs'] }))}
            >
              {t('work.add.tabs')}
            </button>
            <span className="quiet">{t('work.add.tabsHint')}</span>
          </div>
          {refused === 'tabs' && <Notice tone="caution" title={t('work.add.tabsRefused')} />}
        </div>
      </div>
    </section>
  );
}
