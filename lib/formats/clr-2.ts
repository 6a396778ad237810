import type { Bundle } from '../domain/bundle.ts';
import type { SkillAlignment, SkillReference } from '../domain/skill-alignment.ts';
import { contextsFor, credentialHead, pageCredential, skillAchievement } from './achievement.ts';
import { achievementFields, achievementLosses, losesType } from './achievement-losses.ts';
import { isClr, readClr } from './clr-2-read.ts';
import { associationTypes, clrContext } from './clr-2-terms.ts';
import type { AlignmentFormat, WriteOptions, Written } from './format.ts';
import { linksOf } from './identifier.ts';
import { type Json, jsonText } from './json-text.ts';
import { lineAt, listChunks } from './list-chunks.ts';
import { type LossTally, tallyLosses } from './losses.ts';
import { countBadgeLosses, describeTarget } from './open-badges.ts';
import { type ResourceGroup, resourceGroups } from './resource-groups.ts';
import { uuid5 } from './uuid5.ts';

const lossTable = {
  ...achievementLosses,
  strength: 'clr.strength',
} as const;
type Lost = keyof typeof lossTable;

/**
 * Comprehensive Learner Record 2.0 (https://www.imsglobal.org/spec/clr/v2p0/) on Verifiable Credentials 2.0, unsigned: one
 * ClrCredential. It holds an AchievementCredential for each group of alignments, just as Open Badges 3.0 writes it; the
 * skills that statements tie together as achievements of their own; and the statements as Associations between these.
 */
export const clr2: AlignmentFormat = {
  id: 'clr-2',
  write(bundle, options = {}) {
    const tally = tallyLosses(lossTable);
    return {
      chunks: chunks(bundle, options, tally),
      mediaType: 'application/ld+json',
      extension: '.json',
      get losses() {
        return tally.list();
      },
    } satisfies Written;
  },
  recognises: ({ json }) => isClr(json),
  read: readClr,
};

async function* chunks(
  bundle: Bundle,
  { indent = 2, signal }: WriteOptions,
  tally: LossTally<Lost>,
): AsyncGenerator<string> {
  const place = `${linksOf(bundle.author?.uri).iri ?? 'https://placeholder.invalid/'}#record-${bundle.made}`;
  const learner = uuid5(`${place}#learner`);
  const [first = '', ...others] = contextsFor({});
  const record = {
    '@context': [first, clrContext, ...others],
    id: uuid5(place),
    ...credentialHead('ClrCredential', 'Alignments', bundle, {}),
    credentialSubject: { id: learner, type: ['ClrSubject'] },
  };
  // The lists go before the end of the subject, which is the last member.
  const end = `${lineAt(1, indent)}}${lineAt(0, indent)}}`;
  yield jsonText(record, indent).slice(0, -end.length);
  const associations: Json[] = [];
  const lists = {
    verifiableCredential: credentials(bundle, learner, signal, tally),
    achievement: achievements(bundle.skillAlignments ?? [], associations, tally),
    association: associations,
  };
  yield* listChunks(lists, { depth: 2, indent, signal });
  yield end;
}

/** The pages' credentials. All are given to the record's own learner (CLR 2.0, section "ClrSubject"). */
async function* credentials(
  bundle: Bundle,
  learner: string,
  signal: AbortSignal | undefined,
  tally: LossTally<Lost>,
): AsyncGenerator<Json> {
  for await (const group of resourceGroups(bundle, signal)) {
    countLosses(group, bundle, tally);
    const credential = pageCredential(group, bundle, {});
    yield { ...credential, credentialSubject: { ...credential.credentialSubject, id: learner } };
  }
}

/**
 * The skills of statements, each state of a skill once. The statements come in one pass and are written after the skills:
 * of each waits what an Association says, a word and two identifiers.
 */
async function* achievements(
  statements: NonNullable<Bundle['skillAlignments']>,
  associations: Json[],
  tally: LossTally<Lost>,
): AsyncGenerator<Json> {
  const written = new Set<string>();
  for await (const statement of statements) {
    countStatementLosses(statement, tally);
    const [subject, object] = [achievementOf(statement.subject), achievementOf(statement.object)];
    for (const one of [subject, object]) {
      if (written.has(one.id)) continue;
      written.add(one.id);
      yield one;
    }
    const { type, swapped } = associationTypes[statement.relation];
    const [source, target] = swapped ? [object, subject] : [subject, object];
    associations.push({ type: 'Association', associationType: type, sourceId: source.id, targetId: target.id });
  }
}

/** A skill as an achievement. Its identifier is made of all that is said of it: other words are another state. */
function achievementOf(skill: SkillReference) {
  const target = describeTarget(skill);
  const id = uuid5(`${target.targetUrl}#achievement=${JSON.stringify(target)}`);
  return skillAchievement(skill, id, { narrative: `To have the skill: ${target.targetName}.` });
}

function countLosses(group: ResourceGroup, bundle: Bundle, tally: LossTally<Lost>): void {
  countBadgeLosses(group, bundle, tally, { carried: achievementFields(group) });
  for (const { skill } of group.alignments) {
    if (losesType(skill)) tally.add('skill type');
    tally.add('learner');
  }
}

function countStatementLosses({ subject, relation, object, note }: SkillAlignment, tally: LossTally<Lost>): void {
  const ends = [subject, object];
  if (ends.some(({ uri }) => !linksOf(uri).url)) tally.add('identifier');
  if (ends.some(({ name }) => name === '')) tally.add('name');
  if (ends.some(({ framework }) => framework?.uri !== undefined)) tally.add('skill details', ['framework address']);
  if (relation === 'minor') tally.add('strength');
  if (note) tally.add('note');
  tally.add('dates');
}
