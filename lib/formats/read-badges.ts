import type { IncomingBundle } from '../domain/bundle.ts';
import type { FieldName, Fields, LearningResourceDraft } from '../domain/learning-resource.ts';
import { F502BadgePage, F502BadgeRelation } from '../domain/problems.ts';
import { defaultRelation } from '../domain/resource-alignment.ts';
import { isWebAddress, pageAddress } from '../domain/web-address.ts';
import type { WarningTally } from './incoming.ts';
import { incomingSkill } from './incoming-skill.ts';
import { type Entry, entriesIn, memberOf, wordIn } from './json-reading.ts';

/** What a badge says, in the words of either version. */
export type SaidBadge = {
  /** What may be the page's address, the best first. */
  addresses: unknown[];
  fields: Partial<Record<FieldName, unknown>>;
  /** Its alignments. */
  targets: Entry[];
};

/** What badges say, as it can be imported. A badge that names no web page is left out, with a warning. */
export function readBadges(badges: Iterable<SaidBadge>, warnings: WarningTally): IncomingBundle {
  const resources = new Map<string, LearningResourceDraft>();
  const alignments: IncomingBundle['alignments'] = [];
  for (const { addresses, fields, targets } of badges) {
    const address = pageOf(addresses);
    if (!address) {
      if (targets.length > 0) warnings.add(F502BadgePage);
      continue;
    }
    if (!resources.has(address)) resources.set(address, { address, fields: fieldsOf(fields) });
    for (const target of targets) {
      const skill = skillOf(target, warnings);
      if (!skill) continue;
      warnings.add(F502BadgeRelation({ relation: defaultRelation }));
      alignments.push({ resource: address, relation: defaultRelation, skill });
    }
  }
  return { resources: [...resources.values()], alignments, skills: [], skillAlignments: [] };
}

/** The page's address among what may be one; undefined where none is http(s). */
function pageOf(addresses: readonly unknown[]): string | undefined {
  const address = addresses.map((one) => wordIn(one)).find((one) => one !== undefined && isWebAddress(one));
  return address && pageAddress(address);
}

/** The skill of an alignment, by its members in Open Badges 2.0 and 3.0 or by their names in 1.x. */
export function skillOf(target: Entry, warnings: WarningTally) {
  const word = (...names: string[]) =>
    names.map((name) => wordIn(memberOf(target, name))).find((one) => one !== undefined);
  return incomingSkill(
    {
      uri: word('targetUrl', 'url', 'id'),
      name: word('targetName', 'name'),
      statement: word('targetDescription', 'description'),
      code: word('targetCode'),
      type: word('targetType')?.replace(/^ext:/, ''),
      framework: { name: word('targetFramework', 'framework') },
    },
    warnings,
  );
}

function fieldsOf(said: SaidBadge['fields']): Fields {
  const fields: Fields = {};
  for (const [name, value] of Object.entries(said) as [FieldName, unknown][]) {
    const words = [value].flat().flatMap((one) => wordIn(one) || []);
    if (words.length > 0) fields[name] = words.map((value) => ({ value, by: 'json-ld' }));
  }
  return fields;
}

/** The alignments that stand directly in a node: `alignment`, or `alignments` as early drafts had it. */
export function alignmentsIn(node: Entry): Entry[] {
  return [...entriesIn(memberOf(node, 'alignment')), ...entriesIn(memberOf(node, 'alignments'))];
}

/** The addresses of a document's contexts, and of the context of the first document in a list. */
export function contextsOf(json: unknown): string[] {
  const [first] = entriesIn(json);
  return [memberOf(first, '@context')].flat().filter((one) => typeof one === 'string');
}

/** Whether a document is a list of nothing: what no alignments are written as, and no sign of any format. */
export function isEmptyList(json: unknown): boolean {
  return Array.isArray(json) && json.length === 0;
}
