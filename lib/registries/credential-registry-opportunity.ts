import * as z from 'zod/mini';
import { ctidIn } from '../domain/credential-registry.ts';
import { R340Organisation, R341, R343 } from '../domain/problems.ts';
import type { Connection, Publication } from './adapter.ts';
import { failed } from './failures.ts';
import { localised } from './localised.ts';
import { objectUuid } from './object-name.ts';
import { writtenPage } from './written-page.ts';

/** A text in languages, by their tags. */
const Texts = z.record(z.string(), z.union([z.string(), z.array(z.string())]));
type Texts = z.infer<typeof Texts>;

/** What a skill is called as the target of an alignment, as our CTDL has it. */
const Target = z.object({
  'ceterms:targetNode': z.optional(z.string()),
  'ceterms:targetNodeName': z.optional(Texts),
  'ceterms:targetNodeDescription': z.optional(Texts),
  'ceterms:codedNotation': z.optional(z.string()),
  'ceterms:framework': z.optional(z.string()),
  'ceterms:frameworkName': z.optional(Texts),
});
/** A skill as the target of an alignment. */
export type PageTarget = z.infer<typeof Target>;
const Targets = z.optional(z.array(Target));
const Condition = z.object({ 'ceterms:description': z.optional(Texts), 'ceterms:targetCompetency': Targets });

/** A page, or what it assesses: as our CTDL has it, and as the registry answers it. */
export const PageNode = z.object({
  'ceterms:name': z.optional(Texts),
  'ceterms:description': z.optional(Texts),
  'ceterms:subjectWebpage': z.optional(z.string()),
  'ceterms:availableOnlineAt': z.optional(z.array(z.string())),
  'ceterms:inLanguage': z.optional(z.array(z.string())),
  'ceterms:keyword': z.optional(Texts),
  'ceterms:teaches': Targets,
  'ceterms:assesses': Targets,
  'ceterms:requires': z.optional(z.array(Condition)),
});
/** Such a node. */
export type PageNode = z.infer<typeof PageNode>;
const Graph = z.object({ '@graph': z.array(PageNode) });

/** A request of the assistant (RA.Models, Input/LearningOpportunityRequest.cs). */
export type OpportunityRequest = {
  PublishForOrganizationIdentifier: string;
  /** The language of what is written without one. */
  DefaultLanguage: string;
  LearningOpportunity: Members;
};

/** Members of the assistant's classes, which hold a text, a list, or more of such. */
type Members = { readonly [member: string]: unknown };

/** Stands for no language in a language map of ours (BCP 47, "und"); the assistant takes the default language for it. */
const undetermined = 'und';

/**
 * The CTID under which a page is published on behalf of an organisation: made from both, so that each try and each device
 * writes the same object, and that of two organisations each has its own.
 */
export function pageCtid(connection: Connection, { resource }: Publication): string {
  return `ce-${objectUuid(`${resource.address}#${organisationOf(connection)}`)}`;
}

/** The CTID of the organisation on whose behalf is published. Throws R340 where nobody said it, R341 where it is none. */
export function organisationOf(connection: Connection): string {
  const { delivery, name } = connection.registry;
  if (!delivery?.organisation) {
    throw failed(connection, {
      reason: 'refused',
      ...R340Organisation({ name }),
    });
  }
  const ctid = ctidIn(delivery.organisation);
  if (ctid) return ctid;
  throw failed(connection, {
    reason: 'refused',
    ...R341({ organisation: delivery.organisation.slice(0, 200) }),
  });
}

/** A page with its alignments in our CTDL. Rejects with R343 where CTDL has a property for none of them. */
export async function pageNodes(
  connection: Connection,
  publication: Publication,
): Promise<readonly [PageNode, ...PageNode[]]> {
  const [main, ...more] = Graph.parse(await writtenPage(connection, 'ctdl', publication))['@graph'];
  if (!main) throw nothingToSay(connection);
  return [main, ...more];
}

/**
 * A page in the assistant's own words: what our CTDL says, with what the page assesses beside what it teaches. Fit and date
 * of an alignment have no place in it.
 */
export function opportunityOf(
  connection: Connection,
  publication: Publication,
  nodes: Awaited<ReturnType<typeof pageNodes>>,
): OpportunityRequest {
  const organisation = organisationOf(connection);
  const [main] = nodes;
  const { 'ceterms:inLanguage': language } = main;
  return {
    PublishForOrganizationIdentifier: organisation,
    DefaultLanguage: language?.[0] ?? 'en',
    LearningOpportunity: {
      Type: 'ceterms:LearningOpportunityProfile',
      CTID: pageCtid(connection, publication),
      ...text('Name', main['ceterms:name']),
      ...text('Description', main['ceterms:description']),
      LifeCycleStatusType: 'Active',
      SubjectWebpage: main['ceterms:subjectWebpage'],
      AvailableOnlineAt: main['ceterms:availableOnlineAt'],
      OfferedBy: [{ CTID: organisation }],
      ...(language && { InLanguage: language }),
      ...text('Keyword', main['ceterms:keyword']),
      ...list('Teaches', nodes.flatMap((node) => node['ceterms:teaches'] ?? []).map(targetOf)),
      ...list('Assesses', nodes.flatMap((node) => node['ceterms:assesses'] ?? []).map(targetOf)),
      ...list('Requires', nodes.flatMap((node) => node['ceterms:requires'] ?? []).map(conditionOf)),
    },
  };
}

/** What nodes say of a page, in an order of its own: two pages that say the same have the same statements. */
export function statementsIn(nodes: readonly PageNode[]): string {
  const said = nodes.flatMap(({ 'ceterms:requires': requires = [], ...node }) => [
    ...(node['ceterms:teaches'] ?? []).map((target) => ['teaches', named(target)]),
    ...(node['ceterms:assesses'] ?? []).map((target) => ['assesses', named(target)]),
    ...requires.flatMap((one) => one['ceterms:targetCompetency'] ?? []).map((target) => ['requires', named(target)]),
  ]);
  const texts = [nodes[0]?.['ceterms:name'], nodes[0]?.['ceterms:description']].map((one) => localised(one)?.text);
  return JSON.stringify([texts, [...new Set(said.map((one) => JSON.stringify(one)))].sort()]);
}

function named(target: PageTarget): string[] {
  return [target['ceterms:targetNode'] ?? '', localised(target['ceterms:targetNodeName'])?.text ?? ''];
}

function targetOf(target: PageTarget): Members {
  const { 'ceterms:targetNode': node, 'ceterms:codedNotation': code, 'ceterms:framework': framework } = target;
  return {
    ...(node && { TargetNode: node }),
    ...text('TargetNodeName', target['ceterms:targetNodeName']),
    ...text('TargetNodeDescription', target['ceterms:targetNodeDescription']),
    ...(code && { CodedNotation: code }),
    ...(framework && { Framework: framework }),
    ...text('FrameworkName', target['ceterms:frameworkName']),
  };
}

function conditionOf(condition: z.infer<typeof Condition>): Members {
  return {
    ...text('Description', condition['ceterms:description']),
    ...list('TargetCompetency', (condition['ceterms:targetCompetency'] ?? []).map(targetOf)),
  };
}

/** A text stands in one of two members: bare, in the default language, or as a map of languages. */
function text(member: string, texts: Texts | undefined): Members {
  if (!texts) return {};
  const { [undetermined]: bare, ...known } = texts;
  return Object.keys(known).length > 0 ? { [`${member}_Map`]: known } : { [member]: bare };
}

function list(member: string, values: readonly Members[]): Members {
  return values.length > 0 ? { [member]: values } : {};
}

function nothingToSay(connection: Connection) {
  return failed(connection, {
    reason: 'refused',
    ...R343({ name: connection.registry.name }),
  });
}
