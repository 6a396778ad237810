// Written by "npm run words" from locales/en/problem.json. Do not edit it.
// biome-ignore-all format: a line for each text, however long
import { caseIn, numberIn } from '../english.ts';
import type { Problem } from '../problem.ts';
import type { Sentence } from '../sentence.ts';

/** This file holds no alignments in a form that Plumbline reads. */
export const F500: Problem = {
  code: 'F500',
  message: "This file holds no alignments in a form that Plumbline reads.",
  advice: "Nothing was imported. Plumbline reads its own bundles and the formats that the export lists; skills are imported as frameworks.",
  key: 'problem.F500',
};

/** This bundle breaks off or is damaged. */
export const F501DamagedBundle: Problem = {
  code: 'F501',
  message: "This bundle breaks off or is damaged.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-damaged-bundle',
};

/** This is no bundle of Plumbline. */
export const F501Bundle: Problem = {
  code: 'F501',
  message: "This is no bundle of Plumbline.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-bundle',
};

/** This bundle was written by a newer Plumbline. */
export const F501NewerBundle: Problem = {
  code: 'F501',
  message: "This bundle was written by a newer Plumbline.",
  advice: "Nothing was imported. Update the extension, then read it again.",
  key: 'problem.F501-newer-bundle',
};

/** This file breaks off or is damaged. */
export const F501Damaged: Problem = {
  code: 'F501',
  message: "This file breaks off or is damaged.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-damaged',
};

/** These are no alignments of a CASS, or the file is damaged. */
export const F501Cass: Problem = {
  code: 'F501',
  message: "These are no alignments of a CASS, or the file is damaged.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-cass',
};

/** No learning opportunity, assessment or credential of CTDL stands there. */
export const F501Ctdl: Problem = {
  code: 'F501',
  message: "No learning opportunity, assessment or credential of CTDL stands there.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-ctdl',
};

/** No competencies of CTDL-ASN and no map of alignments stand there. */
export const F501CtdlAsn: Problem = {
  code: 'F501',
  message: "No competencies of CTDL-ASN and no map of alignments stand there.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-ctdl-asn',
};

/** These are no Web Annotations, or the file is damaged. */
export const F501WebAnnotation: Problem = {
  code: 'F501',
  message: "These are no Web Annotations, or the file is damaged.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-web-annotation',
};

/** The quotation marks of this table do not match in row {row, number}. */
export const F501Quotes = (values: { row: number }): Problem => ({
  code: 'F501',
  message: `The quotation marks of this table do not match in row ${numberIn(values.row)}.`,
  advice: "Nothing was imported. Close the cell there, or double the quotation mark that belongs to its text.",
  key: 'problem.F501-quotes',
  values,
});

/** No column of this table holds pages, or none names a skill. */
export const F501Columns: Problem = {
  code: 'F501',
  message: "No column of this table holds pages, or none names a skill.",
  advice: "Nothing was imported. Say what its columns hold.",
  key: 'problem.F501-columns',
};

/** This is no badge of Open Badges 2.0. */
export const F501OpenBadges2: Problem = {
  code: 'F501',
  message: "This is no badge of Open Badges 2.0.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-open-badges-2',
};

/** This is no badge of Open Badges 3.0. */
export const F501OpenBadges3: Problem = {
  code: 'F501',
  message: "This is no badge of Open Badges 3.0.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-open-badges-3',
};

/** This is no Comprehensive Learner Record 2.0. */
export const F501Clr: Problem = {
  code: 'F501',
  message: "This is no Comprehensive Learner Record 2.0.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-clr',
};

/** No Rich Skill Descriptor stands there. */
export const F501Rsd: Problem = {
  code: 'F501',
  message: "No Rich Skill Descriptor stands there.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-rsd',
};

/** No CFPackage of CASE stands there. */
export const F501Case: Problem = {
  code: 'F501',
  message: "No CFPackage of CASE stands there.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-case',
};

/** These are no envelopes of the Learning Registry, or the file is damaged. */
export const F501LearningRegistry: Problem = {
  code: 'F501',
  message: "These are no envelopes of the Learning Registry, or the file is damaged.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-learning-registry',
};

/** This is no LRMI in JSON-LD. */
export const F501Lrmi: Problem = {
  code: 'F501',
  message: "This is no LRMI in JSON-LD.",
  advice: "Nothing was imported. Choose another file, or ask for it again.",
  key: 'problem.F501-lrmi',
};

/** {what, select, page {Something that should be a page is none.} alignment {Something that should be an alignment is none.} skill {Something that should be a skill is none.} other {Something that should be a statement from skill to skill is none.}} */
export const F502Misfit = (values: { what: string }): Problem => ({
  code: 'F502',
  message: `${caseIn(values.what, { page: `Something that should be a page is none.`, alignment: `Something that should be an alignment is none.`, skill: `Something that should be a skill is none.`, other: `Something that should be a statement from skill to skill is none.` })}`,
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-misfit',
  values,
});

/** {what, select, page {Something that should be a page is none (at “{place}”).} alignment {Something that should be an alignment is none (at “{place}”).} skill {Something that should be a skill is none (at “{place}”).} other {Something that should be a statement from skill to skill is none (at “{place}”).}} */
export const F502MisfitAt = (values: { what: string; place: string }): Problem => ({
  code: 'F502',
  message: `${caseIn(values.what, { page: `Something that should be a page is none (at “${values.place}”).`, alignment: `Something that should be an alignment is none (at “${values.place}”).`, skill: `Something that should be a skill is none (at “${values.place}”).`, other: `Something that should be a statement from skill to skill is none (at “${values.place}”).` })}`,
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-misfit-at',
  values,
});

/** {sentence} */
export const F502Reading = (values: { sentence: Sentence }): Problem => ({
  code: 'F502',
  message: `${values.sentence.message}`,
  advice: "The rest can be imported.",
  key: 'problem.F502-reading',
  values,
});

/** An alignment does not say in a known word whether the page teaches, assesses or requires the skill. */
export const F502UnknownWord = (values: { relation: string }): Problem => ({
  code: 'F502',
  message: "An alignment does not say in a known word whether the page teaches, assesses or requires the skill.",
  advice: `It is taken as “${values.relation}”; you can change that afterwards.`,
  key: 'problem.F502-unknown-word',
  values,
});

/** Open Badges does not say whether a page teaches, assesses or requires a skill. */
export const F502BadgeRelation = (values: { relation: string }): Problem => ({
  code: 'F502',
  message: "Open Badges does not say whether a page teaches, assesses or requires a skill.",
  advice: `It is taken as “${values.relation}”; you can change that afterwards.`,
  key: 'problem.F502-badge-relation',
  values,
});

/** An alignment does not say in which relation page and skill stand. */
export const F502NoRelation: Problem = {
  code: 'F502',
  message: "An alignment does not say in which relation page and skill stand.",
  advice: "It is taken for “teaches”: look at it before you rely on it.",
  key: 'problem.F502-no-relation',
};

/** An annotation does not say in which relation page and skill stand. */
export const F502AnnotationRelation: Problem = {
  code: 'F502',
  message: "An annotation does not say in which relation page and skill stand.",
  advice: "It is taken for “teaches”: look at it before you rely on it.",
  key: 'problem.F502-annotation-relation',
};

/** An alignment has a relation that is not known here. */
export const F502UnknownRelation: Problem = {
  code: 'F502',
  message: "An alignment has a relation that is not known here.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-unknown-relation',
};

/** A row has a relation that is not known here. */
export const F502RowRelation: Problem = {
  code: 'F502',
  message: "A row has a relation that is not known here.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-row-relation',
};

/** A relation between skills is of no kind that is known here. */
export const F502SkillRelation: Problem = {
  code: 'F502',
  message: "A relation between skills is of no kind that is known here.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-skill-relation',
};

/** An alignment names no skill. */
export const F502NoSkill: Problem = {
  code: 'F502',
  message: "An alignment names no skill.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-no-skill',
};

/** A skill has no address or urn of its own. */
export const F502MadeIdentifier: Problem = {
  code: 'F502',
  message: "A skill has no address or urn of its own.",
  advice: "One is made of its name and statement, so that it stays the same skill.",
  key: 'problem.F502-made-identifier',
};

/** An alignment names a skill without an address. */
export const F502NamelessSkill: Problem = {
  code: 'F502',
  message: "An alignment names a skill without an address.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-nameless-skill',
};

/** An alignment names no address of a skill, or no relation that is known. */
export const F502Nameless: Problem = {
  code: 'F502',
  message: "An alignment names no address of a skill, or no relation that is known.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-nameless',
};

/** A work of CASS is about no web page. */
export const F502Work: Problem = {
  code: 'F502',
  message: "A work of CASS is about no web page.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-work',
};

/** Something that could be aligned has no web address. */
export const F502NoAddress: Problem = {
  code: 'F502',
  message: "Something that could be aligned has no web address.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-no-address',
};

/** A learning resource has no web address. */
export const F502Resource: Problem = {
  code: 'F502',
  message: "A learning resource has no web address.",
  advice: "Its alignments are left out.",
  key: 'problem.F502-resource',
};

/** A badge names no web page that it stands for. */
export const F502BadgePage: Problem = {
  code: 'F502',
  message: "A badge names no web page that it stands for.",
  advice: "Its alignments are left out.",
  key: 'problem.F502-badge-page',
};

/** An assertion names its badge only by an address. */
export const F502BadgeAddress: Problem = {
  code: 'F502',
  message: "An assertion names its badge only by an address.",
  advice: "The alignments stand in the badge class at that address: save it as a file and import that.",
  key: 'problem.F502-badge-address',
};

/** An annotation aligns no page to a skill. */
export const F502Annotation: Problem = {
  code: 'F502',
  message: "An annotation aligns no page to a skill.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-annotation',
};

/** An association names no skill, or neither a page nor another skill. */
export const F502Association: Problem = {
  code: 'F502',
  message: "An association names no skill, or neither a page nor another skill.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-association',
};

/** An association of achievements says nothing of two skills. */
export const F502Achievements: Problem = {
  code: 'F502',
  message: "An association of achievements says nothing of two skills.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-achievements',
};

/** An envelope holds something else than JSON. */
export const F502Envelope: Problem = {
  code: 'F502',
  message: "An envelope holds something else than JSON.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-envelope',
};

/** An envelope is about no web page. */
export const F502EnvelopePage: Problem = {
  code: 'F502',
  message: "An envelope is about no web page.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-envelope-page',
};

/** A row is about no web page. */
export const F502RowPage: Problem = {
  code: 'F502',
  message: "A row is about no web page.",
  advice: "It is left out; the rest can be imported.",
  key: 'problem.F502-row-page',
};

/** Some alignments are about no web page, or about a skill without an address or a urn. */
export const F503: Problem = {
  code: 'F503',
  message: "Some alignments are about no web page, or about a skill without an address or a urn.",
  advice: "They are left out; the rest can be imported.",
  key: 'problem.F503',
};

/** {file} is larger than {limit, number} MB. */
export const F504 = (values: { file: string; limit: number }): Problem => ({
  code: 'F504',
  message: `${values.file} is larger than ${numberIn(values.limit)} MB.`,
  advice: "Nothing was imported. Export it in parts where it comes from, and import them one by one.",
  key: 'problem.F504',
  values,
});

/** {file} cannot be read as text. */
export const F505 = (values: { file: string }): Problem => ({
  code: 'F505',
  message: `${values.file} cannot be read as text.`,
  advice: "Nothing was imported. Save it as UTF-8, or export it anew where it comes from.",
  key: 'problem.F505',
  values,
});
