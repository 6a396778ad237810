import type { Relation, ResourceAlignment } from '../../../lib/domain/resource-alignment.ts';
import type { TestBundle } from '../bundles.ts';
import type { FormatCase } from '../contract.ts';
import { identifying, openable } from './plain.ts';

/** schema.org's own property for a relation, where it has one. */
export const modern: Partial<Record<Relation, string>> = {
  teaches: 'teaches',
  assesses: 'assesses',
  requires: 'competencyRequired',
  educationalLevel: 'educationalLevel',
  educationalSubject: 'about',
};

/** Whether only an AlignmentObject carries the relation. */
export const onlyAlignmentObject = ({ relation }: ResourceAlignment) => modern[relation] === undefined;

/** What LRMI loses in whatever syntax, told from the bundle alone. */
export const lrmiLossesOf: FormatCase['losses'] = {
  identifier: (one) => (onlyAlignmentObject(one) ? openable(one.skill.uri) : identifying(one.skill.uri)) === undefined,
  fit: () => true,
  note: ({ note }) => Boolean(note),
  evidence: ({ evidence }) => evidence !== undefined,
  source: () => true,
  dates: () => true,
  author: (_, { author }) => Boolean(author?.name || author?.uri),
  'skill details': (one) => losesSkillDetails(one),
  'page details': (one, bundle) => losesPageDetails(bundle, one.resource),
};

function losesSkillDetails(one: ResourceAlignment): boolean {
  const { type, category, keywords, occupations, language, license, code, framework } = one.skill;
  const framed = framework?.uri !== undefined && (onlyAlignmentObject(one) || identifying(framework.uri) === undefined);
  const other = [category, language, license].some((detail) => detail !== undefined);
  return (
    Boolean(type || other || keywords.length || occupations?.length) ||
    (onlyAlignmentObject(one) && code !== undefined) ||
    framed
  );
}

/** Only three fields have a form to fit: a duration, a date, an address. */
function losesPageDetails({ resources }: TestBundle, address: string): boolean {
  const forms = { time: /^(PT30M|1 h 30 min)$/, date: /^2024-05-01$/, image: /./ };
  return Object.entries(forms).some(([name, form]) => {
    const all = resources.get(address)?.fields[name as keyof typeof forms] ?? [];
    const said = all.filter((one) => one.by === all[0]?.by && one.value !== '');
    return said.some(({ value, uri }) => (name === 'image' ? !(openable(uri) ?? openable(value)) : !form.test(value)));
  });
}
