import * as z from 'zod/mini';
import { R317Identifier, statusUnknownIdentifier } from '../domain/problems.ts';
import type { Connection, FrameworkDocument, RegistryAdapter } from './adapter.ts';
import { caseBase, identifierIn } from './case-address.ts';
import { isRepeated, pageSize, placeAfter, placeIn, totalIn } from './case-paging.ts';
import { documentAddress, importing, publishPackage, withdrawPackage } from './case-publish.ts';
import { CaseDocument, CaseItem, frameworkOf, skillOf } from './case-records.ts';
import { testSteps } from './connection-test.ts';
import { type Explanations, failed } from './failures.ts';
import { expectObject } from './framework-body.ts';
import { askDocument, askJson, wrongShape } from './http.ts';
import { RegistryError, type RegistryFailure } from './registry-error.ts';
import { previewOf } from './request.ts';
import { readable } from './rows.ts';

/** The versions as they stand in addresses, the newer first. */
const leaves = { v1p1: '1.1', v1p0: '1.0' } as const;
type Leaf = keyof typeof leaves;

/** How a server fails that does not know a version: it has nothing there, or a screen for whatever it does not know. */
const unknownThere: ReadonlySet<RegistryFailure> = new Set(['not-found', 'not-json']);

/** The members of a CFPackage, any of which may be its first. */
const packageMembers = ['CFDocument', 'CFItems', 'CFAssociations', 'CFDefinitions', 'CFRubrics'];

/**
 * Competencies and Academic Standards Exchange, 1.0 and 1.1 (1EdTech; servers: OpenSALT, OpenCASE, CASE Network, CASS).
 * It has no search for items: its frameworks are listed, read whole and searched on this device. The standard only reads;
 * alignments go to OpenCASE, which takes packages besides.
 */
export const caseRegistry: RegistryAdapter = {
  label: 'CASE',

  baseOf: caseBase,

  async getSkill(connection, uri, signal) {
    const id = identifierOf(connection, uri);
    const { found } = await askEither(connection, leafIn(uri), (api) =>
      askJson(connection, { address: `${api}/CFItems/${id}`, explanations }, CaseItem, signal),
    );
    const skill = skillOf(found.body);
    if (!skill) throw wrongShape(connection, 'fullStatement');
    return skill;
  },

  async listFrameworks(connection, next, signal) {
    const before = placeIn(next);
    const offset = before?.offset ?? 0;
    const { found, leaf } = await askEither(connection, before?.leaf, (api) => listed(connection, api, offset, signal));
    const rows = found.body.CFDocuments;
    const page = { leaf, offset, before, rows: rows.length, first: fingerprint(rows[0]), headers: found.headers };
    const { read } = readable(connection, rows, CaseDocument);
    const after = placeAfter(page);
    const total = totalIn(found.headers);
    return {
      frameworks: isRepeated(page) ? [] : read.map(frameworkOf),
      ...(total !== undefined && { total }),
      ...(after && { next: after }),
    };
  },

  async readFramework(connection, uri, known, signal): Promise<FrameworkDocument | 'unchanged'> {
    const id = identifierOf(connection, uri);
    const { found } = await askEither(connection, leafIn(uri), async (api) => {
      const address = `${api}/CFPackages/${id}`;
      const answer = await askDocument(connection, { address, explanations }, known, signal);
      if (answer !== 'unchanged') await expectObject(connection, answer.body, packageMembers);
      return answer === 'unchanged' ? answer : { ...answer, address };
    });
    return found === 'unchanged' ? found : { name: `case-package-${decodeURIComponent(id)}.json`, ...found };
  },

  objectIs: 'page',

  addressOf: documentAddress,

  preview: async (connection, publication) => previewOf(connection, await importing(connection, publication)),

  publish: publishPackage,

  withdraw: withdrawPackage,

  testConnection(connection, signal) {
    return testSteps(connection, caseRegistry, async () => {
      const { leaf } = await askEither(connection, undefined, (api) => listed(connection, api, 0, signal, 1));
      return leaves[leaf];
    });
  },
};

const DocumentList = z.object({ CFDocuments: z.array(z.unknown()) });

function listed(connection: Connection, api: string, offset: number, signal: AbortSignal, limit = pageSize) {
  const address = `${api}/CFDocuments?limit=${limit}&offset=${offset}`;
  return askJson(connection, { address, explanations }, DocumentList, signal);
}

/** Asks in one version of CASE and, where the server does not know it, in the other. `first` is 1.1 unless it is said. */
async function askEither<Found>(
  { registry }: Connection,
  first: string | undefined,
  call: (api: string) => Promise<Found>,
): Promise<{ found: Found; leaf: Leaf }> {
  const [leaf, other]: [Leaf, Leaf] = first === 'v1p0' ? ['v1p0', 'v1p1'] : ['v1p1', 'v1p0'];
  const apiOf = (version: Leaf) => `${registry.address.replace(/\/+$/, '')}/ims/case/${version}`;
  try {
    return { found: await call(apiOf(leaf)), leaf };
  } catch (error) {
    if (!(error instanceof RegistryError) || !unknownThere.has(error.reason)) throw error;
    return { found: await call(apiOf(other)), leaf: other };
  }
}

function leafIn(uri: string): string | undefined {
  return /\/ims\/case\/(v1p[01])\//.exec(uri)?.[1];
}

/** The identifier of a uri, fit for a path: it is asked for at this registry, wherever the uri itself leads. */
function identifierOf(connection: Connection, uri: string): string {
  const id = identifierIn(uri);
  if (id) return encodeURIComponent(id);
  throw failed(connection, {
    reason: 'refused',
    ...R317Identifier({ name: connection.registry.name, uri: uri.slice(0, 200) }),
  });
}

function fingerprint(row: unknown): string {
  return CaseDocument.safeParse(row).data?.identifier ?? JSON.stringify(row ?? '').slice(0, 100);
}

/** Servers say by 400 and a code of their own that they do not have what was asked for (CASE, imsx_CodeMinor). */
const explanations: Explanations = new Map([
  [
    400,
    (name, body) =>
      /unknownobject|invalid_?uuid/i.test(body)
        ? {
            reason: 'not-found',
            ...statusUnknownIdentifier({ name }),
          }
        : undefined,
  ],
]);
