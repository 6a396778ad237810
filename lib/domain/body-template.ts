import { firstNonJson } from './json-place.ts';
import type { Problem } from './problem.ts';
import { R306Empty, R306Json, R306Text, R306Unknown } from './problems.ts';

/** What a template's placeholders stand for. */
export type TemplateValues = {
  /** What the format writes, as it stands. */
  content: string;
  /** The page's address. */
  address: string;
  /** The page's title. */
  title: string;
  /** The alignment's id, the same for good. */
  id: string;
  /** The alignment's revision, larger with each change. */
  revision: string;
};

/** The names of placeholders. `contentJson` is `content` as the inside of a JSON string. */
export const placeholders = ['content', 'contentJson', 'address', 'title', 'id', 'revision'] as const;

type Placeholder = (typeof placeholders)[number];

const anyPlaceholder = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** The media type of a body around which a template stands, where no header says another. */
export const templateMediaType = 'application/json';

/**
 * The body that a template makes. Titles and addresses are escaped as its media type needs it, so that no page's words can
 * become more than words there; `content` alone stands as it is.
 */
export function filled(template: string, values: TemplateValues, mediaType: string): string {
  const escaped = escapeOf(mediaType);
  return template.replace(anyPlaceholder, (whole, name: string) => {
    if (!isPlaceholder(name)) return whole;
    if (name === 'content') return values.content;
    return name === 'contentJson' ? inJson(values.content) : escaped(values[name]);
  });
}

/**
 * What is wrong with a template (R306); undefined where nothing is. `mediaType` is of the whole body,
 * `contentIsJson` says whether what the format writes is JSON.
 */
export function templateFault(template: string, mediaType: string, contentIsJson: boolean): Problem | undefined {
  for (const [whole, name = ''] of template.matchAll(anyPlaceholder))
    if (!isPlaceholder(name)) return R306Unknown({ placeholder: whole.slice(0, 60), known });
  if (!/\{\{\s*content(Json)?\s*\}\}/.test(template)) return R306Empty({ content, contentJson });
  if (!isJsonType(mediaType)) return undefined;
  // As long as what they stand for here, so that the place is the place in the template.
  const written = contentIsJson ? '{"a":"b"}' : '~"';
  const sample = template.replace(anyPlaceholder, (whole, name: string) =>
    (name === 'content' ? written : '').padEnd(whole.length, name === 'content' ? ' ' : 'x'),
  );
  const place = firstNonJson(sample);
  if (!place) return undefined;
  const { line, column } = place;
  return contentIsJson
    ? R306Json({ line, column, content })
    : R306Text({ line, column, contentJson: `"${contentJson}"` });
}

/** Whether a media type is of JSON (RFC 6839, section 3.1). */
export function isJsonType(mediaType: string): boolean {
  return /^[\w.+-]+\/([\w.+-]+\+)?json\s*(;|$)/i.test(mediaType);
}

const known = placeholders.map((name) => `{{${name}}}`).join(', ');

const [content, contentJson] = ['{{content}}', '{{contentJson}}'];

function isPlaceholder(name: string): name is Placeholder {
  return (placeholders as readonly string[]).includes(name);
}

function escapeOf(mediaType: string): (text: string) => string {
  if (isJsonType(mediaType)) return inJson;
  if (/^\s*application\/x-www-form-urlencoded/i.test(mediaType)) return inForm;
  return /[/+](xml|html)\s*(;|$)/i.test(mediaType) ? inMarkup : (text) => text;
}

/** A text as the inside of a JSON string; halves of surrogate pairs are escaped, too. */
function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** https://url.spec.whatwg.org/#urlencoded-serializing, without the name. */
function inForm(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function inMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
