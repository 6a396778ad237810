import type * as z from 'zod/mini';
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
      message: `${name} does not accept the key, or there is none.`,
      advice:
        'What you saved is kept here. Enter a key in the options; O*NET gives them out at services.onetcenter.org.',
    }),
  ],
  [
    422,
    (name) => ({
      reason: 'not-found',
      message: `${name} has nothing under what was asked for.`,
      advice: 'What is kept here stays as it is. Search for another word, or check the code.',
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
    code: 'R404',
    message: `${connection.registry.name} has nothing under “${uri.slice(0, 200)}” any more.`,
    advice: 'What is kept here stays as it is.',
  });
}
