import { speak } from '../../lib/language/words.ts';
import words from '../../locales/en.words';

// What the screens say in tests is what a person reads in English.
speak('en', words);
