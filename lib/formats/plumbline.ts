import type { Bundle } from '../domain/bundle.ts';
import { LearningResourceDraft } from '../domain/learning-resource.ts';
import { bundleRelease } from '../domain/plumbline-bundle.ts';
import { ProblemError } from '../domain/problem.ts';
import { F501Bundle, F501DamagedBundle, F501NewerBundle } from '../domain/problems.ts';
import { ResourceAlignment } from '../domain/resource-alignment.ts';
import { Skill } from '../domain/skill.ts';
import { SkillAlignment } from '../domain/skill-alignment.ts';
import type { AlignmentFormat, WriteOptions } from './format.ts';
import { readWarnings } from './incoming.ts';
import { jsonText } from './json-text.ts';
import { rowsOf } from './rows.ts';

/**
 * Plumbline's own bundle (docs/bundle-format.md), `.plumbline.json`: whole records, so that nothing is lost. Lists stand
 * in the order of the bundle; the alignments last, so that a reader knows the pages before them.
 */
export const plumbline: AlignmentFormat = {
  id: 'plumbline',
  write: (bundle, options = {}) => ({
    chunks: chunks(bundle, options),
    mediaType: 'application/json',
    extension: '.plumbline.json',
    get losses() {
      return [];
    },
  }),
  recognises: ({ json }) => isMarked(json),
  async read(text, { signal } = {}) {
    signal?.throwIfAborted();
    const file = parsed(text);
    const warnings = readWarnings();
    const bundle = {
      resources: rowsOf(file.resources, LearningResourceDraft, 'page', warnings),
      alignments: rowsOf(file.alignments, ResourceAlignment, 'alignment', warnings),
      skills: rowsOf(file.skills, Skill, 'skill', warnings),
      skillAlignments: rowsOf(file.skillAlignments, SkillAlignment, 'statement', warnings),
    };
    const author = file.author instanceof Object ? (file.author as Record<string, unknown>) : {};
    const named = {
      ...(typeof author.name === 'string' && { name: author.name }),
      ...(typeof author.uri === 'string' && { uri: author.uri }),
    };
    return {
      bundle: { ...bundle, ...(Object.keys(named).length > 0 && { author: named }) },
      warnings: warnings.list(),
    };
  },
};

async function* chunks(bundle: Bundle, { indent = 2, signal }: WriteOptions): AsyncGenerator<string> {
  const newLine = indent > 0 ? '\n' : '';
  const space = indent > 0 ? ' ' : '';
  const margin = ' '.repeat(indent);
  const member = (name: string) => `${newLine}${margin}"${name}":${space}`;
  const { made, author, resources, skills, skillAlignments, alignments } = bundle;
  yield `{${member('plumbline')}${bundleRelease},${member('made')}${jsonText(made)}`;
  if (author) yield `,${member('author')}${jsonText(author, 0)}`;
  const lists = { resources: resources.values(), skills, skillAlignments, alignments };
  for (const [name, rows] of Object.entries(lists)) {
    if (!rows) continue;
    let before = `,${member(name)}[`;
    for await (const row of rows) {
      signal?.throwIfAborted();
      yield `${before}${newLine}${margin}${margin}${jsonText(row, 0)}`;
      before = ',';
    }
    yield before === ',' ? `${newLine}${margin}]` : `${before}]`;
  }
  yield `${newLine}}`;
}

function isMarked(json: unknown): json is Record<string, unknown> {
  return json instanceof Object && !Array.isArray(json) && Object.hasOwn(json, 'plumbline');
}

function parsed(text: string): Record<string, unknown> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ProblemError(F501DamagedBundle);
  }
  if (!isMarked(json)) throw new ProblemError(F501Bundle);
  if (json.plumbline === bundleRelease) return json;
  throw new ProblemError(F501NewerBundle);
}
