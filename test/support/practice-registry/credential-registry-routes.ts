import { type Published, publishing } from './assistant-routes.ts';
import { asObject, type Incoming, json, parse, type Reply } from './reply.ts';
import type { Side } from './side.ts';
import type { HeldSkill } from './skill-files.ts';

type Node = Record<string, unknown>;
type Framework = { uuid: string; name: string };

/** What the registry holds: a graph for every framework, the framework first. */
type Held = { graphs: Node[][]; withdrawn: ReadonlySet<string>; published: Published };

const context = 'https://credreg.net/ctdlasn/schema/context/json';

/** Where skills stand that say no framework of their own. */
const library: Framework = { uuid: 'bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb', name: 'Practice Library' };

/**
 * Makes a Credential Registry that answers under `{url}`, with the assistant under `{url}/assistant`. Archived skills are
 * withdrawn: their address answers 404, and searches leave their envelopes in, marked.
 */
export function createCredentialRegistry(url: string, skills: readonly HeldSkill[]): Side {
  const published: Published = new Map();
  const held: Held = { ...hold(url, skills), published };
  return {
    route(incoming) {
      const kept = publishing(url, published, incoming);
      if (kept) return kept;
      const path = incoming.path.replace(/^\/ce-registry(?=\/(resources|graph)\/)/, '');
      if (path === '/assistant/search/ctdl') return assistant(held, incoming);
      if (path === '/ce-registry/search') return search(url, held, incoming);
      if (path === '/resources/search' && incoming.method === 'POST') return several(held, incoming);
      const [, noun, ctid = ''] = /^\/(resources|graph)\/([^/]+)$/.exec(path) ?? [];
      if (!noun) return undefined;
      if (incoming.method !== 'GET') return refusal('Method Not Allowed', 405);
      return noun === 'graph' ? graph(url, held, ctid, incoming) : resource(held, ctid);
    },
    order: ({ forget }) => forget && published.clear(),
    // Reading is open to every page; what is posted, searches included, is not.
    cors: ({ path }) =>
      /^\/(resources|graph|ce-registry)\b/.test(path)
        ? { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET' }
        : undefined,
  };
}

function refusal(error: string, status: number): Reply {
  return json({ errors: [error] }, status);
}

function hold(url: string, skills: readonly HeldSkill[]): Omit<Held, 'published'> {
  const frameworks = new Map(skills.map(({ framework = library }) => [framework.uuid, framework]));
  const graphs = Array.from(frameworks.values(), (framework) => {
    const own = skills.filter((skill) => (skill.framework ?? library).uuid === framework.uuid);
    return [frameworkNode(url, framework, own), ...own.map((skill) => competencyNode(url, skill, framework, own))];
  });
  const withdrawn = skills.filter(({ status }) => status === 'archived').map(({ uuid }) => `ce-${uuid}`);
  return { graphs, withdrawn: new Set(withdrawn) };
}

function idOf(url: string, uuid: string): string {
  return `${url}/resources/ce-${uuid}`;
}

function frameworkNode(url: string, { uuid, name }: Framework, own: readonly HeldSkill[]): Node {
  const tops = own.filter(({ parent, status }) => !parent && status !== 'archived');
  return {
    '@id': idOf(url, uuid),
    '@type': 'ceasn:CompetencyFramework',
    'ceterms:ctid': `ce-${uuid}`,
    'ceasn:name': { 'en-us': name },
    'ceasn:description': { 'en-us': `All of ${name}.` },
    'ceasn:inLanguage': ['en'],
    'ceasn:publisherName': { 'en-us': ['Practice Publishers'] },
    'ceasn:license': 'https://creativecommons.org/publicdomain/zero/1.0/',
    'ceasn:dateModified': '2024-06-01T00:00:00Z',
    'ceasn:publicationStatusType': 'http://credreg.net/ctdlasn/vocabs/publicationStatus/Published',
    'ceasn:hasTopChild': tops.map((skill) => idOf(url, skill.uuid)),
  };
}

function competencyNode(url: string, skill: HeldSkill, framework: Framework, own: readonly HeldSkill[]): Node {
  const below = own.filter(({ parent }) => parent === skill.uuid).map(({ uuid }) => idOf(url, uuid));
  const language = skill.language ?? 'en-us';
  return {
    '@id': idOf(url, skill.uuid),
    '@type': 'ceasn:Competency',
    'ceterms:ctid': `ce-${skill.uuid}`,
    'ceasn:competencyLabel': { [language]: skill.name },
    'ceasn:competencyText': { [language]: skill.statement },
    'ceasn:isPartOf': idOf(url, framework.uuid),
    ...(skill.code && { 'ceasn:codedNotation': skill.code }),
    ...(skill.categories[0] && { 'ceasn:competencyCategory': { [language]: skill.categories[0] } }),
    ...(skill.keywords.length > 0 && { 'ceasn:conceptKeyword': { [language]: skill.keywords } }),
    ...(skill.parent ? { 'ceasn:isChildOf': [idOf(url, skill.parent)] } : {}),
    ...(below.length > 0 && { 'ceasn:hasChild': below }),
  };
}

function everyNode({ graphs, withdrawn, published }: Held): Node[] {
  return [...graphs.flat().filter((node) => !withdrawn.has(String(node['ceterms:ctid']))), ...published.values()];
}

function resource(held: Held, ctid: string): Reply {
  const node = everyNode(held).find((one) => one['ceterms:ctid'] === ctid.toLowerCase());
  return node ? json({ '@context': context, ...node }) : refusal(`Couldn't find Resource with id ${ctid}`, 404);
}

function graph(url: string, held: Held, ctid: string, { headers }: Incoming): Reply {
  const nodes = held.graphs.find(([framework]) => framework?.['ceterms:ctid'] === ctid.toLowerCase());
  if (!nodes) return refusal(`Couldn't find Resource with id ${ctid}`, 404);
  const validators = { etag: `W/"${nodes.length}"`, 'last-modified': 'Sat, 01 Jun 2024 00:00:00 GMT' };
  if (headers['if-none-match'] === validators.etag) return { status: 304, headers: validators };
  return json(wholeOf(url, held, nodes), 200, validators);
}

/** A framework with all that stands in it: the node of the framework itself is the first. */
function wholeOf(url: string, { withdrawn }: Held, nodes: Node[]): Node {
  const standing = nodes.filter((node) => !withdrawn.has(String(node['ceterms:ctid'])));
  return { '@context': context, '@id': `${url}/graph/${nodes[0]?.['ceterms:ctid']}`, '@graph': standing };
}

function several(held: Held, { body }: Incoming): Reply {
  const ctids = asObject(parse(body.toString('utf8')))?.ctids;
  if (!Array.isArray(ctids)) return refusal('ctids is missing', 400);
  return json(everyNode(held).filter((node) => ctids.includes(node['ceterms:ctid'])));
}

/** The registry's own search: envelopes, of a competency each or of a framework with all that is in it. */
function search(url: string, held: Held, { method, query }: Incoming): Reply {
  if (method !== 'GET') return refusal('Method Not Allowed', 405);
  const page = Number(query.get('page') ?? 1);
  const size = Number(query.get('per_page') ?? 25);
  if (!(page >= 1 && size >= 1)) return refusal('page and per_page must be positive', 400);
  const words = tokens(query.get('fts') ?? '');
  const type = query.get('resource_type');
  const nodes =
    type === 'competency_framework'
      ? held.graphs.map((one) => wholeOf(url, held, one))
      : held.graphs.flat().filter((node) => node['@type'] === 'ceasn:Competency');
  const found = nodes.filter((node) =>
    words.every((word) => tokens(JSON.stringify(node)).some((one) => one.startsWith(word))),
  );
  const rows = found.slice((page - 1) * size, page * size).map((node) => envelope(held, node));
  return json(rows, 200, {
    total: String(found.length),
    'per-page': String(size),
    link: `<${url}/ce-registry/search?page=${page + 1}&per_page=${size}>; rel="next"`,
  });
}

function envelope({ withdrawn }: Held, node: Node): Node {
  const ctid = String(node['ceterms:ctid'] ?? '');
  return {
    envelope_community: 'ce_registry',
    envelope_id: '11111111-2222-4333-8444-555555555555',
    envelope_ceterms_ctid: ctid,
    envelope_type: 'resource_data',
    envelope_version: '1.0.0',
    envelope_status: withdrawn.has(ctid) ? 'deleted' : 'active',
    resource: 'eyJhbGciOiJSUzI1NiJ9.e30.x',
    decoded_resource: node,
  };
}

/** The assistant's search in CTDL: for those who have a key, in its own scheme. */
function assistant(held: Held, { method, headers, body }: Incoming): Reply {
  if (method !== 'POST') return refusal('Method Not Allowed', 405);
  if (!/^ApiToken \S+$/.test(headers.authorization ?? ''))
    return json({ data: null, valid: false, status: 'Error: a valid API key is required' }, 401);
  const asked = asObject(parse(body.toString('utf8')));
  const query = asObject(asked?.Query);
  if (!query) return json({ data: null, valid: false, status: 'Error: Query is missing', extra: null });
  const skip = Number(asked?.Skip ?? 0);
  const found = everyNode(held).filter(
    (node) => isOfType(node, query) && holds(node, asObject(query['search:termGroup'])) && isExactly(node, query),
  );
  return json({
    data: found.slice(skip, skip + Number(asked?.Take ?? 10)),
    valid: true,
    status: 'OK',
    extra: { TotalResults: found.length, RelatedItemsMap: [], RelatedItems: [] },
  });
}

function isOfType(node: Node, query: Node): boolean {
  return [query['@type']].flat().includes(node['@type']);
}

/** Properties that have to have one value and no other (search:exactMatch). */
function isExactly(node: Node, query: Node): boolean {
  return Object.entries(query).every(([property, value]) => {
    const asked = asObject(value);
    return asked?.['search:matchType'] !== 'search:exactMatch' || node[property] === asked['search:value'];
  });
}

/** A group of terms, any or all of which a node has to have: every word in the property's texts. */
function holds(node: Node, group: Node | undefined): boolean {
  if (!group) return true;
  const { 'search:operator': operator, ...terms } = group;
  const fits = Object.entries(terms).map(([property, value]) => {
    const standing = tokens(JSON.stringify(node[property] ?? ''));
    return tokens(String(asObject(value)?.['search:value'] ?? value)).every((word) => standing.includes(word));
  });
  return operator === 'search:orTerms' ? fits.some(Boolean) : fits.every(Boolean);
}

function tokens(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}
