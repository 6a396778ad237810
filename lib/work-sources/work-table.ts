import type { TableSample } from '../domain/framework-import.ts';
import { newLineTally } from '../skill-documents/line-tally.ts';
import type { DocumentSource } from '../skill-documents/skill-document.ts';
import { openTable } from '../skill-documents/table.ts';
import { listedAddress, type NamedPages, newPageTally } from './page-tally.ts';

/** Which columns of a table hold what, by their headings. */
export type WorkColumns = { address: string; title?: string };

/** How columns are usually called; compared without capitals, spaces and punctuation. */
const usual = {
  address: [
    'url',
    'address',
    'link',
    'uri',
    'webaddress',
    'pageurl',
    'location',
    'loc',
    'href',
    'permalink',
    'adresse',
  ].concat(['dcidentifieruri', 'dcidentifier', 'identifier', 'lien', 'enlace', 'الرابط']),
  title: ['title', 'name', 'pagetitle', 'dctitle', 'titel', 'titre', 'título', 'titulo', 'nom', 'nombre', 'العنوان'],
};

/** What the columns of a table seem to hold, for the person to agree to; without an address where nothing looks like one. */
export function proposedWorkColumns({ headings, rows }: TableSample): Partial<WorkColumns> {
  const cellsOf = (heading: string) => rows.map((row) => row[headings.indexOf(heading)] ?? '').filter(Boolean);
  const addressesUnder = (heading: string) => cellsOf(heading).filter((cell) => listedAddress(cell)).length;
  // What is called an address and holds one is one; what is called otherwise has to look like it in most rows.
  const address =
    named(headings, usual.address).find((heading) => addressesUnder(heading) > 0) ??
    headings.find((heading) => addressesUnder(heading) * 2 > cellsOf(heading).length);
  const title = named(headings, usual.title).find((heading) => heading !== address);
  return { ...(address !== undefined && { address }), ...(title !== undefined && { title }) };
}

/** The choice, where it is enough to read a table by. */
export function wholeWorkColumns({ address, title }: Partial<WorkColumns>): WorkColumns | undefined {
  return address === undefined ? undefined : { address, ...(title !== undefined && { title }) };
}

/** The pages of a table. A row with nothing under the address is refused by what else it says. */
export async function tablePages(
  source: DocumentSource,
  columns: WorkColumns,
  signal: AbortSignal,
): Promise<NamedPages> {
  const tally = newPageTally();
  const lines = newLineTally();
  const table = await openTable(source, signal);
  const [address, title] = [columns.address, columns.title].map((one) => table.headings.indexOf(one ?? ''));
  for await (const { cells } of table.rows(lines, signal)) {
    const text = cells[address ?? -1] ?? '';
    if (text === '') tally.refuse(cells.join(' '));
    else tally.add(text, cells[title ?? -1] ?? '');
  }
  const { named: found } = tally;
  // Rows with more cells than headings, of which nobody can say which cell is which.
  const left = lines.warnings.find(({ code }) => code === 'I441')?.count ?? 0;
  return { ...found, refused: { ...found.refused, count: found.refused.count + left } };
}

/** The headings that are called one of these names, the likelier name first. */
function named(headings: readonly string[], names: readonly string[]): string[] {
  return names.flatMap((name) => headings.filter((heading) => bareOf(heading) === name));
}

function bareOf(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
