import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { listOf } from '../../lib/language/format.ts';
import { t } from '../../lib/language/words.ts';
import { Words } from '../ui/Words.tsx';
import { saidByWord } from './field-words.ts';

/** The frames of a page that say something, in what, and how many kept us out. Nothing where there are none. */
export function FramesRead({ reading: { frames = [], framesLeftOut: leftOut = 0 } }: { reading: TabReading }) {
  if (frames.length === 0 && leftOut === 0) return null;
  return (
    <ul className="warnings" aria-label={t('resource.frames')}>
      {frames.map(({ url, title, sources }) => (
        <li key={url} className="muted">
          <Words
            of="resource.frame"
            values={{
              frame: <bdi data-own-words="">{title}</bdi>,
              sources: <span className="quiet">{listOf(sources.map(({ syntax }) => saidByWord(syntax)))}</span>,
            }}
          />
        </li>
      ))}
      {leftOut > 0 && <li className="quiet">{t('resource.frames.leftOut', { count: leftOut })}</li>}
    </ul>
  );
}
