import type { AlignmentColumns } from '../domain/alignment-columns.ts';
import { relationOf } from '../domain/alignment-type.ts';
import type { IncomingAlignment } from '../domain/bundle.ts';
import { Evidence } from '../domain/evidence.ts';
import { F502RowPage, F502RowRelation } from '../domain/problems.ts';
import { defaultRelation, Fit } from '../domain/resource-alignment.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { textsOfCell } from './csv-cells.ts';
import { linksOf } from './identifier.ts';
import type { WarningTally } from './incoming.ts';
import { incomingSkill } from './incoming-skill.ts';

/** The text under a heading in one row; empty where there is none. */
export type CellOf = (heading: string | undefined) => string;

/** An alignment of a row, and how the page is called there. */
export type ReadRow = { alignment: IncomingAlignment; title: string };

const own: AlignmentColumns = {
  resource: 'Page address',
  title: 'Page title',
  relation: 'Relation',
  fit: 'Fit',
  skillUri: 'Skill address',
  skillName: 'Skill name',
  skillStatement: 'Skill statement',
  skillCode: 'Skill code',
  framework: 'Framework',
  frameworkUri: 'Framework address',
  note: 'Note',
};

/** A row under the headings that we write. Undefined, with a warning, where it is no alignment. */
export function readOwnRow(cell: CellOf, warnings: WarningTally): ReadRow | undefined {
  const read = readForeignRow(cell, own, warnings);
  if (!read) return undefined;
  const { skill, ...said } = read.alignment;
  const evidence = evidenceOf(cell);
  const id = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(cell('Alignment id')) ? cell('Alignment id') : undefined;
  const [created, modified] = [momentIn(cell('Made')), momentIn(cell('Changed'))];
  const license = linksOf(cell('Licence')).iri;
  const alignment: IncomingAlignment = {
    ...(id && { id }),
    ...said,
    skill: {
      ...skill,
      type: cell('Skill type'),
      ...(cell('Category') && { category: cell('Category') }),
      keywords: textsOfCell(cell('Keywords')),
      ...(cell('Language') && { language: cell('Language') }),
      ...(license && { license }),
    },
    ...(evidence && { evidence }),
    ...(created && { created }),
    ...(modified && { modified }),
  };
  return { alignment, title: read.title };
}

/** A row of a table that others made, by what its columns hold. Undefined, with a warning, where it is no alignment. */
export function readForeignRow(cell: CellOf, columns: AlignmentColumns, warnings: WarningTally): ReadRow | undefined {
  const resource = cell(columns.resource).trim();
  if (!isWebAddress(resource)) {
    warnings.add(F502RowPage);
    return undefined;
  }
  const word = cell(columns.relation).trim();
  const relation = word === '' ? defaultRelation : relationOf(word);
  if (!relation) {
    warnings.add(F502RowRelation);
    return undefined;
  }
  const said = (heading: string | undefined) => cell(heading) || undefined;
  const named = {
    uri: said(columns.skillUri)?.trim(),
    name: said(columns.skillName) ?? (columns.skillName === undefined ? said(columns.skillCode) : ''),
    statement: said(columns.skillStatement),
    code: said(columns.skillCode),
    framework: { uri: said(columns.frameworkUri)?.trim(), name: said(columns.framework) },
  };
  const skill = incomingSkill(named, warnings);
  if (!skill) return undefined;
  const fit = Fit.safeParse(cell(columns.fit).trim().toLowerCase()).data;
  const note = cell(columns.note).slice(0, 2000);
  const alignment = { resource, relation, skill, ...(fit && { fit }), ...(note && { note }) };
  return { alignment, title: cell(columns.title) };
}

function evidenceOf(cell: CellOf): Evidence | undefined {
  const address = linksOf(cell('Quote address')).url;
  const whole = (heading: string) => Number.parseInt(cell(heading), 10) || 0;
  return Evidence.safeParse({
    quote: { type: 'TextQuoteSelector', exact: cell('Quote'), prefix: cell('Text before'), suffix: cell('Text after') },
    position: { type: 'TextPositionSelector', start: whole('Quote start'), end: whole('Quote end') },
    ...(address && { address }),
    ...(cell('Quote frame') && { frame: cell('Quote frame') }),
  }).data;
}

function momentIn(text: string): string | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
