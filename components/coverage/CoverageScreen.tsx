import { useMemo, useState } from 'react';
import { type CoverageView, coverageOf, defaultCounting, linesInView } from '../../lib/domain/coverage.ts';
import { t } from '../../lib/language/words.ts';
import { pagesAlignedToNothing } from '../../lib/queries/coverage.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { type FrameworkLine, frameworksKept } from '../../lib/queries/frameworks.ts';
import { download } from '../bundle/download.ts';
import { ImportMeter } from '../framework/ImportMeter.tsx';
import { useOutline } from '../framework/use-outline.ts';
import { useLibraryAddress } from '../library/library-address.ts';
import { Notice } from '../ui/Notice.tsx';
import { CoverageFigures } from './CoverageFigures.tsx';
import { CoverageFilters } from './CoverageFilters.tsx';
import { CoverageTable } from './CoverageTable.tsx';
import { coverageFileName, coverageTable } from './coverage-table.ts';
import { Legend } from './Legend.tsx';
import { ToLookAfter } from './ToLookAfter.tsx';
import { useTally } from './use-tally.ts';

type Props = { onSay(text: string): void };

/** Which skills of a framework are taught, which are assessed, and which are neither. */
export function CoverageScreen({ onSay }: Props) {
  const { of } = useLibraryAddress();
  const kept = useKept(frameworksKept, []);
  const framework = kept?.find(({ id }) => id === of) ?? kept?.[0];
  if (kept && framework) return <OneFramework key={framework.id} framework={framework} kept={kept} onSay={onSay} />;
  return (
    <main className="main">
      <div className="toolbar">
        <h1>{t('coverage.tab')}</h1>
      </div>
      {kept ? <Empty /> : <p className="block muted">{t('coverage.looking')}</p>}
    </main>
  );
}

type OneProps = Props & { framework: FrameworkLine; kept: readonly FrameworkLine[] };

function OneFramework({ framework, kept, onSay }: OneProps) {
  const [view, setView] = useState<CoverageView>('all');
  const [counting, setCounting] = useState(defaultCounting);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const outline = useOutline(framework.id);
  const { tally, progress, stopped, stop, again } = useTally();
  const pages = useKept(pagesAlignedToNothing, []);
  const coverage = useMemo(
    () => (outline && tally ? coverageOf(outline, tally, counting) : undefined),
    [outline, tally, counting],
  );
  const places = useMemo(
    () => (outline && coverage ? linesInView(outline, coverage, view, closed) : []),
    [outline, coverage, view, closed],
  );
  const toggle = (uri: string) => {
    const next = new Set(closed);
    if (!next.delete(uri)) next.add(uri);
    setClosed(next);
  };
  const headings = () => (outline ?? []).filter(({ end }, place) => end > place + 1).map(({ node }) => node.uri);
  const save = () => {
    if (!outline || !coverage) return;
    const name = coverageFileName(framework.name);
    // What is closed on the screen is in the table all the same.
    const table = coverageTable(outline, coverage, linesInView(outline, coverage, view, new Set()));
    // Spreadsheets know UTF-8 by the byte order mark.
    download(new Blob(['\ufeff', table], { type: 'text/csv;charset=utf-8' }), name);
    onSay(t('coverage.downloaded', { file: name }));
  };
  return (
    <div className="two">
      <CoverageFilters
        frameworks={kept}
        framework={framework}
        figures={coverage?.figures}
        view={view}
        counting={counting}
        onFramework={(id) => {
          location.hash = `#coverage/${encodeURIComponent(id)}`;
        }}
        onView={setView}
        onCounting={setCounting}
      />
      <main className="main coverage">
        <div className="toolbar">
          <h1>{t('coverage.tab')}</h1>
          <span className="muted" lang={framework.language} dir="auto" data-own-words>
            {framework.name}
          </span>
          <span className="row push">
            <button type="button" className="btn" onClick={() => setClosed(new Set())}>
              {t('coverage.open')}
            </button>
            <button type="button" className="btn" onClick={() => setClosed(new Set(headings()))}>
              {t('coverage.close')}
            </button>
            <button type="button" className="btn" disabled={places.length === 0} onClick={save}>
              {t('coverage.download')}
            </button>
          </span>
        </div>
        {stopped && (
          <div className="notices">
            <Notice
              tone="caution"
              title={t('coverage.stopped')}
              acts={
                <button type="button" className="btn btn-small" onClick={again}>
                  {t('coverage.stopped.again')}
                </button>
              }
            >
              {tally && <p>{t('coverage.stopped.help')}</p>}
            </Notice>
          </div>
        )}
        {progress && !tally && (
          <div className="block">
            <ImportMeter label={t('coverage.counting')} progress={progress} things="alignments" onCancel={stop} />
          </div>
        )}
        {!coverage && !progress && !stopped && <p className="block muted">{t('coverage.looking')}</p>}
        {coverage && <CoverageFigures figures={coverage.figures} pages={pages?.length} />}
        {pages && <ToLookAfter framework={framework} pages={pages} />}
        {outline && coverage && (
          <>
            {places.length === 0 ? (
              <div className="empty">
                <h2>{t(outline.length === 0 ? 'coverage.nothing' : 'coverage.show.none')}</h2>
                {outline.length > 0 && (
                  <button type="button" className="btn" onClick={() => setView('all')}>
                    {t('coverage.show.all')}
                  </button>
                )}
              </div>
            ) : (
              <CoverageTable outline={outline} coverage={coverage} places={places} closed={closed} onToggle={toggle} />
            )}
            <Legend />
          </>
        )}
      </main>
    </div>
  );
}

function Empty() {
  return (
    <div className="empty">
      <h2>{t('coverage.empty')}</h2>
      <p>{t('coverage.empty.help')}</p>
      <a className="btn" href="/options.html#frameworks" target="_blank" rel="noreferrer">
        {t('coverage.empty.add')}
      </a>
    </div>
  );
}
