import * as z from 'zod/mini';
import type { TableSample } from './framework-import.ts';

/** What a column of a table of alignments holds; the value is the column's heading. */
export const AlignmentColumns = z.object({
  /** The address of the page. */
  resource: z.string(),
  title: z.optional(z.string()),
  relation: z.optional(z.string()),
  fit: z.optional(z.string()),
  skillUri: z.optional(z.string()),
  skillName: z.optional(z.string()),
  skillStatement: z.optional(z.string()),
  skillCode: z.optional(z.string()),
  framework: z.optional(z.string()),
  frameworkUri: z.optional(z.string()),
  note: z.optional(z.string()),
});
export type AlignmentColumns = z.infer<typeof AlignmentColumns>;

/** How columns are usually called, the likelier names first; compared without capitals, spaces and punctuation. */
const usual: Record<keyof AlignmentColumns, readonly string[]> = {
  resource: ['pageaddress', 'page', 'resource', 'resourceurl', 'pageurl', 'url', 'link', 'address', 'website', 'seite'],
  title: ['pagetitle', 'resourcetitle', 'resourcename', 'title', 'titel', 'titre', 'título'],
  relation: ['relation', 'alignmenttype', 'relationship', 'alignment', 'beziehung'],
  fit: ['fit', 'strength', 'alignmentstrength'],
  skillUri: [
    'skilladdress',
    'skilluri',
    'skillurl',
    'targeturl',
    'competencyurl',
    'standardurl',
    'skillid',
    'standardid',
  ],
  skillName: [
    'skillname',
    'skill',
    'targetname',
    'competency',
    'competencyname',
    'standard',
    'kompetenz',
    'compétence',
  ],
  skillStatement: ['skillstatement', 'statement', 'targetdescription', 'skilldescription', 'standarddescription'],
  skillCode: ['skillcode', 'code', 'targetcode', 'standardcode', 'notation'],
  framework: ['framework', 'frameworkname', 'educationalframework', 'targetframework', 'collection', 'rahmen'],
  frameworkUri: ['frameworkaddress', 'frameworkuri', 'frameworkurl'],
  note: ['note', 'notes', 'comment', 'comments', 'remark', 'notiz', 'kommentar', 'remarque', 'nota'],
};

/**
 * What the columns of a table of alignments hold where their headings leave no doubt. Undefined where no column that is
 * called so holds web addresses of pages, or none names a skill.
 */
export function proposedAlignmentColumns(table: TableSample): AlignmentColumns | undefined {
  return wholeAlignmentColumns(columnsByHeading(table));
}

/**
 * What the columns of any table may hold, for the person to agree to or to change: by their headings, and for the page,
 * where no heading tells, the first other column of web addresses.
 */
export function guessedAlignmentColumns(table: TableSample): Partial<AlignmentColumns> {
  const found = columnsByHeading(table);
  if (found.resource !== undefined) return found;
  const taken = new Set(Object.values(found));
  const resource = table.headings.find((heading) => !taken.has(heading) && holdsAddresses(heading, table));
  return resource === undefined ? found : { resource, ...found };
}

/** A column map with all that is needed: where the page stands, and by what the skill is known. Undefined for any other. */
export function wholeAlignmentColumns({
  resource,
  ...others
}: Partial<AlignmentColumns>): AlignmentColumns | undefined {
  const namesSkill = others.skillUri ?? others.skillName ?? others.skillStatement ?? others.skillCode;
  return resource === undefined || namesSkill === undefined ? undefined : { resource, ...others };
}

function columnsByHeading(table: TableSample): Partial<AlignmentColumns> {
  const { headings } = table;
  const found: Partial<AlignmentColumns> = {};
  for (const field of Object.keys(usual) as (keyof AlignmentColumns)[]) {
    const taken = new Set(Object.values(found));
    const free = headings.filter((heading) => !taken.has(heading));
    const heading = usual[field].map((name) => free.find((one) => bareOf(one) === name)).find(Boolean);
    if (heading !== undefined) found[field] = heading;
  }
  const { resource, ...others } = found;
  return resource !== undefined && holdsAddresses(resource, table) ? found : others;
}

/** Whether at least half of the cells of a column that hold anything hold a web address. */
function holdsAddresses(heading: string, { headings, rows }: TableSample): boolean {
  const place = headings.indexOf(heading);
  const cells = rows.map((row) => row[place]?.trim() ?? '').filter((cell) => cell !== '');
  return cells.length > 0 && cells.filter((cell) => /^https?:\/\//i.test(cell)).length * 2 >= cells.length;
}

function bareOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
