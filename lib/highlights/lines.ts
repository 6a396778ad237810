import { native } from '../readers/page.ts';

/** A box in CSS pixels of the viewport. */
export type Box = { left: number; top: number; right: number; bottom: number };

/** The text nodes of a range, each as a range of its own: those of elements would be boxes of whole blocks. */
export function textRanges(range: Range): Range[] {
  const { commonAncestorContainer: around, startContainer, endContainer, startOffset, endOffset } = range;
  const document = startContainer.ownerDocument as Document;
  const walker = native<TreeWalker>(document, 'createTreeWalker')(document, around, NodeFilter.SHOW_TEXT);
  const found: Range[] = [];
  for (let node = around.nodeType === 3 ? around : walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    const part = range.cloneRange();
    part.setStart(node, node === startContainer ? startOffset : 0);
    part.setEnd(node, node === endContainer ? endOffset : (node.nodeValue ?? '').length);
    if (!part.collapsed) found.push(part);
  }
  return found;
}

/** The lines that text stands in, one box for what stands side by side in one; none where it is not laid out. */
export function linesOf(ranges: readonly Range[]): Box[] {
  const lines: Box[] = [];
  for (const rect of ranges.flatMap((range) => [...range.getClientRects()])) {
    if (rect.width < 0.5 || rect.height < 0.5) continue;
    const before = lines.at(-1);
    if (before && isBeside(before, rect)) {
      before.left = Math.min(before.left, rect.left);
      before.right = Math.max(before.right, rect.right);
    } else lines.push({ left: rect.left, top: rect.top, right: rect.right, bottom: rect.bottom });
  }
  return lines;
}

function isBeside(one: Box, other: Box): boolean {
  const isSameLine = Math.abs(one.top - other.top) < 2 && Math.abs(one.bottom - other.bottom) < 2;
  return isSameLine && other.left <= one.right + 2 && other.right >= one.left - 2;
}

/** What of a box can be seen through another; undefined where nothing can. */
export function within(box: Box, frame: Box): Box | undefined {
  const seen = {
    left: Math.max(box.left, frame.left),
    top: Math.max(box.top, frame.top),
    right: Math.min(box.right, frame.right),
    bottom: Math.min(box.bottom, frame.bottom),
  };
  return seen.left < seen.right && seen.top < seen.bottom ? seen : undefined;
}

/** What these cut off, the window does. */
const roots = /^(html|body)$/;

/** What the boxes around a node let be seen of it: those that scroll, or cut off what flows over. */
export function frameAround(node: Node): Box {
  const parent = native<Element | null>(node, 'parentElement');
  const boxOf = (element: Element) => native<DOMRect>(element, 'getBoundingClientRect')(element);
  let frame: Box = { left: -Infinity, top: -Infinity, right: Infinity, bottom: Infinity };
  for (let at = parent(node); at && !roots.test(native<string>(at, 'localName')(at)); at = parent(at)) {
    const { overflowX, overflowY } = getComputedStyle(at);
    if (/hidden|clip|scroll|auto/.test(overflowX + overflowY))
      frame = within(frame, boxOf(at)) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  }
  return frame;
}

/** Whether text is light, so that what it stands on is dark: by its colour, since grounds can be pictures. */
export function isLight(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (/^rgba?\(([^)]*)/.exec(colour)?.[1] ?? '').split(/[ ,/]+/).map(Number);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 140;
}
