import type { ResourceAlignment } from '../../../lib/domain/resource-alignment.ts';
import type { SkillAlignment } from '../../../lib/domain/skill-alignment.ts';
import { linksOf } from '../../../lib/formats/identifier.ts';
import type { Carried } from '../contract.ts';
import { whole } from './plain.ts';

/** A value without halves of characters, at any depth. */
export function wholeValue(value: unknown): unknown {
  const text = JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? whole(inner) : inner));
  return text === undefined ? undefined : JSON.parse(text);
}

/** What is written of a value where identifiers leave the house percent-encoded and texts without halves of characters. */
export function asWritten(value: unknown, place: Carried): unknown {
  const isIdentifier = /\.uri$/.test(place) && typeof value === 'string';
  return isIdentifier ? (linksOf(value).iri ?? null) : wholeValue(value);
}

/** Whether both skills of a statement can be named by an identifier. */
export function isNamed({ subject, object }: SkillAlignment): boolean {
  return [subject, object].every(({ uri }) => linksOf(uri).iri !== undefined);
}

/** The places of a skill's details that formats about pages have no property for, as far as the skill has them. */
export function detailsLost({ skill }: ResourceAlignment): Carried[] {
  const names = ['code', 'type', 'category', 'keywords', 'occupations', 'language', 'license'] as const;
  return names.filter((name) => (skill[name]?.length ?? 0) > 0).map((name): Carried => `skill.${name}`);
}

/** Whether a skill has any of these details at all, be they empty texts: then they are counted as lost. */
export function hasLostDetails({ skill }: ResourceAlignment): boolean {
  const { code, type, category, keywords, occupations = [], language, license } = skill;
  return (
    [code, category, language, license].some((each) => each !== undefined) ||
    type !== '' ||
    keywords.length + occupations.length > 0
  );
}

/** Whether a framework's address is lost where only one text names it: its name where it has one. */
export function isFrameworkLost({ skill: { framework } }: ResourceAlignment): boolean {
  return framework?.uri !== undefined && (Boolean(framework.name) || linksOf(framework.uri).iri === undefined);
}

/** Whether nothing names a skill, so that its alignment cannot be read back. */
export function isNameless({ skill }: ResourceAlignment): boolean {
  return linksOf(skill.uri).iri === undefined && !skill.name && !skill.statement;
}

/** Each of the places, with the loss under which it is told. */
export function under(loss: string, places: readonly Carried[]): Partial<Record<Carried, string>> {
  return Object.fromEntries(places.map((place) => [place, loss]));
}
