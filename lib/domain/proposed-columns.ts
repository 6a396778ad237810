import type { ColumnMap } from './document-kind.ts';
import type { TableSample } from './framework-import.ts';

/**
 * How columns are usually called, the likelier names first: in English, and in the words of spreadsheets that other
 * languages brought along. Compared without capitals, spaces and punctuation.
 */
const usual: Record<keyof ColumnMap, readonly string[]> = {
  name: ['skillname', 'skill', 'competencyname', 'competency', 'competence', 'name', 'title', 'shortname', 'label']
    .concat(['preferredlabel', 'skilltitle', 'kompetenz', 'bezeichnung', 'titel', 'nom', 'titre', 'intitulé'])
    .concat(['nombre', 'título', 'nome', 'naam']),
  statement: [
    'skillstatement',
    'statement',
    'fullstatement',
    'description',
    'definition',
    'competencytext',
    'text',
  ].concat(['outcome', 'learningoutcome', 'beschreibung', 'définition', 'descripción', 'descrizione', 'omschrijving']),
  uri: ['uri', 'url', 'canonicalurl', 'iri', 'id', 'identifier', 'concepturi', 'link', 'address'],
  code: [
    'code',
    'codednotation',
    'humancodingscheme',
    'notation',
    'skillcode',
    'idnumber',
    'identifier',
    'id',
    'number',
  ].concat(['nr', 'no', 'nummer', 'numéro', 'código', 'codice']),
  category: ['category', 'categories', 'group', 'domain', 'area', 'strand', 'topic', 'subject', 'cluster'].concat([
    'kategorie',
    'bereich',
    'catégorie',
    'domaine',
    'categoría',
    'categoria',
  ]),
  keywords: ['keywords', 'keyword', 'tags', 'tag', 'altlabels', 'synonyms', 'stichwörter', 'schlagwörter'].concat([
    'motsclés',
    'palabrasclave',
    'parolechiave',
  ]),
  level: ['level', 'grade', 'gradelevel', 'educationlevel', 'proficiency', 'stufe', 'niveau', 'nivel', 'livello'],
  parent: ['parent', 'parentid', 'parentcode', 'parenturi', 'parentname', 'broader', 'ischildof', 'übergeordnet'],
};

/** Likeliest first: what is taken for one thing is not taken for another. */
const order: readonly (keyof ColumnMap)[] = [
  'parent',
  'name',
  'statement',
  'uri',
  'code',
  'category',
  'keywords',
  'level',
];

/**
 * What the columns of a table seem to hold, by their headings and first rows, for the person to agree to or to change.
 * Undefined where nothing in it could be a name.
 */
export function proposedColumns({ headings, rows }: TableSample): ColumnMap | undefined {
  const found: Partial<Record<keyof ColumnMap, string>> = {};
  const free = new Set(headings);
  for (const field of order) {
    const heading = usual[field].map((name) => [...free].find((one) => bareOf(one) === name)).find(Boolean);
    if (heading === undefined || !couldHold(field, cellsUnder(heading, { headings, rows }))) continue;
    found[field] = heading;
    free.delete(heading);
  }
  const name = found.name ?? found.statement ?? firstWords([...free], { headings, rows });
  if (name === undefined) return undefined;
  if (name === found.statement) delete found.statement;
  return { ...found, name };
}

/** Whether the cells of a column look like what its heading says: an `id` may hold addresses or codes. */
function couldHold(field: keyof ColumnMap, cells: string[]): boolean {
  if (field === 'uri') return cells.length > 0 && cells.every((cell) => /^(https?:\/\/|urn:)\S+$/i.test(cell));
  if (field === 'code') return cells.every((cell) => cell.length <= 60);
  return true;
}

/** The first column whose cells are words, and neither numbers nor addresses. */
function firstWords(headings: string[], sample: TableSample): string | undefined {
  return headings.find((heading) => {
    const cells = cellsUnder(heading, sample);
    return cells.length > 0 && cells.every((cell) => /\p{L}{2}/u.test(cell) && !/^(https?:|urn:|\S+@)/i.test(cell));
  });
}

function cellsUnder(heading: string, { headings, rows }: TableSample): string[] {
  const place = headings.indexOf(heading);
  return rows.map((row) => row[place] ?? '').filter((cell) => cell !== '');
}

function bareOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
