/**
 * Writes what a person typed into Elasticsearch's query string language, which CASS's search speaks, so that every
 * character stands for itself. `<` and `>` cannot be escaped in it and become spaces
 * (elastic.co/guide, Query string query, "Reserved characters").
 */
export function escapeQuery(text: string): string {
  return text
    .replace(/[<>]/g, ' ')
    .replace(/[\\+\-=&|!(){}[\]^"~*?:/]/g, '\\$&')
    .replace(/\b(AND|OR|NOT)\b/g, (word) => word.toLowerCase());
}

/** A text as a quoted phrase of that language. */
export function quoteQuery(text: string): string {
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** The most of a typed text that is searched for, in characters: the query stands in an address. */
const longestText = 200;

/**
 * The query that finds competencies by what a person typed: all words in the name or all in the description, the last
 * one as a word or the beginning of one, or the text as a notation. An empty text finds every competency.
 */
export function competencyQuery(text: string): string {
  const words = text
    .slice(0, longestText)
    .split(/[\s<>\p{C}]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const last = words.pop();
  if (last === undefined) return '@type:Competency';
  const all = [...words.map(escapeQuery), `(${escapeQuery(last)} OR ${escapeQuery(last)}*)`].join(' AND ');
  const notation = quoteQuery([...words, last].join(' '));
  return `@type:Competency AND (name:(${all}) OR description:(${all}) OR ceasn\\:codedNotation:${notation})`;
}

/** The query that finds the frameworks which list a competency, by its short id. */
export function frameworkQuery(shortId: string): string {
  return `@type:Framework AND competency:${quoteQuery(shortId)}`;
}

/** The query that finds what relates a competency, by its short id, to others. */
export function relationQuery(shortId: string): string {
  const id = quoteQuery(shortId);
  return `@type:Relation AND (source:${id} OR target:${id})`;
}

/** The query that finds the levels of a competency, by its short id. */
export function levelQuery(shortId: string): string {
  return `@type:Level AND competency:${quoteQuery(shortId)}`;
}

/** The query that finds the alignments of a page, by its address. */
export function workQuery(address: string): string {
  return `@type:CreativeWork AND url:${quoteQuery(address)}`;
}
