import type { ContextDefinition } from 'jsonld';
import { contextAt } from './contexts/index.ts';

/** Our own scheme keeps these apart, in the processor's shared cache, from the same contexts loaded by anybody else. */
const scheme = 'plumbline-context:';

/** The address under which the processor gets our context in place of the one that a document names. */
export function localAddress(address: string): string {
  return scheme + encodeURIComponent(address.trim());
}

/**
 * The processor's document loader (JSON-LD 1.1 API, section 9.4): hands out our own contexts and nothing else. It never
 * opens a connection; an address that is not ours is an error.
 */
export async function loadContext(address: string) {
  const context = address.startsWith(scheme) && contextAt(decodeURIComponent(address.slice(scheme.length)));
  if (!context) throw new Error(`not a context of ours: ${address}`);
  return {
    contextUrl: undefined,
    documentUrl: address,
    document: { '@context': context as ContextDefinition },
    tag: 'static',
  };
}
