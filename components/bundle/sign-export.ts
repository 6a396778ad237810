import type { Exported } from '../../lib/domain/bundle.ts';
import type { Result } from '../../lib/domain/problem.ts';
import type { Signatures } from '../../lib/messaging/signing-client.ts';
import { signatureEnding } from '../identity/chosen-to-check.ts';

/** A written file as it leaves: signed inside where its format has a place for that, else with a signature beside it. */
export type SignedExport = Exported & { signature?: { text: string; fileName: string } };

/** Signs a written file with the person's key. */
export async function signExport(
  exported: Exported,
  takesProof: boolean,
  signatures: Signatures,
  signal: AbortSignal,
): Promise<Result<SignedExport>> {
  const { text, fileName, mediaType, losses } = exported;
  if (takesProof) {
    const answer = await signatures.ask('sign', { text }, signal);
    if (!answer.ok) return answer;
    // Signing puts the signer in the place of the issuer who was missing.
    return {
      ok: true,
      value: { ...exported, text: answer.value, losses: losses.filter(({ what }) => what !== 'issuer') },
    };
  }
  const bytes = new TextEncoder().encode(text);
  const answer = await signatures.ask('signFile', { bytes, name: fileName, mediaType }, signal);
  if (!answer.ok) return answer;
  return { ok: true, value: { ...exported, signature: { text: answer.value, fileName: fileName + signatureEnding } } };
}
