import { ProblemError } from '../domain/problem.ts';
import { I460, I464, I465 } from '../domain/problems.ts';
import type { DocumentSource } from '../skill-documents/skill-document.ts';

/** The most bytes of a list of pages, unpacked: it is parsed as a whole, in a page. */
export const largestSource = 30_000_000;

const megabytes = (bytes: number) => Math.round(bytes / 100_000) / 10;

/**
 * A source as it is inside: unpacked where it begins as gzip does (RFC 1952), as large sitemaps are. Rejects with I464 where
 * it is damaged or unpacks to more than is read, and with I465 where it is larger.
 */
export async function unpacked(source: DocumentSource, limit = largestSource): Promise<DocumentSource> {
  const { name, body } = source;
  if (body.size > limit) {
    throw new ProblemError(I465({ file: name, size: megabytes(body.size), limit: megabytes(limit) }));
  }
  const [first, second] = new Uint8Array(await body.slice(0, 2).arrayBuffer());
  if (first !== 0x1f || second !== 0x8b) return source;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = body.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > limit) throw new RangeError('more than is read');
      parts.push(part.value);
    }
  } catch (cause) {
    await reader.cancel().catch(() => {});
    throw new ProblemError(I464({ file: name, limit: megabytes(limit) }), { cause });
  }
  return { ...source, name: name.replace(/\.gz$/i, ''), body: new Blob(parts) };
}

/** Whether a source begins as XML does. */
export async function beginsAsXml({ body }: DocumentSource): Promise<boolean> {
  const start = new Uint8Array(await body.slice(0, 100).arrayBuffer()).filter((byte) => byte !== 0);
  return /^(?:\uFEFF|ï»¿|ÿþ|þÿ)?\s*<[?!a-z]/i.test(new TextDecoder('latin1').decode(start));
}

/**
 * The text of XML in the encoding that it declares (XML 1.0, section 4.3.3); UTF-8 where it declares none, UTF-16 by its
 * byte order mark. Rejects with I460 where its bytes are none of that encoding, or nobody knows it.
 */
export async function xmlText({ name, body }: DocumentSource): Promise<string> {
  const bytes = new Uint8Array(await body.arrayBuffer());
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const [, declared = 'utf-8'] = /^[^<]{0,3}<\?xml[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/i.exec(start) ?? [];
  const marked = start.startsWith('ÿþ') ? 'utf-16le' : start.startsWith('þÿ') ? 'utf-16be' : declared;
  try {
    return new TextDecoder(marked, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new ProblemError(I460({ file: name }), { cause });
  }
}
