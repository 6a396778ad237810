import type { IncomingBundle } from '../domain/bundle.ts';
import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import type { Warning } from '../domain/page-reading.ts';
import { F502Reading, F502Resource } from '../domain/problems.ts';
import { isWebAddress, pageAddress } from '../domain/web-address.ts';
import { expand } from '../jsonld/index.ts';
import type { WarningTally } from './incoming.ts';
import { incomingSkill } from './incoming-skill.ts';
import { type Entry, entriesIn, memberOf, wordIn } from './json-reading.ts';
import { alignmentTerms, saidAlignments } from './read-lrmi-alignments.ts';
import { pageFields } from './read-lrmi-fields.ts';
import { type LrmiNode, lrmiNode } from './read-lrmi-node.ts';

/** Whether JSON is a document of schema.org or LRMI: by the context that it names, and beside which none of another format. */
export function isLrmi(json: unknown): boolean {
  const [first] = entriesIn(json);
  const contexts = [memberOf(first, '@context')].flat();
  const addresses = contexts.flatMap((one) =>
    typeof one === 'string' ? [one] : entriesIn(one).flatMap((terms) => Object.values(terms)),
  );
  const names = (pattern: RegExp) => addresses.some((one) => typeof one === 'string' && pattern.test(one));
  const others =
    /openbadges|imsglobal|credentials\/v|credreg\.net|purl\.org\/ctdl|ns\/anno|cassproject|openskillsnetwork/i;
  return names(/^https?:\/\/(www\.)?schema\.org\b|purl\.org\/dcx\/lrmi|lrmi\.net/i) && !names(others);
}

/** What a document of LRMI says. What it says of no page by an http(s) address is left out, with a warning. */
export async function readLrmi(
  json: unknown,
  warnings: WarningTally,
  signal: AbortSignal | undefined,
): Promise<IncomingBundle> {
  const resources = new Map<string, LearningResourceDraft>();
  const alignments: IncomingBundle['alignments'] = [];
  for (const node of await expanded(json, warnings, signal)) visit(node, undefined);
  return { resources: [...resources.values()], alignments, skills: [], skillAlignments: [] };

  /** `around` is the address of what the node stands in. No deeper than lib/jsonld lets documents be. */
  function visit(entry: Entry, around: string | undefined): void {
    const node = lrmiNode(entry);
    const address = addressOf(node) ?? around;
    const said = saidAlignments(node, warnings);
    if (said.length > 0 && !address) warnings.add(F502Resource);
    if (said.length > 0 && address) {
      if (!resources.has(address)) resources.set(address, draftOf(node, address));
      for (const { relation, skill: words } of said) {
        const skill = incomingSkill(words, warnings);
        if (skill) alignments.push({ resource: address, relation, skill });
      }
    }
    for (const [term, value] of node.terms)
      if (!alignmentTerms.has(term)) for (const inner of entriesIn(value)) visit(inner, address);
  }
}

function draftOf(node: LrmiNode, address: string): LearningResourceDraft {
  const url = wordIn(node.terms.get('url'));
  const canonical = url && isWebAddress(url) ? pageAddress(url) : undefined;
  return { address, ...(canonical && canonical !== address && { canonical }), fields: pageFields(node) };
}

function addressOf({ id, terms }: LrmiNode): string | undefined {
  const address = [id, wordIn(terms.get('url'))].find((one) => one !== undefined && isWebAddress(one));
  return address && pageAddress(address);
}

/**
 * The nodes of a document. One that is too large to be expanded at once is expanded by halves, down to its single nodes; a
 * reference from half to half is then only an address.
 */
async function expanded(json: unknown, warnings: WarningTally, signal: AbortSignal | undefined): Promise<Entry[]> {
  const { nodes, warnings: problems } = await expand(json, { signal });
  const halves = problems.some(({ code }) => code === 'json-ld-too-large') ? halvesOf(json) : undefined;
  if (!halves) {
    for (const problem of problems) warnOf(problem, warnings);
    return nodes;
  }
  const read: Entry[] = [];
  for (const half of halves) for (const node of await expanded(half, warnings, signal)) read.push(node);
  return read;
}

function warnOf({ code: _code, ...sentence }: Warning, warnings: WarningTally): void {
  warnings.add(F502Reading({ sentence }));
}

function halvesOf(json: unknown): unknown[] | undefined {
  if (Array.isArray(json)) return json.length > 1 ? cut(json) : undefined;
  const [document] = entriesIn(json);
  const graph = memberOf(document, '@graph');
  if (!Array.isArray(graph) || graph.length < 2) return undefined;
  return cut(graph).map((half) => ({ '@context': memberOf(document, '@context'), '@graph': half }));
}

function cut(list: unknown[]): unknown[][] {
  const middle = Math.ceil(list.length / 2);
  return [list.slice(0, middle), list.slice(middle)];
}
