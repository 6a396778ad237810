import { R313, R314Damaged, R314Else, R314Nothing, R314Page } from '../domain/problems.ts';
import type { Connection } from './adapter.ts';
import { failed } from './failures.ts';
import type { RegistryError } from './registry-error.ts';

/** A body as text, in UTF-8. Rejects with `too-large` (R313), and as `pieces` does. */
export async function textIn(connection: Connection, response: Response, limit: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of pieces(response, limit, () => tooLarge(connection, limit)))
    text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

/** A body as the bytes that came. Rejects with `too-large` (R313), and as `pieces` does. */
export async function blobIn(connection: Connection, response: Response, limit: number): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces(response, limit, () => tooLarge(connection, limit))) parts.push(piece);
  return new Blob(parts, { type: response.headers.get('content-type') ?? '' });
}

/**
 * Reads a body piece by piece, so that one with more bytes than `limit` is dropped there and never stands in memory.
 * Rejects with `tooLarge` then, and as the stream does where the line breaks.
 */
export async function* pieces(
  response: Response,
  limit: number,
  tooLarge: () => Error,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const reader = response.body?.getReader();
  if (!reader) return;
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw tooLarge();
    }
    yield piece.value;
  }
}

/** The error of an answer that is not what an interface of this kind answers (R314), saying what it is instead. */
export function notData(connection: Connection, body: string): RegistryError {
  const { name } = connection.registry;
  return failed(connection, { reason: 'not-json', ...insteadOfData(body.trimStart())({ name }) });
}

function insteadOfData(text: string) {
  if (!text) return R314Nothing;
  if (text.startsWith('<')) return R314Page;
  return /^[[{]/.test(text) ? R314Damaged : R314Else;
}

/** The error of an answer that is larger than is read (R313); `limit` in bytes. */
export function tooLarge(connection: Connection, limit: number): RegistryError {
  return failed(connection, {
    reason: 'too-large',
    ...R313({ name: connection.registry.name, megabytes: Math.round(limit / 1_000_000) }),
  });
}
