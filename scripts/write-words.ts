import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lossesSource, problemsSources, warningsSource } from './sentences.ts';
import { messagesIn, messagesOf, wordValuesSource } from './words.ts';

// Writes what stands in code of the messages in locales/en/ anew; a test fails where somebody forgot to.
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const english = messagesIn(at('locales/en'));
writeFileSync(at('lib/language/word-values.ts'), wordValuesSource(english));
const { index, rooms } = problemsSources(messagesOf(english, 'problem'));
writeFileSync(at('lib/domain/problems.ts'), index);
for (const [room, source] of Object.entries(rooms)) writeFileSync(at(`lib/domain/problems/${room}.ts`), source);
writeFileSync(at('lib/domain/warnings.ts'), warningsSource(messagesOf(english, 'warning')));
writeFileSync(at('lib/formats/loss-words.ts'), lossesSource(messagesOf(english, 'loss')));
