import * as z from 'zod/mini';
import type { DeliveryPreview } from '../domain/delivery-preview.ts';
import { osmtSkillId, standsAtOsmt } from '../domain/osmt-statement.ts';
import { R344, R344Relation } from '../domain/problems.ts';
import type { SkillAlignment } from '../domain/skill-alignment.ts';
import type { Connection, Receipt } from './adapter.ts';
import { failed } from './failures.ts';
import { wrongShape } from './http.ts';
import { askAnyVersion, askVersion, type OsmtAsk, type OsmtVersion, osmtBase } from './osmt-request.ts';
import { RegistryError } from './registry-error.ts';
import { previewOf } from './request.ts';

/** An alignment of a skill, as OSMT keeps it: a name, and where it leads. It says nothing of how far the two fit. */
const Row = z.object({
  id: z.nullish(z.string()),
  skillName: z.nullish(z.string()),
  isPartOf: z.nullish(z.object({ name: z.nullish(z.string()) })),
});
type Row = z.infer<typeof Row>;

/** As much of a skill as says what it is aligned to (api/.../ApiSkill.kt). */
const Aligned = z.object({ alignments: z.nullish(z.array(Row)) });

/** What stands of a statement at the server, and by which version of its API it was asked. */
type Standing = { version: OsmtVersion; row?: Row };

/** Where a statement stands: at its subject, told from the subject's other alignments by what it leads to. */
export function alignmentAddress(connection: Connection, statement: SkillAlignment): string {
  return `${osmtBase(connection)}/api/skills/${skillIdOf(connection, statement)}#${encodeURIComponent(statement.object.uri)}`;
}

/** The request that adds a statement to its subject's alignments, with what it takes the place of. */
export async function previewAlignment(
  connection: Connection,
  statement: SkillAlignment,
  key: string,
  signal: AbortSignal,
): Promise<DeliveryPreview> {
  const standing = await standingOf(connection, statement, signal);
  const { path, ...ask } = adding(connection, statement, standing, key);
  const shown = previewOf(connection, { ...ask, address: `${osmtBase(connection)}/api/${standing.version}${path}` });
  if (!saysSo(standing.row, statement)) return shown;
  return { ...shown, dryRun: { outcome: 'standing' } };
}

/** Adds a statement to its subject's alignments, unless it stands there in these words. */
export async function publishAlignment(
  connection: Connection,
  statement: SkillAlignment,
  key: string,
  signal: AbortSignal,
): Promise<Receipt> {
  const uri = alignmentAddress(connection, statement);
  const standing = await standingOf(connection, statement, signal);
  if (saysSo(standing.row, statement)) return { uri, sent: false };
  const ask = adding(connection, statement, standing, key);
  const { body } = await askVersion(connection, standing.version, ask, Aligned, signal);
  // The answer is the skill as it is now; one without the alignment was taken by somebody who dropped it.
  if (!rowIn(body, statement)) throw wrongShape(connection, 'alignments');
  return { uri, sent: true };
}

/** Takes a statement out of its subject's alignments; the skill itself stays. Succeeds where either is gone already. */
export async function withdrawAlignment(
  connection: Connection,
  statement: SkillAlignment,
  key: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { version, row } = await standingOf(connection, statement, signal);
    if (!row) return;
    await askVersion(connection, version, updating(connection, statement, { remove: [row] }, key), Aligned, signal);
  } catch (error) {
    if (!(error instanceof RegistryError) || error.reason !== 'not-found') throw error;
  }
}

async function standingOf(connection: Connection, statement: SkillAlignment, signal: AbortSignal): Promise<Standing> {
  const path = `skills/${skillIdOf(connection, statement)}`;
  const { body, version } = await askAnyVersion(connection, { path }, Aligned, signal);
  const row = rowIn(body, statement);
  return { version, ...(row && { row }) };
}

/** A row of other words is taken out in the same request: OSMT keeps one for each wording (RichSkillRepository.kt). */
function adding(connection: Connection, statement: SkillAlignment, { row }: Standing, key: string): OsmtAsk {
  return updating(connection, statement, { add: [rowOf(statement)], ...(row && { remove: [row] }) }, key);
}

function updating(
  connection: Connection,
  statement: SkillAlignment,
  alignments: { add?: Row[]; remove?: Row[] },
  key: string,
): OsmtAsk {
  return {
    path: `skills/${skillIdOf(connection, statement)}/update`,
    method: 'POST',
    json: { alignments },
    key,
  };
}

function rowOf({ object }: SkillAlignment): Row {
  const { uri, name, statement, framework } = object;
  return {
    id: uri,
    skillName: name.trim() || statement || uri,
    ...(framework?.name && { isPartOf: { name: framework.name } }),
  };
}

function rowIn({ alignments }: z.infer<typeof Aligned>, { object }: SkillAlignment): Row | undefined {
  return alignments?.find(({ id }) => id === object.uri);
}

function saysSo(row: Row | undefined, statement: SkillAlignment): boolean {
  const wanted = rowOf(statement);
  return row?.skillName === wanted.skillName && row?.isPartOf?.name === wanted.isPartOf?.name;
}

function skillIdOf(connection: Connection, statement: SkillAlignment): string {
  const { address, name } = connection.registry;
  const id = osmtSkillId(address, statement.subject.uri);
  if (id && standsAtOsmt(address, statement)) return id;
  throw failed(connection, {
    reason: 'refused',
    ...(id ? R344Relation({ name }) : R344({ name, skill: statement.subject.name || statement.subject.uri })),
  });
}
