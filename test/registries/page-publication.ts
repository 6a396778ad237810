import { FoundSkill } from '../../lib/domain/skill.ts';
import type { Connection, Publication } from '../../lib/registries/adapter.ts';
import { foundSkill, newAlignment } from '../support/samples.ts';
import { hostileWords } from './hostile-file.ts';
import { publicationOf, writeFormat } from './publications.ts';

/** What connections write alignments with. */
export const writing: Pick<Connection, 'write'> = { write: writeFormat };

/** A page of a title, aligned to skills of these names. */
export function pagePublication({
  address = 'https://lessons.example/graph',
  title = 'Reading a graph: “Größen” – 図表',
  skills = ['Slope'],
} = {}): Publication {
  const [first = 'Slope', ...rest] = skills;
  const resource = { address, fields: { title: [{ value: title, by: 'json-ld' as const }] } };
  const made = (name: string) => {
    const skill = FoundSkill.parse(
      foundSkill({ name, statement: name, uri: `https://skills.example/${skills.indexOf(name)}` }),
    );
    return newAlignment({ resource, skill: { ...skill, taken: '2026-03-01T09:59:00.000Z' } });
  };
  return publicationOf(made(first), ...rest.map(made));
}

/** Pages whose titles and skills are words that have done harm elsewhere. */
export function hostilePublications(): Publication[] {
  return hostileWords.map((words) => pagePublication({ title: words, skills: [words] }));
}
