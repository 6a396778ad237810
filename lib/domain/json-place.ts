/** A place in a text, both counted from 1. */
export type TextPlace = { line: number; column: number };

/** White space, and what stands alone: a string, a number, a name (RFC 8259, sections 2, 3, 6 and 7). */
const space = /[\t\n\r ]*/y;
const string = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*"/uy;
const scalar = /(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.])/y;

/** How deep values may stand in one another. */
const deepest = 200;

/**
 * The first place at which a text is no JSON any more; undefined where it is JSON. Browsers say it each in words of their
 * own, and not all of them say it.
 */
export function firstNonJson(text: string): TextPlace | undefined {
  let at = 0;
  if (isJson(text) || (value(0) && takes(space) && at === text.length)) return undefined;
  return placeAt(text, at);

  function value(depth: number): boolean {
    takes(space);
    if (text[at] === '{' || text[at] === '[') return depth < deepest && members(depth);
    return takes(string) || takes(scalar);
  }

  function members(depth: number): boolean {
    const isObject = text[at] === '{';
    const end = isObject ? '}' : ']';
    at += 1;
    if (mark(end)) return true;
    do {
      if (isObject && !(takes(space) && takes(string) && mark(':'))) return false;
      if (!value(depth + 1)) return false;
    } while (mark(','));
    return mark(end);
  }

  function mark(sign: string): boolean {
    takes(space);
    if (text[at] !== sign) return false;
    at += 1;
    return true;
  }

  function takes(pattern: RegExp): boolean {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function placeAt(text: string, at: number): TextPlace {
  const lines = text.slice(0, at).split('\n');
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
