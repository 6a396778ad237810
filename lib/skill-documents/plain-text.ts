/** Elements after which a line ends where HTML is shown. */
const blocks = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|table|blockquote|section|article|hr|dd|dt|dl|pre)\b[^<>]*>/gi;

/** Elements of which nothing is shown. */
const hidden = /<(script|style|template|noscript)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;

/** Names of characters (HTML, section 13.5) that editors write; the rest of the 2,231 they write as they are. */
const characters = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    shy: '',
    ndash: '–',
    mdash: '—',
    hellip: '…',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    laquo: '«',
    raquo: '»',
    bull: '•',
    middot: '·',
    deg: '°',
    euro: '€',
    copy: '©',
    reg: '®',
    trade: '™',
    times: '×',
    frac12: '½',
    sect: '§',
    auml: 'ä',
    ouml: 'ö',
    uuml: 'ü',
    Auml: 'Ä',
    Ouml: 'Ö',
    Uuml: 'Ü',
    szlig: 'ß',
    agrave: 'à',
    aacute: 'á',
    acirc: 'â',
    ccedil: 'ç',
    egrave: 'è',
    eacute: 'é',
    ecirc: 'ê',
    Eacute: 'É',
    iacute: 'í',
    ntilde: 'ñ',
    oacute: 'ó',
    ocirc: 'ô',
    uacute: 'ú',
  }),
);

/**
 * What a person reads of a piece of HTML, in one line. For workers, which have no DOM; what comes out is text and never HTML
 * again, so that a tag which is overlooked is shown and does nothing.
 */
export function plainText(html: string): string {
  const text = html
    .replace(hidden, ' ')
    .replace(/<!--[\s\S]*?(?:-->|$)/g, ' ')
    .replace(blocks, ' ')
    .replace(/<\/?[a-z][^<>]*>/gi, '');
  return text
    .replace(/&(#x[\da-f]+|#\d+|\w+);/gi, characterOf)
    .replace(/\s+/g, ' ')
    .trim();
}

function characterOf(reference: string, name: string): string {
  if (!name.startsWith('#')) return characters.get(name) ?? reference;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isCharacter = code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : reference;
}
