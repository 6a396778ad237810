import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

// Both are CommonJS; the types of the second do not follow its export.
const require = createRequire(import.meta.url);
const MessageFormat = require('@messageformat/core') as typeof import('@messageformat/core').default;
const compileModule = require('@messageformat/core/compile-module') as (
  format: InstanceType<typeof MessageFormat>,
  messages: Record<string, string>,
) => string;
const { parse } = require('@messageformat/parser') as typeof import('@messageformat/parser');

/** A locale's messages as its file has them: ICU MessageFormat by key. */
export type Messages = Record<string, string>;

const wordsFile = /\/([\w-]+)\.words$/;

/** Reads `locales/<locale>/`: a file a noun, whose name every key of it begins with. */
export function messagesIn(folder: string): Messages {
  const messages: Messages = {};
  for (const file of readdirSync(folder).sort()) {
    const own = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Messages;
    for (const [key, message] of Object.entries(own)) messages[`${file.replace('.json', '')}.${key}`] = message;
  }
  return messages;
}

/**
 * What a locale's screens say: its own messages, and English ones where it has none yet, so that a key that was added a
 * minute ago does not stop a build. A test holds that none is missing.
 */
export function spokenIn(folder: string): Messages {
  return { ...messagesIn(join(folder, '../en')), ...messagesIn(folder) };
}

/** The messages of one noun, each by what stands behind it in its key. */
export function messagesOf(messages: Messages, noun: string): Messages {
  const own = Object.entries(messages).filter(([key]) => key.startsWith(`${noun}.`));
  return Object.fromEntries(own.map(([key, message]) => [key.slice(noun.length + 1), message]));
}

/**
 * Compiles the messages of `locales/<locale>/`, imported as `locales/<locale>.words`, to a module of functions at build
 * time, so that no parser is shipped and nothing is evaluated: extension pages forbid it. `@messageformat/runtime` is what
 * remains, a few hundred bytes.
 */
export function wordsPlugin(): Plugin {
  return {
    name: 'plumbline:words',
    enforce: 'pre',
    resolveId(source, importer) {
      return wordsFile.test(source) && importer ? join(dirname(importer), source) : undefined;
    },
    load(id) {
      const [, locale] = wordsFile.exec(id) ?? [];
      if (!locale) return undefined;
      const folder = id.replace(/\.words$/, '');
      for (const from of [folder, join(folder, '../en')]) {
        for (const file of readdirSync(from)) this.addWatchFile(join(from, file));
      }
      return compiled(locale, spokenIn(folder));
    },
  };
}

function compiled(locale: string, messages: Messages): string {
  const format = new MessageFormat(locale.replace('_', '-'), { returnType: 'string', strict: true });
  return compileModule(format, messages);
}

/** What a message has to be told: each argument with its type, by ICU's own reading of it. */
export function argumentsOf(message: string): Map<string, 'number' | 'string'> {
  const found = new Map<string, 'number' | 'string'>();
  const walk = (tokens: readonly ReturnType<typeof parse>[number][]): void => {
    for (const token of tokens) {
      if (!('arg' in token)) continue;
      const isNumber = /^(plural|selectordinal)$/.test(token.type) || ('key' in token && token.key === 'number');
      if (isNumber || !found.has(token.arg)) found.set(token.arg, isNumber ? 'number' : 'string');
      // A `#` inside a case is no argument of its own.
      if ('cases' in token) for (const { tokens: inner } of token.cases) walk(inner.filter((one) => 'arg' in one));
    }
  };
  walk(parse(message, { strict: true }));
  return found;
}

/** The TypeScript source of `lib/language/word-values.ts`: every key with what it has to be told. */
export function wordValuesSource(messages: Messages): string {
  const lines = Object.entries(messages).map(([key, message]) => {
    const values = [...argumentsOf(message)].map(([name, type]) => `${name}: ${type}`);
    return `  '${key}': ${values.length > 0 ? `{ ${values.join('; ')} }` : 'Nothing'};`;
  });
  return `// Written by "npm run words" from locales/en/. Do not edit it.

/** A message that has to be told nothing. */
export type Nothing = Record<string, never>;

/** Every message by its key, with the values that it has to be told. */
export type WordValues = {
${lines.join('\n')}
};
`;
}
