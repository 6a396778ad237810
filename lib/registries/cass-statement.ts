import { md5 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import * as z from 'zod/mini';
import { type CassWork, cassWork, shortId } from '../domain/cass-work.ts';
import type { Publication } from './adapter.ts';
import { CassId } from './cass-competency.ts';
import { localised } from './localised.ts';

/** An alignment as CASS stores it, not yet given an id. */
export type CassStatement = CassWork & {
  /** PEMs of those who may change it. */
  owner: string[];
};

/**
 * The MD5 (RFC 1321) of a text's UTF-8 bytes in hexadecimal, with which CASS names objects. It names, it does not
 * protect. CASS's own library differs outside of ASCII, which addresses written as the browser writes them never leave.
 */
export function nameOf(text: string): string {
  return bytesToHex(md5(utf8ToBytes(text)));
}

/**
 * The name of an alignment's object: for `teaches` the MD5 of the page's address and the competency's short id, the
 * same object that CASS's own tool (vlrc) writes; for any other relation the MD5 of both and `#` and the relation, so
 * that two relations between one page and one skill are two objects.
 */
export function guidOf({ alignment }: Publication): string {
  const { resource, relation, skill } = alignment;
  return nameOf(`${resource}${shortId(skill.uri)}${relation === 'teaches' ? '' : `#${relation}`}`);
}

/** What is published, and who may change it there. */
export function statementOf(
  { alignment, resource }: Pick<Publication, 'alignment' | 'resource'>,
  owner: string,
): CassStatement {
  return { ...cassWork(alignment, resource), owner: [owner] };
}

const Owners = z.optional(z.union([z.string(), z.array(z.string())]));
const Alignment = z.record(z.string(), z.unknown());

/** An alignment as it is found standing; others may have written it, in older forms too. */
export const StandingStatement = z.object({
  '@id': CassId,
  name: z.optional(z.unknown()),
  description: z.optional(z.unknown()),
  url: z.optional(z.unknown()),
  educationalAlignment: z.optional(z.union([Alignment, z.array(Alignment)])),
  owner: Owners,
  '@owner': Owners,
});
export type StandingStatement = z.infer<typeof StandingStatement>;

/** Whether only others may change what stands. An object without an owner anyone may change. */
export function isOthers(standing: StandingStatement, key: string): boolean {
  return ownersOf(standing).length > 0 && !isOwnedBy(standing, key);
}

/** Whether a key, as PEM, is among the owners of what stands. */
export function isOwnedBy(standing: StandingStatement, key: string): boolean {
  return ownersOf(standing).some((owner) => owner.replace(/\s/g, '') === key.replace(/\s/g, ''));
}

/** The PEMs of those who may change what stands. */
export function ownersOf(standing: StandingStatement): string[] {
  return [standing.owner ?? [], standing['@owner'] ?? []].flat();
}

/**
 * Whether there is nothing to send: the same page stands in the same relation to the same skill, in the same words.
 * Where it belongs to others the words do not count, since we could not change them.
 */
export function standsAlready(standing: StandingStatement, statement: CassStatement): boolean {
  const theirs = plain(standing);
  const ours = plain(statement);
  const same = (members: (keyof typeof ours)[]) => members.every((member) => theirs[member] === ours[member]);
  if (!same(['url', 'alignmentType', 'targetUrl'])) return false;
  const words: (keyof typeof ours)[] = [
    'name',
    'description',
    'targetName',
    'targetDescription',
    'educationalFramework',
  ];
  return isOthers(standing, statement.owner[0] ?? '') || same(words);
}

function plain(statement: StandingStatement | CassStatement) {
  const alignment: Record<string, unknown> = [statement.educationalAlignment ?? []].flat()[0] ?? {};
  const word = (value: unknown) => localised(value)?.text;
  return {
    url: word(statement.url),
    name: word(statement.name),
    description: word(statement.description),
    alignmentType: word(alignment.alignmentType),
    targetUrl: shortId(word(alignment.targetUrl) ?? ''),
    targetName: word(alignment.targetName),
    targetDescription: word(alignment.targetDescription),
    educationalFramework: word(alignment.educationalFramework),
  };
}
