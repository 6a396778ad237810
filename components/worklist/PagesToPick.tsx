import { useState } from 'react';
import { browser } from 'wxt/browser';
import type { FoundPage } from '../../lib/domain/work-list.ts';
import { t } from '../../lib/language/words.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { knownPages, openPagesOf, workLists } from '../../lib/queries/work.ts';
import { useWork } from '../../lib/state/work.ts';
import { newPageTally } from '../../lib/work-sources/page-tally.ts';
import { Notice } from '../ui/Notice.tsx';
import { PickBox } from '../ui/PickBox.tsx';
import { ShowMore } from '../ui/ShowMore.tsx';
import { useKeptOf } from './use-kept-of.ts';

/** How many pages come at once. */
const step = 100;

type Props = {
  /** The address of a page that is not offered. */
  but: string;
  picked: ReadonlyMap<string, FoundPage>;
  onPick(picked: ReadonlyMap<string, FoundPage>): void;
};

/** Pages to choose from: the open ones of a work list, the open tabs of this window, or those of the library. */
export function PagesToPick({ but, picked, onPick }: Props) {
  const worked = useWork((work) => work.list);
  const lists = useKept(workLists, []);
  const [source, setSource] = useState<string>();
  const [words, setWords] = useState('');
  const [tabs, setTabs] = useState<readonly FoundPage[]>();
  const [isRefused, setRefused] = useState(false);
  const from = source ?? lists?.find(({ id }) => id === worked)?.id ?? lists?.[0]?.id ?? 'library';
  const kept = useKeptOf(`${from} ${words}`, async (database) => {
    if (from === 'tabs') return undefined;
    return from === 'library' ? knownPages(database, words) : openPagesOf(database, from);
  });
  const choose = async (next: string) => {
    setSource(next);
    onPick(new Map());
    if (next !== 'tabs') return;
    const granted = await browser.permissions.request({ permissions: ['tabs'] }).catch(() => false);
    setRefused(!granted);
    setTabs(granted ? await openTabs() : undefined);
  };
  const pages = (from === 'tabs' ? tabs : kept)?.filter(({ address }) => address !== but);
  // Before the lists are known nothing is offered that would give way to one of them.
  if (!lists) return null;
  return (
    <section className="block stack" aria-label={t('work.many.pages')}>
      <label className="field">
        <span className="label">{t('work.many.pages')}</span>
        <span className="select">
          <select className="input" value={from} onChange={({ target }) => void choose(target.value)}>
            {lists.length > 0 && (
              <optgroup label={t('work.many.fromLists')}>
                {lists.map(({ id, name }) => (
                  <option key={id} value={id} data-own-words>
                    {name}
                  </option>
                ))}
              </optgroup>
            )}
            <option value="tabs">{t('work.many.fromTabs')}</option>
            <option value="library">{t('work.many.fromLibrary')}</option>
          </select>
        </span>
      </label>
      {isRefused && from === 'tabs' && <Notice tone="caution" title={t('work.add.tabsRefused')} />}
      {from === 'library' && (
        <input
          className="input"
          type="search"
          aria-label={t('work.many.find')}
          placeholder={t('work.many.find')}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      )}
      {pages && <Choice key={from} pages={pages} picked={picked} onPick={onPick} />}
    </section>
  );
}

type ChoiceProps = Pick<Props, 'picked' | 'onPick'> & { pages: readonly FoundPage[] };

function Choice({ pages, picked, onPick }: ChoiceProps) {
  const [limit, setLimit] = useState(step);
  const here = pages.filter(({ address }) => picked.has(address)).length;
  const pick = (some: readonly FoundPage[], on: boolean) => {
    const next = new Map(picked);
    for (const page of some) {
      if (on) next.set(page.address, page);
      else next.delete(page.address);
    }
    onPick(next);
  };
  if (pages.length === 0) return <p className="muted">{t('work.many.noPages')}</p>;
  return (
    <>
      <div className="row">
        <PickBox label={t('work.many.all')} picked={here} of={pages.length} onPick={(on) => pick(pages, on)} />
        <span aria-hidden="true">{t('work.many.all')}</span>
        <span className="quiet push">{t('work.picked', { count: picked.size })}</span>
      </div>
      <ul className="work-items">
        {pages.slice(0, limit).map((page) => (
          <li key={page.address}>
            <label className="check">
              <input
                type="checkbox"
                checked={picked.has(page.address)}
                onChange={({ target }) => pick([page], target.checked)}
              />
              <bdi className="clamp-2" data-own-words>
                {page.title ?? page.address}
              </bdi>
            </label>
          </li>
        ))}
      </ul>
      {pages.length > limit && (
        <ShowMore shown={limit} total={pages.length} more step={step} onMore={() => setLimit(limit + step)} />
      )}
    </>
  );
}

/** The pages that are open in this window, each once; ours are none. */
async function openTabs(): Promise<FoundPage[]> {
  const tally = newPageTally();
  for (const { url = '', title = '' } of await browser.tabs.query({ currentWindow: true })) {
    if (/^https?:/i.test(url)) tally.add(url, title);
  }
  return tally.named.pages;
}
