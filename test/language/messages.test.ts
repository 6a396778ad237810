import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { locales } from '../../lib/language/locales.ts';
import { argumentsOf, type Messages, messagesIn, wordValuesSource } from '../../scripts/words.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const english = messagesIn(at('locales/en'));
const keys = Object.keys(english);

const sources = ['components', 'entrypoints', 'lib', 'wxt.config.ts'].flatMap((path) =>
  path.endsWith('.ts')
    ? [readFileSync(at(path), 'utf8')]
    : readdirSync(at(path), { recursive: true, withFileTypes: true })
        .filter(({ name }) => /\.tsx?$/.test(name) && name !== 'word-values.ts')
        .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')),
);

/** Keys that code names whole, and patterns of those that it puts together: `skill.facet.${facet}.all`. */
const named = new Set(
  sources.flatMap((text) => [...text.matchAll(/['"`]([a-z][\w-]*\.[\w.-]+)['"`]/gi)].map(([, key]) => key)),
);
const patterns = sources
  .flatMap((text) => [...text.matchAll(/`([a-z][\w-]*\.[^`\s]*\$\{[^`\s]*)`/gi)].map(([, key = '']) => key))
  .map(
    (key) =>
      new RegExp(
        `^${key
          .split(/\$\{[^}]*\}/)
          .map(escaped)
          .join('[\\w-]+')}$`,
      ),
  );

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

describe('the messages of the screens', () => {
  it('are written down with their values as the code is checked against them', () => {
    expect(readFileSync(at('lib/language/word-values.ts'), 'utf8')).toBe(wordValuesSource(english));
  });

  it('are each used somewhere', () => {
    // The manifest's are the browser's; sentences.test.ts looks for those that code has as sentences.
    const isElsewhere = (key: string) => /^(manifest|problem|warning|loss)\./.test(key);
    const unused = keys.filter(
      (key) => !named.has(key) && !isElsewhere(key) && !patterns.some((pattern) => pattern.test(key)),
    );
    expect(unused).toEqual([]);
  });

  it('stand in one folder for each language that the screens speak, and in no other', () => {
    expect(readdirSync(at('locales')).sort()).toEqual([...locales].sort());
  });

  it('hold no text that Chrome would take for a placeholder', () => {
    for (const [key, message] of Object.entries(english)) expect(message, key).not.toMatch(/\$\w+\$|\$\d/);
  });
});

describe.each(locales.map(String).filter((locale) => locale !== 'en'))('the messages in %s', (locale) => {
  const messages: Messages = messagesIn(at(`locales/${locale}`));

  it('are those of English, none missing and none over', () => {
    expect(Object.keys(messages).sort()).toEqual(keys.toSorted());
  });

  it('take the same values', () => {
    for (const key of keys) {
      expect([...argumentsOf(messages[key] ?? '').keys()].sort(), key).toEqual(
        [...argumentsOf(english[key] ?? '').keys()].sort(),
      );
    }
  });

  it('have a case for each plural of the language', () => {
    const categories = new Intl.PluralRules(locale.replace('_', '-')).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(messages)) {
      for (const [, cases = ''] of message.matchAll(/\{\w+, plural,((?:[^{}]|\{[^{}]*\})*)\}/g)) {
        for (const category of categories) expect(cases, `${key} lacks "${category}"`).toContain(`${category} {`);
      }
    }
  });
});
