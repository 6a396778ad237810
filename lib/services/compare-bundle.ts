import type { IncomingAlignment, IncomingBundle } from '../domain/bundle.ts';
import { defaultFit, type ResourceAlignment } from '../domain/resource-alignment.ts';
import { skillIdentity } from '../domain/skill-identity.ts';
import { pageAddress } from '../domain/web-address.ts';

/**
 * What becomes of an alignment of a file. `fresh`: nobody here says it yet. `same`: it is said here, and the file says
 * nothing else of it. `changed`: the file has a later state of what is here. `conflict`: both changed, or nobody can tell
 * which is the later one.
 */
export type Verdict = 'fresh' | 'same' | 'changed' | 'conflict';

/** One alignment of a file beside what is kept. */
export type ComparedAlignment = { incoming: IncomingAlignment; kept?: ResourceAlignment; verdict: Verdict };

/** A file's alignments beside what is kept. */
export type Comparison = {
  alignments: ComparedAlignment[];
  /** Alignments of the file's pages that are kept here and that the file does not have. */
  missing: ResourceAlignment[];
  /** How many alignments the file says more than once; the last one counts. */
  doubled: number;
};

/** What identifies a statement, whoever wrote it down: page, relation, and the skill under whatever uri. */
export function statementKey(
  one: Pick<IncomingAlignment, 'resource' | 'relation'> & { skill: { uri: string } },
): string {
  return `${one.relation} ${pageAddress(one.resource) ?? one.resource} ${skillIdentity(one.skill.uri)}`;
}

/**
 * Compares a file with what is kept of its pages. `kept` has to hold every kept alignment of the file's pages and may hold
 * more. Linear in both.
 */
export function compareBundle(
  bundle: Pick<IncomingBundle, 'alignments'>,
  kept: readonly ResourceAlignment[],
): Comparison {
  const standing = new Map(kept.map((one) => [statementKey(one), one]));
  const said = new Map(bundle.alignments.map((one) => [statementKey(one), one]));
  const pages = new Set(bundle.alignments.map(({ resource }) => pageAddress(resource) ?? resource));
  const alignments = [...said].map(([key, incoming]) => compared(incoming, standing.get(key)));
  const missing = kept.filter((one) => pages.has(one.resource) && !said.has(statementKey(one)));
  return { alignments, missing, doubled: bundle.alignments.length - said.size };
}

function compared(incoming: IncomingAlignment, kept: ResourceAlignment | undefined): ComparedAlignment {
  if (!kept) return { incoming, verdict: 'fresh' };
  if (saysNothingElse(incoming, kept)) return { incoming, kept, verdict: 'same' };
  const isLater =
    incoming.id === kept.id &&
    incoming.modified !== undefined &&
    incoming.modified > kept.modified &&
    isUntouched(kept);
  return { incoming, kept, verdict: isLater ? 'changed' : 'conflict' };
}

/** What a file leaves out it does not contradict. */
function saysNothingElse({ fit, note, evidence }: IncomingAlignment, kept: ResourceAlignment): boolean {
  return (
    (fit === undefined || fit === kept.fit) &&
    (note === undefined || note === kept.note) &&
    (evidence === undefined || JSON.stringify(evidence) === JSON.stringify(kept.evidence))
  );
}

/** Whether nobody changed it here after it was made. */
function isUntouched({ revision }: ResourceAlignment): boolean {
  return revision === 1;
}

/** What an alignment of a file says once it is kept: what the file leaves out stays as it is here, else the default. */
export function choiceOfIncoming({ relation, fit, note, evidence }: IncomingAlignment, kept?: ResourceAlignment) {
  const words = note ?? kept?.note;
  const passage = evidence ?? kept?.evidence;
  return {
    relation,
    fit: fit ?? kept?.fit ?? defaultFit,
    ...(words !== undefined && { note: words }),
    ...(passage && { evidence: passage }),
  };
}
