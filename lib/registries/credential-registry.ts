import { credentialRegistryHome, credentialRegistrySandbox, ctidIn } from '../domain/credential-registry.ts';
import { typedAddress } from '../domain/web-address.ts';
import type { Connection, RegistryAdapter, SkillPage } from './adapter.ts';
import { cutAddress } from './base-address.ts';
import { testSteps } from './connection-test.ts';
import { registryAlignments } from './credential-registry-alignments.ts';
import {
  opportunityAddress,
  previewOpportunity,
  publishOpportunity,
  withdrawOpportunity,
} from './credential-registry-publish.ts';
import { addressOf, askAssistant, ctidOf } from './credential-registry-request.ts';
import { listedFrameworks, probeRegistry, searchByAssistant, searchByRegistry } from './credential-registry-search.ts';
import { childrenAt, competencyAt } from './credential-registry-tree.ts';
import { expectObject } from './framework-body.ts';
import { askDocument } from './http.ts';
import { RegistryError } from './registry-error.ts';

/** Path segments with which the registry's calls begin, with and without the community before them. */
const ownSegments = new Set(['resources', 'graph', 'graphs', 'ce-registry', 'envelopes', 'search', 'assistant']);

/**
 * The Credential Registry of Credential Engine, in CTDL-ASN. Reading is open to everybody; those who have a key of the
 * assistant search through it, which finds more, and publish through it what their organisation offers.
 */
export const credentialRegistry: RegistryAdapter = {
  label: 'Credential Registry',
  home: credentialRegistryHome,

  baseOf(text) {
    const url = typedAddress(text);
    if (!url) return undefined;
    const own = /^(?:(sandbox|apps|www)\.)?(?:credentialengineregistry|credentialengine|credentialfinder)\.org$/;
    const match = own.exec(url.hostname);
    if (match) return match[1] === 'sandbox' ? credentialRegistrySandbox : credentialRegistryHome;
    return cutAddress(url, (segment) => ownSegments.has(segment));
  },

  search(connection, query, signal) {
    const search = connection.token ? searchByAssistant : searchByRegistry;
    return ctidIn(query.text) ? straightTo(connection, query.text, signal) : search(connection, query, signal);
  },

  getSkill: competencyAt,

  listFrameworks: listedFrameworks,

  async readFramework(connection, uri, known, signal) {
    const ctid = ctidOf(connection, uri);
    const address = addressOf(connection, `graph/${ctid}`);
    const answer = await askDocument(connection, { address, authorise: false }, known, signal);
    if (answer === 'unchanged') return answer;
    await expectObject(connection, answer.body, ['@graph']);
    return { name: `${ctid}.json`, address, ...answer };
  },

  listChildren: childrenAt,

  objectIs: 'page',

  addressOf: opportunityAddress,

  preview: previewOpportunity,

  publish: publishOpportunity,

  withdraw: withdrawOpportunity,

  findAlignments: registryAlignments,

  testConnection(connection, signal) {
    return testSteps(connection, credentialRegistry, async () => {
      if (connection.token) {
        await askAssistant(connection, { '@type': ['ceasn:Competency'] }, { skip: 0, take: 1 }, signal);
      }
      await probeRegistry(connection, signal);
      return 'notSaid';
    });
  },
};

/** A CTID that was typed or pasted is one competency, or none. */
async function straightTo(connection: Connection, uri: string, signal: AbortSignal): Promise<SkillPage> {
  try {
    return { skills: [await competencyAt(connection, uri, signal)] };
  } catch (error) {
    if (!(error instanceof RegistryError) || error.reason !== 'not-found') throw error;
    return { skills: [] };
  }
}
