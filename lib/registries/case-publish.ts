import * as z from 'zod/mini';
import { titleOf } from '../domain/learning-resource.ts';
import { R340Tenant, statusNoPackages, statusUnknownIdentifier } from '../domain/problems.ts';
import type { Connection, Publication, Receipt } from './adapter.ts';
import { identifierIn } from './case-address.ts';
import { type Explanations, failed } from './failures.ts';
import { type Ask, askJson } from './http.ts';
import { notOurs } from './not-ours.ts';
import { objectUuid } from './object-name.ts';
import { RegistryError } from './registry-error.ts';
import { writtenPage } from './written-page.ts';

/**
 * CASE itself only reads. OpenCASE takes packages below `/management` (1EdTech/OpenCASE, http-management/routes.ts): a page
 * is a small package of its own there, a document with nothing but associations.
 */
const version = 'v1p1';

const Link = z.object({ uri: z.string() });
const Association = z.object({
  associationType: z.string(),
  originNodeURI: Link,
  destinationNodeURI: Link,
  notes: z.nullish(z.string()),
});

/** As much of a package as says what it states. */
const Statements = z.object({
  CFDocument: z.object({ title: z.string() }),
  CFAssociations: z.nullish(z.array(Association)),
});
type Statements = z.infer<typeof Statements>;

/** A package as it is answered: bare, or inside of a member, as OpenCASE has it for version 1.1. */
const Standing = z.union([z.object({ CFPackage: Statements }), Statements]);

const Package = z.object({
  CFDocument: z.record(z.string(), z.unknown()),
  CFItems: z.optional(z.array(z.unknown())),
  CFAssociations: z.optional(z.array(z.unknown())),
  CFDefinitions: z.optional(z.unknown()),
});

/** Where a page's document stands: its identifier is made from the tenant and the page, so that each try writes the same. */
export function documentAddress(connection: Connection, { resource }: Publication): string {
  const id = objectUuid(`${base(connection)}/management/tenants/${tenantOf(connection)}#${resource.address}`);
  return `${base(connection)}/ims/case/${version}/CFDocuments/${id}`;
}

/** The request that puts a page's package there, in the place of the one before. */
export async function importing(connection: Connection, publication: Publication): Promise<Ask> {
  return {
    address: `${management(connection)}/CFPackages/import`,
    method: 'POST',
    json: { cfPackage: await packageOf(connection, publication) },
    key: publication.key,
    explanations,
  };
}

/** Sends a page's package, unless the same statements stand there under the same title. */
export async function publishPackage(
  connection: Connection,
  publication: Publication,
  signal: AbortSignal,
): Promise<Receipt> {
  const uri = documentAddress(connection, publication);
  const ask = await importing(connection, publication);
  const ours = Statements.parse(z.object({ cfPackage: z.unknown() }).parse(ask.json).cfPackage);
  const standing = await packageAt(connection, uri, signal);
  if (standing && fingerprint(standing) === fingerprint(ours)) return { uri, sent: false };
  await askJson(connection, ask, z.object({ id: z.string() }), signal);
  return { uri, sent: true };
}

/** Takes a page's package away for good: without `hardDelete`, OpenCASE would only put it aside. */
export async function withdrawPackage(
  connection: Connection,
  uri: string,
  signal: AbortSignal,
  key?: string,
): Promise<void> {
  const id = identifierIn(uri);
  if (!id) throw notOurs(connection, uri);
  const address = `${management(connection)}/CFDocuments/${encodeURIComponent(id)}?hardDelete=true`;
  try {
    const ask = { address, method: 'DELETE', explanations, ...(key && { key }) } as const;
    await askJson(connection, ask, z.object({ status: z.string() }), signal);
  } catch (error) {
    if (!isNotFound(error)) throw error;
  }
}

async function packageOf(connection: Connection, publication: Publication): Promise<z.infer<typeof Package>> {
  const { CFDocument, ...rest } = Package.parse(await writtenPage(connection, 'case', publication));
  const uri = documentAddress(connection, publication);
  const title = `Alignments of “${titleOf(publication.resource)}”`;
  const identifier = uri.slice(uri.lastIndexOf('/') + 1);
  return { CFDocument: { ...CFDocument, identifier, uri, title, frameworkType: 'alignments' }, ...rest };
}

async function packageAt(connection: Connection, uri: string, signal: AbortSignal): Promise<Statements | undefined> {
  const address = uri.replace('/CFDocuments/', '/CFPackages/');
  try {
    const { body } = await askJson(connection, { address, explanations }, Standing, signal);
    return 'CFPackage' in body ? body.CFPackage : body;
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/** What a package states, whatever the order in which it says so. */
function fingerprint({ CFDocument, CFAssociations }: Statements): string {
  const said = (CFAssociations ?? []).map(({ associationType, originNodeURI, destinationNodeURI, notes }) =>
    JSON.stringify([associationType, originNodeURI.uri, destinationNodeURI.uri, notes ?? '']),
  );
  return JSON.stringify([CFDocument.title, said.sort()]);
}

function base({ registry }: Connection): string {
  return registry.address.replace(/\/+$/, '');
}

function management(connection: Connection): string {
  return `${base(connection)}/management/tenants/${tenantOf(connection)}/ims/case/${version}`;
}

function tenantOf(connection: Connection): string {
  const tenant = connection.registry.delivery?.tenant;
  if (tenant) return encodeURIComponent(tenant);
  throw failed(connection, {
    reason: 'refused',
    ...R340Tenant({ name: connection.registry.name }),
  });
}

function isNotFound(error: unknown): boolean {
  return error instanceof RegistryError && error.reason === 'not-found';
}

/** OpenCASE before the import of packages fetches them itself, from an address alone. */
const explanations: Explanations = new Map([
  [
    400,
    (name, body) =>
      /endpointUrl is required/i.test(body)
        ? {
            reason: 'refused',
            ...statusNoPackages({ name }),
          }
        : /unknownobject|invalid_?uuid/i.test(body)
          ? {
              reason: 'not-found',
              ...statusUnknownIdentifier({ name }),
            }
          : undefined,
  ],
]);
