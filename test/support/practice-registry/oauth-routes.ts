import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { type Incoming, json, type Reply } from './reply.ts';
import type { Side } from './side.ts';

/** How access is given out; what is absent is as it was at the start. */
export type OauthOrder = {
  /** Whether the kinds that know access demand a token that was given out here. Default false. */
  demanded?: boolean;
  /** Where the client's id and secret are looked for. Default `either`. */
  reads?: 'body' | 'header' | 'either';
  /** Seconds that a token is good for; 0: the answer does not say. Default 3600. */
  lifetime?: number;
  /** Forget every token that was given out, as a server does that is started anew. */
  revoke?: boolean;
};

/** The one client that is known. */
export const client = { id: 'harbour', secret: 'tide & time: 100%+' };

/** The token side, and what the other sides ask it. */
export type Oauth = Side & {
  /** Whether a request may pass: nothing is demanded, or it has a token that was given out. */
  admits(headers: IncomingHttpHeaders): boolean;
};

const start = { demanded: false, reads: 'either', lifetime: 3600 } as const;

/** Makes a token address, `{url}/oauth/token`, that gives out access for client credentials (RFC 6749, section 4.4). */
export function createOauth(): Oauth {
  let now: Required<Omit<OauthOrder, 'revoke'>> = start;
  const given = new Set<string>();

  function grant({ method, headers, body }: Incoming): Reply {
    if (method !== 'POST') return json({ error: 'invalid_request' }, 405);
    const form = new URLSearchParams(body.toString('utf8'));
    if (!headers['content-type']?.startsWith('application/x-www-form-urlencoded'))
      return json({ error: 'invalid_request' }, 415);
    if (form.get('grant_type') !== 'client_credentials') return json({ error: 'unsupported_grant_type' }, 400);
    if (form.get('scope') === 'none') return json({ error: 'invalid_scope', error_description: 'No such scope' }, 400);
    if (!isClient(form, headers.authorization)) return refusal();
    const token = `access-${randomUUID()}`;
    given.add(token);
    const expiry = now.lifetime > 0 ? { expires_in: now.lifetime } : {};
    return json({ access_token: token, ...expiry, token_type: 'Bearer', scope: form.get('scope') ?? '' });
  }

  function isClient(form: URLSearchParams, authorization = ''): boolean {
    const inBody = form.get('client_id') === client.id && form.get('client_secret') === client.secret;
    const [id, secret] = basic(authorization);
    const inHeader = id === client.id && secret === client.secret;
    return (now.reads !== 'header' && inBody) || (now.reads !== 'body' && inHeader);
  }

  /** As Keycloak says it where it looks for the client in the body, and as RFC 6749, section 5.2, has it elsewhere. */
  function refusal(): Reply {
    if (now.reads === 'body')
      return json(
        { error: 'unauthorized_client', error_description: 'Invalid client or Invalid client credentials' },
        400,
      );
    return json({ error: 'invalid_client' }, 401, { 'www-authenticate': 'Basic realm="practice"' });
  }

  return {
    admits: ({ authorization }) => !now.demanded || given.has((authorization ?? '').replace(/^Bearer /, '')),
    route: (incoming) => (incoming.path === '/oauth/token' ? grant(incoming) : undefined),
    order({ clear, oauth }) {
      const { revoke, ...told } = oauth ?? {};
      now = { ...(clear ? start : now), ...told };
      if (revoke) given.clear();
    },
  };
}

/** Id and secret of a Basic header: form-encoded before base64, as RFC 6749, section 2.3.1, demands. */
function basic(authorization: string): (string | undefined)[] {
  const pair = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString('utf8');
  return pair.split(':').map((part) => decodeURIComponent(part.replaceAll('+', ' ')));
}
