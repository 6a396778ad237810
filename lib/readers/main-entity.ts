import type { PageReading, Warning } from '../domain/page-reading.ts';
import { staleStatement } from '../domain/warnings.ts';
import { pageAddress } from '../domain/web-address.ts';
import type { Entities, Entity } from './terms.ts';

/** The entities of one syntax that are about the page: its main one first. */
export type AboutPage = { entities: Entity[]; warnings: Warning[] };

/** Whether an entity names the page's address, another page's, or none that could tell. */
type Place = 'here' | 'elsewhere' | 'unknown';

/** Classes that stand beside a page's content and are never what it is about. */
const besides =
  /^(schema:)(organization|collegeoruniversity|educationalorganization|school|localbusiness|person|breadcrumblist|listitem|website|imageobject|searchaction|sitenavigationelement|wpheader|wpfooter|wpsidebar|postaladdress|contactpoint|comment|review|rating|aggregaterating|offer|alignmentobject|definedterm|definedtermset|educationalaudience|audience|itemlist|faqpage|question|answer)$/;

const learning =
  /^(schema:(learningresource|course|courseinstance|quiz|syllabus|educationevent|lessonplan)|ceterms:(course|learningprogram|learningopportunityprofile|assessmentprofile)|ob:(achievement|badgeclass))$/;

/** Properties that only a learning resource has. */
const educational = [
  'schema:educationalalignment',
  'schema:alignmentobject',
  'schema:teaches',
  'schema:assesses',
  'schema:competencyrequired',
  'schema:learningresourcetype',
  'schema:educationallevel',
  'schema:educationaluse',
  'schema:typicalagerange',
  'schema:timerequired',
  'schema:alignmenttype',
  'ceterms:teaches',
  'ceterms:assesses',
  'ob:alignment',
];

/**
 * Which entities of one syntax speak of this page. The main one is named as such (`mainEntity`, `mainEntityOfPage`), has
 * the page's address, or is the best of its classes; a WebPage node adds to it. An entity that names another page's
 * address is not used: after in-app navigation it is what the page before said.
 */
export function aboutPage(documents: Entities[], reading: PageReading, canonical: string | undefined): AboutPage {
  const here = [reading.url, canonical].flatMap((one) => (one ? [one] : []));
  const named = new Set(documents.flatMap(({ all }) => all.flatMap((one) => nodesOf(one, 'schema:mainentity'))));
  const carried = documents.flatMap(({ all }) =>
    all.flatMap((one) => nodesOf(one, 'schema:mainentityofpage', 'schema:itemreviewed')),
  );
  const pool = new Set(documents.flatMap(({ top }) => top));
  for (const one of [...named, ...carried]) pool.add(one);
  for (const { all } of documents)
    for (const one of all) if (one.types.some((type) => learning.test(type))) pool.add(one);

  const ranked = [...pool]
    .filter((one) => !one.types.length || one.types.some((type) => !besides.test(type)))
    .map((one) => ({ one, place: placeOf(one, here), rank: rankOf(one) + (named.has(one) ? 8 : 0) }))
    .filter(({ one }) => one.get('*').length > 0)
    .sort((a, b) => score(b) - score(a));

  const [main] = ranked.filter(({ place }) => place !== 'elsewhere');
  if (!main) return { entities: [], warnings: ranked[0] && ranked[0].rank > 1 ? [stale(ranked[0].one)] : [] };
  const others = ranked.filter(
    (other) => other !== main && other.place !== 'elsewhere' && (other.place === 'here' || isPage(other.one)),
  );
  return { entities: [main.one, ...others.map(({ one }) => one)], warnings: [] };
}

/** The page's address decides between things; a bare node of the page, as RDFa makes of any link, only when alone. */
function score({ one, place, rank }: { one: Entity; place: Place; rank: number }): number {
  if (place === 'elsewhere') return rank - 100;
  return rank + (place === 'here' && one.types.length ? 40 : 0);
}

function rankOf(entity: Entity): number {
  const traits = educational.filter((name) => entity.get(name).length).length;
  const kind = entity.types.some((type) => learning.test(type)) ? 6 : isPage(entity) ? 1 : entity.types.length ? 3 : 0;
  return kind + Math.min(traits, 4) * 4 + (entity.get('schema:mainentityofpage').length ? 2 : 0);
}

function isPage(entity: Entity): boolean {
  return entity.types.some((type) => /^schema:\w*page$/.test(type));
}

function nodesOf(entity: Entity, ...names: string[]): Entity[] {
  return entity.get(...names).flatMap(({ node }) => (node ? [node] : []));
}

function placeOf(entity: Entity, here: string[]): Place {
  const addresses = [
    entity.id,
    ...entity.get('schema:url').map(({ text, uri }) => uri ?? text),
    ...entity.get('schema:mainentityofpage').map(({ text, uri }) => uri ?? text),
    ...entity.get('ceterms:subjectwebpage').map(({ text, uri }) => uri ?? text),
  ].flatMap((address) => (address && pageAddress(address) ? [address] : []));
  if (!addresses.length) return 'unknown';
  return addresses.some((address) => here.some((page) => isSamePage(address, page))) ? 'here' : 'elsewhere';
}

/**
 * Whether an address in a statement means the page: host and path agree, whatever the scheme, `www.`, fragment and last
 * slash; a query counts only where both have one, since tabs carry tracking that statements leave out.
 */
export function isSamePage(stated: string, page: string): boolean {
  if (!URL.canParse(stated) || !URL.canParse(page)) return false;
  const [one, other] = [new URL(stated), new URL(page)];
  return plain(one) === plain(other) && (!one.search || !other.search || one.search === other.search);
}

function plain(url: URL): string {
  return url.host.replace(/^www\./, '') + url.pathname.replace(/\/$/, '');
}

function stale(entity: Entity): Warning {
  const address = entity.get('schema:url')[0];
  const where = address?.uri ?? address?.text ?? entity.id ?? '';
  return { ...staleStatement, where };
}
