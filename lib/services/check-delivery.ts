import { isJsonType, templateFault, templateMediaType } from '../domain/body-template.ts';
import { type Problem, ProblemError } from '../domain/problem.ts';
import { R307 } from '../domain/problems.ts';
import type { Delivery } from '../domain/registry.ts';
import { headerFault } from '../domain/request-header.ts';
import type { Connection } from '../registries/adapter.ts';

/**
 * What a person typed of a delivery, without what is blank; undefined where nothing is left. Rejects with ProblemError
 * where it could not be sent so: R305 a header, R306 the body.
 */
export async function checkDelivery(
  typed: Delivery,
  write: NonNullable<Connection['write']>,
): Promise<Delivery | undefined> {
  const delivery = withoutBlanks(typed);
  const { headers = [], template, format } = delivery;
  for (const header of headers) refuse(headerFault(header));
  if (template && format) {
    const empty = { resources: new Map(), alignments: [], made: new Date(0).toISOString() };
    const { mediaType } = await write(format, empty);
    const contentType = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
    refuse(templateFault(template, contentType ?? templateMediaType, isJsonType(mediaType)));
  }
  return Object.keys(delivery).length > 0 ? delivery : undefined;
}

/** Refuses an address in which something other than an alignment's id is to be put (R307). */
export function checkPlaceholders(address: string): void {
  const [unknown] = address.match(/\{\{(?!\s*id\s*\}\})[^{}]*\}\}/) ?? [];
  refuse(unknown ? R307({ placeholder: unknown.slice(0, 60), id: '{{id}}' }) : undefined);
}

function withoutBlanks({ format, method, headers = [], template, deletes, tenant, organisation }: Delivery): Delivery {
  const named = headers.map(({ name, value }) => ({ name: name.trim(), value: value.trim() }));
  const kept = named.filter(({ name, value }) => name || value);
  const [tenantSaid, organisationSaid] = [tenant?.trim(), organisation?.trim()];
  return {
    ...(format && { format }),
    ...(method && { method }),
    ...(kept.length > 0 && { headers: kept }),
    ...(template?.trim() && { template }),
    ...(deletes && { deletes }),
    ...(tenantSaid && { tenant: tenantSaid }),
    ...(organisationSaid && { organisation: organisationSaid }),
  };
}

function refuse(problem: Problem | undefined): void {
  if (problem) throw new ProblemError(problem);
}
