import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { Skill } from '../../lib/domain/skill.ts';
import { FrameworkReference } from '../../lib/domain/skill.ts';
import { pick, type Random } from './random.ts';

/** A line of a skills file: a skill of which only address and name have to be there. */
const Line = z.object({
  uri: z.string(),
  name: z.string(),
  statement: z.optional(z.string()),
  code: z.optional(z.string()),
  type: z.optional(z.string()),
  framework: z.optional(FrameworkReference),
  category: z.optional(z.string()),
  keywords: z.optional(z.array(z.string())),
  language: z.optional(z.string()),
});

/** Reads a file of skills, one JSON object a line, gzipped where its name ends in `.gz`. */
export function readSkills(file: string): Skill[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { statement, keywords, type, ...rest } = Line.parse(JSON.parse(line));
      return { ...rest, statement: statement ?? rest.name, keywords: keywords ?? [], type: type ?? 'Skill' };
    });
}

const Library = z.object({
  skills: z.array(
    z.object({
      id: z.string(),
      skillName: z.string(),
      skillStatement: z.string(),
      category: z.string(),
      keywords: z.array(z.string()),
    }),
  ),
});

/** Reads the library that the extension ships, which is there where no other skills are. */
export function readStarterLibrary(file: string): Skill[] {
  const { skills } = Library.parse(JSON.parse(readFileSync(file, 'utf8')));
  return skills.map(({ id, skillName, skillStatement, category, keywords }) => {
    return { uri: id, name: skillName, statement: skillStatement, category, keywords, type: 'Skill', language: 'en' };
  });
}

/** The first `size` skills; where there are fewer, more are made by joining halves of the names and statements of two. */
export function grow(skills: readonly Skill[], size: number, random: Random): Skill[] {
  const grown = skills.slice(0, size);
  while (grown.length < size) {
    const one = pick(skills, random);
    const other = pick(skills, random);
    grown.push({
      uri: `urn:bench:skill:${grown.length}`,
      name: join(one.name, other.name),
      statement: join(one.statement, other.statement),
      type: one.type,
      keywords: [...one.keywords.filter((_, at) => at % 2 === 0), ...other.keywords.filter((_, at) => at % 2 === 1)],
      language: 'en',
      ...(one.category && { category: one.category }),
      ...(other.framework && { framework: other.framework }),
    });
  }
  return grown;
}

function join(one: string, other: string): string {
  const [first, second] = [one.split(' '), other.split(' ')];
  return [...first.slice(0, Math.ceil(first.length / 2)), ...second.slice(Math.ceil(second.length / 2))].join(' ');
}
