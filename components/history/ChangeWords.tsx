import { type ChoicePart, differingParts } from '../../lib/domain/choice-difference.ts';
import type { HistoryLine } from '../../lib/domain/history-line.ts';
import { partOf, partWords } from './choice-words.ts';

/** What a change changed, part by part: what it said before, and what it says since. Nothing where that is not known. */
export function ChangeWords({ line: { before, after } }: { line: Pick<HistoryLine, 'before' | 'after'> }) {
  if (!before || !after) return null;
  const parts = differingParts(before, after);
  if (parts.length === 0) return null;
  return (
    <ul className="changes">
      {parts.map((part) => (
        <Change key={part} part={part} was={partOf(before, part)} is={partOf(after, part)} />
      ))}
    </ul>
  );
}

type ChangeProps = { part: ChoicePart; was: string | undefined; is: string | undefined };

function Change({ part, was, is }: ChangeProps) {
  if (was !== undefined && is !== undefined && was !== is) {
    return (
      <li>
        {partWords[part]}{' '}
        <del className="was" dir="auto">
          {was}
        </del>{' '}
        now <span dir="auto">{is}</span>
      </li>
    );
  }
  const how = was === undefined ? 'added' : is === undefined ? 'taken away' : 'quoted anew';
  return (
    <li>
      {partWords[part]} {how}: <span dir="auto">{is ?? was}</span>
    </li>
  );
}
