import Papa from 'papaparse';
import type { Coverage } from '../../lib/domain/coverage.ts';
import { sentenceOf } from '../../lib/domain/skill.ts';
import type { OutlineLine } from '../../lib/domain/skill-outline.ts';
import { t } from '../../lib/language/words.ts';

/** Lines of a framework with how they are covered, as CSV (RFC 4180). What a spreadsheet would take for a formula is text. */
export function coverageTable(outline: readonly OutlineLine[], { lines }: Coverage, places: readonly number[]): string {
  const rows = places.flatMap((place) => {
    const line = outline[place];
    const covered = lines[place];
    if (!line || !covered) return [];
    const { node, depth } = line;
    const { pages, state, skills, taught, assessed } = covered;
    const below = state === undefined && skills > 0 ? [skills, taught, assessed] : ['', '', ''];
    const said = state ? t(`coverage.show.${state}`) : '';
    const counts = [pages.teaches, pages.assesses, pages.requires];
    return [[depth + 1, node.code ?? '', node.name || sentenceOf(node), node.uri, ...counts, said, ...below]];
  });
  return Papa.unparse([headings(), ...rows], { escapeFormulae: true, newline: '\r\n' });
}

function headings(): string[] {
  return [
    t('coverage.column.level'),
    t('coverage.column.code'),
    t('coverage.column.skill'),
    t('coverage.column.address'),
    t('coverage.teaches'),
    t('coverage.assesses'),
    t('coverage.requires'),
    t('coverage.column.state'),
    t('coverage.column.skills'),
    t('coverage.column.taught'),
    t('coverage.column.assessed'),
  ];
}

/** The file's name: after the framework, without what a file's name cannot have. */
export function coverageFileName(framework: string): string {
  const plain = framework
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return `${plain || 'framework'}-coverage.csv`;
}
