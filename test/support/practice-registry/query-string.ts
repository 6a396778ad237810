/** A test of one object. */
export type Match = (object: Record<string, unknown>) => boolean;

type Token = { kind: '(' | ')' | ':' } | { kind: 'word' | 'phrase'; text: string; open: boolean };

/**
 * The part of Elasticsearch's query string language that registries are asked in: `field:value`, words, `"phrases"`,
 * `beginnings*`, `*`, AND, OR, groups, and `\` before a character that stands for itself. Words next to each other are
 * OR-ed. Throws on every reserved character that is not escaped, where the real one would guess.
 */
export function readQuery(query: string): Match {
  const tokens = tokensOf(query);
  const match = readOr(tokens, undefined);
  if (tokens.length > 0) throw new Error('query: unexpected end of a group');
  return match;
}

function tokensOf(query: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s+|([():])|"((?:\\.|[^"\\])*)"|((?:\\.|[^\s\\()":<>+\-=&|!{}[\]^~*?/])+)(\*?)|(\*)/suy;
  while (pattern.lastIndex < query.length) {
    const at = pattern.lastIndex;
    const found = pattern.exec(query);
    if (!found) throw new Error(`query: reserved character at ${at}`);
    const [, sign, phrase, word, open, all] = found;
    if (sign) tokens.push({ kind: sign as '(' | ')' | ':' });
    else if (phrase !== undefined) tokens.push({ kind: 'phrase', text: plain(phrase), open: false });
    else if (word !== undefined) tokens.push({ kind: 'word', text: word, open: open === '*' });
    else if (all) tokens.push({ kind: 'word', text: '', open: true });
  }
  return tokens;
}

function plain(text: string): string {
  return text.replace(/\\(.)/gsu, '$1');
}

function isWord(token: Token | undefined, text: string): boolean {
  return token?.kind === 'word' && token.text === text && !token.open;
}

function readOr(tokens: Token[], field: string | undefined): Match {
  const parts = [readAnd(tokens, field)];
  while (tokens.length > 0 && tokens[0]?.kind !== ')') {
    if (isWord(tokens[0], 'OR')) tokens.shift();
    parts.push(readAnd(tokens, field));
  }
  return (object) => parts.some((part) => part(object));
}

function readAnd(tokens: Token[], field: string | undefined): Match {
  const parts = [readOne(tokens, field)];
  while (isWord(tokens[0], 'AND')) {
    tokens.shift();
    parts.push(readOne(tokens, field));
  }
  return (object) => parts.every((part) => part(object));
}

function readOne(tokens: Token[], field: string | undefined): Match {
  const token = tokens.shift();
  if (token?.kind === '(') {
    const match = readOr(tokens, field);
    if (tokens.shift()?.kind !== ')') throw new Error('query: a group does not end');
    return match;
  }
  if (token?.kind !== 'word' && token?.kind !== 'phrase') throw new Error('query: a word is missing');
  if (tokens[0]?.kind === ':' && token.kind === 'word') {
    tokens.shift();
    return readOne(tokens, plain(token.text));
  }
  if (token.kind === 'word' && ['AND', 'OR', 'NOT'].includes(token.text)) throw new Error(`query: ${token.text} alone`);
  const text = token.kind === 'word' ? plain(token.text) : token.text;
  return (object) => valuesAt(object, field).some((value) => holds(value, text, token.open, token.kind === 'phrase'));
}

/** All texts at a dotted path, or anywhere where there is no path. */
function valuesAt(value: unknown, path: string | undefined): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => valuesAt(one, path));
  if (typeof value === 'object' && value !== null) {
    if (path === undefined) return Object.values(value).flatMap((one) => valuesAt(one, undefined));
    return Object.entries(value).flatMap(([key, one]) => {
      if (key === path) return valuesAt(one, undefined);
      return path.startsWith(`${key}.`) ? valuesAt(one, path.slice(key.length + 1)) : [];
    });
  }
  return path === undefined && typeof value === 'string' ? [value] : [];
}

function holds(value: string, text: string, open: boolean, phrase: boolean): boolean {
  const standing = words(value);
  // A beginning is not analysed, only put into lower case.
  if (open) return standing.some((word) => word.startsWith(text.toLowerCase()));
  const wanted = words(text);
  if (wanted.length === 0) return false;
  if (!phrase) return wanted.every((word) => standing.includes(word));
  return standing.some((_, at) => wanted.every((word, index) => standing[at + index] === word));
}

function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
