import type { Connection } from './adapter.ts';

/** The most of a registry's own message that is shown to a person, in characters. */
const longestExcerpt = 200;

/**
 * Members in which the registries' error bodies put their message (OSMT, CASS, OpenCASE, OAuth 2.0 section 5.2, CASE,
 * Lightcast).
 */
const messageMembers = [
  ...['message', 'error_description', 'error', 'imsx_description', 'detail', 'title', 'description', 'errors'],
];

/**
 * What a registry says about its refusal, fit to stand in a sentence: its message without markup, line breaks,
 * invisible characters, keys and tokens, at most 200 characters. Empty where it answered a web page or nothing.
 */
export function serverWords(connection: Connection, body: string): string {
  const said = withoutSecrets(connection, messageIn(body.slice(0, 20_000)))
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim();
  return said.length > longestExcerpt ? `${said.slice(0, longestExcerpt - 1).trimEnd()}…` : said;
}

function messageIn(body: string): string {
  const text = body.trim();
  if (text.startsWith('<')) return '';
  if (!/^[[{"]/.test(text)) return text;
  try {
    return messageOf(JSON.parse(text), 0);
  } catch {
    return '';
  }
}

function messageOf(value: unknown, depth: number): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth > 3) return '';
  if (Array.isArray(value)) return messageOf(value[0], depth + 1);
  for (const member of messageMembers) {
    const found = Object.hasOwn(value, member) ? messageOf(Reflect.get(value, member), depth + 1) : '';
    if (found) return found;
  }
  return '';
}

/** Some registries echo what they were sent (CASS: the whole signature), so nothing key-like passes. */
function withoutSecrets({ token, signingKey }: Connection, text: string): string {
  const known = [token, token && encodeURIComponent(token), signingKey?.publicKeyPem].filter(
    (one) => one !== undefined,
  );
  return known
    .reduce((rest, secret) => (secret ? rest.replaceAll(secret, '…') : rest), text)
    .replace(/-----BEGIN [\s\S]*?(-----END [A-Z ]+-----|$)/g, '…')
    .replace(/\b(bearer|basic|apitoken)\s+[^\s"',;]+/gi, '$1 …')
    .replace(/[\w+/=.~-]{32,}/g, '…');
}
