import { mostText, native } from './page.ts';
import { walkText } from './walk-text.ts';

/**
 * A page's text as one string: what its text nodes hold in document order, each run of white space one space, none at the
 * ends; the edge of a block counts as white space. Offsets are in UTF-16 units.
 */
export type PageText = {
  readonly text: string;
  /** Offsets at which one block ends and another begins, ascending. */
  readonly breaks: readonly number[];
  /** Where a range's text begins and ends; both the same where it holds none. */
  offsetsOf(range: Range): [start: number, end: number];
  /** The range of a part of the text that neither begins nor ends in a space. */
  rangeOf(start: number, end: number): Range;
};

/** A text node's share of the text. */
type Piece = {
  node: Node;
  data: string;
  /** Where it begins; a space that it is parted by from what stands before is its own. */
  at: number;
  end: number;
  /** Whether white space stands before it. */
  apart: boolean;
};

/**
 * Opens a page's text. What is not shown is left out; with `folded`, what the page keeps back for the moment is in it too
 * (see `walkText`). The text of a page that is beyond the readers' time and text ends early.
 */
export function openText(document: Document, { folded = false } = {}): PageText {
  const pieces: Piece[] = [];
  const breaks: number[] = [];
  const parts: string[] = [];
  let length = 0;
  let apart = false;
  walkText(document, folded, {
    text(node, data) {
      const collapsed = collapse(data, { at: length, apart });
      const piece = { node, data, at: length, end: length + collapsed.text.length, apart };
      apart = collapsed.apart;
      if (collapsed.text === '') return true;
      pieces.push(piece);
      parts.push(collapsed.text);
      length = piece.end;
      return length < mostText;
    },
    edge() {
      apart = true;
      if (breaks.at(-1) !== length) breaks.push(length);
    },
  });
  return {
    text: parts.join(''),
    breaks,
    offsetsOf: (range) => offsetsOf(range, pieces, length),
    rangeOf(start, end) {
      const range = native<Range>(document, 'createRange')(document);
      const [from, to] = [pieceAt(pieces, start), pieceAt(pieces, end - 1)];
      if (from) range.setStart(from.node, indexIn(from, start));
      if (to) range.setEnd(to.node, indexIn(to, end - 1) + 1);
      return range;
    },
  };
}

/** A node's text with its white space collapsed, as it goes on from what stands before. */
function collapse(data: string, { at, apart }: Pick<Piece, 'at' | 'apart'>): { text: string; apart: boolean } {
  const words = data.replace(/\s+/g, ' ');
  const inner = words.trim();
  if (inner === '') return { text: '', apart: apart || words !== '' };
  const isApart = at > 0 && (apart || words.startsWith(' '));
  return { text: isApart ? ` ${inner}` : inner, apart: words.endsWith(' ') };
}

/** A boundary inside a text node is where it is; one between nodes is where the next piece begins. */
function offsetsOf(range: Range, pieces: readonly Piece[], length: number): [number, number] {
  const get = <Result>(name: string) => native<Result>(range, name)(range);
  const compare = native<number>(range, 'comparePoint');
  const firstBeyond = (place: number) => lowest(pieces, ({ node }) => compare(range, node, 0) > place)?.at ?? length;
  const within = (container: Node, offset: number) => {
    const piece = pieces.find(({ node }) => node === container);
    return piece && piece.at + collapse(piece.data.slice(0, offset), piece).text.length;
  };
  const start = within(get('startContainer'), get('startOffset')) ?? firstBeyond(-1);
  const end = within(get('endContainer'), get('endOffset')) ?? firstBeyond(0);
  return [start, Math.max(start, end)];
}

/** The first of a list that has a property which all after it have, too. */
function lowest<Item>(list: readonly Item[], has: (item: Item) => boolean): Item | undefined {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (has(list[middle] as Item)) high = middle;
    else low = middle + 1;
  }
  return list[low];
}

/** The piece that a character of the text is from. */
function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  return lowest(pieces, ({ end }) => end > offset);
}

/** Where in its node's own text a character of the page's text stands, which is no space. */
function indexIn({ data, at, apart }: Piece, offset: number): number {
  let length = at;
  let isApart = apart;
  for (let index = 0; index < data.length; index += 1) {
    if (/\s/.test(data.charAt(index))) {
      isApart = true;
      continue;
    }
    if (isApart && length > 0) length += 1;
    if (length === offset) return index;
    length += 1;
    isApart = false;
  }
  return data.length;
}
