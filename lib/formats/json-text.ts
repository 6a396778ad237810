/** Anything that JSON can write; members that are undefined are left out. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [name: string]: Json };

/**
 * Writes JSON that is safe wherever it is put: inside an HTML script element (no `<` is left, so neither `</script>` nor
 * `<!--` can stand there; WHATWG HTML, section 4.12.1.3), and as Unicode (a lone surrogate becomes U+FFFD).
 */
export function jsonText(value: Json, indent = 2): string {
  const text = JSON.stringify(value, undefined, indent).replaceAll('<', '\\u003c');
  // JSON.stringify escapes exactly the lone surrogates, so that well-formed text skips the search.
  return text.includes('\\ud') ? text.replace(/\\(?:ud[89a-f][0-9a-f]{2}|.)/g, asReplacement) : text;
}

function asReplacement(sequence: string): string {
  return sequence.length > 2 ? '\\ufffd' : sequence;
}
