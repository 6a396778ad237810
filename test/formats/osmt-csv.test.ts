import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import type { Skill } from '../../lib/domain/skill.ts';
import { plainCell } from '../../lib/formats/csv-cells.ts';
import { linksOf } from '../../lib/formats/identifier.ts';
import { textOf } from '../../lib/formats/index.ts';
import { osmtCsv } from '../../lib/formats/osmt-csv.ts';
import { recognise } from '../../lib/skill-documents/index.ts';
import { crosswalkBundle, type TestBundle } from './bundles.ts';
import { describeFormat } from './contract.ts';
import { whole } from './judges/plain.ts';

const headings = [
  ...['Canonical URL', 'RSD Name', 'Skill Statement', 'Categories', 'Keywords', 'O*Net Job Codes'],
  ...['Alignment Name', 'Alignment URL', 'Alignment Framework'],
];

function skillsOf({ skills = [], alignments }: TestBundle): Skill[] {
  const all = [...skills, ...alignments.map(({ skill }) => skill)];
  return all.filter(({ uri }, index) => all.findIndex((one) => one.uri === uri) === index);
}

const isUnlinked = ({ uri }: Skill) => linksOf(uri).url === undefined;
const losesDetails = ({ type, code, language, license, level, framework }: Skill) =>
  type !== '' || [code, language, license, level, framework?.uri].some((detail) => detail !== undefined);

describeFormat({
  format: osmtCsv,
  golden: 'osmt-csv.csv',
  text: 'other',
  goldenOf: crosswalkBundle,
  async judge(text, bundle) {
    const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
    expect(errors).toEqual([]);
    expect(data.pop()).toEqual(['']);
    const [first, ...rows] = data;
    expect(first).toEqual(headings);
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    expect(rows.map((row) => row.map(plainCell).slice(0, 3))).toEqual(
      skillsOf(bundle).map(({ uri, name, statement }) => [
        linksOf(uri).url ?? '',
        whole(name || statement),
        whole(statement || name),
      ]),
    );
  },
  losses: {
    alignment: () => true,
    identifier: ({ skill }) => isUnlinked(skill),
    'skill details': ({ skill }) => losesDetails(skill),
  },
  skillLosses: { identifier: isUnlinked, 'skill details': losesDetails },
  statementLosses: { statement: () => true },
});

describe('the table for OSMT', () => {
  it('is read by our own reader of OSMT’s tables to the same skills', async () => {
    const bundle = crosswalkBundle();
    const text = await textOf(osmtCsv.write(bundle));
    const source = { name: 'skills.csv', body: new Blob([text]) };
    const document = await recognise(source);
    expect(document?.id).toBe('osmt-csv');
    const read = await document?.read(source);
    const skills: Skill[] = [];
    for (const { skills: each } of read?.frameworks ?? []) for await (const skill of each) skills.push(skill);
    const words = ({ name, statement, category, keywords }: Skill) => [name, statement, category, keywords];
    expect(skills.map(words)).toEqual(skillsOf(bundle).map(words));
    expect(skills[0]?.uri).toBe('https://skills.example/budget');
    expect(read?.warnings).toEqual([]);
  });
});
