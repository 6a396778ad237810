import { useCallback, useEffect, useMemo, useState } from 'react';
import { t } from '../../lib/language/words.ts';
import { Icon } from '../ui/Icon.tsx';
import { useWidest } from '../ui/use-wide.ts';
import { ActNotices, useActs } from './ActNotices.tsx';
import { BulkBar } from './BulkBar.tsx';
import { ChosenFilters } from './ChosenFilters.tsx';
import { DetailPane } from './DetailPane.tsx';
import { DuplicatesLink } from './DuplicatesLink.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { LibraryTable } from './LibraryTable.tsx';
import { goTo, useLibraryAddress } from './library-address.ts';
import { useLibrary } from './use-library.ts';

/** A pause in typing after which words are looked for, in milliseconds: they are looked for row by row. */
const pause = 300;

/** All alignments that are kept here, the latest changed first. */
export function LibraryScreen({ onSay }: { onSay(text: string): void }) {
  const { filter } = useLibraryAddress();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const acts = useActs(onSay, () => setChosen(new Set()));
  const { ids, known } = useLibrary(filter);
  const isFiltered = Object.keys(filter).length > 0;
  const [cursor, setCursor] = useState<string>();
  const widest = useWidest();
  const at = cursor !== undefined && ids?.includes(cursor) ? cursor : undefined;
  const picked = useMemo(() => ids?.filter((id) => chosen.has(id)) ?? [], [ids, chosen]);
  const pickedSet = useMemo(() => new Set(picked), [picked]);
  const pick = useCallback(
    (some: readonly string[], on: boolean) =>
      setChosen((before) => {
        const next = new Set(before);
        for (const id of some)
          if (on) next.add(id);
          else next.delete(id);
        return next;
      }),
    [],
  );
  return (
    <div className={at && widest ? 'two with-detail' : 'two'}>
      <LibraryFilters filter={filter} known={known} acts={acts} />
      <main className="main">
        <div className="toolbar">
          <h1 ref={acts.heading} tabIndex={-1}>
            {t('library.tab')}
          </h1>
          {ids && <span className="muted">{t('library.count', { count: ids.length })}</span>}
          <Find words={filter.words ?? ''} onFind={(words) => goTo({ ...filter, words })} />
          <ChosenFilters filter={filter} />
          <DuplicatesLink />
        </div>
        <ActNotices acts={acts} />
        {picked.length > 0 && <BulkBar picked={picked} onNone={() => setChosen(new Set())} onEnd={acts.end} />}
        {!ids && <p className="block muted">{t('library.looking')}</p>}
        {ids?.length === 0 && <Empty isFiltered={isFiltered} />}
        {ids && ids.length > 0 && (
          <LibraryTable ids={ids} picking={{ picked: pickedSet, onPick: pick }} cursor={{ at, onMove: setCursor }} />
        )}
      </main>
      {at && widest && <DetailPane id={at} onClose={() => setCursor(undefined)} />}
    </div>
  );
}

function Find({ words, onFind }: { words: string; onFind(text: string): void }) {
  const [typed, setTyped] = useState(words);
  // What the address said last, and what it was asked to say: a link or a step back changes the field, an echo does not.
  const [heard, setHeard] = useState({ words, asked: words });
  if (heard.words !== words) {
    setHeard({ words, asked: words });
    if (heard.asked !== words) setTyped(words);
  }
  useEffect(() => {
    if (typed.trim() === words) return;
    const timer = setTimeout(() => {
      setHeard({ words, asked: typed.trim() });
      onFind(typed.trim());
    }, pause);
    return () => clearTimeout(timer);
  }, [typed, words, onFind]);
  return (
    <div className="input-icon find">
      <Icon name="search" />
      <input
        className="input"
        type="search"
        aria-label={t('library.find')}
        placeholder={t('library.findIn')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}

function Empty({ isFiltered }: { isFiltered: boolean }) {
  return (
    <div className="empty">
      <h2>{t(isFiltered ? 'library.noneFound' : 'library.empty')}</h2>
      <p>{t(isFiltered ? 'library.noneFoundHelp' : 'library.emptyHelp')}</p>
      {isFiltered && (
        <a className="btn" href="#library">
          {t('library.clear')}
        </a>
      )}
    </div>
  );
}
