import { beginningOf, decodedText } from './decode.ts';
import { brokenJson, empty, webPage } from './document-problem.ts';
import type { DocumentSource, Sample } from './skill-document.ts';

/** Bytes of the longest JSON document that is read. All of it has to stand in memory at once, several times as large. */
export const largestJson = 60_000_000;

/**
 * The sample of a document by which its kind is recognised. Rejects with a ProblemError where nothing could be read
 * whatever the kind: I400 empty, I401 binary, I402 another encoding, I404 a web page.
 */
export async function sampleOf(source: DocumentSource, signal?: AbortSignal): Promise<Sample> {
  signal?.throwIfAborted();
  const text = await beginningOf(source);
  if (text.trim() === '') throw empty(source.name);
  if (isWebPage(text)) throw webPage(source.name);
  let parsed: Promise<unknown> | undefined;
  return {
    name: source.name,
    text,
    json() {
      parsed ??= jsonOf(source, signal);
      return parsed;
    },
  };
}

/** Whether a document, by its first character, is JSON with an object or a list in it. */
export function looksLikeJson({ text }: Pick<Sample, 'text'>): boolean {
  return /^\s*[{[]/.test(text);
}

/** The document as JSON. Rejects as `decodedText` does, with I403 over 60 MB, and with I405 where it is no whole JSON. */
export async function jsonOf(source: DocumentSource, signal?: AbortSignal): Promise<unknown> {
  const text = await decodedText(source, { limit: largestJson, of: 'JSON', signal });
  try {
    return JSON.parse(text);
  } catch (error) {
    const end = text.trimEnd().at(-1);
    const isCutShort = end !== (text.trimStart().startsWith('[') ? ']' : '}');
    throw brokenJson(source.name, isCutShort, error instanceof Error ? error.message : String(error));
  }
}

function isWebPage(text: string): boolean {
  const start = text.slice(0, 2000).replace(/<\?xml[^>]*>|<!--[\s\S]*?-->/g, '');
  return /^\s*<(!doctype\s+html|html|head|body)\b/i.test(start);
}
