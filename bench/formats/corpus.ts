import type { LearningResourceDraft } from '../../lib/domain/learning-resource.ts';
import { Fit, Relation, type ResourceAlignment } from '../../lib/domain/resource-alignment.ts';

/** Alignments on one page. */
const onPage = 5;

/** How many pages so many alignments are about. */
export function resourcesFor(alignments: number): number {
  return Math.ceil(alignments / onPage);
}

/** A page of the corpus, the same each time. */
export function resourceOf(page: number): LearningResourceDraft {
  return {
    address: `https://lessons.example/unit-${page}`,
    fields: {
      title: [{ value: `Unit ${page}: reading rates from graphs and tables`, by: 'json-ld' }],
      description: [{ value: 'Two pumps fill a reservoir. Which one is faster, and how do you know?', by: 'json-ld' }],
      type: [{ value: 'lesson', by: 'json-ld' }],
      level: [{ value: 'Grade 8', by: 'microdata' }],
      license: [{ value: 'CC BY 4.0', uri: 'https://creativecommons.org/licenses/by/4.0/', by: 'meta' }],
    },
  };
}

/** An alignment of the corpus, the same each time; one in five has a note, one in ten a quoted passage. */
export function alignmentOf(number: number): ResourceAlignment {
  const at = '2026-03-01T09:00:00.000Z';
  const exact = 'The second pump climbs 90 litres in two minutes.';
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    resource: `https://lessons.example/unit-${Math.floor(number / onPage)}`,
    relation: Relation.options[number % 3] ?? 'teaches',
    fit: Fit.options[number % Fit.options.length] ?? 'major',
    skill: {
      uri: `https://skills.example/api/skills/${number % 3000}`,
      name: `Skill ${number % 3000}: slope from a graph`,
      statement:
        'The learner reads the slope of a straight line from its graph and states it with the units of both axes.',
      code: `8.F.B.${number % 90}`,
      type: 'RichSkillDescriptor',
      framework: { uri: 'https://skills.example/api/collections/1', name: 'Harbour College Skills' },
      category: 'Numeracy',
      keywords: ['gradient', 'rate of change'],
      source: { registry: '5f0f5f0e-8f43-4b8e-9f43-0d5c0f9a1b11', name: 'Harbour College' },
      taken: at,
    },
    ...(number % 5 === 0 && { note: 'The second half, from the table on.' }),
    ...(number % 10 === 0 && {
      evidence: {
        quote: { type: 'TextQuoteSelector', exact, prefix: 'Look at the graph. ', suffix: ' Which is faster?' },
        position: { type: 'TextPositionSelector', start: 120, end: 120 + exact.length },
      },
    }),
    created: at,
    modified: at,
    revision: 1,
  };
}
