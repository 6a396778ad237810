import { type ChoicePart, differingParts } from '../../lib/domain/choice-difference.ts';
import type { HistoryLine } from '../../lib/domain/history-line.ts';
import { Words } from '../ui/Words.tsx';
import { partOf, partWord } from './choice-words.ts';

/** What a change changed, part by part: what it said before, and what it says since. Nothing where that is not known. */
export function ChangeWords({ line: { before, after } }: { line: Pick<HistoryLine, 'before' | 'after'> }) {
  if (!before || !after) return null;
  const parts = differingParts(before, after);
  if (parts.length === 0) return null;
  return (
    <ul className="changes">
      {parts.map((part) => (
        <li key={part}>
          <Change part={part} was={partOf(before, part)} is={partOf(after, part)} />
        </li>
      ))}
    </ul>
  );
}

type ChangeProps = { part: ChoicePart; was: string | undefined; is: string | undefined };

/** What changed of one part. */
export function Change({ part, was, is }: ChangeProps) {
  const text = (
    <span dir="auto" data-own-words="">
      {is ?? was}
    </span>
  );
  if (was !== undefined && is !== undefined && was !== is) {
    const before = (
      <del className="was" dir="auto" data-own-words="">
        {was}
      </del>
    );
    return <Words of="history.change" values={{ part: partWord(part), was: before, is: text }} />;
  }
  // Relation and fit are always said, so that only these two come and go.
  if (part !== 'note' && part !== 'evidence') return null;
  if (was === undefined) return <Words of={`history.change.added.${part}`} values={{ text }} />;
  if (is === undefined) return <Words of={`history.change.removed.${part}`} values={{ text }} />;
  return <Words of="history.change.anew" values={{ text }} />;
}
