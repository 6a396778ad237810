import { useId, useState } from 'react';
import type { Problem } from '../../lib/domain/problem.ts';
import { date } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import type { FrameworkLine } from '../../lib/queries/frameworks.ts';
import { Icon } from '../ui/Icon.tsx';
import { ProblemNotice } from '../ui/Notice.tsx';
import { BrowseFramework } from './BrowseFramework.tsx';
import { useBulk } from './bulk-context.ts';
import { FrameworkFacts } from './FrameworkFacts.tsx';
import { originWords } from './words.ts';

type Props = {
  framework: FrameworkLine;
  /** Names of the person's registries, by id. */
  registries: ReadonlyMap<string, string>;
  /** Asks its source for a newer release; undefined where it has none that can be asked. */
  onRefresh?(): void;
  onRemoved(): void;
};

/** One framework kept here: what it is, what it owes to whom, and the ways to use, renew and remove it. */
export function FrameworkCard({ framework, registries, onRefresh, onRemoved }: Props) {
  const bulk = useBulk();
  const [browsing, setBrowsing] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  const tree = useId();
  const { id, name, attribution, skills, origin, enabled, status } = framework;
  const change = async (enabled: boolean) => {
    const answer = await bulk.ask('enableFramework', { id, enabled });
    setProblem(answer === 'cancelled' || answer.ok ? undefined : answer.problem);
  };
  const remove = async () => {
    const answer = await bulk.ask('removeFramework', { id });
    if (answer === 'cancelled') return;
    if (answer.ok) onRemoved();
    else setProblem(answer.problem);
  };
  return (
    <article className="card" aria-label={name}>
      <div className="card-head">
        <div>
          <FrameworkFacts framework={framework} skills={skills} />
        </div>
        {enabled === false && (
          <span className="state push">
            <Icon name="info" />
            {t('framework.notSearched')}
          </span>
        )}
        {status && (
          <span className="state state-draft">
            <Icon name="info" />
            {t(status === 'draft' ? 'framework.status.draft' : 'framework.status.deprecated')}
          </span>
        )}
      </div>
      <div className="card-body">
        {attribution && (
          <p dir="auto" data-own-words>
            {attribution}
          </p>
        )}
        <p className="muted dots">
          <span dir="auto">{originWords(origin, registries)}</span>
          <span>{t('framework.imported', { date: date(framework.imported) })}</span>
        </p>
        <StaleLine count={framework.staleAlignments} />
        {problem && <ProblemNotice problem={problem} />}
        <label className="check">
          <input type="checkbox" checked={enabled !== false} onChange={(event) => void change(event.target.checked)} />
          <span>{t('framework.searched')}</span>
        </label>
        <div className="row">
          <button
            type="button"
            className="btn btn-small"
            aria-expanded={browsing}
            aria-controls={tree}
            onClick={() => setBrowsing(!browsing)}
          >
            {t('framework.browse')}
          </button>
          {onRefresh && (
            <button type="button" className="btn btn-small" onClick={onRefresh}>
              {t('framework.refresh')}
            </button>
          )}
          {origin.from !== 'extension' && (
            <button type="button" className="btn btn-small btn-quiet btn-bad" onClick={() => void remove()}>
              {t('framework.remove')}
            </button>
          )}
        </div>
        <div id={tree}>{browsing && <BrowseFramework framework={framework} />}</div>
      </div>
    </article>
  );
}

function StaleLine({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <p className="state state-draft stale">
      <Icon name="alert" />
      {t('framework.stale', { count })}
    </p>
  );
}
