import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Words that have done harm where they were taken for anything but words. Each row of the file says "hostile", too. */
export const hostileWords: readonly string[] = [
  '<script>globalThis.ran=true</script>',
  '"><img src=x onerror=globalThis.ran=true>',
  '__proto__ constructor hasOwnProperty toString',
  // Written right to left, isolated and never closed.
  '\u202egnidaeR trahC\u202c \u2067\u200f\u061c',
  // Halves of a surrogate pair, alone and the wrong way round, and control characters.
  '\ud800 half \udc00\ud800 \u0000 and \u001b[31m',
  `${'very long '.repeat(20_000)}`.trim(),
];

/** A skill file of such words, as OSMT rows, for the practice registry; `remove` takes it away. */
export function hostileFile(): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-hostile-'));
  const path = join(folder, 'hostile.json');
  const rows = hostileWords.map((words, at) => ({
    uuid: `66666666-6666-4666-8666-66666666660${at}`,
    skillName: `Hostile ${words}`,
    skillStatement: `Hostile ${words}`,
    categories: [words],
    authors: [words],
    keywords: [words],
    occupations: [],
    status: 'published',
  }));
  writeFileSync(path, JSON.stringify(rows));
  return { path, remove: () => rmSync(folder, { recursive: true }) };
}
