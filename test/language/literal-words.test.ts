import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { messagesIn } from '../../scripts/words.ts';
import { literalWords } from '../support/literal-words.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** Texts that stand in code, and why none of them is a message. */
const allowed = new Set([
  // Our name, which nobody translates.
  'Plumbline',
  '· Plumbline',
  // A standard's name.
  'OAuth 2.0',
  // Of the text that is handed on to whoever looks after a registry, in English.
  'Next try',
  // Before what the console is told.
  'Plumbline: import',
  'Plumbline: signing',
]);

const keys = Object.keys(messagesIn(at('locales/en')));

/** Keys of messages stand in tables too, those that the browser says without their noun; some are put together by their ends. */
const isKey = (text: string) =>
  keys.some((key) => key === text || key === `manifest.${text}` || (text.endsWith('.') && key.startsWith(text)));

const screens = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(at(folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => `${folder}/${path}`),
);

it('leaves every word of the screens to the messages, and every number and time to their language', async () => {
  const found = await Promise.all(
    screens.map(async (path) =>
      (await literalWords(readFileSync(at(path), 'utf8'), path))
        .filter(({ text }) => !allowed.has(text) && !isKey(text))
        .map(({ where, text }) => `${path}, ${where}: ${text}`),
    ),
  );
  expect(found.flat()).toEqual([]);
});

describe('literalWords', () => {
  const texts = async (source: string) =>
    (await literalWords(source)).map(({ where, text }) => `${where}: ${text}`).sort();

  it('finds what stands in elements, whichever way it gets there', async () => {
    const source = `const One = ({ on, name }) => <p>Saved <b>{on ? 'here' : \`for \${name}\`}</b>{on && 'now' + name} · 42</p>;`;
    expect(await texts(source)).toEqual(['element: Saved', 'element: for', 'element: here', 'element: now']);
  });

  it('finds names, explanations, tables of words and what is told', async () => {
    const source = `
      const words = { open: { label: 'Open', className: 'state' }, close: { label: () => 'Close' } };
      const Two = ({ onSay }) => <input aria-label={'Find'} placeholder="words" className="input" onClick={() => onSay('Found.')} />;`;
    expect(await texts(source)).toEqual([
      'aria-label: Find',
      'label: Close',
      'label: Open',
      'onSay: Found.',
      'placeholder: words',
    ]);
  });

  it('finds numbers and times that are formatted by hand', async () => {
    const source = `
      const three = (at: Date, n: number) => [new Intl.NumberFormat().format(n), at.toLocaleDateString()];
      const Three = ({ count, pages }) => <p>{count} <b>{pages.length}</b> {number(count)}</p>;`;
    expect(await texts(source)).toEqual([
      'formatted by hand: Intl',
      'formatted by hand: count',
      'formatted by hand: length',
      'formatted by hand: toLocaleDateString',
    ]);
  });

  it('lets messages, codes and signs pass', async () => {
    const source = `const Four = ({ key }) => <p title={t('skill.pin')} lang="en">{t('skill.pin')} {key === 'x' ? 1 : 2} · <kbd>Esc</kbd> <i className="icon" /></p>;`;
    expect(await texts(source)).toEqual([]);
  });
});
