import * as z from 'zod/mini';
import { ctidIn } from '../domain/credential-registry.ts';
import type { FoundAlignment } from '../domain/found-alignment.ts';
import { R345 } from '../domain/problems.ts';
import type { Relation } from '../domain/resource-alignment.ts';
import type { Connection } from './adapter.ts';
import { PageNode, type PageTarget } from './credential-registry-opportunity.ts';
import { askAssistant } from './credential-registry-request.ts';
import { failed } from './failures.ts';
import { localised } from './localised.ts';
import { readable } from './rows.ts';

/** The classes whose objects teach, assess or require something. */
const classes = ['ceterms:LearningOpportunityProfile', 'ceterms:Course', 'ceterms:AssessmentProfile'];

/** The most descriptions of one page that are looked at. */
const mostFound = 20;

const Agents = z.catch(z.optional(z.array(z.string())), undefined);
const Found = z.extend(PageNode, {
  '@id': z.string(),
  'ceterms:ownedBy': Agents,
  'ceterms:offeredBy': Agents,
});
type Found = z.infer<typeof Found>;

/**
 * What organisations published of a page, by its address: the assistant's search for those who have a key. The open search
 * knows no address of a page, so without a key this rejects as `unauthorised` (R345) and asks nothing.
 */
export async function registryAlignments(
  connection: Connection,
  address: string,
  signal: AbortSignal,
): Promise<FoundAlignment[]> {
  if (!connection.token) throw keyless(connection);
  const asked = {
    '@type': classes,
    'ceterms:subjectWebpage': { 'search:value': address, 'search:matchType': 'search:exactMatch' },
  };
  const { nodes } = await askAssistant(connection, asked, { skip: 0, take: mostFound }, signal);
  const { read } = readable(connection, nodes, Found);
  return read
    .filter((node) => node['ceterms:subjectWebpage'] === address)
    .flatMap((node) => alignmentsIn(connection, node));
}

function alignmentsIn({ registry }: Connection, node: Found): FoundAlignment[] {
  const [by] = node['ceterms:ownedBy'] ?? node['ceterms:offeredBy'] ?? [];
  const ours = ctidIn(registry.delivery?.organisation ?? '');
  const own = ours !== undefined && by !== undefined && ctidIn(by) === ours;
  const required = (node['ceterms:requires'] ?? []).flatMap((one) => one['ceterms:targetCompetency'] ?? []);
  const said: [Relation, PageTarget[]][] = [
    ['teaches', node['ceterms:teaches'] ?? []],
    ['assesses', node['ceterms:assesses'] ?? []],
    ['requires', required],
  ];
  return said.flatMap(([relation, targets]) =>
    targets.flatMap((target) => {
      const uri = target['ceterms:targetNode'];
      if (!uri) return [];
      const name = localised(target['ceterms:targetNodeName'], registry.language)?.text;
      const statement = localised(target['ceterms:targetNodeDescription'], registry.language)?.text;
      const skill = { uri, ...(name && { name }), ...(statement && { statement }) };
      return { uri: node['@id'], relation, skill, ...(by && { by }), own };
    }),
  );
}

function keyless(connection: Connection) {
  return failed(connection, {
    reason: 'unauthorised',
    ...R345({ name: connection.registry.name }),
  });
}
