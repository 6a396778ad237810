import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lossesSource, problemsSource, warningsSource } from './sentences.ts';
import { messagesIn, messagesOf, wordValuesSource } from './words.ts';

// Writes what stands in code of the messages in locales/en/ anew; a test fails where somebody forgot to.
const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const english = messagesIn(at('locales/en'));
writeFileSync(at('lib/language/word-values.ts'), wordValuesSource(english));
writeFileSync(at('lib/domain/problems.ts'), problemsSource(messagesOf(english, 'problem')));
writeFileSync(at('lib/domain/warnings.ts'), warningsSource(messagesOf(english, 'warning')));
writeFileSync(at('lib/formats/loss-words.ts'), lossesSource(messagesOf(english, 'loss')));
