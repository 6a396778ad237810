import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../lib/domain/problem.ts';
import { ResourceAlignment } from '../../lib/domain/resource-alignment.ts';
import { recogniseFormat, textOf } from '../../lib/formats/index.ts';
import { plumbline } from '../../lib/formats/plumbline.ts';
import { bundleSchema } from './bundle-schema.ts';
import { goldenBundle, plainAlignment } from './bundles.ts';
import { describeFormat } from './contract.ts';
import { whole } from './judges/plain.ts';

const published = fileURLToPath(new URL('../../docs/bundle.schema.json', import.meta.url));
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(published, 'utf8')));

describeFormat({
  format: plumbline,
  isVerbatim: true,
  golden: 'plumbline.plumbline.json',
  async judge(text, bundle) {
    const file = JSON.parse(text);
    expect(file.plumbline).toBe(1);
    expect(file.alignments).toEqual(JSON.parse(wholeJson(bundle.alignments)));
    expect(file.resources).toEqual(JSON.parse(wholeJson([...bundle.resources.values()])));
    const stored = bundle.alignments.every((one) => ResourceAlignment.safeParse(one).success);
    if (stored && !bundle.skills && !bundle.skillAlignments)
      expect(validate(file), ajv.errorsText(validate.errors)).toBe(true);
  },
  losses: {},
  roundTrip: { lost: () => ({}), normal: (value) => JSON.parse(wholeJson(value)) },
});

function wholeJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === 'string' ? whole(inner) : inner));
}

describe('the Plumbline bundle', () => {
  it('has a published JSON Schema that accepts the golden file and refuses one without a skill', async () => {
    const file = JSON.parse(await textOf(plumbline.write(goldenBundle())));
    expect(validate(file)).toBe(true);
    delete file.alignments[0].skill;
    expect(validate(file)).toBe(false);
  });

  it('has a published JSON Schema that is the one the code reads it by', () => {
    expect(JSON.parse(readFileSync(published, 'utf8')), 'run npx vite-node scripts/write-schema.ts').toEqual(
      JSON.parse(bundleSchema()),
    );
  });

  it('is known by its mark', async () => {
    expect(recogniseFormat(await textOf(plumbline.write(goldenBundle())))).toBe('plumbline');
  });

  it('of a newer release is refused with what to do', async () => {
    const text = (await textOf(plumbline.write(goldenBundle()))).replace('"plumbline": 1', '"plumbline": 2');
    const error = await plumbline.read?.(text).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).problem.advice).toBe(
      'Nothing was imported. Update the extension, then read it again.',
    );
  });

  it('leaves out a row that does not fit, and says so', async () => {
    const file = JSON.parse(await textOf(plumbline.write(goldenBundle())));
    file.alignments[1].relation = 'adores';
    const read = await plumbline.read?.(JSON.stringify(file));
    expect(read?.bundle.alignments.map(({ relation }) => relation)).toEqual(['teaches', 'requires']);
    expect(read?.warnings).toMatchObject([{ code: 'F502', count: 1 }]);
    expect(read?.warnings[0]?.message).toContain('relation');
  });

  it('carries skills and statements from skill to skill', async () => {
    const { source: _, taken: __, ...skill } = plainAlignment().skill;
    const at = '2026-03-01T09:00:00.000Z';
    const alignment = {
      id: '5e0b6c34-6c0e-4a53-9d6c-5a1f2d1b7a10',
      subject: { uri: skill.uri, name: skill.name },
      relation: 'broad' as const,
      object: { uri: 'https://skills.example/money', name: 'Handle money' },
      created: at,
      modified: at,
      revision: 1,
    };
    const text = await textOf(plumbline.write({ ...goldenBundle(), skills: [skill], skillAlignments: [alignment] }));
    const read = await plumbline.read?.(text);
    expect(read?.bundle.skills).toEqual([skill]);
    expect(read?.bundle.skillAlignments).toEqual([alignment]);
    expect(read?.bundle.author).toEqual(goldenBundle().author);
  });
});
