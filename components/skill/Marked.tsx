import { Fragment } from 'react';
import { highlightRanges } from '../../lib/queries/search-local-skills.ts';

type Props = { text: string; query: string };

/** A text with the words of a query marked. */
export function Marked({ text, query }: Props) {
  if (!query) return text;
  let end = 0;
  const parts = highlightRanges(query, text).map((range) => {
    const before = text.slice(end, range.start);
    end = range.end;
    return (
      <Fragment key={range.start}>
        {before}
        <mark>{text.slice(range.start, range.end)}</mark>
      </Fragment>
    );
  });
  return (
    <>
      {parts}
      {text.slice(end)}
    </>
  );
}
