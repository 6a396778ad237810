import type { Result } from '../../lib/domain/problem.ts';
import { K532 } from '../../lib/domain/problems.ts';
import type { SigningRequests } from '../../lib/messaging/signing-client.ts';

/** The largest credential or signature that is read, in bytes. */
const largest = 20_000_000;

/** The file name's end that Plumbline gives to a signature beside a file. */
export const signatureEnding = '.signature.json';

/** What to check of the files that were chosen: one by itself, or one by the signature beside it. K532 for all else. */
export async function chosenToCheck(files: readonly File[]): Promise<Result<SigningRequests['verify']>> {
  const [one, other] = files;
  if (!one || files.length > 2 || files.some(({ size }) => size > largest)) return unclear;
  if (!other) return { ok: true, value: { text: await one.text() } };
  const signature = [one, other].find(({ name }) => name.endsWith(signatureEnding));
  if (!signature) return unclear;
  const beside = signature === one ? other : one;
  return { ok: true, value: { text: await signature.text(), beside: new Uint8Array(await beside.arrayBuffer()) } };
}

const unclear: Result<never> = { ok: false, problem: K532({ ending: signatureEnding }) };
