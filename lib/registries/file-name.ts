/**
 * A file name for a document, from the name of what is in it: its letters and digits as far as ASCII has them, at most 80,
 * else `framework`. Shown to the person and never used as a path.
 */
export function fileName(name: string, ending: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/gi, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '');
  return `${plain || 'framework'}.${ending}`;
}
