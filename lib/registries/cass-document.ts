import { shortId } from '../domain/cass-work.ts';
import type { Connection, FrameworkDocument } from './adapter.ts';
import { tooLarge } from './answer-body.ts';
import { CassCompetency, type CassFramework, CassLevel, skillOf } from './cass-competency.ts';
import { frameworkAt, levelNames, treeIn, valid } from './cass-framework.ts';
import { objectsBy } from './cass-request.ts';
import type { CassTree } from './cass-tree.ts';
import { fileName } from './file-name.ts';
import { documentLimit } from './http.ts';
import { allTexts, everyText } from './localised.ts';

const context = 'https://credreg.net/ctdlasn/schema/context/json';

/**
 * A framework of CASS as a CTDL-ASN graph, which is what CASS itself exports (`/api/ceasn`), but by the short ids under
 * which search finds its competencies, and with what the person's key alone may read. Competencies that the repository
 * does not show are left out. It has no validators: a framework's version does not change with its competencies' texts.
 */
export async function readCassFramework(
  connection: Connection,
  uri: string,
  signal: AbortSignal,
): Promise<FrameworkDocument> {
  const framework = await frameworkAt(connection, uri, signal);
  const id = shortId(framework['@id']);
  const tree = await treeIn(connection, framework, signal);
  const levels = await levelsIn(connection, framework, signal);
  const nodes = [JSON.stringify(frameworkNode(framework, tree))];
  let size = 0;
  for await (const row of objectsBy(connection, framework.competency, signal)) {
    const [competency] = valid(CassCompetency, [row]);
    if (!competency) continue;
    const node = JSON.stringify(competencyNode(competency, id, tree, levels.get(shortId(competency['@id']))));
    size += node.length;
    if (size > documentLimit) throw tooLarge(connection, documentLimit);
    nodes.push(node);
  }
  const head = JSON.stringify({ '@context': context, '@id': id }).slice(0, -1);
  return {
    name: fileName(allTexts(framework.name)[0] ?? '', 'json'),
    address: id,
    body: new Blob([head, ',"@graph":[', nodes.join(','), ']}'], { type: 'application/ld+json' }),
    validators: {},
  };
}

async function levelsIn(
  connection: Connection,
  { level }: CassFramework,
  signal: AbortSignal,
): Promise<Map<string, CassLevel[]>> {
  const levels = new Map<string, CassLevel[]>();
  for await (const row of objectsBy(connection, level, signal)) {
    for (const one of valid(CassLevel, [row]))
      for (const id of one.competency.map(shortId)) levels.set(id, [...(levels.get(id) ?? []), one]);
  }
  return levels;
}

function frameworkNode(framework: CassFramework, tree: CassTree): Record<string, unknown> {
  const license = [framework.license, framework['ceasn:license']].flatMap(allTexts)[0];
  return said({
    '@id': shortId(framework['@id']),
    '@type': 'ceasn:CompetencyFramework',
    'ceasn:name': inLanguages(framework.name),
    'ceasn:description': inLanguages(framework.description),
    'ceasn:publisherName': inLanguages(framework['ceasn:publisherName']),
    'ceasn:license': license,
    'ceasn:hasTopChild': tree.children.get(''),
  });
}

function competencyNode(
  competency: CassCompetency,
  framework: string,
  tree: CassTree,
  levels: CassLevel[] | undefined,
): Record<string, unknown> {
  const id = shortId(competency['@id']);
  const keywords = allTexts(competency.keywords);
  return said({
    '@id': id,
    '@type': 'ceasn:Competency',
    'ceasn:competencyLabel': inLanguages(competency.name),
    'ceasn:competencyText': inLanguages(competency.description) ?? inLanguages(competency.name),
    'ceasn:codedNotation': allTexts(competency['ceasn:codedNotation'])[0],
    'ceasn:competencyCategory': inLanguages(competency['ceasn:competencyCategory']),
    'ceasn:conceptKeyword': keywords.length > 0 ? keywords : undefined,
    'ceasn:inLanguage': skillOf(competency).language,
    'ceasn:license': [competency.license, competency['ceasn:license']].flatMap(allTexts)[0],
    'ceasn:complexityLevel': levels && levelNames(levels),
    'ceasn:isPartOf': framework,
    'ceasn:isChildOf': tree.parent.get(id),
    'ceasn:hasChild': tree.children.get(id),
    'ceasn:exactAlignment': tree.same.get(id),
  });
}

/** A text as CTDL-ASN writes it: by language where that is said, else bare. */
function inLanguages(value: unknown): unknown {
  const texts = everyText(value);
  const first = texts[0];
  if (!first?.language) return first?.text;
  return Object.fromEntries(texts.flatMap(({ text, language }) => (language ? [[language, text]] : [])));
}

function said(node: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(node).filter(([, value]) => value !== undefined && value !== ''));
}
