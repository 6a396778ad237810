// @vitest-environment jsdom
import 'fake-indexeddb/auto';

import { act, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Language } from '../../components/preferences/Language.tsx';
import { ChangeLanguageContext } from '../../components/ui/change-language-context.ts';
import { openScreen } from '../../components/ui/open-screen.tsx';
import { languageName } from '../../lib/language/format.ts';
import { chosenLanguage, loadWords } from '../../lib/language/load-words.ts';
import { languageTag, locales } from '../../lib/language/locales.ts';
import { t } from '../../lib/language/words.ts';
import { speakPseudo, unsaid } from '../support/pseudo.ts';
import { held } from './held.ts';
import { expectAccessible, inWorld, show } from './screen.tsx';

vi.mock('wxt/browser', async () => {
  const { held } = await import('./held.ts');
  return {
    get browser() {
      return held.browser;
    },
  };
});
inWorld(held);

beforeEach(() => {
  localStorage.clear();
  globalThis.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, '\\$&') } as typeof CSS;
});
afterEach(async () => {
  localStorage.clear();
  document.body.replaceChildren();
  await loadWords('en');
});

const select = () => screen.getByRole<HTMLSelectElement>('combobox');
/** A language of the screens other than English. */
const other = locales.find((locale) => locale !== 'en') ?? 'en';

/** A screen with something on it that is half done. */
function Whole() {
  return (
    <>
      <Language onSay={() => {}} />
      <input aria-label="typed" />
    </>
  );
}

it('offers the browser’s language and each that the screens speak, by the name that it has for itself', async () => {
  const { container } = show(<Language onSay={vi.fn()} />);
  const options = [...select().options];
  expect(options.map(({ value }) => value)).toEqual(['', ...locales]);
  expect(options[0]?.text).toBe('As the browser (English)');
  expect(options.find(({ value }) => value === 'de')).toMatchObject({ text: languageName('de'), lang: 'de' });
  expect(options.find(({ value }) => value === 'ar')).toMatchObject({ dir: 'rtl', lang: 'ar' });
  await expectAccessible(container);
});

it('asks for the language that is chosen, and for the browser’s own', async () => {
  const change = vi.fn(async () => {});
  const say = vi.fn();
  show(
    <ChangeLanguageContext value={change}>
      <Language onSay={say} />
    </ChangeLanguageContext>,
  );
  await userEvent.selectOptions(select(), other);
  await userEvent.selectOptions(select(), '');
  expect(change.mock.calls).toEqual([[other], [undefined]]);
  expect(say).toHaveBeenLastCalledWith('Plumbline speaks English now.');
});

it('changes the screen at once: its words, its title, its direction, with the keyboard where it is', async () => {
  document.body.append(Object.assign(document.createElement('div'), { id: 'root' }));
  act(() => openScreen('options.title', () => <Whole />));
  await screen.findByRole('combobox');
  await userEvent.type(screen.getByRole('textbox'), 'half a word');
  for (const locale of [other, 'ar'] as const) {
    if (!locales.some((one) => one === locale)) continue;
    await userEvent.selectOptions(select(), locale);
    await waitFor(() => expect(document.documentElement.lang).toBe(languageTag(locale)));
    await waitFor(() => expect(screen.getByRole('heading').textContent).toBe(t('options.section.language')));
    expect(document.title).toBe(t('options.title'));
    expect(document.documentElement.dir).toBe(locale === 'ar' ? 'rtl' : 'ltr');
    expect(chosenLanguage()).toBe(locale);
    expect(document.activeElement).toBe(select());
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('half a word');
  }
  await userEvent.selectOptions(select(), '');
  await waitFor(() => expect(document.documentElement.lang).toBe('en'));
  expect(chosenLanguage()).toBeUndefined();
});

it('says nothing that is no message', () => {
  speakPseudo();
  const { container } = show(<Language onSay={vi.fn()} />);
  expect(unsaid(container)).toEqual([]);
});
