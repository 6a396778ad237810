import * as z from 'zod/mini';
import { addressesOf, type Registry, type RegistryKind } from '../../lib/domain/registry.ts';
import { typedAddress } from '../../lib/domain/web-address.ts';
import { kindWords } from './kind-words.ts';

/** What of it may be kept as a draft: nothing that opens a door. */
export const OpenAccess = z.object({
  tokenAddress: z.string(),
  clientId: z.string(),
  scope: z.string(),
  language: z.string(),
  version: z.string(),
});
export type OpenAccess = z.infer<typeof OpenAccess>;

/**
 * What a registry is told besides its address, as a person types it. Token and secret stand on the screen alone until the
 * background has them.
 */
export type AccessForm = OpenAccess & { token: string; secret: string };

/** No secret typed. */
export const noSecrets = { token: '', secret: '' };

/** A form with nothing but what the kind itself gives. */
export function blankAccess(kind: RegistryKind): AccessForm {
  const { tokenAddress = '', scope = '' } = kindWords[kind].credentials ?? {};
  return { ...noSecrets, tokenAddress, clientId: '', scope, language: '', version: '' };
}

/** A form with what is kept of a registry; its secrets are not. */
export function accessFormOf({ kind, credentials, language = '', version = '' }: Registry): AccessForm {
  return { ...blankAccess(kind), ...credentials, language, version };
}

/** What such a form asks of the background: what the kind knows and the person filled in. */
export type AccessAsked = {
  token?: string;
  credentials?: { tokenAddress: string; clientId: string; scope?: string };
  language?: string;
  version?: string;
};

/** The form as a request. A client id makes it access for a client, with the secret in place of the token. */
export function accessAsked(kind: RegistryKind, form: AccessForm): AccessAsked {
  const words = kindWords[kind];
  const client = clientIn(kind, form);
  const token = client ? form.secret : words.token && form.token;
  const { language, version } = form;
  return {
    ...(token && { token }),
    ...(client && { credentials: client }),
    ...(words.language && language && { language }),
    ...(words.version && version && { version }),
  };
}

/** The addresses of a form for which the browser has to be asked; what is none is left out. */
export function addressesIn(kind: RegistryKind, address: string, form: AccessForm): string[] {
  const credentials = clientIn(kind, form);
  const typed = typedAddress(address);
  const all = addressesOf({ address: typed ? baseLike(typed) : '', ...(credentials && { credentials }) });
  return all.map(typedAddress).flatMap((url) => (url ? [url.href] : []));
}

/** An address as a registry keeps its own: without a trailing slash. */
function baseLike({ href }: URL): string {
  return href.replace(/\/+$/, '');
}

function clientIn(kind: RegistryKind, { tokenAddress, clientId, scope }: AccessForm): AccessAsked['credentials'] {
  if (!kindWords[kind].credentials || !clientId.trim()) return undefined;
  return { tokenAddress, clientId, ...(scope.trim() && { scope }) };
}
