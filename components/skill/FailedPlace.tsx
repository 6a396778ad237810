import { useEffect, useState } from 'react';
import { shortlyAgo } from '../../lib/language/format.ts';
import { problemWords } from '../../lib/language/problem-words.ts';
import { t } from '../../lib/language/words.ts';
import type { SearchGroup } from '../../lib/state/search.ts';
import { Icon } from '../ui/Icon.tsx';
import { untilWords } from './search-words.ts';

type Props = { group: SearchGroup; onAskAgain(registry: string): void };

/** The longest that a browser's timer waits, in milliseconds. */
const longestTimer = 2 ** 31 - 1;

/**
 * A place that could not answer: why, what of it is shown all the same, and a way to ask it again. Where it asked to be
 * left alone, the way opens when that is over.
 */
export function FailedPlace({ group, onAskAgain }: Props) {
  const { registry, name, problem, skills, at, until = 0 } = group;
  const words = problem && problemWords(problem);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (until <= now) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(until - now, longestTimer));
    return () => clearTimeout(timer);
  }, [until, now]);
  const ago = skills.length > 0 && at !== undefined ? (shortlyAgo(at, now) ?? t('skill.justNow')) : undefined;
  return (
    <div className="registry-line failed">
      <Icon name="alert" />
      <span className="what" title={words && [words.message, words.advice].filter(Boolean).join(' ')}>
        {words?.message}
        {ago && ` ${t('skill.saidBefore', { ago })}`}
      </span>
      {until > now ? (
        <span className="push">{t('skill.notBefore', { time: untilWords(until, now) })}</span>
      ) : (
        <button
          type="button"
          className="link push"
          aria-label={t('skill.askNameAgain', { name })}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onAskAgain(registry)}
        >
          {t('skill.askAgain')}
        </button>
      )}
    </div>
  );
}
