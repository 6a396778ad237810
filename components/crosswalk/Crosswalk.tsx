import { useMemo, useState } from 'react';
import { matchedIn, progressOf, sideOf } from '../../lib/domain/crosswalk.ts';
import type { KeptFramework } from '../../lib/domain/framework.ts';
import { t } from '../../lib/language/words.ts';
import { crosswalkRows } from '../../lib/queries/crosswalk.ts';
import { useKept } from '../../lib/queries/database-context.ts';
import { useOutline } from '../framework/use-outline.ts';
import { Segmented } from '../ui/Segmented.tsx';
import { AlignSkills } from './AlignSkills.tsx';
import { crosswalkAddress, type Sides } from './crosswalk-address.ts';
import { ReviewStatements } from './ReviewStatements.tsx';

type Props = {
  frameworks: readonly KeptFramework[];
  left: KeptFramework;
  right: KeptFramework;
  onSay(text: string): void;
};

/** The crosswalk between two frameworks: how much of it is done, and the two ways to go on with it. */
export function Crosswalk({ frameworks, left, right, onSay }: Props) {
  const [view, setView] = useState<'align' | 'review'>('align');
  const [wanted, setWanted] = useState(false);
  const [outline, other] = [useOutline(left.id), useOutline(right.id)];
  const side = useMemo(() => outline && sideOf(outline), [outline]);
  const otherSide = useMemo(() => other && sideOf(other), [other]);
  const rows = useKept(
    async (database) => (side && otherSide ? crosswalkRows(database, side, otherSide) : undefined),
    [side, otherSide],
  );
  const progress = side && rows && progressOf(side, matchedIn(rows));
  const go = (sides: Sides) => {
    location.hash = crosswalkAddress(sides);
  };
  return (
    <>
      <div className="toolbar">
        <h1>{t('crosswalk.tab')}</h1>
        <fieldset>
          <legend className="sr">{t('crosswalk.view')}</legend>
          <Segmented<'align' | 'review'>
            name="crosswalk-view"
            value={view}
            onChange={setView}
            options={[
              { value: 'align', label: t('crosswalk.view.align') },
              { value: 'review', label: t('crosswalk.view.review', { count: rows?.length ?? 0 }) },
            ]}
          />
        </fieldset>
        {progress && <Progress {...progress} />}
        <span className="row push">
          <button type="button" className="btn" onClick={() => go({ left: right.id, right: left.id })}>
            {t('crosswalk.swap')}
          </button>
          <button
            type="button"
            className="btn"
            disabled={!progress || progress.matched === progress.skills}
            onClick={() => {
              setView('align');
              setWanted(true);
            }}
          >
            {t('crosswalk.next')}
          </button>
        </span>
      </div>
      {!rows && <p className="block muted">{t('crosswalk.looking')}</p>}
      {left.id === right.id && (
        <p className="block muted">
          {t('crosswalk.both')}{' '}
          <a href="/options.html#frameworks" target="_blank" rel="noreferrer">
            {t('crosswalk.both.add')}
          </a>
        </p>
      )}
      {rows && view === 'review' && <ReviewStatements rows={rows} onSay={onSay} />}
      {rows && view === 'align' && (
        <AlignSkills
          // What is chosen is of these two.
          key={`${left.id} ${right.id}`}
          frameworks={frameworks}
          left={left}
          right={right}
          side={side}
          rows={rows}
          wanted={wanted}
          onHeeded={() => setWanted(false)}
          onSides={go}
          onSay={onSay}
        />
      )}
    </>
  );
}

function Progress({ matched, skills }: { matched: number; skills: number }) {
  return (
    <span className="crosswalk-progress">
      <span
        className="progress"
        role="progressbar"
        aria-label={t('crosswalk.progress.label')}
        aria-valuemin={0}
        aria-valuemax={skills}
        aria-valuenow={matched}
        aria-valuetext={t('crosswalk.progress', { matched, skills })}
        tabIndex={-1}
      >
        <span style={{ inlineSize: `${skills > 0 ? (matched / skills) * 100 : 0}%` }} />
      </span>
      <span className="muted">{t('crosswalk.progress', { matched, skills })}</span>
    </span>
  );
}
