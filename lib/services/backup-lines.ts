import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { cutShort, tooLarge } from './backup-problems.ts';

/** Lines of a backup as they are read: all between are handed out in order, the last one with the digest of all before it. */
export type LinesRead = { lines: string[] } | { last: string; sha256: string };

/** The longest line that is read, in bytes. The longest that is written is an act upon a whole library. */
const longestLine = 256_000_000;

/** The most that is unpacked, in bytes: a few kilobytes of gzip can hold gigabytes. */
const mostBytes = 2_000_000_000;

const newLine = 10;

/**
 * Reads a backup line by line, packed or not, without ever holding it whole. Rejects with B702 where it is cut short or
 * cannot be unpacked, and with B706 where it is larger than is read.
 */
export async function* readLines(
  file: Blob,
  hear: (progress: { done: number; total: number }) => void,
  signal: AbortSignal,
): AsyncGenerator<LinesRead> {
  const hash = sha256.create();
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  // The last whole line and what follows it: only once another line is whole is it known not to be the last.
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let heldLines = 0;
  let done = 0;
  for await (const bytes of unpacked(file, signal)) {
    done += bytes.length;
    heldBytes += bytes.length;
    held.push(bytes);
    if (done > mostBytes || heldBytes > longestLine) throw tooLarge();
    heldLines += countOf(bytes, newLine);
    if (heldLines < 2) continue;
    const joined = joinedBytes(held, heldBytes);
    const from = joined.lastIndexOf(newLine, joined.lastIndexOf(newLine) - 1) + 1;
    const settled = joined.subarray(0, from);
    hash.update(settled);
    held = [joined.subarray(from)];
    heldBytes -= from;
    heldLines = 1;
    yield { lines: textOf(settled, decoder).slice(0, -1).split('\n') };
    hear({ done, total: file.size });
  }
  const last = textOf(joinedBytes(held, heldBytes), decoder);
  if (!last.endsWith('\n')) throw cutShort();
  yield { last: last.slice(0, -1), sha256: bytesToHex(hash.digest()) };
}

/** Whether a file begins as gzip does (RFC 1952, section 2.3.1). */
export async function isPacked(file: Blob): Promise<boolean> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  return first === 0x1f && second === 0x8b;
}

/** The bytes of a file, unpacked where it is packed. */
async function* unpacked(file: Blob, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const stream = (await isPacked(file)) ? file.stream().pipeThrough(new DecompressionStream('gzip')) : file.stream();
  const reader = stream.getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const read = await reader.read().catch((cause: unknown) => {
        throw cutShort(cause);
      });
      if (read.done) return;
      yield read.value;
    }
  } finally {
    // Whoever left early needs the rest no more; that it cannot be cancelled is no news then.
    await reader.cancel().catch(() => {});
  }
}

function textOf(bytes: Uint8Array, decoder: TextDecoder): string {
  try {
    return decoder.decode(bytes);
  } catch (cause) {
    throw cutShort(cause);
  }
}

function joinedBytes(parts: readonly Uint8Array[], length: number): Uint8Array {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function countOf(bytes: Uint8Array, byte: number): number {
  let count = 0;
  for (let at = bytes.indexOf(byte); at !== -1 && count < 2; at = bytes.indexOf(byte, at + 1)) count += 1;
  return count;
}
