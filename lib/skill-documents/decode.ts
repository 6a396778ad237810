import { I401Bytes, I401OldWorkbook, I401Packed, I401Pdf, I401Workbook } from '../domain/problems.ts';
import { notText, tooLarge, wrongEncoding } from './document-problem.ts';
import type { DocumentSource } from './skill-document.ts';

/** How many bytes of a document recognising looks at. */
export const sampleBytes = 64 * 1024;

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** Byte order marks (Unicode 16, section 23.8) of what is read. */
const marks: readonly [Encoding, readonly number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** First bytes of what people take for a table or for data and is neither. */
const signatures = [
  { bytes: [0x50, 0x4b, 3, 4], made: I401Workbook },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], made: I401OldWorkbook },
  { bytes: [0x25, 0x50, 0x44, 0x46], made: I401Pdf },
  { bytes: [0x1f, 0x8b], made: I401Packed },
] as const;

/**
 * A document's text, piece by piece, without a byte order mark. UTF-8, and UTF-16 with a byte order mark, are read.
 * Rejects with the signal's reason, and with I401 or I402 for bytes that are no text or in another encoding.
 */
export async function* decoded({ name, body }: DocumentSource, signal?: AbortSignal): AsyncGenerator<string> {
  signal?.throwIfAborted();
  const decode = decoderOf(name, await bytesOf(body.slice(0, sampleBytes)));
  const reader = body.stream().getReader();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      signal?.throwIfAborted();
      yield decode(part.value, true);
    }
    signal?.throwIfAborted();
    yield decode(new Uint8Array(), false);
  } finally {
    await reader.cancel();
  }
}

/**
 * A document's whole text. Rejects as `decoded` does, and with I403 where the document has more bytes than `limit`; `of`
 * names in that problem what has the limit.
 */
export async function decodedText(
  source: DocumentSource,
  { limit, of, signal }: { limit: number; of: string; signal?: AbortSignal },
): Promise<string> {
  if (source.body.size > limit) throw tooLarge(source.name, source.body.size, limit, of);
  const pieces: string[] = [];
  for await (const piece of decoded(source, signal)) pieces.push(piece);
  return pieces.join('');
}

/** The first 64 KiB of a document as text, without a byte order mark and without half a character at the end. */
export async function beginningOf({ name, body }: DocumentSource): Promise<string> {
  const bytes = await bytesOf(body.slice(0, sampleBytes));
  return decoderOf(name, bytes)(bytes, true);
}

/** A function that decodes pieces of one document; `more` says whether others follow. */
function decoderOf(name: string, start: Uint8Array): (bytes: Uint8Array, more: boolean) => string {
  const signature = signatures.find(({ bytes }) => beginsWith(start, bytes));
  if (signature) throw notText(name, signature.made);
  const [encoding] = marks.find(([, bytes]) => beginsWith(start, bytes)) ?? ['utf-8' as const];
  // No text has this character, but UTF-16 without a mark, UTF-32 and binary data do.
  const mayHoldNul = encoding !== 'utf-8' && !beginsWith(start.subarray(2), [0, 0]);
  if (!mayHoldNul && start.includes(0)) throw isHalfNul(start) ? wrongEncoding(name) : notText(name, I401Bytes);
  const decoder = new TextDecoder(encoding, { fatal: true });
  return (bytes, more) => {
    try {
      return decoder.decode(bytes, { stream: more });
    } catch {
      throw wrongEncoding(name);
    }
  };
}

/** Whether about every second byte is 0, as in Latin letters of UTF-16, or more, as in those of UTF-32. */
function isHalfNul(bytes: Uint8Array): boolean {
  const zeros = bytes.reduce((count, byte) => count + (byte === 0 ? 1 : 0), 0);
  return zeros > bytes.length * 0.3;
}

function beginsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, at) => bytes[at] === byte);
}

async function bytesOf(body: Blob): Promise<Uint8Array> {
  return new Uint8Array(await body.arrayBuffer());
}
