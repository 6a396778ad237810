import * as z from 'zod/mini';
import { statusOwnPagesOnly } from '../domain/problems.ts';
import type { Connection } from './adapter.ts';
import { type Explanations, refused } from './failures.ts';
import { type Answer, type Ask, askJson, shaped } from './http.ts';
import { RegistryError } from './registry-error.ts';

/**
 * Where OSMT's API stands under `/api/`. Version 2 and the paths without a version, which servers of before 3.0 know
 * alone, have the same shapes (wgu-opensource/osmt, api/.../RoutePaths.kt).
 */
export const osmtVersions = ['v3/', 'v2/', ''] as const;

/** One of these places. */
export type OsmtVersion = (typeof osmtVersions)[number];

/** An answer with the version that gave it, so that what belongs together is asked of one version. */
export type OsmtAnswer<Body> = Answer<Body> & { version: OsmtVersion };

/** One request below `/api/{version}`; `path` may have a query. */
export type OsmtAsk = Omit<Ask, 'address'> & { path: string };

/** OSMT's base address, without a trailing slash. */
export function osmtBase({ registry }: Connection): string {
  return registry.address.replace(/\/+$/, '');
}

/**
 * Asks under `/api/v3`, and where there is no such path under the older ones. A server that guards every path that it
 * does not know answers 401 there; that is believed only where no version says otherwise.
 */
export async function askAnyVersion<Schema extends z.ZodMiniType>(
  connection: Connection,
  ask: OsmtAsk,
  schema: Schema,
  signal: AbortSignal,
): Promise<OsmtAnswer<z.infer<Schema>>> {
  let guarded: RegistryError | undefined;
  for (const version of osmtVersions) {
    try {
      return await askVersion(connection, version, ask, schema, signal);
    } catch (error) {
      if (!(error instanceof RegistryError) || !isAbsence(error)) throw error;
      if (error.reason === 'unauthorised') guarded ??= error;
      if (version === '') throw guarded ?? error;
    }
  }
  throw new Error('the versions end with the one without a name');
}

function isAbsence({ reason, problem }: RegistryError): boolean {
  return reason === 'not-found' || (reason === 'unauthorised' && problem.code === 'R401');
}

const Unauthorised = z.object({ message: z.literal('Unauthorized') });

/**
 * Asks one version. OSMT's door-keeper may say "Unauthorized" with status 200 (SecurityConfig.kt writes the body and no
 * status), which is taken for the 401 that it means.
 */
export async function askVersion<Schema extends z.ZodMiniType>(
  connection: Connection,
  version: OsmtVersion,
  { path, ...ask }: OsmtAsk,
  schema: Schema,
  signal: AbortSignal,
): Promise<OsmtAnswer<z.infer<Schema>>> {
  const address = `${osmtBase(connection)}/api/${version}${path}`;
  const { body, headers } = await askJson(connection, { ...ask, address, explanations }, z.unknown(), signal);
  if (Unauthorised.safeParse(body).success) throw refused(connection, { status: 401, headers, body: '' });
  return { body: shaped(connection, body, schema), headers, version };
}

/** How many rows there are in all, as OSMT counts them in a header; undefined where it does not. */
export function totalIn(headers: Headers): number | undefined {
  const total = headers.get('x-total-count');
  return total && /^\d{1,15}$/.test(total) ? Number(total) : undefined;
}

/**
 * OSMT's framework refuses a POST whose Origin header names another site (Spring's DefaultCorsProcessor, 403 "Invalid
 * CORS request"), and a browser names the extension there unless a rule takes the header off.
 */
const explanations: Explanations = new Map([
  [
    403,
    (name, body) =>
      /invalid cors request/i.test(body)
        ? {
            reason: 'refused',
            ...statusOwnPagesOnly({ name }),
          }
        : undefined,
  ],
]);
