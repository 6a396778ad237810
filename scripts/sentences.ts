import { createRequire } from 'node:module';
import { argumentsOf, type Messages } from './words.ts';

const { parse } = createRequire(import.meta.url)('@messageformat/parser') as typeof import('@messageformat/parser');

type Cases = Extract<ReturnType<typeof parse>[number], { cases: unknown }>['cases'];
type Tokens = readonly Cases[number]['tokens'][number][];

/** What is written for one key: a value, or a function that makes it of what the messages have to be told. */
type Maker = { key: string; type: string; code?: string | undefined; message: string; advice?: string | undefined };

/** The modules of problems, by the letter of their codes; what has no code belongs to answers of registries, or to all. */
const problemRooms = {
  pages: /^P/,
  store: /^S/,
  registries: /^(R|status-)/,
  documents: /^I/,
  keys: /^K/,
  formats: /^F/,
  backups: /^B/,
  messages: /^M/,
  around: /^with-/,
} as const;

/**
 * The TypeScript sources of `lib/domain/problems/`: what makes each problem of `locales/en/problem.json`, with its English
 * sentences. Its code stands in front of its key: `R310-secure` is a case of R310. A key without a code makes the
 * sentences alone. They are several modules so that a page does not load what only the background can say; `index` is
 * `lib/domain/problems.ts`, which hands out all.
 */
export function problemsSources(messages: Messages): { index: string; rooms: Readonly<Record<string, string>> } {
  const keys = Object.keys(messages).filter((key) => !key.endsWith('.advice'));
  const makers = keys.map((key): Maker => {
    const [code] = /^[A-Z]\d{3}\b/.exec(key) ?? [];
    const type = code ? 'Problem' : "Omit<Problem, 'code'>";
    return { key, type, code, message: messages[key] ?? '', advice: messages[`${key}.advice`] };
  });
  const rooms = Object.entries(problemRooms).map(([room, known]) => {
    const own = makers.filter(({ key }) => known.test(key));
    return [room, moduleOf('problem', "import type { Problem } from '../problem.ts';", own, '../')];
  });
  const lines = Object.keys(problemRooms)
    .sort()
    .map((room) => `export * from './problems/${room}.ts';\n`);
  return { index: `${beginning('problem')}${lines.join('')}`, rooms: Object.fromEntries(rooms) };
}

/**
 * The TypeScript source of `lib/domain/warnings.ts`, from `locales/en/warning.json`. The code of a warning is its key as far
 * as a full stop: `json-ld-malformed.script` is a case of `json-ld-malformed`.
 */
export function warningsSource(messages: Messages): string {
  const makers = Object.entries(messages).map(
    ([key, message]): Maker => ({ key, type: 'Warning', code: key.split('.')[0], message }),
  );
  return moduleOf('warning', "import type { Warning } from './page-reading.ts';", makers);
}

/** The TypeScript source of `lib/formats/loss-words.ts`: the English sentences of `locales/en/loss.json` by their keys. */
export function lossesSource(messages: Messages): string {
  const lines = Object.entries(messages).map(([key, message]) => `  '${key}': ${JSON.stringify(message)},\n`);
  return `${beginning('loss')}
/** What a format cannot carry, by key. */
export const lossWords = {
${lines.join('')}} as const;
`;
}

function beginning(noun: string): string {
  return `// Written by "npm run words" from locales/en/${noun}.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
`;
}

function moduleOf(noun: string, typeImport: string, makers: readonly Maker[], up = './'): string {
  const made = makers.map((maker) => exportOf(noun, maker)).join('\n');
  const used = ['caseIn', 'countIn', 'numberIn'].filter((name) => made.includes(`${name}(`));
  const imports = [
    ...(used.length > 0 ? [`import { ${used.join(', ')} } from '${up}english.ts';`] : []),
    typeImport,
    ...(made.includes(': Sentence') ? [`import type { Sentence } from '${up}sentence.ts';`] : []),
  ];
  return `${beginning(noun)}${imports.join('\n')}

${made}`;
}

function exportOf(noun: string, { key, type, code, message, advice }: Maker): string {
  const values = valuesOf(message, advice ?? '');
  const members = [
    ...(code ? [`code: '${code}'`] : []),
    `message: ${english(message)}`,
    ...(advice ? [`advice: ${english(advice)}`] : []),
    // The code of a warning tells its key.
    ...(key === code && noun === 'warning' ? [] : [`key: '${noun}.${key}'`]),
    ...(values ? ['values'] : []),
  ];
  const body = `{\n${members.map((member) => `  ${member},\n`).join('')}}`;
  const name = key.replace(/[-.](\w)/g, (_, letter: string) => letter.toUpperCase());
  const declared = `/** ${message.replaceAll('*/', '* /')} */\nexport const ${name}`;
  return values ? `${declared} = (values: ${values}): ${type} => (${body});\n` : `${declared}: ${type} = ${body};\n`;
}

/** What messages have to be told, as a type; undefined for nothing. An argument called `sentence` is one. */
function valuesOf(...messages: string[]): string | undefined {
  const values = messages.flatMap((message) => [...argumentsOf(message)]);
  if (values.length === 0) return undefined;
  const members = [...new Map(values)].map(([name, type]) => `${name}: ${name === 'sentence' ? 'Sentence' : type}`);
  return `{ ${members.join('; ')} }`;
}

/** A message as an expression that makes its English text. */
function english(message: string): string {
  const tokens = parse(message, { strict: true });
  const [first, ...more] = tokens;
  return first?.type === 'content' && more.length === 0 ? JSON.stringify(first.value) : template(tokens);
}

/** Tokens as a template literal; `counted` is the argument that a `#` among them stands for. */
function template(tokens: Tokens, counted = ''): string {
  return `\`${tokens.map((token) => partOf(token, counted)).join('')}\``;
}

function partOf(token: Tokens[number], counted: string): string {
  if (token.type === 'content') return token.value.replace(/[`\\]|\$(?=\{)/g, '\\$&');
  if (token.type === 'octothorpe') return `\${numberIn(values.${counted})}`;
  const value = `values.${token.arg}`;
  if (token.type === 'plural') return `\${countIn(${value}, ${casesOf(token.cases, token.arg)})}`;
  if (token.type === 'select') return `\${caseIn(${value}, ${casesOf(token.cases, counted)})}`;
  if (token.type === 'function' && token.key === 'number') return `\${numberIn(${value})}`;
  if (token.type === 'argument') return `\${${token.arg === 'sentence' ? `${value}.message` : value}}`;
  throw new Error(`No sentence of a problem can have "${token.type}" in it.`);
}

function casesOf(cases: Cases, counted: string): string {
  return `{ ${cases.map(({ key, tokens }) => `${key}: ${template(tokens, counted)}`).join(', ')} }`;
}
