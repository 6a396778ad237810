import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { messagesIn, wordValuesSource } from './words.ts';

// Writes lib/language/word-values.ts anew from locales/en/; a test fails where somebody forgot to.
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
writeFileSync(at('lib/language/word-values.ts'), wordValuesSource(messagesIn(at('locales/en'))));
