import { relationOf } from '../domain/alignment-type.ts';
import type { IncomingAlignment } from '../domain/bundle.ts';
import type { LearningResourceDraft } from '../domain/learning-resource.ts';
import { F502Envelope, F502EnvelopePage, F502NoRelation, F502UnknownRelation } from '../domain/problems.ts';
import { defaultRelation, type Relation } from '../domain/resource-alignment.ts';
import { isWebAddress } from '../domain/web-address.ts';
import { linksOf } from './identifier.ts';
import type { WarningTally } from './incoming.ts';
import { incomingSkill } from './incoming-skill.ts';
import { type Entry, entriesIn, jsonIn, memberOf, wordIn } from './json-reading.ts';

/**
 * The envelopes in a document: one alone, a list, what `POST /publish` takes, what `/slice` and `/obtain` answer
 * (LearningRegistry, lr/controllers/slice.py and obtain.py), or bare records of the Credential Registry's archive of it.
 */
export function envelopesIn(json: unknown): Entry[] {
  return entriesIn(json).flatMap((one) => {
    const documents = memberOf(one, 'documents');
    if (!Array.isArray(documents)) return [one];
    return entriesIn(documents).flatMap((each) => {
      const inner = memberOf(each, 'document') ?? memberOf(each, 'resource_data_description');
      return inner === undefined ? [each] : entriesIn(inner);
    });
  });
}

/** Whether an object is an envelope, or a record that was taken out of one and still says so. */
export function isEnvelope(entry: Entry): boolean {
  return memberOf(entry, 'doc_type') === 'resource_data' || Object.hasOwn(entry, 'registry_metadata');
}

/** The alignments of an envelope, whatever its release; its page goes among the resources. */
export function readEnvelope(
  envelope: Entry,
  resources: Map<string, LearningResourceDraft>,
  warnings: WarningTally,
): IncomingAlignment[] {
  if (!isEnvelope(envelope)) return [];
  const data = Object.hasOwn(envelope, 'resource_data') ? memberOf(envelope, 'resource_data') : envelope;
  const payload = typeof data === 'string' ? jsonIn(data) : data;
  const locator = wordIn(memberOf(envelope, 'resource_locator'));
  const works = entriesIn(payload);
  if (works.length === 0) {
    warnings.add(F502Envelope);
    return [];
  }
  return works.flatMap((work) => {
    const activity = entriesIn(memberOf(work, 'activity'))[0];
    const reader = { resources, warnings, locator };
    return activity ? readActivity(activity, reader) : readWork(work, reader);
  });
}

type Reader = { resources: Map<string, LearningResourceDraft>; warnings: WarningTally; locator: string | undefined };

function readWork(work: Entry, { resources, warnings, locator }: Reader): IncomingAlignment[] {
  const targets = entriesIn(memberOf(work, 'educationalAlignment'));
  if (targets.length === 0) return [];
  const address = addressOf([locator, wordIn(memberOf(work, 'url')), wordIn(memberOf(work, '@id'))], warnings);
  if (address === undefined) return [];
  remember(resources, address, wordIn(memberOf(work, 'name')), wordIn(memberOf(work, 'description')));
  return targets.flatMap((target) => {
    const word = (name: string) => wordIn(memberOf(target, name));
    const relation = relationOf(word('alignmentType'));
    if (!relation) {
      warnings.add(F502UnknownRelation);
      return [];
    }
    const framework = word('educationalFramework');
    const isAddress = framework !== undefined && linksOf(framework).iri === framework;
    const said = {
      uri: word('targetUrl'),
      name: word('targetName') ?? word('name'),
      statement: word('targetDescription'),
      framework: isAddress ? { uri: framework } : { name: framework },
    };
    return aligned(address, relation, said, warnings);
  });
}

/** LR Paradata 1.0: a person or a group aligned, or matched, a resource to what is related. */
function readActivity(activity: Entry, { resources, warnings, locator }: Reader): IncomingAlignment[] {
  const [verb] = entriesIn(memberOf(activity, 'verb'));
  const [object] = entriesIn(memberOf(activity, 'object'));
  if (!/^(aligned|matched)$/i.test(wordIn(memberOf(verb, 'action')) ?? '')) return [];
  const address = addressOf([wordIn(memberOf(object, 'id')), locator], warnings);
  if (address === undefined) return [];
  remember(resources, address, wordIn(memberOf(object, 'displayName')), wordIn(memberOf(object, 'description')));
  const created = momentIn(wordIn(memberOf(verb, 'date')));
  return entriesIn(memberOf(activity, 'related')).flatMap((one) => {
    const word = (name: string) => wordIn(memberOf(one, name));
    const said = { uri: word('id'), name: word('displayName'), statement: word('content') };
    const read = aligned(address, defaultRelation, said, warnings);
    if (read.length > 0) warnings.add(F502NoRelation);
    return read.map((alignment) => ({ ...alignment, ...(created && { created }) }));
  });
}

function aligned(
  resource: string,
  relation: Relation,
  said: Parameters<typeof incomingSkill>[0],
  warnings: WarningTally,
): IncomingAlignment[] {
  const skill = incomingSkill(said, warnings);
  return skill ? [{ resource, relation, skill }] : [];
}

function addressOf(candidates: (string | undefined)[], warnings: WarningTally): string | undefined {
  const address = candidates.find((one) => one !== undefined && isWebAddress(one));
  if (address === undefined) warnings.add(F502EnvelopePage);
  return address;
}

function remember(
  resources: Map<string, LearningResourceDraft>,
  address: string,
  title: string | undefined,
  description: string | undefined,
): void {
  if (resources.has(address)) return;
  const said = (value: string | undefined) => (value ? [{ value, by: 'json-ld' as const }] : undefined);
  const named = title === address ? undefined : said(title);
  const described = said(description);
  const fields = { ...(named && { title: named }), ...(described && { description: described }) };
  resources.set(address, { address, fields });
}

function momentIn(text: string | undefined): string | undefined {
  const time = Date.parse(text ?? '');
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}
