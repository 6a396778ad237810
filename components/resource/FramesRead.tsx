import type { TabReading } from '../../lib/domain/tab-reading.ts';
import { saidByWords } from './field-words.ts';

/** The frames of a page that say something, in what, and how many kept us out. Nothing where there are none. */
export function FramesRead({ reading: { frames = [], framesLeftOut: leftOut = 0 } }: { reading: TabReading }) {
  if (frames.length === 0 && leftOut === 0) return null;
  return (
    <ul className="warnings" aria-label="Frames">
      {frames.map(({ url, title, sources }) => (
        <li key={url} className="muted">
          Frame “{title}” <span className="quiet">{sources.map(({ syntax }) => saidByWords[syntax]).join(', ')}</span>
        </li>
      ))}
      {leftOut > 0 && (
        <li className="quiet">
          {leftOut === 1 ? '1 frame was not read' : `${leftOut} frames were not read`}: from other sites, or not loaded.
        </li>
      )}
    </ul>
  );
}
