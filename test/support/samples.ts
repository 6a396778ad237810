import type { Evidence } from '../../lib/domain/evidence.ts';
import type { FoundSkill } from '../../lib/domain/skill.ts';
import type { NewAlignment } from '../../lib/store/alignments.ts';

/** Id of a registry in tests. */
export const registryId = '5f0f5f0e-8f43-4b8e-9f43-0d5c0f9a1b11';

/** A skill as a search would find it. */
export function foundSkill(over: Partial<FoundSkill> = {}): FoundSkill {
  return {
    uri: 'https://skills.example/api/skills/slope',
    name: 'Slope',
    statement: 'The learner reads a rate of change from the slope of a line.',
    code: '7.RF.B.2',
    type: 'RichSkillDescriptor',
    framework: { uri: 'https://skills.example/api/collections/1', name: 'Ratios' },
    keywords: ['gradient'],
    source: { registry: registryId, name: 'Practice' },
    ...over,
  };
}

/** A passage as a person would quote it. */
export function evidence(exact = 'climbs 90 litres in two minutes'): Evidence {
  return {
    quote: {
      type: 'TextQuoteSelector',
      exact,
      prefix: 'The graph of the second pump ',
      suffix: '. Which pump is faster?',
    },
    position: { type: 'TextPositionSelector', start: 120, end: 120 + exact.length },
    address: 'https://lessons.example/graph#:~:text=climbs%2090%20litres%20in%20two%20minutes',
  };
}

/** An alignment as a person would make it. */
export function newAlignment(over: Partial<NewAlignment> = {}): NewAlignment {
  return {
    resource: {
      address: 'https://lessons.example/graph',
      fields: { title: [{ value: 'Reading a graph', by: 'json-ld' }] },
    },
    skill: { ...foundSkill(), taken: '2026-03-01T09:59:00.000Z' },
    choice: { relation: 'teaches', fit: 'major' },
    publishTo: [],
    ...over,
  };
}
