import * as z from 'zod/mini';
import { R330, R331, statusUnknownClient } from '../domain/problems.ts';
import type { ClientCredentials } from '../domain/registry.ts';
import { hostOf } from '../domain/web-address.ts';
import type { Connection } from './adapter.ts';
import type { Explanations, StatusWords } from './failures.ts';
import { type Ask, askJson } from './http.ts';
import { RegistryError } from './registry-error.ts';

/** An access token and how long it is good for. */
export type AccessToken = {
  token: string;
  /** Milliseconds from when it was asked for. */
  lifetime: number;
};

/** How long a token is taken to be good where its server does not say: five minutes, in milliseconds. */
const unsaidLifetime = 300_000;

/** What a token address answers (RFC 6749, section 5.1). `expires_in` comes as text, too. */
const TokenAnswer = z.object({
  access_token: z.string().check(z.minLength(1)),
  token_type: z.optional(z.string().check(z.regex(/^bearer$/i))),
  expires_in: z.catch(z.optional(z.coerce.number().check(z.positive())), undefined),
});

/**
 * Fetches an access token for a client (RFC 6749, section 4.4). Id and secret are sent in the body first, which OAuth 2.1
 * demands of every server and Lightcast and Keycloak document, and in which all servers understand any character; a
 * server that wants them in the header instead (RFC 6749, section 2.3.1; 1EdTech Security Framework) is asked again so.
 *
 * The token address need not be of the registry's origin; nothing of this request goes elsewhere. Rejects with R330
 * where it did not answer with a token and R331 where the client was refused.
 */
export async function fetchAccessToken(
  connection: Connection,
  credentials: ClientCredentials,
  secret: string,
  signal: AbortSignal,
): Promise<AccessToken> {
  const { tokenAddress } = credentials;
  const { signingKey: _key, access: _access, ...bare } = connection;
  // Told as what it is, a place of its own; the secret stands as its token, so that it is taken out of what is quoted.
  const registry = { ...connection.registry, name: hostOf(tokenAddress), address: tokenAddress };
  const desk: Connection = { ...bare, registry, token: secret };
  const asked = (ask: Pick<Ask, 'form' | 'headers'>) =>
    askJson(
      desk,
      { address: tokenAddress, method: 'POST', authorise: false, explanations, ...ask },
      TokenAnswer,
      signal,
    );
  try {
    const { body } = await asked(inBody(credentials, secret)).catch((error: unknown) => {
      if (!(error instanceof RegistryError) || error.reason !== 'unauthorised') throw error;
      return asked(inHeader(credentials, secret));
    });
    const lifetime = body.expires_in === undefined ? unsaidLifetime : body.expires_in * 1000;
    return { token: body.access_token, lifetime };
  } catch (error) {
    throw error instanceof RegistryError ? told(connection, error) : error;
  }
}

function inBody({ clientId, scope }: ClientCredentials, secret: string): Pick<Ask, 'form'> {
  const client = { client_id: clientId, client_secret: secret };
  return { form: new URLSearchParams({ ...grant, ...client, ...(scope && { scope }) }) };
}

function inHeader({ clientId, scope }: ClientCredentials, secret: string): Pick<Ask, 'form' | 'headers'> {
  const authorization = `Basic ${btoa(`${formEncoded(clientId)}:${formEncoded(secret)}`)}`;
  return { form: new URLSearchParams({ ...grant, ...(scope && { scope }) }), headers: { authorization } };
}

const grant = { grant_type: 'client_credentials' } as const;

/** A text as `application/x-www-form-urlencoded` has it, which RFC 6749, section 2.3.1, wants before base64. */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

/** What a server says that does not know the client, or does not find it where it looks (RFC 6749, section 5.2). */
const unknownClient: StatusWords = (name, body) =>
  /invalid_client|invalid_request|unauthorized_client/.test(body)
    ? { reason: 'unauthorised', ...statusUnknownClient({ name }) }
    : undefined;

const explanations: Explanations = new Map([[400, unknownClient]]);

/** The error as a failure of the registry that the access is for. */
function told({ registry }: Connection, error: RegistryError): RegistryError {
  const refused = error.reason === 'unauthorised' || error.reason === 'refused';
  const { code: _code, advice: _advice, ...sentence } = error.problem;
  const problem = (refused ? R331 : R330)({ sentence, name: registry.name });
  return new RegistryError(registry, error.reason, problem, error.retryAfter, { cause: error });
}
