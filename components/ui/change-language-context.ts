import { createContext } from 'react';
import type { Locale } from '../../lib/language/locales.ts';

/** Speaks another language from now on, on this screen and each that is opened; undefined leaves it to the browser. */
export type ChangeLanguage = (locale: Locale | undefined) => Promise<void>;

/** How a screen's language is changed; whoever opens the screen provides it. */
export const ChangeLanguageContext = createContext<ChangeLanguage | undefined>(undefined);
