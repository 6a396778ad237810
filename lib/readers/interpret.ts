import type { DeclaredAlignment } from '../domain/declared-alignment.ts';
import type { Fields, LearningResourceDraft } from '../domain/learning-resource.ts';
import { type NodeObject, type PageReading, Syntax, type Warning } from '../domain/page-reading.ts';
import { pageAddress } from '../domain/web-address.ts';
import { alignmentKey, declaredBy } from './alignments.ts';
import { add, addFields } from './fields.ts';
import { aboutPage, isSamePage } from './main-entity.ts';
import { type Entities, type Entity, entitiesOf, type SyntaxNodes } from './terms.ts';

/** What a page's statements come to. */
export type Interpretation = {
  resource: LearningResourceDraft;
  declared: DeclaredAlignment[];
  warnings: Warning[];
};

/**
 * Makes one resource of everything that a page says of itself, with who says it, and finds the alignments it declares.
 * Pure; trusts nothing in the nodes. `said` tells which syntax each node is from, one entry for each document; without
 * it, nodes that stand in the reading are of their document's syntax and all others JSON-LD, the one syntax that is
 * expanded elsewhere.
 */
export function interpret(
  nodes: NodeObject[],
  reading: PageReading,
  said: SyntaxNodes[] = bySyntax(nodes, reading),
): Interpretation {
  const documents = said.map(({ syntax, nodes }) => ({ syntax, entities: entitiesOf(nodes) }));
  const of = (syntax: Syntax): Entities[] =>
    documents.filter((one) => one.syntax === syntax).map(({ entities }) => entities);
  const canonical = canonicalOf(of('meta'), reading);
  const fields: Fields = {};
  const declared = new Map<string, DeclaredAlignment>();
  const warnings: Warning[] = [];
  for (const syntax of Syntax.options) {
    const about = aboutPage(of(syntax), reading, canonical);
    const found = declaredBy(about.entities, syntax);
    addFields(fields, about.entities, syntax);
    warnings.push(...about.warnings, ...found.warnings);
    for (const one of found.declared) {
      const key = alignmentKey(one);
      if (!declared.has(key)) declared.set(key, one);
      if (one.relation === 'educationalLevel') addLevel(fields, one);
    }
  }
  add(fields, 'title', [{ value: reading.title }], 'tab');
  add(fields, 'language', [{ value: reading.language }], 'tab');
  const address = pageAddress(reading.url) ?? reading.url;
  return {
    resource: { address, ...(canonical && canonical !== address && { canonical }), fields },
    declared: [...declared.values()],
    warnings,
  };
}

/** A level written as an alignment is a level all the same. */
function addLevel(fields: Fields, { skill, syntax }: DeclaredAlignment): void {
  const value = skill.name ?? skill.uri;
  if (value) add(fields, 'level', [{ value, ...(skill.uri && { uri: skill.uri }) }], syntax);
}

/**
 * The page's own word for its address. After navigation inside an application it may be what the page before said, and
 * would let that page's statements pass as this one's: then it counts only where it names this address.
 */
function canonicalOf(documents: Entities[], { url, loaded }: PageReading): string | undefined {
  const links = documents.flatMap(({ all }) => all.flatMap((one: Entity) => one.get('link:canonical')));
  const canonical = links.map(({ uri }) => uri && pageAddress(uri)).find(Boolean);
  const isStill = !loaded || isSamePage(loaded, url);
  return canonical && (isStill || isSamePage(canonical, url)) ? canonical : undefined;
}

function bySyntax(nodes: NodeObject[], reading: PageReading): SyntaxNodes[] {
  const present = new Set(nodes);
  const said: SyntaxNodes[] = reading.documents.flatMap(({ syntax, expanded }) => {
    const own = expanded?.filter((node) => present.has(node)) ?? [];
    return own.length ? [{ syntax, nodes: own }] : [];
  });
  const known = new Set(said.flatMap((one) => one.nodes));
  return [{ syntax: 'json-ld', nodes: nodes.filter((node) => !known.has(node)) }, ...said];
}
