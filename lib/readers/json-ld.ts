import type { ReadDocument } from '../domain/page-reading.ts';
import { type Page, words } from './page.ts';

/** Caps on JSON-LD: more is skipped with a warning, and the rest is read. Depth is capped where it is expanded. */
export const jsonLdCaps = {
  /** Characters in one script. */
  script: 1_000_000,
  /** Characters in all scripts of a page. */
  page: 5_000_000,
  /** Scripts in a page. */
  scripts: 1_000,
};

/** What this reader looks for. */
export const jsonLdSelector = 'script[type*="ld+json" i]';

/**
 * Reads a page's JSON-LD: the text of each script, to be expanded elsewhere. Slips that real pages make are mended with
 * a warning (see `mend`); what is no JSON even so, or over a cap, is left out with one that names the script.
 */
export function readJsonLd(page: Page): ReadDocument[] {
  const scripts = jsonLdScripts(page);
  let room = jsonLdCaps.page;
  return scripts.slice(0, jsonLdCaps.scripts + 1).map((script, index) => {
    const where = `script ${index + 1}`;
    // Not made in lib/domain/warnings.ts: each letter that is injected counts. A test holds these to the messages, which
    // are told by code, and by where: `script 2`.
    const document = (code: string, what: string, text?: string): ReadDocument => ({
      syntax: 'json-ld',
      text,
      warnings: [{ code, message: `JSON-LD ${where} is ${what} and was ${text ? 'mended' : 'left out'}.`, where }],
    });
    if (index === jsonLdCaps.scripts) return document('json-ld-too-many', 'one too many');
    const text = page.text(script);
    if (text.length > Math.min(room, jsonLdCaps.script)) return document('json-ld-too-large', 'too large');
    room -= text.length;
    if (isJson(text)) return { syntax: 'json-ld', text, warnings: [] };
    const mended = mend(text);
    return isJson(mended)
      ? document('json-ld-mended', 'no proper JSON', mended)
      : document('json-ld-malformed', 'no JSON');
  });
}

function jsonLdScripts(page: Page): Element[] {
  return page.having('type').filter((element) => isJsonLd(page, element));
}

/** Whether an element is a script of JSON-LD's media type, whatever the type's case and parameters. */
function isJsonLd({ attribute, name }: Page, element: Element): boolean {
  return name(element) === 'script' && /^\s*application\/ld\+json\s*(;|$)/i.test(attribute(element, 'type') ?? '');
}

/** A string, which is kept, or what has no place in JSON. Linear: each alternative consumes what it looks at. */
const slips =
  /("(?:\\[\s\S]?|[^"\\])*(?:"|$))|(?:\/\/\s*)?(?:<!\[CDATA\[|\]\]>)|<!--[^{[<>]*-->|<!--|-->|\/\/[^\n]*|\/\*[^*]*(?:\*(?!\/)[^*]*)*(?:\*\/|$)|,(?=\s*[}\]])|[^\t\n\r -:<-~]/g;

/**
 * Makes JSON of what pages write for it: drops comments, CDATA and HTML comment marks, semicolons, trailing commas,
 * and control characters, byte order marks and all others between values that are not ASCII; escapes control characters
 * inside strings.
 */
export function mend(text: string): string {
  const mendOnce = (slipped: string) =>
    slipped.replace(slips, (_, string?: string) => string?.replace(/[^ -\uffff]/g, escaped) ?? '');
  // Once more for the commas that were followed by a comment.
  return mendOnce(mendOnce(text));
}

/** Error codes of the JSON-LD API that concern HTML (https://www.w3.org/TR/json-ld11-api/#jsonlderrorcode). */
export type ScriptErrorCode = 'loading document failed' | 'invalid script element';

/** A page from which JSON-LD cannot be taken as the specification wants it. */
export class ScriptError extends Error {
  override name = 'ScriptError';
  constructor(
    readonly code: ScriptErrorCode,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${reason}`, options);
  }
}

/**
 * Takes JSON-LD out of a page by the letter (JSON-LD 1.1 API, section 10.3 "Process HTML"), mending nothing: the script
 * that the address's fragment names, else all scripts in one array, else the first.
 * Throws ScriptError where there is none (`extractAll` apart), or where one is no JSON.
 */
export function extractJsonLd(page: Page, options: { url: string; extractAll?: boolean; profile?: string }): unknown {
  const fragment = /#(.+)/s.exec(options.url)?.[1];
  if (fragment !== undefined) {
    const element = page.byId(decodeURIComponent(fragment));
    if (!element || !isJsonLd(page, element))
      throw new ScriptError('loading document failed', `no JSON-LD script has the id ${fragment}`);
    return parseScript(page, element);
  }
  const scripts = jsonLdScripts(page);
  if (options.extractAll) return scripts.flatMap((script) => parseScript(page, script));
  const wanted = scripts.find((script) => hasProfile(page.attribute(script, 'type'), options.profile)) ?? scripts[0];
  if (!wanted) throw new ScriptError('loading document failed', 'the page has no JSON-LD script');
  return parseScript(page, wanted);
}

function hasProfile(type: string | null, profile: string | undefined): boolean {
  const given = /;\s*profile\s*=\s*"?([^";]*)/i.exec(type ?? '')?.[1];
  return profile === undefined || words(given).includes(profile);
}

function parseScript(page: Page, script: Element): unknown {
  try {
    return JSON.parse(page.text(script));
  } catch (cause) {
    throw new ScriptError('invalid script element', 'its text is no JSON', { cause });
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function escaped(character: string): string {
  return JSON.stringify(character).slice(1, -1);
}
