import { addressesOf, type Registry, type RegistryKind } from '../../lib/domain/registry.ts';
import { typedAddress } from '../../lib/domain/web-address.ts';
import { kindWords } from './kind-words.ts';

/** What a registry is told besides its address, as a person types it. */
export type AccessForm = {
  token: string;
  tokenAddress: string;
  clientId: string;
  secret: string;
  scope: string;
  language: string;
  version: string;
};

/** A form with nothing but what the kind itself gives. */
export function blankAccess(kind: RegistryKind): AccessForm {
  const { tokenAddress = '', scope = '' } = kindWords[kind].credentials ?? {};
  return { token: '', tokenAddress, clientId: '', secret: '', scope, language: '', version: '' };
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
