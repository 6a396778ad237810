import type * as z from 'zod/mini';
import { R404Gone, statusOnetKey, statusOnetNothing } from '../domain/problems.ts';
import type { Connection } from './adapter.ts';
import { type Explanations, failed, type StatusWords } from './failures.ts';
import { type Answer, type Ask, askJson } from './http.ts';
import type { RegistryError } from './registry-error.ts';
import { twice } from './retry.ts';

/** O*NET refuses a bad key with a web page of its gateway, and says by 422 that it lacks what was asked for. */
const explanations: Explanations = new Map<number, StatusWords>([
  [
    403,
    (name) => ({
      reason: 'unauthorised',
      ...statusOnetKey({ name }),
    }),
  ],
  [
    422,
    (name) => ({
      reason: 'not-found',
      ...statusOnetNothing({ name }),
    }),
  ],
]);

/** Asks for one thing with the key in O*NET's own header, and once more where O*NET asked for a breath. */
export function askOnet<Schema extends z.ZodMiniType>(
  connection: Connection,
  path: string,
  schema: Schema,
  signal: AbortSignal,
): Promise<Answer<z.infer<Schema>>> {
  const request: Ask = {
    address: `${connection.registry.address.replace(/\/+$/, '')}/${path}`,
    authorise: (token) => ({ 'x-api-key': token }),
    explanations,
  };
  const hurried = ({ reason }: RegistryError) => reason === 'rate-limited';
  return twice(() => askJson(connection, request, schema, signal), hurried, signal);
}

/** The error of a thing that an answer ought to hold and does not. */
export function gone(connection: Connection, uri: string): RegistryError {
  return failed(connection, {
    reason: 'not-found',
    ...R404Gone({ name: connection.registry.name, uri: uri.slice(0, 200) }),
  });
}
