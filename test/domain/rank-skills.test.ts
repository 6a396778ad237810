import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoring } from '../../lib/domain/rank-skills.ts';
import type { Skill } from '../../lib/domain/skill.ts';

const skill = (name: string, over: Partial<Skill> = {}): Skill => ({
  uri: 'https://skills.example/1',
  name,
  statement: '',
  type: 'Competency',
  keywords: [],
  ...over,
});
/** Names in the order in which a text ranks them. */
function ranked(text: string, skills: readonly Skill[]): string[] {
  const score = scoring(text);
  return skills.toSorted((one, other) => score(other) - score(one)).map(({ name }) => name);
}

describe('the score', () => {
  it('puts what has every word above 0.5, and what lacks one below, however well the rest stands', () => {
    const score = scoring('slope graph');
    expect(
      score(skill('Other', { statement: 'It says slope, and after many other words it says graphs too.' })),
    ).toBeGreaterThan(0.5);
    expect(score(skill('Slope'))).toBeLessThan(0.5);
    expect(score(skill('Nothing of it'))).toBe(0);
  });

  it('prefers the name over a keyword over the statement, and of names the shorter', () => {
    const skills = [
      skill('In the statement', { statement: 'It reads a slope.' }),
      skill('As a keyword', { keywords: ['slope'] }),
      skill('Slope among many other words of a name'),
      skill('Slope'),
    ];
    expect(ranked('slope', skills)).toEqual([
      'Slope',
      'Slope among many other words of a name',
      'As a keyword',
      'In the statement',
    ]);
  });

  it('prefers the whole word over its beginning, and words in their order over words anyhow', () => {
    expect(ranked('graph', [skill('Graphology'), skill('Graph')])).toEqual(['Graph', 'Graphology']);
    const skills = [skill('Change of the rate'), skill('Rate of the change'), skill('The rate of change')];
    expect(ranked('rate of change', skills)[0]).toBe('The rate of change');
  });

  it('takes a single word in a statement for no order of words', () => {
    const skills = [
      skill('Rate', { statement: 'It reads a line graph.', keywords: ['reading graphs'] }),
      skill('Chart', { statement: 'It chooses one.', keywords: ['line graph'] }),
    ];
    expect(ranked('graph', skills)).toEqual(['Chart', 'Rate']);
  });

  it('takes another inflection for the word, in each language that has stems', () => {
    expect(scoring('reading graphs')(skill('Read a graph'))).toBeGreaterThan(0.5);
    expect(scoring('Messung')(skill('Messungen auswerten'))).toBeGreaterThan(0.5);
  });

  it.each([
    ['K.CC.A.1', 'K.CC.A.1'],
    ['k-cc-a-1', 'K.CC.A.1'],
    ['K.CC.A.1', 'CCSS.Math.Content.K.CC.A.1'],
    ['15-1252', '15-1252'],
  ])('is 1 where the text %j is the code %j', (text, code) => {
    expect(scoring(text)(skill('Count', { code }))).toBe(1);
  });

  it.each([
    ['1', 'K.CC.A.1'],
    ['K.CC.A.1', 'K.CC.A.11'],
    ['CC.A', 'K.CC.A.1'],
  ])('is less where the text %j is only a part of the code %j', (text, code) => {
    expect(scoring(text)(skill('Count', { code }))).toBeLessThan(1);
  });

  it('is from 0 to 1 for whatever is typed and said, and 0 for a text without words', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('slope', 'a b', '数学 問題', 'c++', '—'));
    fc.assert(
      fc.property(text, text, text, fc.option(text), (typed, name, statement, code) => {
        const score = scoring(typed)(skill(name, { statement, ...(code !== null && { code }), keywords: [name] }));
        expect(score >= 0 && score <= 1).toBe(true);
      }),
    );
    expect(scoring(' — ')(skill('—'))).toBe(0);
  });
});
