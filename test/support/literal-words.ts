import { parseAst, transformWithEsbuild } from 'vite';

/** A text that stands in the code of a screen, and where: in an element, in an attribute, in a table of words. */
export type LiteralWords = { text: string; where: string };

type Node = { type: string } & Readonly<Record<string, unknown>>;

/** What a person reads or hears of an element, or of a component of ours that hands it on. */
const spoken = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'gloss',
  'help',
  'hint',
  'label',
  'placeholder',
  'title',
]);

/** What is called to tell a person something. */
const telling = new Set(['onSay', 'say', 'setSaid', 'setTold', 'setAnswer']);

/** Wherever it stands: a capital, and words after it. */
const isSentence = (text: string) => /^\s*\p{Lu}\S*\s+\p{Ll}/u.test(text);

/** Ways to write a number, a time or a list that ask the browser which language it speaks, or a language that is named. */
const formatting = /^to(Locale(Date|Time)?String|LocaleUpperCase|LocaleLowerCase)$/;

/**
 * Whatever stands written in a screen's source to be read by people: text of elements, literals that become such text
 * whichever way, names and explanations, what live regions are told; and numbers or times that are formatted by hand.
 */
export async function literalWords(source: string, path = 'screen.tsx'): Promise<LiteralWords[]> {
  const { code } = await transformWithEsbuild(source, path, {
    jsx: 'preserve',
    target: 'esnext',
    sourcemap: false,
    tsconfigRaw: {},
  });
  const found: LiteralWords[] = [];
  const take = (where: string, texts: readonly string[]) => {
    for (const text of texts) if (/\p{L}/u.test(text)) found.push({ text: text.replace(/\s+/g, ' ').trim(), where });
  };
  for (const node of nodesIn(parseAst(code, { jsx: true }) as unknown as Node)) {
    if (node.type === 'JSXText') take('element', [String(node.value)]);
    else if (node.type === 'JSXElement' || node.type === 'JSXFragment') {
      take('element', childLiterals(node));
      take('formatted by hand', childNumbers(node));
    } else if (node.type === 'JSXAttribute' && spoken.has(nameOf(node.name)))
      take(nameOf(node.name), textsOf(node.value));
    else if (node.type === 'Property' && spoken.has(nameOf(node.key))) take(nameOf(node.key), textsOf(node.value));
    else if (node.type === 'CallExpression') {
      const name = nameOf(node.callee);
      if (telling.has(name)) take(name, nodesOf(node.arguments).flatMap(textsOf));
      if (formatting.test(name)) take('formatted by hand', [name]);
    } else if (node.type === 'NewExpression' && objectOf(node.callee) === 'Intl') take('formatted by hand', ['Intl']);
    else if (node.type === 'Literal' || node.type === 'TemplateLiteral')
      take('sentence', textsOf(node).filter(isSentence));
  }
  return found;
}

/** Every node below one, itself included, but for what stands in the language of keyboards and machines. */
function* nodesIn(node: Node): Generator<Node> {
  if (node.type === 'JSXElement' && ['kbd', 'code'].includes(elementOf(node))) return;
  yield node;
  for (const value of Object.values(node)) for (const child of nodesOf(value)) yield* nodesIn(child);
}

function nodesOf(value: unknown): Node[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all.filter((one): one is Node => one instanceof Object && 'type' in one && typeof one.type === 'string');
}

function childLiterals(element: Node): string[] {
  return nodesOf(element.children)
    .filter(({ type }) => type === 'JSXExpressionContainer')
    .flatMap(textsOf);
}

/** Numbers that stand in an element as they are, known by what they are called. */
function childNumbers(element: Node): string[] {
  return nodesOf(element.children)
    .flatMap(({ expression }) => nodesOf(expression))
    .filter(({ type }) => type === 'Identifier' || type === 'MemberExpression')
    .map(nameOf)
    .filter((name) => /^(count|length|number|size|total)s?$/i.test(name));
}

/** The literals that an expression may come to, through choices, joints and functions without arguments; not what calls are given. */
function textsOf(value: unknown): string[] {
  return nodesOf(value).flatMap((node): string[] => {
    switch (node.type) {
      case 'Literal':
        return typeof node.value === 'string' ? [node.value] : [];
      case 'TemplateLiteral':
        return nodesOf(node.quasis).map(({ value }) => String((value as { raw: unknown }).raw));
      case 'ConditionalExpression':
        return [node.consequent, node.alternate].flatMap(textsOf);
      case 'LogicalExpression':
      case 'BinaryExpression':
        return ['&&', '||', '??', '+'].includes(String(node.operator)) ? [node.left, node.right].flatMap(textsOf) : [];
      case 'JSXExpressionContainer':
        return textsOf(node.expression);
      case 'ArrowFunctionExpression':
        return textsOf(node.body);
      default:
        return [];
    }
  });
}

function elementOf({ openingElement }: Node): string {
  const [opening] = nodesOf(openingElement);
  return nameOf(opening?.name);
}

function nameOf(value: unknown): string {
  const [node] = nodesOf(value);
  if (node?.type === 'MemberExpression') return nameOf(node.property);
  return String(node?.name ?? node?.value ?? '');
}

function objectOf(value: unknown): string {
  const [node] = nodesOf(value);
  return node?.type === 'MemberExpression' ? nameOf(node.object) : '';
}
